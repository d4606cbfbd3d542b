import type { CorpusTables } from '../../engine/corpus-tables.js';
import { foundShare, SUPPOSED, type FoundShare } from '../../stats/quantification/found-share.js';
import type { ForwardExcess } from '../../stats/quantification/forward-excess.js';
import { imputedShare, shareOverFound, type ImputedShare } from '../../stats/shares/imputed-share.js';
import type { SharePrior } from '../../stats/shares/shrinkage.js';
import { seededRandom } from '../../util/random.js';
import type { ToldFigure } from '../basic/score-interval.js';
import { isAllOfItsBrands, oncePerCorpus } from '../memo.js';
import { complaintReading, type ComplaintReading } from './complaint-reading.js';
import type { ResolvedFunnelOptions } from './funnel-cases.js';
import { keyExcess } from './key-pairs.js';
import { linkableOf, spillsOf, type SpillCase, type Spills } from './spill-cases.js';
import { weightOf } from './weighed-complaints.js';
import { timingRate, type TimingRate } from './timing-rate.js';

/** Bounds of the found share further apart than this factor tell too little: what is seen is then told, as a floor. */
const MOST_APART = 20;
/** Fewer spills seen than this, of which nobody knows the share, are no floor either. */
const LEAST_SEEN = 1;

/** Timing may be wrong by a quarter where its law of lags is learnt from sure pairs: its interval holds its other supposition, the level, in two forms. */
const LEARNT = Math.log(1.25);

/** Size of a sample that knows its share. */
const WHOLE = 1e9;

/** What bounds of a rate of spills carry where the reader's errors are known. */
export const MISREAD = {
  fr: 'La borne haute compte ce que la lecture prend à tort pour une plainte privée, d’après les jeux étiquetés.',
  en: 'The upper bound allows for what reading wrongly takes for a private complaint, by the labelled sets.',
} as const;

/** Which share of the spills the links find, by the keys of both sides and by timing. */
export interface FoundSpills {
  /** Absent where neither keys nor times say anything. */
  readonly found?: FoundShare;
  /** The keys' witness: what meets later more often than earlier. */
  readonly keys?: ForwardExcess;
  readonly timing?: TimingRate;
  /**
   * Quantile function of how much of the spills of as many true complaints those told as complaints have: what is wrongly told may spill as
   * the others do, or not at all. Absent where nothing is known of the reader.
   */
  readonly complaining?: ((p: number) => number) | undefined;
  /** What is found is known so badly that a corrected rate would say nothing. */
  readonly floor: boolean;
  /** Where links found nothing at all: the rate that witnesses, who count without links, do not go beyond. */
  readonly unseen?: number;
}

/** What is found, where labels say which cases are complaints: `among` in place of what labelled sets let one expect. */
export const byLabels = (found: FoundSpills, among: FoundSpills['complaining']): FoundSpills => ({
  ...found,
  complaining: among,
});

/** Nothing seen, or too few to compare: who shows a key would have been found by it, give or take what that supposes. */
function byKeysAlone(spills: Spills, level: number): FoundShare | undefined {
  const chances = linkableOf(spills.cases, spills);
  if (chances.length === 0) return undefined;
  const share = chances.reduce((sum, chance) => sum + chance, 0) / chances.length,
    supposed = foundShare([{ found: share, value: 1, low: 1, high: 1 }], level);
  return supposed && { ...supposed, share };
}

/** What of the found share is used, of which so many spills are seen: where its bounds say too little, a floor, and nothing where hardly one is seen. */
export function lentOf(told: FoundShare | undefined, seen: number): Pick<FoundSpills, 'found' | 'floor'> {
  if (told === undefined) return { floor: true };
  const floor = told.high / told.low > MOST_APART;
  return floor && seen < LEAST_SEEN ? { floor } : { found: told, floor };
}

async function measured(corpus: CorpusTables, options: ResolvedFunnelOptions): Promise<FoundSpills> {
  const { level, seed } = options,
    spills = await spillsOf(corpus),
    { cases } = spills;
  const timing = await timingRate(corpus, options),
    keys = await keyExcess(corpus, spills, level);
  const count = cases.reduce((sum, { probability }) => sum + probability, 0);
  // both witnesses count what is read as a public complaint, so what links found is held against them as far as it is read as one
  const read =
    cases.reduce((sum, { readProbability }) => sum + readProbability, 0) / Math.max(1, cases.length);
  const heard = timing && {
      ...timing,
      supposed: Math.hypot(timing.lags > 0 ? LEARNT : SUPPOSED, timing.doubt),
    },
    shared = foundShare([heard, keys && { ...keys, found: read }], level),
    told = shared ?? byKeysAlone(spills, level);
  const highs = [timing, keys].flatMap((witness) => (witness === undefined ? [] : [witness.high]));
  const complaining = complainingOf(await complaintReading(corpus, options), seed);
  return {
    ...(complaining && { complaining }),
    ...lentOf(told, count),
    ...(shared === undefined && highs.length > 0 && { unseen: Math.min(...highs) }),
    ...(keys === undefined ? {} : { keys }),
    ...(timing === undefined ? {} : { timing }),
  };
}

