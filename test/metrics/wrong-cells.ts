import type { ColumnType } from '../../src/metrics/make-metric.js';
import type { Metric } from '../../src/model/index.js';
import { typeOfCell } from './write-metric.js';

/** Cells that are not what their column says. */
export const wrongCells = (columns: Readonly<Record<string, ColumnType>>, metric: Metric): string[] =>
  metric.rows().flatMap((row) =>
    Object.entries(row)
      .filter(([name, cell]) => {
        const type = columns[name] ?? 'none';
        const told = typeOfCell(cell);
        return told === null ? !type.endsWith('?') : type.replace('?', '') !== told;
      })
      .map(([name, cell]) => `${metric.name}.${name} is ${JSON.stringify(cell)}, expected ${columns[name]}`),
  );
