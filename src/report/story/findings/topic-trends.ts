import { makeFinding } from '../make-finding.js';
import { cellOf, numberOf, numberOrNull, rowsOf, textOf, type Row, type Telling } from '../reading.js';
import { inWords, markOf } from '../story-charts.js';
import type { Finding, StoryChart } from '../story.js';
import { namedSubjects } from './public-voice.js';

/** A subject moves from so many messages of both periods on. */
const LEAST = 20;
const MOVED = 6;

const MOVES: Readonly<Record<string, readonly [string, string]>> = {
  new: ['nouveau', 'new'],
  rising: ['en hausse', 'up'],
  falling: ['en baisse', 'down'],
};

const gapOf = (row: Row): number => Math.abs(numberOf(row, 'share') - numberOf(row, 'previousShare'));

/** Both periods of each subject that moved, side by side. */
function trendsChart({ words }: Telling, rows: readonly Row[]): StoryChart {
  const title = words.say(
    'Sujets qui bougent au-delà de l’incertitude',
    'Subjects that move beyond uncertainty',
  );
  const marks = (column: 'previousShare' | 'share') =>
    rows.map((row) =>
      markOf(
        row,
        words.say(textOf(row, 'name'), textOf(row, 'name')),
        column === 'previousShare'
          ? { value: column, low: 'previousLow', high: 'previousHigh' }
          : { value: column, low: 'shareLow', high: 'shareHigh' },
        'share',
        words,
        { counted: '' },
      ),
    );
  const [before, now] = [marks('previousShare'), marks('share')];
  const [from, to] = ['previousPeriod', 'period'].map((column) => periodOf(textOf(rows[0], column), words));
  return {
    kind: 'pairs',
    title,
    subtitle: words.say(
      'part des messages de clients ; intervalles à 95 %',
      'share of customers’ messages; 95% intervals',
    ),
    style: 'share',
    series: [
      { name: from ?? '', marks: before },
      { name: to ?? '', marks: now },
    ],
    events: [],
    alt: `${inWords(`${title}, ${from}`, before)} ${inWords(to ?? '', now)}`,
  };
}

/** « T2 2026 » of `2026-Q2`; another period as it is named. */
function periodOf(name: string, words: Telling['words']): string {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(name);
  return quarter === null
    ? name
    : words.quarter(`${quarter[1]}-${String(3 * Number(quarter[2]) - 2).padStart(2, '0')}-01`);
}

/** Subjects that clearly appeared, rose or fell between two periods, among those that are stable and well named. */
export function topicTrendFindings(telling: Telling): Finding[] {
  const metric = telling.metrics.get('topicTrends');
  const { words } = telling;
  if (metric === undefined || metric.notMeasured !== undefined) return [];
  const known = new Set(namedSubjects(telling).map((row) => textOf(row, 'topic')));
  const moved = rowsOf(metric)
    .filter(
      (row) =>
        known.has(textOf(row, 'topic')) &&
        (textOf(row, 'movement') === 'new' ||
          (['rising', 'falling'].includes(textOf(row, 'movement')) && numberOrNull(row, 'ratio') !== null)) &&
        numberOf(row, 'previousN') + numberOf(row, 'n') >= LEAST,
    )
    .toSorted((a, b) => gapOf(b) - gapOf(a))
    .slice(0, MOVED);
  const [first] = moved;
  if (first === undefined) return [];
  const [isNew, rising] = ['new', 'rising'].map((movement) => textOf(first, 'movement') === movement);
  const moves = isNew
    ? cellOf(metric, first, 'difference', ['topic'], words, {
        style: 'points',
        low: 'differenceLow',
        high: 'differenceHigh',
        n: 'none',
      })
    : cellOf(metric, first, 'ratio', ['topic'], words, { style: 'ratio', n: 'none' });
  const [before, now] = (['previousShare', 'share'] as const).map((column) =>
    cellOf(metric, first, column, ['topic'], words, { style: 'share', low: 'none', high: 'none', n: 'none' }),
  ) as [typeof moves, typeof moves];
  const others = words.list(
    moved.slice(1).map((row) => {
      const name = textOf(row, 'name');
      const [fr, en] = MOVES[textOf(row, 'movement')] ?? ['', ''];
      return words.say(`« ${name} » (${fr})`, `“${name}” (${en})`);
    }),
  );
  const [was, is] = [words.value(before.value, 'share'), words.value(now.value, 'share')];
  return [
    makeFinding(telling, {
      id: 'trends',
      metric,
      title: isNew
        ? words.say(
            `Le sujet « ${textOf(first, 'name')} » apparaît : ${is} des messages, aucun au trimestre précédent`,
            `The subject “${textOf(first, 'name')}” appears: ${is} of messages, none in the quarter before`,
          )
        : words.say(
            `Le sujet « ${textOf(first, 'name')} » revient ${rising ? 'plus' : 'moins'} souvent : ${is} des messages, contre ${was} au trimestre précédent`,
            `The subject “${textOf(first, 'name')}” comes up ${rising ? 'more' : 'less'}: ${is} of messages, against ${was} in the quarter before`,
          ),
      text: others === '' ? '' : words.say(`Bougent aussi : ${others}.`, `These move too: ${others}.`),
      figures: [moves, now, before],
      chart: trendsChart(telling, moved),
      stages: ['private', 'public'],
      size: Math.min(1, 4 * gapOf(first) + 0.1),
      novelty: 0.8,
      stage: 'public',
    }),
  ];
}