function complainingOf(
  { private: messages, conversations = messages }: ComplaintReading,
  seed: number,
): ((p: number) => number) | undefined {
  if (conversations === undefined) return undefined;
  const uniform = seededRandom(seed);
  const parts = Float64Array.from(conversations.precision, (right) => right + (1 - right) * uniform()).sort();
  return (p) => parts[Math.min(parts.length - 1, Math.floor(p * parts.length))] as number;
}

/**
 * What is found of the spills, measured once per corpus. A part of a brand's cases (drivers, channels, periods) has too few spills to say
 * it: it is lent what all exports of the brand say, without its witnesses, which speak of their own cases.
 */
export async function foundSpills(
  corpus: CorpusTables,
  options: ResolvedFunnelOptions,
): Promise<FoundSpills> {
  const narrow = !isAllOfItsBrands(corpus),
    wide = narrow ? corpus.ofItsBrands() : corpus;
  const { keys, timing, ...lent } = await oncePerCorpus(
    wide,
    `found ${options.zone} ${options.level} ${options.seed} ${options.replicates}`,
    () => measured(wide, options),
  );
  return narrow ? lent : { ...lent, ...(keys && { keys }), ...(timing && { timing }) };
}

/**
 * The rate that is said first: what is seen over the share that is found. Where that share is hardly known, what is seen, told as a
 * floor, with an interval that reaches as far up as the corrected one. `whole`: all cases that the found share was measured on: its witnesses
 * count the spills themselves, and how few are seen makes nothing less sure. Where witnesses do not speak against links finding all, the interval
 * begins where that of what is seen does: a share has no room beyond all, so that a posterior alone leaves all out where all are found. Where
 * links found nothing it ends no sooner than the witnesses' bounds. Where it may well be that none of these cases spilled, seen (`none`) or unseen, it begins at 0: it is told of
 * these cases, and not only of the law behind them. `laws`: how the seen rates of groups like this one differ.
 */
export function headlineOf(
  seen: Omit<ImputedShare, 'interval'> & { readonly low: number },
  { found, floor, complaining, unseen = 0 }: FoundSpills,
  {
    whole = false,
    ...options
  }: Pick<ResolvedFunnelOptions, 'seed' | 'level'> & {
    readonly whole?: boolean;
    readonly laws?: SharePrior['laws'] | undefined;
  },
): { readonly share: number; readonly low: number; readonly high: number } | undefined {
  if (found === undefined) return undefined;
  const over = (one: Pick<ImputedShare, 'share' | 'size'>): ReturnType<typeof shareOverFound> =>
    shareOverFound(one, found.share, found.quantile, { ...options, among: complaining });
  const told =
    whole && seen.share > 0 ? { ...over(seen), high: over({ ...seen, size: WHOLE }).high } : over(seen);
  const none = seen.none * (1 - told.share * (1 - found.share)) ** seen.n > (1 - options.level) / 2,
    corrected = { ...told, high: Math.max(told.high, unseen) };
  if (floor) return { share: seen.share, low: none ? 0 : seen.low, high: corrected.high };
  if (none) return { ...corrected, low: 0 };
  if (!found.mayBeAll) return corrected;
  const least = options.laws === undefined ? seen.low : shareOverFound(seen, 1, () => 1, options).low;
  return { ...corrected, low: Math.min(corrected.low, least) };
}

/** What is seen to spill of some cases, and what the spill rate makes of it. */
export interface SpillOf {
  readonly seen: ToldFigure;
  /** Absent where nobody knows what is found. */
  readonly told?: ToldFigure;
  /** How many spill, by that rate, else by what is seen. */
  readonly expected: number;
}

/** The spill rate of any part of the cases, by the probability that each was seen to spill and, as far as it is one, is a complaint; `null` where there is none, or nothing is known of spills. */
export function rateOf(
  cases: readonly Pick<SpillCase, 'probability' | 'weight'>[],
  found: FoundSpills | undefined,
  options: Pick<ResolvedFunnelOptions, 'seed' | 'level'>,
): SpillOf | null {
  const share = imputedShare(
    cases.map(({ probability }) => probability),
    options.level,
    cases.map(({ weight = 1 }) => weight),
  );
  if (share === null || found === undefined) return null;
  const { low, high } = share.interval,
    told = headlineOf({ ...share, low }, found, options);
  return {
    seen: { value: share.share, low, high },
    ...(told && { told: { value: told.share, low: told.low, high: told.high } }),
    expected: weightOf(cases) * (told?.share ?? share.share),
  };
}
