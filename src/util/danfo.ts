import type { ColumnTable } from 'arquero';
import { DeversoirError } from './errors.js';

/** What this library knows of a danfo DataFrame; the object is danfo's own, with all its methods: `toDanfo<DataFrame>(table)` types them. */
export interface DanfoDataFrame {
  readonly shape: readonly number[];
  readonly columns: readonly string[];
  readonly values: unknown;
  head(rows?: number): DanfoDataFrame;
  print(): void;
}

/** An empty-headed cell for danfo: it knows numbers, texts and booleans; instants become ISO text, lists text, absent stays absent. */
function danfoCell(value: unknown): string | number | boolean | undefined {
  if (value === null || value === undefined) return undefined;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.join(', ');
  return value as string | number | boolean;
}

/**
 * An Arquero table as a danfo DataFrame: same columns, same rows, same order. danfo is an optional peer, loaded here.
 * `Frame`: its type, danfo's `DataFrame` where that is imported.
 *
 * Throws `peer-missing` where it is not installed.
 */
export async function toDanfo<Frame = DanfoDataFrame>(table: ColumnTable): Promise<Frame> {
  let danfo: { DataFrame: new (data: object) => Frame };
  try {
    const name = 'danfojs-node';
    danfo = (await import(name)) as typeof danfo;
  } catch (cause) {
    throw new DeversoirError('peer-missing', 'danfojs-node is not installed', {
      hint: 'npm install danfojs-node@1.1.2 (see "danfo" in the README for the overrides it needs)',
      cause,
    });
  }
  const columns = Object.fromEntries(
    table.columnNames().map((name) => [name, Array.from(table.array(name) as ArrayLike<unknown>, danfoCell)]),
  );
  return new danfo.DataFrame(columns);
}
