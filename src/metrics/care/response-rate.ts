import type { LabelOptions } from '../basic/labelled-shares.js';
import { DIFFERENCE_COLUMNS, differenceRow } from '../basic/difference-columns.js';
import { differenceInterval, shareInterval, type ToldFigure } from '../basic/score-interval.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured, type RowOf } from '../make-metric.js';
import { resolveOptions, type MetricOptions } from '../options.js';
import { doubledCases } from '../funnel/doubled-cases.js';
import { ofStage } from './care-cases.js';
import { labelledRates } from './labelled-replies.js';
import { publicRates, type PublicRate } from './public-replies.js';
import { ofOneStage, replyCoverage, type ReplyCoverage } from './reply-coverage.js';

const rateFrame = metricFrame({
  name: 'responseRate',
  label: { fr: 'Taux de réponse', en: 'Response rate' },
  unit: 'share',
  denominator: {
    fr: 'dossiers qui appelaient une réponse, datés ou non',
    en: 'cases that needed a reply, dated or not',
  },
  method: {
    fr: 'Dossiers ayant reçu la réponse d’une personne, en privé s’ils y sont nés, / dossiers qui en appelaient une ; intervalle de Wilson, dont la borne haute compte que des dossiers sans réponse en doublent un autre, ouvert sur un autre canal. Les accusés de réception automatiques sont comptés à part. Écart d’un canal avec les autres canaux mesurés de son étape : intervalle par MOVER (Zou et Donner 2008) ; le canal s’en distingue quand il ne contient pas zéro. En public, le taux est celui des plaintes : ce qui est lu à tort comme une plainte n’appelle pas de réponse et ce qui est manqué en reçoit, si bien que le taux est celui d’un mélange : dans chaque tranche de la probabilité de plainte, des plaintes et d’autres messages, chacun répondu à son taux ; les jeux étiquetés disent, à un décalage et une pente près que les réponses apprennent, combien chaque tranche tient de plaintes, supposé que la réponse ne dépende pas de ce que lit le logiciel ; son intervalle porte ces erreurs. Avec au moins 30 messages publics étiquetés par l’utilisateur, le taux est celui des plaintes que disent ses étiquettes, les messages sans étiquette étant estimés d’après ceux, étiquetés, qui sont lus de même et ont comme eux reçu une réponse ou non. Un texte que plusieurs comptes recopient compte une fois. Un canal dont les réponses manquent dans les exports, ou n’y rencontrent pas leur message, n’est pas mesuré.',
    en: 'Cases a person answered, in private where they opened there, / cases that needed a reply; Wilson interval, whose upper bound allows for unanswered cases that double one of another channel. Automatic acknowledgements are counted apart. Difference of a channel from the other measured channels of its stage: MOVER interval (Zou & Donner 2008); the channel stands apart when it leaves zero out. In public the rate is that of complaints: what is wrongly read as one asks for no reply and what is missed gets some, so that the rate is one of a mixture: each band of the complaint probability holds complaints and other messages, each answered at its own rate; labelled sets tell how many complaints a band holds up to a shift and a slope, which the replies tell, taking the reply not to depend on what the software reads; its interval carries these errors. With at least 30 public messages labelled by the user the rate is that of the complaints that the labels tell, what has none being drawn from what is read and answered alike. A text that several accounts copy counts once. A channel whose replies are missing from the exports, or do not meet their message there, is not measured.',
  },
  limits: {
    fr: 'Les dossiers ouverts peu avant la fin des exports comptent comme restés sans réponse : voir le délai de première réponse. Le chiffre de tête ne mêle pas privé et public.',
    en: 'Cases opened shortly before the end of the exports count as unanswered: see first reply time. The headline figure never pools private and public.',
  },
  columns: {
    stage: 'text',
    channel: 'text',
    answered: 'number',
    n: 'number',
    share: 'number?',
    low: 'number?',
    high: 'number?',
    acknowledged: 'number',
    replies: 'number',
    orphans: 'number',
    ...DIFFERENCE_COLUMNS,
  },
});

/** `twice`: how many of the cases without an answer may double one of another channel, which the bound above allows for. */
function plainRate(
  { k, n, twice = 0 }: { readonly k: number; readonly n: number; readonly twice?: number | undefined },
  level: number,
): PublicRate | undefined {
  const interval = shareInterval({ k, n }, level);
  if (interval === null) return undefined;
  const most = shareInterval({ k, n: Math.max(k, n - Math.round(twice)) }, level) ?? interval;
  return { share: k / n, low: interval.low, high: Math.max(interval.high, most.high) };
}

