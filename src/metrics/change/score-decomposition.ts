import type { CorpusTables } from '../../engine/corpus-tables.js';
import { dimensionOf } from '../../engine/dimensions.js';
import { percentileInterval } from '../../stats/shares/bootstrap.js';
import { mixRate, type TwoPeriods } from '../../stats/shares/mix-rate.js';
import { DeversoirError } from '../../util/errors.js';
import { seededRandom } from '../../util/random.js';
import { defineMetric } from '../define-metric.js';
import { resolveFunnelOptions, type FunnelOptions } from '../funnel/funnel-cases.js';
import { lastQuarters, quarterName } from '../last-quarters.js';
import { makeMetric, metricFrame, unmeasured } from '../make-metric.js';
import { CUSTOMER } from '../sql.js';

/** What a change can be taken apart by. */
export const DECOMPOSED_BY = ['driver', 'brand', 'channel', 'topic'] as const;
export type DecomposedBy = (typeof DECOMPOSED_BY)[number];

export interface DecompositionOptions extends FunnelOptions {
  /** Calendar periods compared, the earlier first: `['2026-Q1', '2026-Q2']`. Default: the last two quarters. */
  readonly periods?: readonly [string, string];
  /** Default: driver, brand, channel, and topic where there are subjects. */
  readonly over?: DecomposedBy | readonly DecomposedBy[];
}

const frame = metricFrame({
  name: 'scoreDecomposition',
  label: { fr: 'Pourquoi la tonalité a bougé', en: 'Why the tone moved' },
  unit: 'score',
  denominator: {
    fr: 'messages de clients des deux périodes, datés et dont la tonalité est classée',
    en: 'customers’ messages of both periods, dated and with a classified sentiment',
  },
  method: {
    fr: 'Décomposition de l’écart du score net (Kitagawa, 1955) : effet de composition (un groupe pèse plus ou moins) et effet propre (le groupe est mieux ou moins bien jugé). Les parts se somment à l’écart. Un message qui nomme plusieurs motifs se partage entre eux à parts égales. Intervalles par rééchantillonnage des auteurs.',
    en: 'Decomposition of the change of the net score (Kitagawa 1955): mix (a group weighs more or less) and rate (the group is judged better or worse). Parts sum to the change. A message that names several drivers is shared equally between them. Intervals by resampling authors.',
  },
  limits: {
    fr: 'Dit ce qui a bougé avec le score, non ce qui l’a causé. La tonalité est celle du message entier, prêtée à chacun de ses motifs.',
    en: 'Says what moved with the score, not what caused it. The tone is that of the whole message, lent to each of its drivers.',
  },
  columns: {
    by: 'text',
    group: 'text?',
    previousPeriod: 'text',
    period: 'text',
    previousN: 'number',
    n: 'number',
    previousShare: 'number',
    share: 'number',
    previousScore: 'number?',
    score: 'number?',
    mix: 'number',
    mixLow: 'number',
    mixHigh: 'number',
    rate: 'number',
    rateLow: 'number',
    rateHigh: 'number',
    change: 'number',
    low: 'number',
    high: 'number',
  },
});

/** Authors are gathered in so many blocks by hash: blocks are resampled, so that one statement gives all that is needed. */
const BLOCKS = 200;
const REPLICATES = 400;

interface Cell {
  readonly block: number;
  readonly item: string | null;
  readonly period: string;
  readonly weight: number;
  readonly sum: number;
  readonly n: number;
}

