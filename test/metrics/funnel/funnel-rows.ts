import type { Case, Metric } from '../../../src/model/index.js';

export const HOUR = 3_600_000;

/** A private case opened at hour 0; the other instants are given in hours. */
export interface HourCase extends Partial<
  Omit<Case, 'openedAt' | 'observedUntil' | 'answeredAt' | 'resolvedAt' | 'spilledAt'>
> {
  readonly opened?: number;
  readonly answered?: number;
  readonly resolved?: number;
  readonly spilled?: number;
  readonly until: number;
}

const instant = (hours: number | undefined): number | null => (hours === undefined ? null : hours * HOUR);

export const hourCase = ({
  opened = 0,
  answered,
  resolved,
  spilled,
  until,
  ...rest
}: HourCase): Partial<Case> => ({
  openedAt: instant(opened),
  observedUntil: instant(until),
  answeredAt: instant(answered),
  resolvedAt: instant(resolved),
  spilledAt: instant(spilled),
  furthestStage: spilled === undefined ? 'private' : 'public',
  ...rest,
});

export const tableOf = (metric: Metric): Record<string, unknown>[] =>
  metric.table.objects() as Record<string, unknown>[];

/** Every number of a metric that is not finite: there must be none. */
export function notFinite(metric: Metric): string[] {
  const numbers: [string, unknown][] = [
    ['value', metric.value],
    ['n', metric.n],
    ['low', metric.interval?.low],
    ['high', metric.interval?.high],
  ];
  for (const row of tableOf(metric)) numbers.push(...Object.entries(row));
  return numbers
    .filter(([, value]) => typeof value === 'number' && !Number.isFinite(value))
    .map(([name, value]) => `${metric.name}.${name} = ${String(value)}`);
}
