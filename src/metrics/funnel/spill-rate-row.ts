import { chapman } from '../../stats/quantification/chapman.js';
import { imputedShare, type ImputedShare } from '../../stats/shares/imputed-share.js';
import { clopperPearsonInterval, zOf } from '../../stats/shares/interval.js';
import { sharePrior, type SharePrior } from '../../stats/shares/shrinkage.js';
import { metricFrame, type RowOf } from '../make-metric.js';
import { differenceInterval, type ToldFigure } from '../basic/score-interval.js';
import { headlineOf, type FoundSpills } from './found-spills.js';
import {
  GROUP_COLUMNS,
  PRIVATE_DENOMINATOR,
  type GroupKey,
  type ResolvedFunnelOptions,
} from './funnel-cases.js';
import { linkableOf, type SpillCase, type Spills } from './spill-cases.js';
import { complaintsOf, countOf, weightOf } from './weighed-complaints.js';

/** Columns of the spill rate, and what it is. */
export const spillFrame = metricFrame({
  name: 'spillRate',
  label: { fr: 'Taux de débordement', en: 'Spill rate' },
  unit: 'share',
  denominator: {
    fr: `${PRIVATE_DENOMINATOR.fr}, sur la période des exports publics`,
    en: `${PRIVATE_DENOMINATOR.en}, over the days of the public exports`,
  },
  method: {
    fr: 'Part des plaintes ouvertes en privé que leur auteur porte ensuite en public, corrigée de ce qui ne peut pas se voir : taux vu (chaque rattachement plausible compte pour sa probabilité ; un plancher) rapporté à la part des débordements que les rattachements retrouvent. Cette part a deux témoins, qui comptent les débordements sans les rattachements : le temps (plaintes publiques du même sujet en surcroît après une plainte privée, sans identité : processus de Hawkes marqué par le sujet, hors emballements, délais d’un quart d’heure à des semaines ; rapporté à ce que ce modèle retrouve des débordements sûrs, que le niveau de fond absorbe sinon, comme un dosage à un ajout connu) et les clés d’auteur (compte, pseudonyme, nom entier) : celles d’une plainte privée se retrouvent plus souvent dans une plainte publique d’après que d’avant, où ne se rencontrent que des homonymes ; cet excédent est rapporté à la part qui montrerait une clé commune, telle que la montrent les autres plaintes publiques ; une commande ou une adresse, qu’écrit surtout qui a un dossier, n’y compte pas. Chaque témoin peut se tromper de moitié par ce qu’il suppose, le temps d’un quart là où des paires sûres disent les délais ; a priori toute part retrouvée est aussi probable et le taux suit la loi de Jeffreys ; dite est la médiane ; si leurs bornes ne se touchent pas, l’intervalle couvre ce que dit chacun ; s’ils n’excluent pas que tout soit retrouvé (rapport de vraisemblance), il commence où commence celui du taux vu ; si rien n’est vu, il va jusqu’où vont les témoins ; s’il se peut bien qu’aucun de ces dossiers n’ait débordé, vu ou non, il commence à 0. Par motif et par canal, ce qui se voit d’un groupe est rapproché de ce qui se voit des autres, autant que leurs écarts le permettent (loi bêta-binomiale, Bayes hiérarchique). Un dossier est du motif que ses messages privés nomment le plus : en public, qui déborde en nomme un de plus. Les mesures par groupe ou par filtre, qui prennent un groupe seul et tout dossier qui le nomme, n’empruntent rien aux autres et s’en écartent donc, surtout pour de petits groupes. Entre motifs ou canaux, écarts de ce qui se voit, avec leur intervalle (MOVER, Zou et Donner 2008) : ils se distinguent quand il ne contient pas zéro. Avec au moins 30 dossiers privés étiquetés par l’utilisateur, le taux est celui des plaintes d’après ses étiquettes, y compris celles que la lecture manque : un dossier est connu quand le message qui en décide (le premier lu comme une plainte ou qui pourrait bien en être une) est étiqueté ; les autres comptent pour la part de plaintes des dossiers étiquetés qui sont lus et débordent comme eux, et l’intervalle porte cette inconnue. Le nombre de plaintes (n) est alors la somme de ces parts, arrondie ; les dossiers qu’aucun modèle ne lit sont laissés de côté.',
    en: 'Share of the complaints opened in private that their author later takes public, corrected for what cannot be seen: the seen rate (each plausible link counts for its probability; a floor) over the share of spills that links find. That share has two witnesses, which count spills without links: timing (public complaints on the same subject in excess after a private one, without identity: a Hawkes process marked by the subject, outside bursts, delays from a quarter of an hour to weeks; over what this model counts of the sure spills, which the level takes in otherwise, as an assay is held against a known addition) and the keys of authors (account, handle, whole name): those of a private complaint are met more often in a public complaint after it than before it, where only namesakes meet; that excess is taken over the share that would show a common key, as other public complaints show theirs; an order or an address, which is written mostly by those who have a case, does not count. Each witness may be wrong by half as much again in what it supposes, timing by a quarter where sure pairs tell the delays, and beforehand every share found is as likely and the rate follows Jeffreys’ prior; told is the median; where their bounds do not meet, the interval covers what either says; where they do not rule out that all are found (likelihood ratio), it begins where that of the seen rate does; where nothing is seen it reaches as far as the witnesses do; where it may well be that none of these cases spilled, seen or unseen, it begins at 0. By driver and by channel, what is seen of a group is drawn towards what is seen of the others as far as their differences allow (beta-binomial law, hierarchical Bayes). A case is of the driver that its private messages name most: who goes public names one once more. Measures by group or by filter, which take one group alone and any case that names it, borrow nothing from the others and so differ from these rows, small groups most. Between drivers or channels, differences of what is seen with their interval (MOVER, Zou & Donner 2008): they stand apart when it leaves zero out. With at least 30 private cases labelled by the user the rate is that of the complaints the labels tell, those that reading misses among them: a case is known where the message that decides it (the first read as a complaint or likely to be one) has a label; the others count for the share of those read and seen to spill alike, and the interval carries that. The number of complaints (n) is then the sum of these shares, rounded; cases that no model reads are left out.',
  },
  columns: {
    ...GROUP_COLUMNS,
    n: 'number',
    expected: 'number?',
    share: 'number?',
    low: 'number?',
    high: 'number?',
    seen: 'number?',
    seenLow: 'number?',
    seenHigh: 'number?',
    found: 'number?',
    foundLow: 'number?',
    foundHigh: 'number?',
    keys: 'number?',
    keysLow: 'number?',
    keysHigh: 'number?',
    linkability: 'number?',
    keyless: 'number',
    timing: 'number?',
    timingLow: 'number?',
    timingHigh: 'number?',
    twoKeys: 'number?',
    twoKeysLow: 'number?',
    twoKeysHigh: 'number?',
    spilled: 'number',
    countShare: 'number',
    countLow: 'number',
    countHigh: 'number',
    certain: 'number',
    likely: 'number',
    seenDifference: 'number?',
    seenDifferenceLow: 'number?',
    seenDifferenceHigh: 'number?',
    lead: 'number?',
    leadLow: 'number?',
    leadHigh: 'number?',
  },
});
export type SpillRow = RowOf<typeof spillFrame.columns>;

