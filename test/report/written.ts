import { columnsOf, makeMetric } from '../metrics/write-metric.js';
import type { Metric, MetricRow } from '../../src/model/index.js';

/** A metric written by hand: its name, unit, value and rows; interval from `low` and `high` when both are given. */
export function written(
  name: string,
  unit: Metric['unit'],
  {
    value = null,
    n = 100,
    low,
    high,
    rows = [],
  }: {
    readonly value?: number | null;
    readonly n?: number;
    readonly low?: number;
    readonly high?: number;
    readonly rows?: readonly MetricRow[];
  },
): Promise<Metric> {
  const frame = {
    name,
    label: { fr: `Mesure ${name}`, en: name },
    unit,
    denominator: { fr: 'dossiers', en: 'cases' },
    method: { fr: 'M.', en: 'M.' },
    columns: columnsOf(rows),
  };
  return makeMetric(frame, {
    value,
    n,
    rows,
    ...(low !== undefined && high !== undefined && { interval: { low, high, level: 0.95, method: 'm' } }),
  });
}

/** Breaks and spaces of French typography as plain spaces, to read expectations. */
export const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
