import { spillToldOf } from './spill-floor.js';
import { makeFinding } from '../make-finding.js';
import { cellOf, figureOf, numberOf, numberOrNull, rowsOf, type Telling } from '../reading.js';
import { barsChart, markOf } from '../story-charts.js';
import type { Action, Figure, Finding, StoryChart } from '../story.js';
import type { Words } from '../words.js';

/** The risk once answered beside that of a complaint without an answer, which is 1. */
const riskChart = (figure: Figure, words: Words): StoryChart | null =>
  barsChart(
    words.say(
      'Risque de déborder, rapporté à celui d’une plainte sans réponse',
      'Risk of an overflow, against that of an unanswered complaint',
    ),
    words.say('selon le modèle ; intervalle à 95 %', 'after the model; 95% interval'),
    'ratio',
    [
      markOf({ value: 1 }, words.say('sans réponse', 'unanswered'), { value: 'value' }, 'ratio', words, {
        counted: '',
      }),
      markOf({ ...figure }, words.say('avec sa réponse', 'answered'), { value: 'value' }, 'ratio', words, {
        strong: true,
      }),
    ],
  );

/** Risk once answered, and what answering all within a day would change. */
export function answerEffectFinding(telling: Telling): Finding[] {
  const metric = telling.metrics.get('answerEffect');
  const figure = figureOf(metric, telling.words);
  if (metric === undefined || figure === null || figure.low === null || figure.high === null) return [];
  const { words } = telling;
  const avoidable = telling.metrics.get('avoidableSpills');
  // What is projected is corrected for what can't be seen: beside a floor it would be another figure of the same.
  const floor = spillToldOf(telling)?.floor !== undefined;
  const day = rowsOf(avoidable).find((row) => row['withinHours'] === 24 && numberOf(row, 'low') > 0);
  const lower = figure.high < 1;
  const factor = words.number(1 / figure.value, figure.value > 0.5 ? 1 : 0);
  let action: Omit<Action, 'finding'> | null = null;
  if (lower && avoidable !== undefined && day !== undefined) {
    const saved = cellOf(avoidable, day, 'value', ['withinHours'], words, { style: 'number' });
    const bounds = words.interval(Math.round(saved.low ?? 0), Math.round(saved.high ?? 0), 'number');
    const within30Days = words.number(numberOf(day, 'actualShare') * numberOf(day, 'n'));
    const spared = 1 - numberOf(day, 'policyShare') / numberOf(day, 'actualShare');
    const fewer = words.say(
      `une plainte qui a sa réponse déborde environ ${factor} fois moins`,
      `a complaint with its answer overflows about ${factor} times less`,
    );
    action = floor
      ? {
          stake: spared,
          figures: [figure],
          text: words.say(
            `Répondre à tous en 24 h : ${fewer}, si l’association tient.`,
            `Answer everyone within 24 h: ${fewer}, if the association holds.`,
          ),
        }
      : {
          stake: spared,
          figures: [saved],
          text: words.say(
            `Répondre à tous en 24 h : ${words.number(saved.value)} débordements de moins (${bounds}) sur environ ${within30Days} attendus en 30 jours, si l’association tient.`,
            `Answer everyone within 24 h: ${words.number(saved.value)} fewer overflows (${bounds}) of about ${within30Days} expected within 30 days, if the association holds.`,
          ),
        };
  }
  const marks = rowsOf(avoidable)
    .filter((row) => numberOrNull(row, 'policyShare') !== null)
    .map((row) =>
      markOf(
        row,
        words.say(
          `si tous ont une réponse en ${words.value(numberOf(row, 'withinHours'), 'hours')}`,
          `if all answered within ${words.value(numberOf(row, 'withinHours'), 'hours')}`,
        ),
        { value: 'policyShare', low: 'shareLow', high: 'shareHigh' },
        'share',
        words,
        { strong: true },
      ),
    );
  const actual = rowsOf(avoidable)[0];
  const observed =
    actual === undefined
      ? []
      : [
          markOf(
            actual,
            words.say('observé', 'observed'),
            { value: 'actualShare', low: 'none', high: 'none' },
            'share',
            words,
          ),
        ];
  return [
    makeFinding(telling, {
      id: 'answer-effect',
      metric,
      title: lower
        ? words.say(
            `Une plainte qui a sa réponse déborde environ ${factor} fois moins`,
            `A complaint with its answer overflows about ${factor} times less`,
          )
        : words.say(
            'Rien n’établit qu’une réponse évite le débordement',
            'Nothing shows that an answer prevents an overflow',
          ),
      text: lower
        ? words.say(
            'C’est une association observée, pas une cause prouvée.',
            'This is an observed association, not a proven cause.',
          )
        : figure.low > 1
          ? words.say(
              'Celles qui ont eu une réponse débordent même plus que les autres : une association observée, pas une cause prouvée.',
              'Answered ones even overflow more than the others: an observed association, not a proven cause.',
            )
          : words.say(
              'Les exports ne permettent pas de trancher : l’effet peut aller dans un sens comme dans l’autre.',
              'The exports can’t settle it: the effect may go either way.',
            ),
      figures: [figure],
      // What is not established is not projected either.
      chart: !lower
        ? null
        : floor
          ? riskChart(figure, words)
          : barsChart(
              words.say(
                'Part des plaintes privées qui débordent en 30 jours, observée et projetée',
                'Share of private complaints that overflow within 30 days, observed and projected',
              ),
              words.say('selon le modèle ; intervalles à 95 %', 'after the model; 95% intervals'),
              'share',
              [...observed, ...marks],
            ),
      action,
      stages: ['private', 'public'],
      size: lower ? 0.8 : 0.2,
      stage: 'public',
    }),
  ];
}
