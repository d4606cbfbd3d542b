import { shareInterval } from '../basic/score-interval.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured, type RowOf } from '../make-metric.js';
import { resolveOptions, type MetricOptions } from '../options.js';
import { ofStage } from './care-cases.js';
import { replyCoverage, type ReplyCoverage } from './reply-coverage.js';

const rateFrame = metricFrame({
  name: 'responseRate',
  label: { fr: 'Taux de réponse', en: 'Response rate' },
  unit: 'share',
  denominator: {
    fr: 'dossiers qui appelaient une réponse, datés ou non',
    en: 'cases that needed a reply, dated or not',
  },
  method: {
    fr: 'Dossiers ayant reçu la réponse d’une personne / dossiers qui en appelaient une ; intervalle de Wilson. Les accusés de réception automatiques sont comptés à part. Un canal dont les réponses manquent dans les exports, ou n’y rencontrent pas leur message, n’est pas mesuré.',
    en: 'Cases a person answered / cases that needed a reply; Wilson interval. Automatic acknowledgements are counted apart. A channel whose replies are missing from the exports, or do not meet their message there, is not measured.',
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
  },
});

/** Response rate by stage and channel of the first message. Value: private cases, without any measured the public ones. */
export const responseRate = defineMetric(
  { frame: rateFrame, of: 'cases', groups: 'value' },
  async (corpus, options: MetricOptions) => {
    const { level } = resolveOptions(options);
    const rows = await replyCoverage(corpus);
    if (rows.length === 0)
      return unmeasured(rateFrame, 0, 'aucun dossier n’appelait de réponse', 'no case needed a reply');
    const sum = (list: readonly ReplyCoverage[], column: 'answered' | 'n'): number =>
      list.reduce((total, row) => total + row[column], 0);
    const measured = rows.filter((row) => row.measured);
    const stage = measured.some((row) => row.stage === 'private') ? 'private' : 'public';
    const seen = measured.filter((row) => row.stage === stage);
    const [k, n] = [sum(seen, 'answered'), sum(seen, 'n')];
    const table = rows.map((row): RowOf<typeof rateFrame.columns> => {
      const { measured: seenHere, ...counts } = row;
      const interval = seenHere ? shareInterval({ k: row.answered, n: row.n }, level) : null;
      return {
        ...counts,
        share: seenHere ? row.answered / row.n : null,
        low: interval?.low ?? null,
        high: interval?.high ?? null,
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
    return makeMetric(told, { value: k / n, n, interval: shareInterval({ k, n }, level), rows: table });
  },
);
