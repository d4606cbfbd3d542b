import { filedAs } from '../../engine/filed-as.js';
import { wilsonInterval } from '../../stats/shares/interval.js';
import { differenceInterval, type ToldFigure } from '../basic/score-interval.js';
import { measuredChannels } from '../care/reply-coverage.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured, type Bilingual, type RowOf } from '../make-metric.js';
import { foundSpills, rateOf, type SpillOf } from './found-spills.js';
import {
  GROUP_COLUMNS,
  groupsOf,
  OPENED_IN_PRIVATE,
  resolveFunnelOptions,
  whyNoPrivateCase,
  type FunnelOptions,
} from './funnel-cases.js';
import { spillsOf, whyNotMeasured, type SpillCase } from './spill-cases.js';

const frame = metricFrame({
  name: 'unidentifiedComplaints',
  label: {
    fr: 'Plaintes privées que personne n’a identifiées',
    en: 'Private complaints that nobody identified',
  },
  unit: 'share',
  denominator: { fr: 'plaintes ouvertes en privé', en: 'complaints opened in private' },
  method: {
    fr: 'Parmi les dossiers privés qui sont des plaintes par ce qu’ils disent : ceux que l’outil de relation client range sous autre chose (étiquette, motif ou catégorie sans mot de réclamation, là où l’outil en nomme), ou que nul n’a traités (ni étiquette, ni réponse humaine, ni résolution). Intervalle de Wilson. À côté, pour les plaintes ouvertes sur la période des exports publics : le taux de débordement des non identifiées et des autres, calculé comme le taux de débordement (ce qui se voit, rapporté à la part retrouvée, la même pour toutes), et l’écart de ce qui se voit (intervalle par MOVER, Zou et Donner 2008) : les deux diffèrent quand il ne contient pas zéro.',
    en: 'Among private cases that are complaints by what they say: those that the care tool files under something else (a tag, reason or category without a word of complaint, where the tool names some), or that nobody handled (no tag, no human reply, no resolution). Wilson interval. Beside it, of complaints opened over the days of the public exports: the spill rate of the unidentified and of the others, made as the spill rate is (what is seen over the share found, the same for all), and the difference of what is seen (MOVER interval, Zou & Donner 2008): the two differ when it leaves zero out.',
  },
  limits: {
    fr: 'La plainte est lue par un modèle, qui se trompe dans les deux sens ; une étiquette saisie hors des exports ne se voit pas.',
    en: 'The complaint is read by a model, which errs both ways; a tag kept outside the exports is not seen.',
  },
  columns: {
    ...GROUP_COLUMNS,
    n: 'number',
    unidentified: 'number',
    share: 'number',
    low: 'number',
    high: 'number',
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

const CASES = `WITH told AS (
    SELECT link.caseId, message.format, message.attributes FROM caseMessages AS link JOIN main.storedMessages AS message ON message.messageId = link.messageId
    WHERE message.stage = 'private'),
  tags AS (${filedAs('told', 'caseId', `(SELECT format, attributes FROM main.storedMessages WHERE stage = 'private')`)})
SELECT caseId, asComplaint IS NOT NULL AS tagged, coalesce(asComplaint, false) AS named, answeredAt IS NOT NULL OR resolvedAt IS NOT NULL AS handled
FROM cases LEFT JOIN tags USING (caseId) WHERE ${OPENED_IN_PRIVATE} ORDER BY caseId`;

interface Handled {
  readonly caseId: string;
  readonly tagged: boolean;
  readonly named: boolean;
  readonly handled: boolean;
}
interface Complaint {
  readonly driver: string | null;
  readonly channel: string;
  /** That it spilled, as far as that is seen; absent where no public source watched when it opened. */
  readonly probability: number | undefined;
  readonly otherwise: boolean;
  readonly nothing: boolean;
}

const NO_REPLIES: Bilingual = {
  fr: 'les réponses aux plaintes privées ne sont pas dans les exports, et l’outil ne les étiquette pas',
  en: 'replies to private complaints are not in the exports, and the tool does not tag them',
};

const limitsOf = (left: number): Bilingual | undefined =>
  left === 0 || frame.limits === undefined
    ? undefined
    : {
        fr: `${frame.limits.fr} ${left === 1 ? 'Une plainte sans étiquette, reçue là où les réponses ne sont pas exportées, est laissée' : `${left} plaintes sans étiquette, reçues là où les réponses ne sont pas exportées, sont laissées`} de côté.`,
        en: `${frame.limits.en} ${left === 1 ? 'One complaint without a tag, received where replies are not exported, is' : `${left} complaints without a tag, received where replies are not exported, are`} left out.`,
      };

/** How much more often the unidentified are seen to spill than the others. */
const gapOf = (lost: ToldFigure | null, known: ToldFigure | null): ToldFigure | null =>
  lost === null || known === null
    ? null
    : { value: lost.value - known.value, ...differenceInterval(lost, known) };

/** Share of private complaints that the care tool files as something else or that nobody handles, in all, by driver and by channel. */
export const unidentifiedComplaints = defineMetric(
  { frame: frame, of: 'cases', groups: 'value' },
  async (corpus, options: FunnelOptions, whole) => {
    const resolved = resolveFunnelOptions(options);
    const spills = await spillsOf(corpus),
      known = new Map<string, Pick<SpillCase, 'driver' | 'channel'> & Partial<SpillCase>>(
        [...spills.cases, ...spills.outside].map((one) => [one.caseId, one]),
      );
    const repliesOf = await measuredChannels(corpus);
    const told = ((await corpus.query(CASES)).objects() as Handled[]).flatMap((handled) => {
      const one = known.get(handled.caseId);
      return one === undefined ? [] : [{ ...one, ...handled }];
    });
    // who answers is not known where replies are not exported: there a tag alone tells
    const complaints = told
      .filter(({ tagged, channel }) => tagged || repliesOf({ stage: 'private', channel }))
      .map(({ driver, channel, probability, tagged, named, handled }): Complaint => ({
        driver,
        channel,
        probability,
        otherwise: tagged && !named,
        nothing: !tagged && !handled,
      }));
    if (complaints.length === 0) {
      const why = told.length === 0 ? await whyNoPrivateCase(corpus) : NO_REPLIES;
      return unmeasured(frame, 0, why.fr, why.en);
    }
    const found =
      (await whyNotMeasured(corpus, spills)) === undefined ? await foundSpills(corpus, resolved) : undefined;
    const rows = groupsOf(complaints)
      .slice(0, whole ? 1 : undefined)
      .map(({ key, rows: own }): Row => {
        const isLost = ({ otherwise, nothing }: Complaint): boolean => otherwise || nothing;
        const lost = own.filter(isLost);
        const interval = wilsonInterval(lost.length, own.length, resolved.level);
        const spillOf = (list: readonly Complaint[]): SpillOf | null =>
          rateOf(
            list.flatMap(({ probability }) => (probability === undefined ? [] : [probability])),
            found,
            resolved,
          );
        const ofLost = spillOf(lost),
          ofKnown = spillOf(own.filter((one) => !isLost(one))),
          gap = gapOf(ofLost?.seen ?? null, ofKnown?.seen ?? null);
        return {
          ...key,
          n: own.length,
          unidentified: lost.length,
          share: lost.length / own.length,
          low: interval.low,
          high: interval.high,
          otherwise: own.filter(({ otherwise }) => otherwise).length,
          nothing: own.filter(({ nothing }) => nothing).length,
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
    const [total] = rows as [Row];
    return makeMetric(frame, {
      value: total.share,
      n: complaints.length,
      rows,
      interval: { low: total.low, high: total.high, level: resolved.level, method: 'wilson' },
      limits: limitsOf(told.length - complaints.length),
    });
  },
);
