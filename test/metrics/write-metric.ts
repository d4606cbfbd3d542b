import { finishMetric } from '../../src/metrics/define-metric.js';
import * as made from '../../src/metrics/make-metric.js';
import type { Metric, MetricCell, MetricRow } from '../../src/model/index.js';
import { PLAIN } from './fake-corpus.js';

/** A whole metric from a frame and a result written by hand. */
export const makeMetric = (...input: Parameters<typeof made.makeMetric>): Promise<Metric> =>
  finishMetric(made.makeMetric(...input), PLAIN);

/** A whole metric that was not measured. */
export const unmeasured = (...input: Parameters<typeof made.unmeasured>): Promise<Metric> =>
  finishMetric(made.unmeasured(...input), PLAIN);

/** The type of a cell as columns name it; `null` has none. */
export function typeOfCell(cell: MetricCell): made.ColumnType | null {
  if (cell === null) return null;
  if (cell instanceof Date) return 'instant';
  if (Array.isArray(cell)) return 'texts';
  return ({ string: 'text', number: 'number', boolean: 'boolean' } as const)[
    typeof cell as 'string' | 'number' | 'boolean'
  ];
}

/** The columns of rows written by hand; each may be absent. */
export const columnsOf = (rows: readonly MetricRow[]): made.MetricColumns =>
  Object.fromEntries(
    [...new Set(rows.flatMap((row) => Object.keys(row)))].map((name) => {
      const cell = rows.map((row) => row[name] ?? null).find((one) => one !== null) ?? null;
      return [name, `${typeOfCell(cell) ?? 'text'}?` as made.ColumnType];
    }),
  );
