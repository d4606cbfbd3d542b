import type { CorpusTables } from '../../engine/corpus-tables.js';
import type { KernelFit } from '../../stats/hawkes/kernel-fit.js';
import { branchingRadius, totalEffect } from '../../stats/hawkes/hawkes-model.js';
import { joinedSpans, placeIn } from '../../stats/hawkes/kernel-baseline.js';
import { imputedShare } from '../../stats/shares/imputed-share.js';
import type { DeversoirFit } from './deversoir-fit.js';
import { byLabels, foundSpills, headlineOf } from './found-spills.js';
import type { ResolvedFunnelOptions } from './funnel-cases.js';
import type { LabelledSpills } from './labelled-spills.js';
import { spillsOf, type SpillCase } from './spill-cases.js';

/** Public complaints that follow a private one, with what is seen of them. */
export interface SpillCount {
  readonly seen: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** The share that links find is known too badly: `value` is what is seen. */
  readonly floor: boolean;
}

const HOUR = 3_600_000;

/**
 * The effect of private on public complaints as the spill rate counts it, on the events of the matrix: spills of ordinary days seen by
 * links, over the share that they find. With labels, of the complaints they tell on the same days. `undefined` where that share is not known.
 */
export async function spillCount(
  corpus: CorpusTables,
  { data: { events, ids, start }, shocks }: DeversoirFit,
  options: ResolvedFunnelOptions,
  labelled?: LabelledSpills,
): Promise<SpillCount | undefined> {
  const found = await foundSpills(corpus, options),
    cases: readonly SpillCase[] = labelled?.cases ?? (await spillsOf(corpus)).cases,
    known = new Map(cases.map((one) => [one.caseId, one]));
  const apart = joinedSpans(shocks),
    ordinary = (t: number): boolean => placeIn(apart, t) < 0;
  const source = events.typeNames.indexOf('private');
  const openings = ids.flatMap((id, k) => {
    const at = events.times[k] as number,
      own = events.types[k] === source && ordinary(at) ? known.get(id) : undefined;
    return own === undefined ? [] : [{ own, at }];
  });
  const unread = (labelled?.cases ?? []).flatMap((own) => {
    const at = own.openedAt / HOUR - start;
    return own.told || at < 0 || at > events.horizonHours || !ordinary(at) ? [] : [{ own, at }];
  });
  const followed = [...openings, ...unread];
  const seen = imputedShare(
    followed.map(({ own, at }) => (ordinary(at + own.lag) ? own.probability : 0)),
    options.level,
    followed.map(({ own: { weight = 1 } }) => weight),
  );
  if (seen === null) return undefined;
  const lent =
    labelled === undefined ? found : byLabels(found, labelled.among(followed.map(({ own }) => own)));
  const told = headlineOf({ ...seen, low: seen.interval.low }, lent, {
    ...options,
    whole: (found.keys ?? found.timing) !== undefined,
  });
  return told && { seen: seen.share, value: told.share, low: told.low, high: told.high, floor: found.floor };
}

/**
 * A fit whose effect of private on public complaints is the count of the spill rate. What follows after days, at the pace at which people
 * write, is hard to tell from the level of the baseline: times lend it to the level and bound nothing above. The bound above is the spill
 * rate's, the one below the lower of both counts; where they leave a gap, the interval holds both. Where the share found is not known,
 * the value is that of times and sure links, no less than is seen.
 */
export function withSpills(model: KernelFit, count: SpillCount): KernelFit {
  const [i, j] = ['public', 'private'].map((name) => model.typeNames.indexOf(name)) as [number, number];
  const own = model.intervals[i]?.[j],
    byTimes = Math.max(model.A[i]?.[j] ?? 0, count.seen);
  if (own === undefined) return model;
  const value = count.floor ? byTimes : count.value;
  const replaced = <T>(rows: readonly (readonly T[])[], by: (old: T) => T): T[][] =>
    rows.map((row, at) => row.map((old, k) => (at === i && k === j ? by(old) : old)));
  const A = replaced(model.A, () => value),
    effect = totalEffect(A);
  // what more follows came by itself before
  const more =
    ((value - (model.A[i]?.[j] ?? 0)) * (model.counts[j] ?? 0)) / Math.max(1, model.counts[i] ?? 0);
  const { totalEffect: _, ...rest } = model;
  return {
    ...rest,
    A,
    intervals: replaced(model.intervals, ({ level }) => ({
      low: Math.min(own.low, count.low, value),
      high: Math.max(own.low > count.high ? own.high : count.high, value),
      level,
      method: 'spill rate, times and links',
    })),
    spectralRadius: branchingRadius(A),
    ...(effect === undefined ? {} : { totalEffect: effect }),
    attributedShare: replaced(model.attributedShare, (share) => Math.min(1, Math.max(0, share + more))),
    baselineShare: model.baselineShare.map((share, at) =>
      at === i ? Math.min(1, Math.max(0, share - more)) : share,
    ),
  };
}
