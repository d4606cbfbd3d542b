import type { CorpusTables } from '../../engine/corpus-tables.js';
import { dimensionOf, type DimensionName } from '../../engine/dimensions.js';
import { mixRate, type TwoPeriods } from '../../stats/shares/mix-rate.js';
import { seededRandom } from '../../util/random.js';
import { CUSTOMER } from '../sql.js';

/** Authors are gathered in so many blocks by hash: blocks are resampled, so that one statement gives all that is needed. */
const BLOCKS = 200;
export interface Cell {
  readonly block: number;
  readonly item: string | null;
  readonly period: string;
  readonly weight: number;
  readonly sum: number;
  readonly n: number;
}

/** Cells of each dimension, in their order: messages are read once for all, then counted by one after the other. */
export async function readCells(
  corpus: CorpusTables,
  dimensions: readonly DimensionName[],
  period: string,
): Promise<readonly (readonly Cell[])[]> {
  if (dimensions.length === 0) return [];
  const lists = dimensions.map((by, at) => `${dimensionOf(by).message} AS items${at}`);
  const counted = dimensions.map(
    (_, at) =>
      `SELECT ${at} AS dimension, block, items${at} AS items, count(*) AS n, sum(score) AS score FROM said GROUP BY ALL`,
  );
  const sql = `WITH said AS MATERIALIZED (
      SELECT CAST(md5_number_lower(coalesce(authorKey, messageId)) % ${BLOCKS} AS INTEGER) AS block, ${lists.join(', ')},
        CASE sentiment WHEN 'negative' THEN -1 WHEN 'positive' THEN 1 ELSE 0 END AS score
      FROM ${dimensions.includes('topic') ? 'messages' : 'storedMessages'} WHERE ${CUSTOMER} AND sentiment IS NOT NULL AND sentAt IS NOT NULL),
    counted AS (${counted.join(' UNION ALL ')}),
    shared AS (
      SELECT dimension, block, greatest(1, len(items)) AS parts, item, sum(n) AS n, sum(score) AS score
      FROM (SELECT *, unnest(CASE WHEN len(items) = 0 THEN [CAST(NULL AS VARCHAR)] ELSE items END) AS item FROM counted) GROUP BY ALL)
    SELECT dimension, block, item, sum(n / parts ORDER BY parts) AS weight, sum(score / parts ORDER BY parts) AS sum, CAST(sum(n) AS DOUBLE) AS n
    FROM shared GROUP BY ALL ORDER BY ALL`;
  const rows = (await corpus.query(sql)).objects() as (Omit<Cell, 'period'> & {
    readonly dimension: number;
  })[];
  return dimensions.map((_, at) =>
    rows.filter(({ dimension }) => dimension === at).map((row) => ({ ...row, period })),
  );
}

interface Table {
  readonly groups: readonly (string | null)[];
  /** Per block, weights and sums of each group: before, then after. */
  readonly blocks: readonly Float64Array[];
  readonly counts: readonly { readonly before: number; readonly after: number }[];
}

export function tableOf(cells: readonly Cell[], [first]: readonly [string, string]): Table {
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

export function periodsOf(blocks: readonly Float64Array[], count: number): TwoPeriods[] {
  const sums = new Float64Array(count * 4);
  for (const block of blocks)
    for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) + (block[i] as number);
  return Array.from({ length: count }, (_, group) => {
    const at = (place: number): number => sums[group * 4 + place] as number;
    return { before: { weight: at(0), sum: at(1) }, after: { weight: at(2), sum: at(3) } };
  });
}

/** Replicates of mix, rate and both, per group; and of the whole change. */
export function replicatesOf(
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
