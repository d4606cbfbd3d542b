import type { CorpusTables } from '../../engine/corpus-tables.js';
import type { Metric } from '../../model/index.js';
import { clusteredCounts } from '../care/clustered-counts.js';
import { shareInterval } from './score-interval.js';
import { PUBLIC_CUSTOMER } from '../sql.js';

type ListShare<Key extends string> = Readonly<Record<Key, string>> & {
  readonly messages: number;
  readonly n: number;
  readonly authors: number;
  readonly share: number;
  readonly low: number | null;
  readonly high: number | null;
};

/** Shares of public customers' messages with a text. */
export interface ListShares<Key extends string> {
  readonly n: number;
  /** Share of messages whose list holds anything. */
  readonly value: number;
  readonly interval: Metric['interval'];
  /** A row for each name, most messages first: `messages`, `n`, `authors`, `share`, `low`, `high`. */
  readonly rows: readonly ListShare<Key>[];
}

/**
 * Share of public customers' messages whose list column holds anything, and each of its names, with intervals widened when an author
 * writes several times, of those in a language that is read. `key` is the column of the names in the rows. `undefined` when there is none.
 */
export async function listShares<Key extends string>(
  corpus: CorpusTables,
  list: 'harms' | 'contributions',
  key: Key,
  names: readonly string[],
  level: number,
): Promise<ListShares<Key> | undefined> {
  const events = Object.fromEntries(names.map((name) => [name, `list_contains(${list}, '${name}')`]));
  const [row] = await clusteredCounts(corpus, {
    from: 'storedMessages',
    where: `${PUBLIC_CUSTOMER} AND text IS NOT NULL AND sentiment IS NOT NULL`,
    events: { any: `len(${list}) > 0`, ...events },
  });
  if (!row) return undefined;
  const { n, authors } = row;
  const count = (name: string): { k: number; n: number; effectiveN: number } => ({
    k: row.counts[name] ?? 0,
    n,
    effectiveN: row.effectiveN[name] ?? n,
  });
  const rows = names.map((name): ListShare<Key> => {
    const { k } = count(name),
      interval = shareInterval(count(name), level);
    return {
      ...({ [key]: name } as Record<Key, string>),
      messages: k,
      n,
      authors,
      share: k / n,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
    };
  });
  return {
    n,
    value: count('any').k / n,
    interval: shareInterval(count('any'), level),
    rows: rows.toSorted((a, b) => b.messages - a.messages),
  };
}
