import type { Metric } from '../../../model/index.js';
import { makeFinding } from '../make-finding.js';
import {
  cellOf,
  listOf,
  numberOf,
  numberOrNull,
  rowsOf,
  textOf,
  type Row,
  type Telling,
} from '../reading.js';
import { quotesFor } from '../quotes.js';
import { inWords, markOf } from '../story-charts.js';
import type { Action, Finding, StoryChart } from '../story.js';

/** Both quarters hold so many messages of a driver that is said to move. */
const NAMED_FROM = 30;
/** A share of a quarter is compared from so many messages of it on. */
const COMPARED_FROM = 20;
/** Drivers that move, told together. */
const MOVED = 6;

/** How far the share of a driver moved. */
const gapOf = (row: Row): number => Math.abs(numberOf(row, 'currentShare') - numberOf(row, 'previousShare'));

/** Drivers whose share clearly rose or fell between the last two quarters. */
export function shiftFinding(telling: Telling): Finding[] {
  const metric = telling.metrics.get('driverShift');
  const { words } = telling;
  if (metric === undefined || metric.notMeasured !== undefined) return [];
  const rows = rowsOf(metric);
  const clear = rows
    .filter(
      (row) =>
        numberOrNull(row, 'ratio') !== null &&
        (numberOf(row, 'low') > 1 || numberOf(row, 'high') < 1) &&
        Math.min(numberOf(row, 'previousN'), numberOf(row, 'n')) >= COMPARED_FROM &&
        numberOf(row, 'previous') + numberOf(row, 'current') >= NAMED_FROM,
    )
    .toSorted((a, b) => gapOf(b) - gapOf(a));
  const [first] = clear;
  if (first === undefined) return [];
  const driver = textOf(first, 'driver');
  const rising = numberOf(first, 'ratio') > 1;
  const ratio = cellOf(metric, first, 'ratio', ['driver'], words, { style: 'ratio' });
  const [before, after] = ['previousShare', 'currentShare'].map((column) =>
    words.value(numberOf(first, column), 'share'),
  );
  const [from, to] = [
    words.quarter(textOf(first, 'previousQuarter')),
    words.quarter(textOf(first, 'quarter')),
  ];
  const shares = (['previousShare', 'currentShare'] as const).map((column) => ({
    ...cellOf(metric, first, column, ['driver'], words, {
      style: 'share',
      low: 'none',
      high: 'none',
      n: column === 'previousShare' ? 'previousN' : 'n',
    }),
  }));
  const name = words.label('driver', driver);
  const others = words.list(
    clear.slice(1, MOVED).map((row) => {
      const said = words.label('driver', textOf(row, 'driver'));
      return numberOf(row, 'ratio') > 1
        ? words.say(`« ${said} » (en hausse)`, `“${said}” (up)`)
        : words.say(`« ${said} » (en baisse)`, `“${said}” (down)`);
    }),
  );
  return [
    makeFinding(telling, {
      id: 'shift',
      metric,
      title: words.say(
        `« ${name} » revient ${rising ? 'plus' : 'moins'} souvent : ${after} des messages, contre ${before} au trimestre précédent`,
        `“${name}” comes up ${rising ? 'more' : 'less'}: ${after} of messages, against ${before} in the quarter before`,
      ),
      text: others === '' ? '' : words.say(`Bougent aussi : ${others}.`, `These move too: ${others}.`),
      figures: [ratio, ...shares],
      chart: pairsChart(telling, clear.slice(0, MOVED), from, to),
      // A question that names the driver in passing shows no rise, and no text shows a fall.
      quotes: rising
        ? quotesFor(telling, { driver, sentiment: 'negative', quarter: textOf(first, 'quarter') }, 2)
        : [],
      action: rising && !ofMovement(driver, telling) ? readAction(metric, first, telling) : null,
      drivers: clear.map((row) => textOf(row, 'driver')),
      stages: ['private', 'public'],
      size: Math.min(1, 4 * gapOf(first) + 0.1),
      novelty: 1,
      stage: 'public',
    }),
  ];
}

/** Whether a crisis tells of the driver: what to do is said there. */
const ofMovement = (driver: string, { metrics }: Telling): boolean =>
  rowsOf(metrics.get('crisisSheets')).some((sheet) => listOf(sheet, 'drivers').includes(driver));

/** What rises without a crisis that says why is read first. */
function readAction(metric: Metric, row: Row, { words }: Telling): Omit<Action, 'finding'> {
  const count = {
    ...cellOf(metric, row, 'current', ['driver'], words, { style: 'number' }),
    low: null,
    high: null,
  };
  const [all, subject] = [words.number(count.value), words.inside('driver', textOf(row, 'driver'))];
  return {
    stake: numberOf(row, 'currentShare'),
    figures: [count],
    text: words.say(
      `Lire les ${all} messages du trimestre sur « ${subject} », par produit et par lieu, pour savoir d’où vient la hausse.`,
      `Read the quarter’s ${all} messages on “${subject}”, by product and place, to know where the rise comes from.`,
    ),
  };
}

function pairsChart({ words }: Telling, rows: readonly Row[], from: string, to: string): StoryChart | null {
  if (rows.length === 0) return null;
  const title = words.say(
    'Motifs qui bougent au-delà de l’incertitude',
    'Drivers that move beyond uncertainty',
  );
  const marks = (column: 'previousShare' | 'currentShare') =>
    rows.map((row) =>
      markOf(
        row,
        words.label('driver', textOf(row, 'driver')),
        column === 'previousShare'
          ? { value: column, low: 'previousLow', high: 'previousHigh', n: 'previousN' }
          : { value: column, low: 'currentLow', high: 'currentHigh' },
        'share',
        words,
        { facet: { driver: textOf(row, 'driver') }, strong: column === 'currentShare' },
      ),
    );
  const series = [
    { name: from, marks: marks('previousShare') },
    { name: to, marks: marks('currentShare') },
  ];
  return {
    kind: 'pairs',
    title,
    subtitle: words.say(
      'part des messages de clients ; intervalles à 95 %',
      'share of customers’ messages; 95% intervals',
    ),
    style: 'share',
    series,
    events: [],
    alt: `${inWords(`${title}, ${from}`, series[0]?.marks ?? [])} ${inWords(to, series[1]?.marks ?? [])}`,
  };
}
