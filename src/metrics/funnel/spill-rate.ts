import type { Interval } from '../../model/index.js';
import { clopperPearsonInterval, wilsonInterval } from '../../stats/shares/interval.js';
import { seededRandom } from '../../util/random.js';
import {
  GROUP_COLUMNS,
  groupsOf,
  OPENED_IN_PRIVATE,
  PRIVATE_DENOMINATOR,
  resolveFunnelOptions,
  whyNoPrivateCase,
  type FunnelOptions,
  type GroupKey,
} from './funnel-cases.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, unmeasured, type MetricFrame, type TableRow } from '../make-metric.js';

const frame: MetricFrame = {
  name: 'spillRate',
  label: { fr: 'Taux de débordement', en: 'Spill rate' },
  unit: 'share',
  denominator: PRIVATE_DENOMINATOR,
  method: {
    fr: 'Part attendue des dossiers ouverts en privé que leur auteur porte ensuite en public. Chaque rattachement plausible compte pour sa probabilité : un dossier déborde avec la probabilité 1 − ∏(1 − p). L’intervalle tient compte du rattachement incertain (100 imputations, règles de Rubin, Wilson sur l’effectif équivalent). À côté : le décompte des dossiers rattachés, avec son intervalle exact (Clopper-Pearson), puis les bornes à p > 0,95 et à p > 0,5.',
    en: 'Expected share of the cases opened in private that their author later takes public. Each plausible link counts for its probability: a case spills with probability 1 − ∏(1 − p). The interval carries the uncertainty of links (100 imputations, Rubin’s rules, Wilson on the equivalent size). Beside it: the count of linked cases with its exact interval (Clopper-Pearson), and the bounds at p > 0.95 and at p > 0.5.',
  },
  limits: {
    fr: 'Les dossiers ouverts peu avant la fin des exports n’ont pas eu le temps de déborder : le taux est alors un minimum (voir le délai de débordement). Un client qui change de nom sans rien laisser de commun échappe au rattachement.',
    en: 'Cases opened shortly before the end of the exports had no time to spill: the rate is then a floor (see time to spill). A customer who changes name and leaves nothing in common escapes the links.',
  },
  columns: [
    ...GROUP_COLUMNS,
    'n',
    'expected',
    'share',
    'low',
    'high',
    'spilled',
    'countShare',
    'countLow',
    'countHigh',
    'certain',
    'likely',
  ],
};

interface LinkedCase {
  readonly driver: string | null;
  readonly channel: string;
  /** Linked to a public message by the stitching. */
  readonly spilled: boolean;
  /** P(spilled) over all links weighed. */
  readonly probability: number;
  /** Its most probable link. */
  readonly best: number;
}

/**
 * Links that would make a spill: from private to a later public complaint, or the one that was used. A spilled case without a
 * weighed link is as sure as its own `linkProbability`.
 */
const LINKED_CASES = `WITH atRisk AS (SELECT * FROM cases WHERE ${OPENED_IN_PRIVATE}),
  weighed AS (
    SELECT atRisk.caseId, links.toMessageId, max(links.linkProbability) AS p
    FROM atRisk JOIN links ON links.caseId = atRisk.caseId JOIN main.messages AS messages ON messages.messageId = links.toMessageId
    WHERE links.fromStage = 'private' AND links.toStage = 'public' AND (
      (links.used AND atRisk.spilledAt IS NOT NULL)
      OR (NOT links.used AND messages.direction = 'inbound' AND list_contains(messages.intents, 'complaint') AND messages.sentAt > atRisk.openedAt))
    GROUP BY 1, 2),
  chance AS (SELECT caseId, 1 - product(1 - least(greatest(p, 0), 1)) AS probability, max(p) AS best FROM weighed GROUP BY caseId)
SELECT atRisk.driver, atRisk.firstChannel AS channel, atRisk.spilledAt IS NOT NULL AS spilled,
  coalesce(chance.probability, CASE WHEN atRisk.spilledAt IS NULL THEN 0 ELSE atRisk.linkProbability END) AS probability,
  coalesce(chance.best, CASE WHEN atRisk.spilledAt IS NULL THEN 0 ELSE atRisk.linkProbability END) AS best
FROM atRisk LEFT JOIN chance ON chance.caseId = atRisk.caseId ORDER BY atRisk.openedAt, atRisk.caseId`;

const IMPUTATIONS = 100;

/**
 * Interval of a share whose events are known up to a probability each. The events are drawn `imputations` times; Rubin's rules add
 * the variance between the draws to the binomial one; Wilson's interval on the size that has this total variance keeps it in
 * [0, 1]. Rubin 1987; Lott & Reiter 2020.
 *
 * @example
 * imputedShareInterval([1, 1, 0, 0, 0, 0, 0, 0, 0, 0], 0.95, 1)
 * // → { low: 0.0566821515, high: 0.5098375285, level: 0.95, method: 'rubin-wilson' }
 */
export function imputedShareInterval(
  probabilities: readonly number[],
  level: number,
  seed: number,
  imputations = IMPUTATIONS,
): Interval | null {
  const n = probabilities.length;
  if (n === 0) return null;
  const share = probabilities.reduce((sum, p) => sum + p, 0) / n;
  const uniform = seededRandom(seed);
  const draws = Array.from(
    { length: imputations },
    () => probabilities.reduce((sum, p) => sum + (uniform() < p ? 1 : 0), 0) / n,
  );
  const mean = draws.reduce((sum, one) => sum + one, 0) / imputations;
  const within = draws.reduce((sum, one) => sum + (one * (1 - one)) / n, 0) / imputations;
  const between = draws.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (imputations - 1);
  const total = within + (1 + 1 / imputations) * between;
  const size = total > 0 ? Math.min(n, (share * (1 - share)) / total) : n;
  return { ...wilsonInterval(share * size, size, level), method: 'rubin-wilson' };
}

function rowOf(key: GroupKey, rows: readonly LinkedCase[], level: number, seed: number): TableRow {
  const n = rows.length;
  const count = (holds: (one: LinkedCase) => boolean): number => rows.filter(holds).length;
  const expected = rows.reduce((sum, { probability }) => sum + probability, 0);
  const spilled = count((one) => one.spilled);
  const interval = imputedShareInterval(
    rows.map(({ probability }) => probability),
    level,
    seed,
  ) as Interval;
  const exact = clopperPearsonInterval(spilled, n, level);
  return {
    ...key,
    n,
    expected,
    share: expected / n,
    low: interval.low,
    high: interval.high,
    spilled,
    countShare: spilled / n,
    countLow: exact.low,
    countHigh: exact.high,
    certain: count(({ best }) => best > 0.95),
    likely: count(({ best }) => best > 0.5),
  };
}

/** Spill rate of the cases opened in private, in all, by driver and by channel: expected over uncertain links, counted, and bounds. */
export const spillRate = defineMetric(
  { frame: frame, of: 'cases', groups: 'value' },
  async (corpus, options: FunnelOptions) => {
    const { level, seed } = resolveFunnelOptions(options);
    const cases = (await corpus.query(LINKED_CASES)).objects() as LinkedCase[];
    if (cases.length === 0) {
      const { fr, en } = await whyNoPrivateCase(corpus);
      return unmeasured(frame, 0, fr, en);
    }
    const rows = groupsOf(cases).map((group) => rowOf(group.key, group.rows, level, seed));
    const total = rows[0] as TableRow;
    return makeMetric(frame, {
      value: Number(total['share']),
      n: cases.length,
      rows,
      interval: { low: Number(total['low']), high: Number(total['high']), level, method: 'rubin-wilson' },
    });
  },
);
