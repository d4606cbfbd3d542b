import { beta } from '../../stats/quantification/linkability.js';
import { readTotal } from '../../stats/quantification/read-in-part.js';
import { wilsonInterval } from '../../stats/shares/interval.js';
import { inPercent } from '../../util/english.js';
import { formatNumber, formatShare } from '../../util/french.js';
import { seededRandom } from '../../util/random.js';
import type { LabelOptions, MessageLabel } from '../basic/labelled-shares.js';
import { differenceInterval, type ToldFigure } from '../basic/score-interval.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured, type Bilingual, type RowOf } from '../make-metric.js';
import { boundsOf, type Bounds } from './complaint-reading.js';
import { byLabels, foundSpills, rateOf, type SpillOf } from './found-spills.js';
import {
  GROUP_COLUMNS,
  groupsOf,
  resolveFunnelOptions,
  whyNoPrivateCase,
  type FunnelOptions,
  type ResolvedFunnelOptions,
} from './funnel-cases.js';
import { handledCases, type HandledCase, type HandledCases } from './handled-cases.js';
import { doubtOf, NONE_COMPLAINS, toldOfLabels } from './labelled-spills.js';
import { spillsOf, whyNotMeasured } from './spill-cases.js';
import { complaintsOf, countOf, weightOf } from './weighed-complaints.js';

const READ_BY_A_MODEL: Bilingual = {
  fr: 'La plainte est lue par un modèle, qui se trompe dans les deux sens.',
  en: 'The complaint is read by a model, which errs both ways.',
};
const TAGS_ELSEWHERE: Bilingual = {
  fr: 'Une étiquette saisie hors des exports ne se voit pas.',
  en: 'A tag kept outside the exports is not seen.',
};
const inARow = (told: readonly Bilingual[]): Bilingual => ({
  fr: told.map(({ fr }) => fr).join(' '),
  en: told.map(({ en }) => en).join(' '),
});

const frame = metricFrame({
  name: 'unidentifiedComplaints',
  label: {
    fr: 'Plaintes privées que personne n’a identifiées',
    en: 'Private complaints that nobody identified',
  },
  unit: 'share',
  denominator: { fr: 'plaintes ouvertes en privé', en: 'complaints opened in private' },
  method: {
    fr: 'Parmi les dossiers privés qui sont des plaintes par ce qu’ils disent : ceux que l’outil de relation client range sous autre chose (étiquette, motif ou catégorie sans mot de réclamation, là où l’outil en nomme), ou que nul n’a traités (ni étiquette, ni réponse humaine, ni résolution). Un dossier sans étiquette ne montre pas si qui l’a traité y a vu une plainte : l’intervalle va de la borne basse de ce qui est rangé sous autre chose à la borne haute de tout ce qui n’est pas rangé comme plainte (Wilson ; bornes de Manski) ; au-delà de 50 points aucune part n’est dite. À côté, pour les plaintes ouvertes sur la période des exports publics : le taux de débordement des non identifiées et des autres, calculé comme le taux de débordement (ce qui se voit, rapporté à la part retrouvée, la même pour toutes), et l’écart de ce qui se voit (intervalle par MOVER, Zou et Donner 2008) : les deux diffèrent quand il ne contient pas zéro. Avec 30 dossiers privés étiquetés par l’utilisateur, un dossier sans étiquette compte pour la part de plaintes des dossiers étiquetés qui sont lus, débordent et ont été pris comme lui (ce qui est lu à tort comme une plainte est plus souvent rangé sous autre chose) ; l’intervalle porte cette inconnue (tirages, loi de Jeffreys).',
    en: 'Among private cases that are complaints by what they say: those that the care tool files under something else (a tag, reason or category without a word of complaint, where the tool names some), or that nobody handled (no tag, no human reply, no resolution). A case without a tag does not show whether who handled it saw a complaint: the interval runs from the lower bound of what is filed as something else to the upper bound of all that is not filed as a complaint (Wilson; Manski bounds); over 50 points no share is told. Beside it, of complaints opened over the days of the public exports: the spill rate of the unidentified and of the others, made as the spill rate is (what is seen over the share found, the same for all), and the difference of what is seen (MOVER interval, Zou & Donner 2008): the two differ when it leaves zero out. With 30 private cases labelled by the user a case without a label counts for the share of complaints among those labelled that are read, spill and were taken alike (what is wrongly read as a complaint is filed as something else more often); the interval carries that (draws, Jeffreys’ law).',
  },
  limits: inARow([READ_BY_A_MODEL, TAGS_ELSEWHERE]),
  columns: {
    ...GROUP_COLUMNS,
    n: 'number',
    unidentified: 'number',
    share: 'number?',
    low: 'number?',
    high: 'number?',
    otherwise: 'number',
    nothing: 'number',
    spillUnidentified: 'number?',
    spillUnidentifiedLow: 'number?',
    spillUnidentifiedHigh: 'number?',
    spillIdentified: 'number?',
    spillIdentifiedLow: 'number?',
    spillIdentifiedHigh: 'number?',
    seenDifference: 'number?',
    seenDifferenceLow: 'number?',
    seenDifferenceHigh: 'number?',
  },
});
type Row = RowOf<typeof frame.columns>;

