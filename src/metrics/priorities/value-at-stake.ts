import type { CorpusTables } from '../../engine/corpus-tables.js';
import type { CorpusConfig, CostRange, UnitCosts } from '../../model/config.js';
import { percentileInterval } from '../../stats/shares/bootstrap.js';
import { quantile } from '../../stats/shares/quantile.js';
import { zOf } from '../../stats/shares/interval.js';
import { normal } from '../../stats/variates.js';
import { seededRandom } from '../../util/random.js';
import type { LabelOptions } from '../basic/labelled-shares.js';
import { defineMetric } from '../define-metric.js';
import { humanReply } from '../../engine/human-messages.js';
import { ANSWERED_AT, measuredChannels, WITH_REPLIES } from '../care/reply-coverage.js';
import { avoidableSpills } from '../funnel/avoidable-spills.js';
import { OPENED_IN_PRIVATE, resolveFunnelOptions, type FunnelOptions } from '../funnel/funnel-cases.js';
import { spillRate } from '../funnel/spill-rate.js';
import { makeMetric, metricFrame, unmeasured } from '../make-metric.js';
import { PUBLIC_CUSTOMER } from '../sql.js';

export interface ValueOptions extends FunnelOptions, LabelOptions {
  /** What things cost the user. Default: `costs` of the configuration. Without any, nothing is measured. */
  readonly costs?: UnitCosts;
}

const frame = metricFrame({
  name: 'valueAtStake',
  label: { fr: 'Ce qui est en jeu, en euros', en: 'What is at stake, in euros' },
  unit: 'euros',
  denominator: { fr: 'lignes chiffrées', en: 'lines that are costed' },
  method: {
    fr: 'Quantité mesurée × coûts unitaires donnés par l’utilisateur, chacun pris au hasard dans sa fourchette ; quantité tirée selon son intervalle (deux demi-lois normales autour de la valeur, une par côté) ; 10 000 tirages à graine fixe. Médiane et fourchette à 95 %. Débordements : ceux que dit le taux de débordement, avec son intervalle. Une ligne n’est chiffrée que si tous ses coûts sont donnés.',
    en: 'Measured quantity × unit costs given by the user, each drawn within its range; quantity drawn by its interval (two half normal laws around the value, one a side); 10,000 draws with a fixed seed. Median and 95% range. Spills: those that the spill rate tells, with its interval. A line is costed only when all of its costs are given.',
  },
  limits: {
    fr: 'Vaut ce que valent les coûts donnés. Les lignes se recouvrent : elles ne s’additionnent pas. Les plaintes sont celles que reconnaît le logiciel (pour les débordements, celles que disent vos étiquettes si elles font connaître 30 dossiers privés) ; celles sans réponse n’en ont pas à la fin des exports, sur les canaux dont les exports contiennent les réponses.',
    en: 'Worth what the costs given are worth. Lines overlap: they do not add up. Complaints are those that the software reads (for spills those that your labels tell, if they know 30 private cases); unanswered ones have no answer at the end of the exports, on channels whose replies are in the exports.',
  },
  columns: {
    line: 'text',
    n: 'number',
    quantity: 'number',
    quantityLow: 'number',
    quantityHigh: 'number',
    median: 'number',
    low: 'number',
    high: 'number',
    costs: 'texts',
    sources: 'texts',
  },
});

const DRAWS = 10_000;

/** A quantity with its interval, equal ends when it is counted, and what it is counted among; `null`: nothing to count. */
interface Quantity {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}
const counted = (value: number, n: number): Quantity | null =>
  n === 0 ? null : { value, low: value, high: value, n };

type CostName = Exclude<keyof UnitCosts, 'currency'>;

interface Line {
  readonly line: string;
  readonly factors: readonly CostName[];
  /** Divides the product: minutes to hours. */
  readonly per?: number;
  readonly quantity: (corpus: CorpusTables, options: ValueOptions) => Promise<Quantity | null>;
}

/** Rows of `among`, and those of them for which `what` holds. */
async function countOf(corpus: CorpusTables, what: string, among: string): Promise<Quantity | null> {
  const row = (
    await corpus.query(
      `SELECT CAST(count(*) FILTER (WHERE ${what}) AS DOUBLE) AS k, CAST(count(*) AS DOUBLE) AS n FROM ${among}`,
    )
  ).object(0) as { k: number; n: number };
  return counted(row.k, row.n);
}

/** Complaints opened in private that nobody answered, where the exports hold the replies. */
async function unanswered(corpus: CorpusTables): Promise<Quantity | null> {
  const isMeasured = await measuredChannels(corpus);
  const rows = (
    await corpus.query(`SELECT firstStage AS stage, firstChannel AS channel, CAST(count(*) AS DOUBLE) AS n,
        CAST(count(*) FILTER (WHERE ${ANSWERED_AT} IS NULL) AS DOUBLE) AS k
      FROM cases ${WITH_REPLIES} WHERE ${OPENED_IN_PRIVATE} GROUP BY ALL`)
  ).objects() as { stage: string; channel: string; n: number; k: number }[];
  const seen = rows.filter(isMeasured);
  const sum = (column: 'n' | 'k'): number => seen.reduce((total, row) => total + row[column], 0);
  return counted(sum('k'), sum('n'));
}