/** Columns that are told of the whole alone. */
const OF_THE_WHOLE = {
  keys: null,
  keysLow: null,
  keysHigh: null,
  timing: null,
  timingLow: null,
  timingHigh: null,
  twoKeys: null,
  twoKeysLow: null,
  twoKeysHigh: null,
} as const satisfies Partial<SpillRow>;

/** Columns that are told of a group beside others. */
const BESIDE = {
  seenDifference: null,
  seenDifferenceLow: null,
  seenDifferenceHigh: null,
  lead: null,
  leadLow: null,
  leadHigh: null,
} as const satisfies Partial<SpillRow>;

/** Pairs found by both kinds of keys from which the two-key check says something. */
const LEAST_BOTH = 5;

const weightsOf = (cases: readonly SpillCase[]): number[] => cases.map(({ weight = 1 }) => weight);

/** The share of some cases that is seen to spill, each counting as far as it is a complaint. */
const seenShare = (cases: readonly SpillCase[], level: number): ImputedShare | null =>
  imputedShare(
    cases.map(({ probability }) => probability),
    level,
    weightsOf(cases),
  );

/** How the seen rates of groups of one kind differ; `undefined` where too few groups or spills tell it. */
export function lawsOf(
  groups: readonly (readonly SpillCase[])[],
  level: number,
): SharePrior['laws'] | undefined {
  const counts = groups.flatMap((cases) => {
    const seen = seenShare(cases, level);
    return seen === null ? [] : [{ k: Math.min(1, seen.share) * seen.size, n: seen.size }];
  });
  return sharePrior(counts)?.laws;
}

