import type { CorpusTables } from '../../engine/corpus-tables.js';

/** What to count: rows of `from`, grouped by `by`, and among them those for which each `events` expression holds. */
export interface CountQuery {
  /** A view, or a subquery in parentheses. */
  readonly from: string;
  readonly where: string;
  /** Name of the group column → SQL expression giving text. None: one group. */
  readonly by?: Readonly<Record<string, string>>;
  /** Name of the event → SQL condition. */
  readonly events: Readonly<Record<string, string>>;
  /** Values of `$name` in the fragments; only those used are sent. */
  readonly parameters?: Readonly<Record<string, string | number>>;
}

/** The counts of one group. `effectiveN` is n divided by the design effect of several messages by one author. */
export interface CountRow {
  readonly key: Readonly<Record<string, string | null>>;
  readonly n: number;
  readonly authors: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly effectiveN: Readonly<Record<string, number>>;
}

const list = (parts: readonly string[]): string => parts.map((part) => `, ${part}`).join('');

/**
 * Authors are told apart by 64 bits of a hash: that any two of a million are taken for one has a chance of 1 in 37 million. Those who write
 * once in the whole corpus are counted together, each message as of another author: most messages need no group of their own.
 */
function countSql({ from, where, by = {}, events }: CountQuery): string {
  const keys = Object.keys(by).map((key) => `"${key}"`);
  const names = Object.keys(events);
  const ofAuthors = (once: string, several: string): string =>
    `CAST(sum(CASE WHEN cluster IS NULL THEN ${once} ELSE ${several} END) AS DOUBLE)`;
  return `WITH eachMessage AS (
      SELECT ${clusterOf(from)} AS cluster
        ${list(Object.entries(by).map(([key, value]) => `${value} AS "${key}"`))}
        ${list(names.map((name) => `CASE WHEN ${events[name]} THEN true END AS "${name}"`))}
      FROM ${from} WHERE ${where}),
    eachAuthor AS (
      SELECT cluster, count(*) AS n ${list(keys)} ${list(names.map((name) => `count("${name}") AS "${name}"`))}
      FROM eachMessage GROUP BY cluster ${list(keys)})
    SELECT CAST(sum(n) AS DOUBLE) AS n, ${ofAuthors('n', '1')} AS authors, ${ofAuthors('n', 'n * n')} AS nn
      ${list(keys)}
      ${list(
        names.flatMap((name) => [
          `CAST(sum("${name}") AS DOUBLE) AS "${name}"`,
          `${ofAuthors(`"${name}"`, `"${name}" * "${name}"`)} AS "${name}.kk"`,
          `${ofAuthors(`"${name}"`, `"${name}" * n`)} AS "${name}.kn"`,
        ]),
      )}
    FROM eachAuthor ${keys.length ? `GROUP BY ${keys.join(', ')} ORDER BY ${keys.join(', ')}` : 'HAVING count(*) > 0'}`;
}

/** Who wrote a message; absent: nobody wrote another. Where a subquery may give a message twice, each has its number. */
const clusterOf = (from: string): string =>
  from.startsWith('(')
    ? 'hash(coalesce(authorKey, messageId))'
    : 'CASE WHEN hash(authorKey) IN (SELECT author FROM main.frequentAuthors) THEN hash(authorKey) END';

/**
 * Effective sample size of a share when messages come in clusters (authors): n over the design effect of the ratio
 * estimator, A/(A−1) · Σ(kₐ − p nₐ)² / (n p (1−p)), never above n. When p is 0 or 1 that variance says nothing: then authors are
 * counted in place of messages.
 *
 * @example
 * effectiveSize({ n: 4, clusters: 2, k: 2, nn: 8, kk: 4, kn: 4 })
 * // → 1
 */
export function effectiveSize(sums: {
  readonly n: number;
  readonly clusters: number;
  readonly k: number;
  readonly nn: number;
  readonly kk: number;
  readonly kn: number;
}): number {
  const { n, clusters, k, nn, kk, kn } = sums;
  if (n === 0 || clusters === n) return n;
  if (clusters < 2) return 1;
  if (k === 0 || k === n) return clusters;
  const p = k / n;
  const squares = kk - 2 * p * kn + p * p * nn;
  const designEffect = ((clusters / (clusters - 1)) * squares) / (n * p * (1 - p));
  return Math.max(1, n / Math.max(1, designEffect));
}

/** Counts events by group in one pass, with what is needed to widen intervals for authors who write several times. */
export async function clusteredCounts(corpus: CorpusTables, query: CountQuery): Promise<CountRow[]> {
  const sql = countSql(query);
  const table = await corpus.query(sql, usedParameters(sql, query.parameters ?? {}));
  return table.objects().map((object) => {
    const row = object as Record<string, string | number | null>;
    const number = (name: string): number => Number(row[name] ?? 0);
    const counts: Record<string, number> = {};
    const effectiveN: Record<string, number> = {};
    for (const name of Object.keys(query.events)) {
      counts[name] = number(name);
      effectiveN[name] = effectiveSize({
        n: number('n'),
        clusters: number('authors'),
        k: number(name),
        nn: number('nn'),
        kk: number(`${name}.kk`),
        kn: number(`${name}.kn`),
      });
    }
    const key = Object.fromEntries(
      Object.keys(query.by ?? {}).map((name) => [name, row[name] === null ? null : String(row[name])]),
    );
    return { key, n: number('n'), authors: number('authors'), counts, effectiveN };
  });
}

/** The parameters a statement names: DuckDB refuses the others. */
export function usedParameters<T>(sql: string, parameters: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(parameters).filter(([name]) => new RegExp(`\\$${name}\\b`).test(sql)),
  );
}