async function readCells(corpus: CorpusTables, by: DecomposedBy, period: string): Promise<readonly Cell[]> {
  const sql = `WITH said AS (
      SELECT coalesce(authorKey, messageId) AS author, ${dimensionOf(by).message} AS items,
        CASE sentiment WHEN 'negative' THEN -1 WHEN 'positive' THEN 1 ELSE 0 END AS score
      FROM messages WHERE ${CUSTOMER} AND sentiment IS NOT NULL AND sentAt IS NOT NULL),
    shared AS (
      SELECT author, score, 1.0 / greatest(1, len(items)) AS weight,
        unnest(CASE WHEN len(items) = 0 THEN [CAST(NULL AS VARCHAR)] ELSE items END) AS item
      FROM said)
    SELECT CAST(md5_number_lower(author) % ${BLOCKS} AS INTEGER) AS block, item, CAST(sum(weight) AS DOUBLE) AS weight,
      CAST(sum(weight * score) AS DOUBLE) AS sum, CAST(count(*) AS DOUBLE) AS n
    FROM shared GROUP BY ALL ORDER BY ALL`;
  const rows = (await corpus.query(sql)).objects() as Omit<Cell, 'period'>[];
  return rows.map((row) => ({ ...row, period }));
}

interface Table {
  readonly groups: readonly (string | null)[];
  /** Per block, weights and sums of each group: before, then after. */
  readonly blocks: readonly Float64Array[];
  readonly counts: readonly { readonly before: number; readonly after: number }[];
}

function tableOf(cells: readonly Cell[], [first]: readonly [string, string]): Table {
  const groups = [...new Set(cells.map(({ item }) => item))].toSorted((a, b) =>
    a === null ? 1 : b === null ? -1 : a < b ? -1 : 1,
  );
  const at = new Map(groups.map((group, index) => [group, index]));
  const blocks = new Map<number, Float64Array>();
  const counts = groups.map(() => ({ before: 0, after: 0 }));
  for (const { block, item, period, weight, sum, n } of cells) {
    const group = at.get(item) as number;
    const values = blocks.get(block) ?? new Float64Array(groups.length * 4);
    const cell = group * 4 + (period === first ? 0 : 2);
    values[cell] = (values[cell] as number) + weight;
    values[cell + 1] = (values[cell + 1] as number) + sum;
    blocks.set(block, values);
    const count = counts[group] as { before: number; after: number };
    count[period === first ? 'before' : 'after'] += n;
  }
  return { groups, blocks: [...blocks].toSorted(([a], [b]) => a - b).map(([, values]) => values), counts };
}

function periodsOf(blocks: readonly Float64Array[], count: number): TwoPeriods[] {
  const sums = new Float64Array(count * 4);
  for (const block of blocks)
    for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) + (block[i] as number);
  return Array.from({ length: count }, (_, group) => {
    const [a = 0, b = 0, c = 0, d = 0] = sums.subarray(group * 4, group * 4 + 4);
    return { before: { weight: a, sum: b }, after: { weight: c, sum: d } };
  });
}

/** Replicates of mix, rate and both, per group; and of the whole change. */
function replicatesOf(
  table: Table,
  seed: number,
  replicates: number,
): { parts: number[][][]; whole: number[] } {
  const random = seededRandom(seed);
  const { blocks, groups } = table;
  const parts = groups.map((): number[][] => [[], [], []]);
  const whole: number[] = [];
  for (let replicate = 0; replicate < replicates; replicate++) {
    const drawn = blocks.map(() => blocks[Math.floor(random() * blocks.length)] as Float64Array);
    const found = mixRate(periodsOf(drawn, groups.length));
    if (found === undefined) continue;
    whole.push(found.after - found.before);
    found.parts.forEach(({ mix, rate }, group) => {
      parts[group]?.[0]?.push(mix);
      parts[group]?.[1]?.push(rate);
      parts[group]?.[2]?.push(mix + rate);
    });
  }
  return { parts, whole };
}