const NO_REPLIES: Bilingual = {
  fr: 'les réponses aux plaintes privées ne sont pas dans les exports, et l’outil ne les étiquette pas',
  en: 'replies to private complaints are not in the exports, and the tool does not tag them',
};

/** That a model reads the complaint is said unless labels tell it. */
function limitsOf(
  { left, byLabels: given }: HandledCases,
  labels: readonly MessageLabel[] | undefined,
): Bilingual {
  const told = [
    given === undefined ? READ_BY_A_MODEL : undefined,
    toldOfLabels(labels, given?.labelled),
    TAGS_ELSEWHERE,
  ].flatMap((one) => one ?? []);
  if (left > 0)
    told.push({
      fr: `${left === 1 ? 'Une plainte sans étiquette, reçue là où les réponses ne sont pas exportées, est laissée' : `${left} plaintes sans étiquette, reçues là où les réponses ne sont pas exportées, sont laissées`} de côté.`,
      en: `${left === 1 ? 'One complaint without a tag, received where replies are not exported, is' : `${left} complaints without a tag, received where replies are not exported, are`} left out.`,
    });
  return inARow(told);
}

const isLost = ({ otherwise, nothing }: HandledCase): boolean => otherwise || nothing;

/** Bounds so far apart are told in place of a share. */
const WIDE = 0.5;

/** The share that nobody identified, and bounds that hold how those were taken that the tool files nowhere: all of them for a complaint, or none. */
function shareOf(
  own: readonly HandledCase[],
  given: HandledCases['byLabels'],
  { level, seed }: ResolvedFunnelOptions,
): ToldFigure {
  const lost = own.filter(isLost),
    least = own.filter(({ otherwise }) => otherwise),
    most = own.filter(({ named }) => !named);
  if (given === undefined)
    return {
      value: lost.length / own.length,
      low: wilsonInterval(least.length, own.length, level).low,
      high: wilsonInterval(most.length, own.length, level).high,
    };
  const all = readTotal(own, given.chances).draws;
  const bounds = (part: readonly HandledCase[]): Bounds => {
    const uniform = seededRandom(seed);
    const drawn = readTotal(part, given.chances).draws.map((k, draw) =>
      beta(uniform, k + 0.5, Math.max(0, (all[draw] as number) - k) + 0.5),
    );
    return boundsOf(drawn, level);
  };
  const value = weightOf(lost) / weightOf(own);
  return { value, low: Math.min(bounds(least).low, value), high: Math.max(bounds(most).high, value) };
}

