import { filedAs } from '../../engine/filed-as.js';
import { correctedShares } from '../../stats/quantification/unseen-events.js';
import { wilsonInterval } from '../../stats/shares/interval.js';
import { differenceInterval, type ToldFigure } from '../basic/score-interval.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured, type RowOf } from '../make-metric.js';
import {
  GROUP_COLUMNS,
  groupsOf,
  replicatesFor,
  resolveFunnelOptions,
  type FunnelOptions,
} from './funnel-cases.js';
import { spillsOf, type SpillCase, type Spills } from './spill-cases.js';

const frame = metricFrame({
  name: 'unidentifiedComplaints',
  label: {
    fr: 'Plaintes privées que personne n’a identifiées',
    en: 'Private complaints that nobody identified',
  },
  unit: 'share',
  denominator: { fr: 'plaintes ouvertes en privé', en: 'complaints opened in private' },
  method: {
    fr: 'Parmi les dossiers privés qui sont des plaintes par ce qu’ils disent : ceux que l’outil de relation client range sous autre chose (étiquette, motif ou catégorie sans mot de réclamation, là où l’outil en nomme), ou que nul n’a traités (ni étiquette, ni réponse humaine, ni résolution). Intervalle de Wilson. À côté : le taux de débordement, corrigé comme au taux de débordement, des dossiers non identifiés et des autres, et leur différence (intervalle par MOVER, Zou et Donner 2008) : les deux diffèrent quand il ne contient pas zéro.',
    en: 'Among private cases that are complaints by what they say: those that the care tool files under something else (a tag, reason or category without a word of complaint, where the tool names some), or that nobody handled (no tag, no human reply, no resolution). Wilson interval. Beside it: the spill rate, corrected as in the spill rate, of unidentified cases and of the others, and their difference (MOVER interval, Zou & Donner 2008): the two differ when it leaves zero out.',
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
    spillDifference: 'number?',
    spillDifferenceLow: 'number?',
    spillDifferenceHigh: 'number?',
  },
});
type Row = RowOf<typeof frame.columns>;

const CASES = `WITH told AS (
    SELECT link.caseId, message.format, message.attributes FROM caseMessages AS link JOIN main.storedMessages AS message ON message.messageId = link.messageId
    WHERE message.stage = 'private'),
  tags AS (${filedAs('told', 'caseId', `(SELECT format, attributes FROM main.storedMessages WHERE stage = 'private')`)})
SELECT caseId, asComplaint IS NOT NULL AS tagged, coalesce(asComplaint, false) AS named, answeredAt IS NOT NULL OR resolvedAt IS NOT NULL AS handled
FROM cases LEFT JOIN tags USING (caseId) WHERE firstStage = 'private' AND complaint ORDER BY caseId`;

interface Handled {
  readonly caseId: string;
  readonly tagged: boolean;
  readonly named: boolean;
  readonly handled: boolean;
}
interface Complaint {
  readonly driver: string | null;
  readonly channel: string;
  readonly spill: SpillCase;
  readonly otherwise: boolean;
  readonly nothing: boolean;
}

/** Corrected spill rate of some cases; `null` where none of them could be found. */
function spillOf(
  cases: readonly SpillCase[],
  { posts, agreements }: Spills,
  options: { readonly seed: number; readonly level: number; readonly replicates: number },
): ToldFigure | null {
  const found =
    cases.length === 0
      ? undefined
      : correctedShares(cases, posts, agreements, {
          ...options,
          replicates: replicatesFor(cases.length, options.replicates),
        })?.at[0];
  return found === undefined
    ? null
    : { value: found.share, low: found.interval.low, high: found.interval.high };
}

/** How much more often the unidentified spill than the others. */
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
      bySpill = new Map(spills.cases.map((one) => [one.caseId, one]));
    const complaints = ((await corpus.query(CASES)).objects() as Handled[]).flatMap(
      ({ caseId, tagged, named, handled }): Complaint[] => {
        const spill = bySpill.get(caseId);
        if (spill === undefined) return [];
        return [
          {
            driver: spill.driver,
            channel: spill.channel,
            spill,
            otherwise: tagged && !named,
            nothing: !tagged && !handled,
          },
        ];
      },
    );
    if (complaints.length === 0)
      return unmeasured(
        frame,
        0,
        'aucune plainte ouverte en privé sur la période des exports publics',
        'no complaint was opened in private over the days of the public exports',
      );
    const rows = groupsOf(complaints)
      .slice(0, whole ? 1 : undefined)
      .map(({ key, rows: own }): Row => {
        const lost = own.filter(({ otherwise, nothing }) => otherwise || nothing),
          known = own.filter(({ otherwise, nothing }) => !otherwise && !nothing);
        const interval = wilsonInterval(lost.length, own.length, resolved.level);
        const rateOf = (list: readonly Complaint[]): ToldFigure | null =>
          spillOf(
            list.map(({ spill }) => spill),
            spills,
            resolved,
          );
        const [ofLost, ofKnown] = [rateOf(lost), rateOf(known)],
          gap = gapOf(ofLost, ofKnown);
        return {
          ...key,
          n: own.length,
          unidentified: lost.length,
          share: lost.length / own.length,
          low: interval.low,
          high: interval.high,
          otherwise: own.filter(({ otherwise }) => otherwise).length,
          nothing: own.filter(({ nothing }) => nothing).length,
          spillUnidentified: ofLost?.value ?? null,
          spillUnidentifiedLow: ofLost?.low ?? null,
          spillUnidentifiedHigh: ofLost?.high ?? null,
          spillIdentified: ofKnown?.value ?? null,
          spillIdentifiedLow: ofKnown?.low ?? null,
          spillIdentifiedHigh: ofKnown?.high ?? null,
          spillDifference: gap?.value ?? null,
          spillDifferenceLow: gap?.low ?? null,
          spillDifferenceHigh: gap?.high ?? null,
        };
      });
    const [total] = rows as [Row];
    return makeMetric(frame, {
      value: total.share,
      n: complaints.length,
      rows,
      interval: { low: total.low, high: total.high, level: resolved.level, method: 'wilson' },
    });
  },
);
