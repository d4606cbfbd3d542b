import { lastDay, recency } from './crisis-age.js';
import { maskedIn } from '../mask-words.js';
import { makeFinding } from '../make-finding.js';
import { shortened } from '../quotes.js';
import { cellOf, dateOf, listOf, numberOf, rowsOf, textOf, type Row, type Telling } from '../reading.js';
import { barsChart, markOf } from '../story-charts.js';
import type { Finding, StoryChart } from '../story.js';

/** A text whose last copy is older no longer goes round: to answer it in public would pass it on again. */
const GOES_ROUND = 14 * 86_400_000;
/** Copies from which a text that asks to be passed on is told. */
const PASSED_ON = 5;
/** A text that asks to be passed on, and is. */
export function rumourFinding(telling: Telling): Finding[] {
  const metric = telling.metrics.get('travellingTexts');
  const { words } = telling;
  if (metric === undefined) return [];
  const row = rowsOf(metric).find((one) => one['chain'] === true && numberOf(one, 'copies') >= PASSED_ON);
  if (row === undefined) return [];
  const copies = {
    ...cellOf(metric, row, 'copies', ['firstAt'], words, { style: 'number' }),
    low: null,
    high: null,
  };
  const told = words.count(copies.value, ['copie', 'copies'], ['copy', 'copies']);
  const [from, to] = [dateOf(row, 'firstAt'), dateOf(row, 'lastAt')];
  const when = from === null || to === null ? '' : ` ${words.during(from, to)}`;
  const age = lastDay(telling) - (to?.getTime() ?? Number.NaN) || 0;
  const over = age > GOES_ROUND;
  return [
    makeFinding(telling, {
      id: 'rumour',
      metric,
      title: words.say(
        `Un message « à faire tourner » ${over ? 'a circulé' : 'circule'} : ${told}${when}`,
        `One “pass it on” message ${over ? 'went' : 'goes'} round: ${told}${when}`,
      ),
      text: words.say(
        `Canaux : ${words.list(listOf(row, 'channels').map((channel) => words.channel(channel)))}.`,
        `Channels: ${words.list(listOf(row, 'channels').map((channel) => words.channel(channel)))}.`,
      ),
      figures: [copies],
      chart: stagesChart(row, telling),
      quotes:
        textOf(row, 'text') === ''
          ? []
          : [{ text: shortened(maskedIn(textOf(row, 'text'), words.language)), source: told }],
      action: {
        stake: Math.max(0.05, Math.min(1, copies.value / Math.max(1, metric.n))),
        figures: [copies],
        // Whether it is true is not known here: what customers pass on may be.
        text: over
          ? words.say(
              'Garder prête, faits vérifiés, une réponse au message « à faire tourner », sans le relancer.',
              'Keep an answer to the “pass it on” message ready, facts checked, without reviving it.',
            )
          : words.say(
              'Vérifier ce que dit le message « à faire tourner », puis y répondre une fois, source à l’appui.',
              'Check what the “pass it on” message says, then answer it once, with a source.',
            ),
      },
      stages: listOf(row, 'stages'),
      size: 0.4,
      novelty: 0.8 * recency(age),
      stage: 'public',
    }),
  ];
}

/** Copies in each stage that a text reached, in order: how much of it listening tools do not see. */
const stagesChart = (row: Row, { words }: Telling): StoryChart | null =>
  barsChart(
    words.say('Copies du message, par étape', 'Copies of the message, by stage'),
    words.say('de la première étape atteinte à la dernière', 'from the first stage reached to the last'),
    'number',
    listOf(row, 'path').map((stage) =>
      markOf(row, words.label('stage', stage), { value: `${stage}Copies`, n: 'copies' }, 'number', words),
    ),
  );