/** Why no share is told of all, where the tool files too few. */
function whyNoShare(cases: readonly HandledCase[], { low, high }: ToldFigure): Bilingual | undefined {
  if (high - low <= WIDE) return undefined;
  const n = countOf(cases),
    filed = countOf(cases.filter(({ named, otherwise }) => named || otherwise)),
    [from, to] = [formatShare(low, 0), formatShare(high, 0)],
    tagged =
      ['aucune n’a d’étiquette', 'une seule a une étiquette'][filed] ??
      `${formatNumber(filed)} ont une étiquette`;
  return {
    fr: `${n === 1 ? 'd’une plainte privée' : `de ${formatNumber(n)} plaintes privées`}, ${tagged} par laquelle l’outil de relation client dit sous quoi il les range ; la part de celles que personne n’a identifiées peut aller de ${from} à ${to}`,
    en: `of ${n} private ${n === 1 ? 'complaint' : 'complaints'} ${filed} ${filed === 1 ? 'has' : 'have'} a tag by which the care tool tells what it files them under; the share that nobody identified may be anywhere from ${inPercent(low)} to ${inPercent(high)}`,
  };
}

/** How much more often the unidentified are seen to spill than the others. */
const gapOf = (lost: ToldFigure | null, known: ToldFigure | null): ToldFigure | null =>
  lost === null || known === null
    ? null
    : { value: lost.value - known.value, ...differenceInterval(lost, known) };

/** Share of private complaints that the care tool files as something else or that nobody handles, in all, by driver and by channel. */
export const unidentifiedComplaints = defineMetric(
  { frame: frame, of: 'cases', groups: 'value' },
  async (corpus, options: FunnelOptions & LabelOptions, whole) => {
    const resolved = resolveFunnelOptions(options);
    const handled = await handledCases(corpus, options.labels ?? [], resolved),
      { cases, left, byLabels: given } = handled;
    if (complaintsOf(cases).length === 0) {
      const why =
        left > 0 ? NO_REPLIES : given === undefined ? await whyNoPrivateCase(corpus) : NONE_COMPLAINS;
      return unmeasured(frame, 0, why.fr, why.en);
    }
    const found =
      (await whyNotMeasured(corpus, await spillsOf(corpus))) === undefined
        ? await foundSpills(corpus, resolved)
        : undefined;
    const spillOf = (list: readonly HandledCase[]): SpillOf | null => {
      const watched = list.flatMap((one) =>
        one.probability === undefined ? [] : [{ ...one, probability: one.probability }],
      );
      return rateOf(
        watched,
        given && found ? byLabels(found, doubtOf(watched, given.chances)) : found,
        resolved,
      );
    };
    const rows = groupsOf(cases)
      .filter(({ rows: own }) => complaintsOf(own).length > 0)
      .slice(0, whole ? 1 : undefined)
      .map(({ key, rows: own }): Row => {
        const lost = own.filter(isLost),
          share = shareOf(own, given, resolved);
        const ofLost = spillOf(lost),
          ofKnown = spillOf(own.filter((one) => !isLost(one))),
          gap = gapOf(ofLost?.seen ?? null, ofKnown?.seen ?? null);
        return {
          ...key,
          n: countOf(own),
          unidentified: countOf(lost),
          share: share.high - share.low > WIDE ? null : share.value,
          low: share.low,
          high: share.high,
          otherwise: countOf(own.filter(({ otherwise }) => otherwise)),
          nothing: countOf(own.filter(({ nothing }) => nothing)),
          spillUnidentified: ofLost?.told?.value ?? null,
          spillUnidentifiedLow: ofLost?.told?.low ?? null,
          spillUnidentifiedHigh: ofLost?.told?.high ?? null,
          spillIdentified: ofKnown?.told?.value ?? null,
          spillIdentifiedLow: ofKnown?.told?.low ?? null,
          spillIdentifiedHigh: ofKnown?.told?.high ?? null,
          seenDifference: gap?.value ?? null,
          seenDifferenceLow: gap?.low ?? null,
          seenDifferenceHigh: gap?.high ?? null,
        };
      });
    const [total] = rows as [Row],
      why = whyNoShare(cases, shareOf(cases, given, resolved));
    const { low, high } = total;
    return makeMetric(frame, {
      value: total.share,
      n: total.n,
      rows,
      ...(why && { notMeasured: why }),
      interval:
        low === null || high === null
          ? null
          : {
              low,
              high,
              level: resolved.level,
              method:
                given === undefined
                  ? 'wilson, bounds of the untagged'
                  : 'labels drawn, jeffreys, bounds of the untagged',
            },
      limits: limitsOf(handled, options.labels),
    });
  },
);