/** The spill rate of a part of the cases; `laws`: how parts of its kind differ. */
export function spillRowOf(
  key: GroupKey,
  rows: readonly SpillCase[],
  spills: Spills,
  found: FoundSpills,
  options: ResolvedFunnelOptions & { readonly laws?: SharePrior['laws'] | undefined },
): SpillRow {
  const { level, seed, laws } = options,
    complaints = complaintsOf(rows),
    n = countOf(rows);
  const count = (holds: (one: SpillCase) => boolean): number => countOf(rows.filter(holds));
  const spilled = count((one) => one.spilled),
    exact = clopperPearsonInterval(spilled, n, level);
  const seen = seenShare(rows, level);
  const whole =
    seen === null
      ? undefined
      : headlineOf({ ...seen, low: seen.interval.low }, found, {
          seed,
          level,
          laws,
          whole: key.by === 'total' && (found.keys ?? found.timing) !== undefined,
        });
  const linkable = linkableOf(complaints, spills);
  return {
    ...OF_THE_WHOLE,
    ...BESIDE,
    ...key,
    n,
    expected:
      whole === undefined
        ? null
        : weightOf(rows) *
          (found.floor ? (seen?.share ?? 0) : Math.min(1, (seen?.share ?? 0) / (found.found?.share ?? 1))),
    share: whole?.share ?? null,
    low: whole?.low ?? null,
    high: whole?.high ?? null,
    seen: seen?.share ?? null,
    seenLow: seen?.interval.low ?? null,
    seenHigh: seen?.interval.high ?? null,
    found: found.found?.share ?? null,
    foundLow: found.found?.low ?? null,
    foundHigh: found.found?.high ?? null,
    linkability: linkable.length === 0 ? null : linkable.reduce((sum, one) => sum + one, 0) / linkable.length,
    keyless: 1 - linkable.length / Math.max(1, complaints.length),
    spilled,
    countShare: spilled / n,
    countLow: exact.low,
    countHigh: exact.high,
    certain: count(({ best }) => best > 0.95),
    likely: count(({ best }) => best > 0.5),
  };
}

const seenOf = (
  { seen, seenLow, seenHigh }: Pick<SpillRow, 'seen' | 'seenLow' | 'seenHigh'>,
  times = 1,
): ToldFigure => ({ value: times * (seen ?? 0), low: times * (seenLow ?? 0), high: times * (seenHigh ?? 0) });
const difference = (a: ToldFigure, b: ToldFigure): ToldFigure => ({
  value: a.value - b.value,
  ...differenceInterval(a, b),
});

/**
 * Groups of one kind beside each other, by what is seen of them, as links find the same share of each: the rate of each minus that of all
 * other cases, and for the group of which most spill is seen, how many more that is than of the next one. Intervals by MOVER.
 */
export function besideOthers(
  by: 'driver' | 'channel',
  groups: readonly SpillRow[],
  all: readonly SpillCase[],
  { level }: Pick<ResolvedFunnelOptions, 'level'>,
): SpillRow[] {
  const probabilities = Float64Array.from(all, ({ probability }) => probability),
    weights = Float64Array.from(all, ({ weight = 1 }) => weight),
    values = all.map((one) => one[by]);
  const named = groups.filter((row) => row[by] !== null);
  const count = (row: SpillRow): ToldFigure => seenOf(row, row.n);
  const [first, second] = named.toSorted((a, b) => count(b).value - count(a).value);
  return groups.map((row) => {
    const own = row[by],
      isOther = (_: number, k: number): boolean => values[k] !== own,
      rest = imputedShare(probabilities.filter(isOther), level, weights.filter(isOther));
    const apart =
      rest === null || row.seen === null
        ? null
        : difference(seenOf(row), { value: rest.share, low: rest.interval.low, high: rest.interval.high });
    const lead = row === first && second !== undefined ? difference(count(first), count(second)) : null;
    return {
      ...row,
      seenDifference: apart?.value ?? null,
      seenDifferenceLow: apart?.low ?? null,
      seenDifferenceHigh: apart?.high ?? null,
      lead: lead?.value ?? null,
      leadLow: lead?.low ?? null,
      leadHigh: lead?.high ?? null,
    };
  });
}

/** What neither kind of keys found, for the whole: share with its bounds. */
export function twoKeyCheck(
  { twoKeys, cases }: Spills,
  keyed: number,
  level: number,
): Pick<SpillRow, 'twoKeys' | 'twoKeysLow' | 'twoKeysHigh'> {
  const { content, author, both } = twoKeys;
  if (both < LEAST_BOTH || keyed === 0) return { twoKeys: null, twoKeysLow: null, twoKeysHigh: null };
  const { total, low, high } = chapman(content, author, both, zOf(level)),
    n = cases.length * keyed;
  const share = (value: number): number => Math.min(1, value / n);
  return { twoKeys: share(total), twoKeysLow: share(low), twoKeysHigh: share(high) };
}