function differenceOf(own: PublicRate, rest: PublicRate | undefined): ToldFigure | null {
  if (rest === undefined) return null;
  const [a, b] = [own, rest].map(({ share: value, low, high }) => ({ value, low, high })) as [
    ToldFigure,
    ToldFigure,
  ];
  return { value: a.value - b.value, ...differenceInterval(a, b) };
}

/**
 * Response rate by stage and channel of the first message. Value: private cases, without any measured the public ones. With at least 30 public
 * messages labelled, the public rate is that of the complaints the labels tell.
 */
export const responseRate = defineMetric(
  { frame: rateFrame, of: 'cases', groups: 'value' },
  async (corpus, options: MetricOptions & LabelOptions) => {
    const { level } = resolveOptions(options);
    const rows = await replyCoverage(corpus);
    if (rows.length === 0)
      return unmeasured(rateFrame, 0, 'aucun dossier n’appelait de réponse', 'no case needed a reply');
    const sum = (list: readonly ReplyCoverage[], column: 'answered' | 'n'): number =>
      list.reduce((total, row) => total + row[column], 0);
    const measured = rows.filter((row) => row.measured);
    const { stage, seen } = ofOneStage(rows);
    const [k, n] = [sum(seen, 'answered'), sum(seen, 'n')];
    const channels = new Set(measured.filter((row) => row.stage === 'public').map(({ channel }) => channel)),
      byLabels = await labelledRates(corpus, options.labels ?? [], channels, level);
    const inPublic = byLabels ?? (await publicRates(corpus, channels, level));
    const inPrivate = measured.filter((row) => row.stage === 'private');
    const twice = new Map<ReplyCoverage | 'all', number>();
    for (const row of [...inPrivate, 'all' as const]) {
      const part = row === 'all' ? 1 : row.n / sum(inPrivate, 'n');
      twice.set(row, (await doubledCases(corpus, { seed: 1, level, part }))?.high ?? 0);
    }
    /** As read; in public without what reading gets wrong. */
    const rateOf = (one: ReplyCoverage): PublicRate | undefined => {
      if (one.stage === 'public' && inPublic !== undefined) return inPublic.byChannel.get(one.channel);
      return plainRate({ k: one.answered, n: one.n, twice: twice.get(one) }, level);
    };
    /** The other measured channels of its stage. */
    const besides = (one: ReplyCoverage): PublicRate | undefined => {
      if (one.stage === 'public' && inPublic !== undefined) return inPublic.besides.get(one.channel);
      const rest = measured.filter((row) => row.stage === one.stage && row !== one);
      return plainRate({ k: sum(rest, 'answered'), n: sum(rest, 'n') }, level);
    };
    const table = rows.map((row): RowOf<typeof rateFrame.columns> => {
      const { measured: seenHere, ...counts } = row;
      const rate = seenHere ? rateOf(row) : undefined;
      return {
        ...counts,
        share: rate?.share ?? null,
        low: rate?.low ?? null,
        high: rate?.high ?? null,
        ...differenceRow(rate && differenceOf(rate, besides(row))),
      };
    });
    if (n === 0)
      return unmeasured(
        rateFrame,
        sum(rows, 'n'),
        'les réponses de la marque ne sont pas dans les exports, ou n’y rencontrent pas les messages auxquels elles répondent',
        'the brand’s replies are not in the exports, or do not meet the messages they answer there',
        table,
      );
    const told = { ...rateFrame, denominator: ofStage(stage, rateFrame.denominator) };
    if (stage === 'public' && inPublic?.all !== undefined) {
      const { share: value, low, high } = inPublic.all;
      return makeMetric(told, {
        value,
        n,
        interval: { low, high, level, method: byLabels === undefined ? 'reading errors' : 'labels' },
        rows: table,
      });
    }
    const rate = plainRate({ k, n, twice: stage === 'private' ? twice.get('all') : 0 }, level);
    const method = stage === 'private' ? 'wilson, above less doubled cases' : 'wilson';
    return makeMetric(told, {
      value: k / n,
      n,
      interval: rate === undefined ? null : { low: rate.low, high: rate.high, level, method },
      rows: table,
    });
  },
);
