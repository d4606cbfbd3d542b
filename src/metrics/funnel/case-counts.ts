import { CASE_KEY } from '../../engine/said-in-cases.js';
import type { CorpusTables } from '../../engine/corpus-tables.js';
import { ANSWERED_AT, measuredChannels, NEEDS_REPLY, WITH_REPLIES } from '../care/reply-coverage.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured, type RowOf } from '../make-metric.js';
import type { LabelOptions } from '../basic/labelled-shares.js';
import type { MetricOptions } from '../options.js';
import { periodOf } from '../sql.js';
import { seededRandom } from '../../util/random.js';
import { byLabels, foundSpills, type FoundSpills } from './found-spills.js';
import { OPENED_IN_PRIVATE, resolveFunnelOptions, UNREAD_IN_PRIVATE } from './funnel-cases.js';
import { labelledSpills } from './labelled-spills.js';
import { spillsOf, type SpillCase } from './spill-cases.js';

const frame = metricFrame({
  name: 'caseCounts',
  label: { fr: 'Dossiers croisés', en: 'Cases crossed' },
  unit: 'cases',
  denominator: { fr: 'dossiers ouverts hors presse', en: 'cases opened outside the press' },
  method: {
    fr: 'Nombre de dossiers par mois d’ouverture, étape, marque, lieu et motif principal : ceux qui appelaient une réponse sur un canal mesuré et ceux qui l’ont eue ; ceux que l’on peut suivre en public, chacun autant qu’il est une plainte, et les débordements vus, chacun pour sa probabilité ; à côté, la part des débordements que les rattachements retrouvent, prêtée à chaque choix comme au taux de débordement.',
    en: 'Cases by month of opening, stage, brand, place and main driver: those that needed a reply on a measured channel and those that had it; those that can be followed in public, each as far as it is a complaint, and the overflows seen, each for its probability; beside them the share of overflows that links find, lent to each choice as in the spill rate.',
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
    doubt: 'number',
    found: 'number?',
    foundLow: 'number?',
    foundHigh: 'number?',
  },
});
type Row = RowOf<typeof frame.columns>;
type Key = Pick<Row, 'period' | 'stage' | 'brand' | 'store' | 'driver'>;

/** Draws of the found share. */
const DRAWS = 1000;

/**
 * What the seen share of any choice is taken over, with bounds that carry how many complaints are none; nothing where what is seen is a
 * floor. Its upper bound is 1 where links may find all.
 */
function lentShare(
  { found, floor, complaining, unseen }: FoundSpills,
  { seed, level }: { readonly seed: number; readonly level: number },
): Pick<Row, 'found' | 'foundLow' | 'foundHigh'> {
  if (found === undefined || floor || unseen !== undefined)
    return { found: null, foundLow: null, foundHigh: null };
  const uniform = seededRandom(seed),
    among = complaining ?? (() => 1);
  const drawn = Float64Array.from(
    { length: DRAWS },
    () => found.quantile(uniform()) * among(uniform()),
  ).sort();
  const at = (p: number): number => drawn[Math.floor(p * DRAWS)] as number;
  return {
    found: found.share,
    foundLow: Math.min(found.share, at((1 - level) / 2)),
    foundHigh: found.mayBeAll ? 1 : Math.max(found.share, at((1 + level) / 2)),
  };
}

/** Cases by what they are chosen by, counted together; of those that may spill, each with a probability of its own, the ids too. */
const cases = (): string => `WITH place AS (
    SELECT caseKey, min(store) AS store FROM main.caseSaid WHERE store IS NOT NULL GROUP BY caseKey)
  SELECT ${periodOf('openedAt', 'month')} AS period, firstStage AS stage, brand, store, driver,
    firstChannel AS channel, ${ANSWERED_AT} IS NOT NULL AS answered, ${NEEDS_REPLY} AS asked,
    CAST(count(*) AS DOUBLE) AS n, string_agg(caseId, chr(10)) FILTER (WHERE (${OPENED_IN_PRIVATE}) OR (${UNREAD_IN_PRIVATE})) AS ids
    FROM cases ${WITH_REPLIES} LEFT JOIN place ON place.caseKey = ${CASE_KEY} WHERE firstStage <> 'press' GROUP BY ALL`;

interface Sum {
  readonly key: Key;
  asked: number;
  answered: number;
  /** Ids of cases that can be followed. */
  readonly spills: string[];
}

/** Complaints, overflows seen, and the variance of the latter as links are drawn. */
function sumsOf(some: readonly SpillCase[]): Pick<Row, 'followed' | 'spilled' | 'doubt'> {
  const sum = (of: (p: number) => number): number =>
    some.reduce((total, { probability, weight = 1 }) => total + weight * of(probability), 0);
  return { followed: sum(() => 1), spilled: sum((p) => p), doubt: sum((p) => p * (1 - p)) };
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
 * those of all and of a driver the column `seen` of `spillRate`, over `found` its value. With labels as `spillRate` takes them. Value: cases counted.
 */
export const caseCounts = defineMetric(
  { frame, of: 'cases' },
  async (corpus, options: MetricOptions & LabelOptions) => {
    const resolved = resolveFunnelOptions(options),
      { zone } = resolved;
    const all = await readCases(corpus, zone);
    if (all.length === 0) return unmeasured(frame, 0, 'aucun dossier', 'no case');
    const isMeasured = await measuredChannels(corpus);
    const watched = await spillsOf(corpus),
      labelled =
        watched.cases.length === 0 ? undefined : await labelledSpills(corpus, options.labels ?? [], resolved),
      own: readonly SpillCase[] = labelled?.cases ?? watched.cases,
      followed = new Map(own.map((one) => [one.caseId, one]));
    const found = own.length === 0 ? undefined : await foundSpills(corpus, resolved);
    const lent =
      found === undefined
        ? { found: null, foundLow: null, foundHigh: null }
        : lentShare(labelled === undefined ? found : byLabels(found, labelled.among(own)), resolved);
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
        // in one order, as the last digit of a sum hangs on it
        ...sumsOf(spills.toSorted().flatMap((id) => followed.get(id) ?? [])),
        ...lent,
      }));
    const total = all.reduce((sum, { n }) => sum + n, 0);
    return makeMetric(frame, { value: total, n: total, rows });
  },
);
