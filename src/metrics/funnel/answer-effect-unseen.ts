import type { CorpusTables } from '../../engine/corpus-tables.js';
import { LEAST_LINKABILITY, linkabilityOf } from '../../stats/quantification/linkability.js';
import { linkabilityBand } from '../../stats/quantification/unseen-events.js';
import { zOf } from '../../stats/shares/interval.js';
import {
  unseenHazard,
  type SeenDoubt,
  type UnseenHazard,
  type UnseenSpell,
} from '../../stats/survival/unseen-hazard.js';
import { adjustmentsOf, type Adjustment, type RiskCase } from './answer-spells.js';
import type { ResolvedFunnelOptions } from './funnel-cases.js';
import { spillsOf } from './spill-cases.js';
import { waitsAgain } from './waits-again.js';

/** The effect of a reply on cases whose spill would be seen in part. */
export interface CorrectedEffect {
  readonly hazardRatio: number;
  /** Bounds over the band of the unseen share too. */
  readonly low: number;
  readonly high: number;
  readonly n: number;
  readonly events: number;
  /** Share of the spills of these cases that is not seen, bounds. */
  readonly unseen: { readonly low: number; readonly high: number };
  /** VanderWeele & Ding 2017, of the ratio as of a risk ratio (spills are rare). */
  readonly eValue: number;
  /** Quantiles of the law of the ratio. */
  readonly quantiles: (shares: readonly number[]) => number[];
}

/** How often a key agrees is drawn from a law with two tops where few pairs tell it: of 200 draws the ends are known to 3 %, of these to 1 %. */
const BAND_DRAWS = 1000;

/**
 * Strength of association that a hidden factor would need with both sides to explain a ratio alone.
 *
 * @example
 * eValueOf(0.5)
 * // → 3.4142
 */
export function eValueOf(ratio: number): number {
  const above = ratio < 1 ? 1 / ratio : ratio;
  return above + Math.sqrt(above * (above - 1));
}

type Band = NonNullable<ReturnType<typeof linkabilityBand>>;

/** Middle and bounds of how often a spill is seen, as three points with the mean and the deviation of a normal law. */
export function doubtsOf({ mean, low, high }: Band, level: number): SeenDoubt[] {
  const z = zOf(level),
    far = Math.max(1, 1 / z),
    outer = 1 / (2 * (far * z) ** 2);
  return [
    { times: 1, weight: 1 - 2 * outer },
    { times: 1 + far * (low / mean - 1), weight: outer },
    { times: 1 + far * (high / mean - 1), weight: outer },
  ];
}

/** The ratio among linkable cases, watched while public sources are, by the observed likelihood; `undefined` where it can't be had. */
export async function correctedEffect(
  corpus: CorpusTables,
  cases: readonly RiskCase[],
  { level, seed }: ResolvedFunnelOptions,
): Promise<CorrectedEffect | undefined> {
  const spills = await spillsOf(corpus),
    linkability = linkabilityOf(spills.posts, spills.agreements);
  const known = new Map(spills.cases.map((one) => [one.caseId, one])),
    waits = await waitsAgain(corpus);
  const linkable = cases.flatMap((one) => {
    const spill = known.get(one.caseId),
      seen = spill === undefined ? 0 : linkability(spill.keys);
    if (spill === undefined || seen < LEAST_LINKABILITY || spill.followed <= 0) return [];
    return [{ one, seen, until: Math.min(one.end, spill.followed) }];
  });
  const band = linkabilityBand(spills.cases, spills.posts, spills.agreements, {
    seed,
    level,
    replicates: BAND_DRAWS,
  });
  if (linkable.length === 0 || band === undefined) return undefined;
  const fit = (adjustments: readonly Adjustment[]): UnseenHazard | undefined => {
    const spells = linkable.map(({ one, seen, until }): UnseenSpell => ({
      end: until,
      event: one.spilled && one.end <= until,
      turned: one.answered ?? Infinity,
      known: waits.get(one.caseId) ?? [],
      seen,
      fixed: adjustments.map(({ of }) => of(one)),
    }));
    const found = unseenHazard(spells, level, doubtsOf(band, level));
    return found.measured ? found : undefined;
  };
  const found = fit(adjustmentsOf(linkable.map(({ one }) => one))) ?? fit([]);
  if (found === undefined) return undefined;
  const { hazardRatio, low, high, events, quantiles } = found;
  return {
    hazardRatio,
    low,
    high,
    n: linkable.length,
    events,
    unseen: { low: Math.max(0, 1 - band.high), high: 1 - band.low },
    eValue: eValueOf(hazardRatio),
    quantiles,
  };
}
