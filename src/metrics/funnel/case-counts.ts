import { CASE_KEY } from '../../engine/said-in-cases.js';
import type { CorpusTables } from '../../engine/corpus-tables.js';
import { measuredChannels, NEEDS_REPLY } from '../care/reply-coverage.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured, type RowOf } from '../make-metric.js';
import { resolveOptions, type MetricOptions } from '../options.js';
import { periodOf } from '../sql.js';
import { OPENED_IN_PRIVATE } from './funnel-cases.js';
import { spillsOf } from './spill-cases.js';

const frame = metricFrame({
  name: 'caseCounts',
  label: { fr: 'Dossiers croisés', en: 'Cases crossed' },
  unit: 'cases',
  denominator: { fr: 'dossiers ouverts hors presse', en: 'cases opened outside the press' },
  method: {
    fr: 'Nombre de dossiers par mois d’ouverture, étape, marque, lieu et motif principal : ceux qui appelaient une réponse sur un canal mesuré et ceux qui l’ont eue ; ceux que l’on peut suivre en public et les débordements vus, chacun pour sa probabilité.',
    en: 'Cases by month of opening, stage, brand, place and main driver: those that needed a reply on a measured channel and those that had it; those that can be followed in public and the overflows seen, each for its probability.',
  },
  columns: {
    period: 'text?',
    stage: 'text',
    brand: 'text?',
    store: 'text?',
    driver: 'text?',
    asked: 'number',
    answered: 'number',
    followed: 'number',
    spilled: 'number',
  },
});
type Row = RowOf<typeof frame.columns>;
type Key = Pick<Row, 'period' | 'stage' | 'brand' | 'store' | 'driver'>;

/** Cases by what they are chosen by, counted together; of those that may spill, each with a probability of its own, the ids too. */
const cases = (): string => `WITH place AS (
    SELECT caseKey, min(store) AS store FROM main.caseSaid WHERE store IS NOT NULL GROUP BY caseKey)
  SELECT ${periodOf('openedAt', 'month')} AS period, firstStage AS stage, brand, store, driver,
    firstChannel AS channel, answeredAt IS NOT NULL AS answered, ${NEEDS_REPLY} AS asked,
    CAST(count(*) AS DOUBLE) AS n, string_agg(caseId, chr(10)) FILTER (WHERE ${OPENED_IN_PRIVATE}) AS ids
    FROM cases LEFT JOIN place ON caseKey = ${CASE_KEY} WHERE firstStage <> 'press' GROUP BY ALL`;

interface Sum {
  readonly key: Key;
  asked: number;
  answered: number;
  /** Ids of cases that can be followed. */
  readonly spills: string[];
}

type CountedCases = Key & {
  readonly ids: string | null;
  readonly channel: string;
  readonly answered: boolean;
  readonly asked: boolean;
  readonly n: number;
};

const readCases = async (corpus: CorpusTables, zone: string): Promise<CountedCases[]> =>
  (await corpus.query(cases(), { zone })).objects() as CountedCases[];

/**
 * Counts from which response rate and overflows seen are told for a reader's own choice: the sums of a stage are those of `responseRate`,
 * those of all and of a driver the column `seen` of `spillRate`. Value: cases counted.
 */
export const caseCounts = defineMetric({ frame, of: 'cases' }, async (corpus, options: MetricOptions) => {
  const { zone } = resolveOptions(options);
  const all = await readCases(corpus, zone);
  if (all.length === 0) return unmeasured(frame, 0, 'aucun dossier', 'no case');
  const isMeasured = await measuredChannels(corpus);
  const followed = new Map((await spillsOf(corpus)).cases.map((one) => [one.caseId, one]));
  const sums = new Map<string, Sum>();
  const sumOf = (key: Key): Sum => {
    const name = JSON.stringify(Object.values(key)),
      sum = sums.get(name) ?? { key, asked: 0, answered: 0, spills: [] };
    sums.set(name, sum);
    return sum;
  };
  for (const { ids, channel, answered, asked, n, ...key } of all) {
    const counted = asked && isMeasured({ stage: key.stage, channel });
    if (counted) {
      const sum = sumOf(key);
      sum.asked += n;
      sum.answered += answered ? n : 0;
    }
    for (const id of ids?.split('\n') ?? []) {
      const spill = followed.get(id);
      // of the driver that its private messages name, as in the spill rate
      if (spill !== undefined) sumOf({ ...key, driver: spill.driver }).spills.push(id);
    }
  }
  const rows = [...sums]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { key, asked, answered, spills }]): Row => ({
      ...key,
      asked,
      answered,
      followed: spills.length,
      // in one order, as the last digit of a sum hangs on it
      spilled: spills.toSorted().reduce((sum, id) => sum + (followed.get(id)?.probability ?? 0), 0),
    }));
  const total = all.reduce((sum, { n }) => sum + n, 0);
  return makeMetric(frame, { value: total, n: total, rows });
});