async function avoidable(corpus: CorpusTables, options: ValueOptions): Promise<Quantity | null> {
  const { costs: _costs, ...rest } = options;
  const metric = await avoidableSpills(corpus, rest);
  const row = (metric.rows() as readonly Readonly<Record<string, unknown>>[]).find(
    ({ withinHours }) => withinHours === 24,
  );
  const [value, low, high] = [row?.['value'], row?.['low'], row?.['high']].map(Number);
  return [value, low, high].every((one) => Number.isFinite(one))
    ? { value: value as number, low: low as number, high: high as number, n: metric.n }
    : null;
}

/** Complaints that spill, as the spill rate tells it: what is seen over the share found; what is seen, a floor, where that share is unknown. */
async function spilled(corpus: CorpusTables, options: ValueOptions): Promise<Quantity | null> {
  const { costs: _costs, ...rest } = options;
  const { n, rows } = await spillRate.inAll(corpus, rest);
  const [total] = rows ?? [];
  if (total === undefined) return null;
  const told =
    total.share === null
      ? ([total.seen, total.seenLow, total.seenHigh] as const)
      : ([total.share, total.low, total.high] as const);
  const [value, low, high] = told;
  return value === null || low === null || high === null || n === 0
    ? null
    : { value: n * value, low: n * low, high: n * high, n };
}

const RATED = `${PUBLIC_CUSTOMER} AND rating IS NOT NULL AND ratingMax > 0`;

const LINES: readonly Line[] = [
  { line: 'avoidableSpills', factors: ['lossAfterSpill', 'lostCustomer'], quantity: avoidable },
  { line: 'spills', factors: ['lossAfterSpill', 'lostCustomer'], quantity: spilled },
  { line: 'unansweredCases', factors: ['lossUnanswered', 'lostCustomer'], quantity: unanswered },
  {
    line: 'negativeReviews',
    factors: ['negativeReview'],
    quantity: (corpus) => countOf(corpus, 'rating / ratingMax <= 0.4', `messages WHERE ${RATED}`),
  },
  {
    line: 'agentTime',
    factors: ['minutesPerReply', 'agentHour'],
    per: 60,
    quantity: (corpus) => countOf(corpus, 'true', `messages WHERE ${humanReply()}`),
  },
  {
    line: 'ratingBelowFour',
    factors: ['clickPointsPerStar', 'clickRatePoint'],
    quantity: async (corpus) => {
      const row = (
        await corpus.query(`SELECT avg(4 - stars ORDER BY stars) AS gap, stddev_samp(stars ORDER BY stars) / sqrt(count(*)) AS error, CAST(count(*) AS DOUBLE) AS n
          FROM (SELECT 5 * rating / ratingMax AS stars FROM storedMessages WHERE ${RATED})`)
      ).object(0) as { gap: number | null; error: number | null; n: number };
      if (row.gap === null || row.error === null || row.gap <= 0) return null;
      const half = zOf(0.95) * row.error;
      return { value: row.gap, low: Math.max(0, row.gap - half), high: row.gap + half, n: row.n };
    },
  },
];

/** Draws of quantity × costs. Same seed, same draws. */
function simulate(quantity: Quantity, costs: readonly CostRange[], per: number, seed: number): number[] {
  const random = seededRandom(seed);
  const below = (quantity.value - quantity.low) / zOf(0.95),
    above = (quantity.high - quantity.value) / zOf(0.95);
  return Array.from({ length: DRAWS }, () => {
    const z = normal(random);
    const many = Math.max(0, quantity.value + (z < 0 ? below : above) * z);
    return costs.reduce((product, { low, high }) => product * (low + (high - low) * random()), many) / per;
  });
}

/**
 * What is at stake in euros, from the user's own unit costs: avoidable spills, spills as the spill rate tells them, complaints without an answer, bad reviews,
 * agents' time, click rate lost to a rating under four stars. Nothing without costs, and never a default figure. Lines overlap, so there
 * is no total; `n` is what a quantity is counted among (complaints, rated messages, replies): `value` is the number of lines that are costed.
 */
export const valueAtStake = defineMetric(
  { frame, of: 'messages', groups: 'rows' },
  async (corpus, options: ValueOptions) => {
    const { seed } = resolveFunnelOptions(options);
    const config = corpus.manifest.options['config'] as CorpusConfig | undefined;
    const costs = options.costs ?? config?.costs;
    if (costs === undefined)
      return unmeasured(
        frame,
        0,
        'aucun coût unitaire n’est donné (clé « costs » de la configuration)',
        'no unit cost is given (key "costs" of the configuration)',
      );
    const rows = [];
    for (const [at, { line, factors, per = 1, quantity }] of LINES.entries()) {
      const ranges = factors.map((name) => costs[name]);
      if (ranges.some((range) => range === undefined)) continue;
      const known = ranges as readonly CostRange[];
      const measured = await quantity(corpus, options);
      if (measured === null) continue;
      const draws = simulate(measured, known, per, seed + at);
      const { low, high } = percentileInterval(draws, 0.95);
      rows.push({
        line,
        n: measured.n,
        quantity: measured.value,
        quantityLow: measured.low,
        quantityHigh: measured.high,
        median: quantile(draws, 0.5),
        low,
        high,
        costs: [...factors],
        sources: known.map(({ source }) => source),
      });
    }
    return rows.length === 0
      ? unmeasured(
          frame,
          0,
          'aucune ligne n’a tous ses coûts, ou rien à compter',
          'no line has all of its costs, or nothing to count',
        )
      : makeMetric(frame, { value: rows.length, n: rows.length, rows });
  },
);