function decomposed(
  by: DecomposedBy,
  cells: readonly Cell[],
  periods: readonly [string, string],
  { seed, replicates, level }: { readonly seed: number; readonly replicates: number; readonly level: number },
) {
  const table = tableOf(cells, periods);
  const groups = periodsOf(table.blocks, table.groups.length);
  const found = mixRate(groups);
  if (found === undefined || table.blocks.length < 2) return undefined;
  const drawn = replicatesOf(table, seed, replicates);
  if (drawn.whole.length < 2) return undefined;
  const total = (period: 'before' | 'after'): number =>
    groups.reduce((sum, group) => sum + group[period].weight, 0);
  const score = ({ weight, sum }: { weight: number; sum: number }): number | null =>
    weight > 0 ? sum / weight : null;
  const rows = table.groups.map((group, index) => {
    const { before, after } = groups[index] as TwoPeriods;
    const { mix, rate } = found.parts[index] as { mix: number; rate: number };
    const [ofMix, ofRate, ofBoth] = (drawn.parts[index] ?? []).map((values) =>
      percentileInterval(values, level),
    );
    return {
      by,
      group,
      previousPeriod: periods[0],
      period: periods[1],
      previousN: table.counts[index]?.before ?? 0,
      n: table.counts[index]?.after ?? 0,
      previousShare: before.weight / total('before'),
      share: after.weight / total('after'),
      previousScore: score(before),
      score: score(after),
      mix,
      mixLow: ofMix?.low ?? mix,
      mixHigh: ofMix?.high ?? mix,
      rate,
      rateLow: ofRate?.low ?? rate,
      rateHigh: ofRate?.high ?? rate,
      change: mix + rate,
      low: ofBoth?.low ?? mix + rate,
      high: ofBoth?.high ?? mix + rate,
    };
  });
  rows.sort(
    (a, b) => Math.abs(b.change) - Math.abs(a.change) || ((a.group ?? '') < (b.group ?? '') ? -1 : 1),
  );
  return {
    rows,
    change: found.after - found.before,
    interval: { ...percentileInterval(drawn.whole, level), method: 'bootstrap over authors' },
    messages: total('before') + total('after'),
  };
}

/**
 * Why the net sentiment score moved between two periods: for each driver, brand, channel and subject, what it adds because it weighs
 * more or less (`mix`) and because it is judged better or worse (`rate`), in points of score, with intervals. Within one `by` the
 * `change` column sums to the value. `group` is `null` for messages that name none.
 *
 * Value: the change of the score. Throws `option-invalid` for an `over` that is not known.
 */
export const scoreDecomposition = defineMetric(
  { frame, of: 'messages' },
  async (corpus, options: DecompositionOptions & { readonly zone: string }) => {
    const { level, seed, zone } = resolveFunnelOptions(options);
    const asked = options.over === undefined ? DECOMPOSED_BY : [options.over].flat();
    const unknown = asked.find((by) => !DECOMPOSED_BY.includes(by));
    if (unknown !== undefined)
      throw new DeversoirError('option-invalid', `over "${String(unknown)}"`, {
        hint: `expected ${DECOMPOSED_BY.join(', ')}`,
      });
    const quarters = await lastQuarters(corpus, zone);
    const periods =
      options.periods ??
      (quarters === null ? undefined : ([quarterName(quarters[0]), quarterName(quarters[1])] as const));
    if (periods === undefined)
      return unmeasured(
        frame,
        0,
        'il faut deux trimestres consécutifs de messages datés',
        'two consecutive quarters of dated messages are needed',
      );
    const replicates = options.replicates ?? REPLICATES;
    const found = [];
    const parts = periods.map((period) => ({ period, part: corpus.where({ period, zone }) }));
    for (const by of asked) {
      if (by === 'topic' && (await corpus.topics()).length === 0) continue;
      const cells: Cell[] = [];
      for (const { period, part } of parts) cells.push(...(await readCells(part, by, period)));
      const one = decomposed(by, cells, periods, { seed, replicates, level });
      if (one !== undefined) found.push(one);
    }
    for (const { part } of parts) part.close();
    const [first] = found;
    if (first === undefined)
      return unmeasured(
        frame,
        0,
        `une des deux périodes (${periods.join(', ')}) n’a pas de message de client dont la tonalité est classée`,
        `one of both periods (${periods.join(', ')}) has no customer message with a classified sentiment`,
      );
    return makeMetric(frame, {
      value: first.change,
      n: Math.round(first.messages),
      interval: first.interval,
      rows: found.flatMap(({ rows }) => rows),
    });
  },
);
