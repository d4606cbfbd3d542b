import { makeFinding } from '../make-finding.js';
import { cellOf, numberOf, numberOrNull, rowsOf, textOf, type Row, type Telling } from '../reading.js';
import { quotesFor } from '../quotes.js';
import { barsChart, inWords, markOf } from '../story-charts.js';
import type { Finding, StoryChart } from '../story.js';

/** A driver is named from so many messages on. */
const NAMED_FROM = 30;
/** Negative messages from which a driver is said to be a reason for criticism. */
const CRITICISED_FROM = 10;
/** A share of a quarter is compared from so many messages of it on. */
const COMPARED_FROM = 20;
/** Drivers that move, told together. */
const MOVED = 6;

/** Whether one driver carries more negative messages than the next beyond chance (a sign test, p < .05). */
const clearlyMore = (first: Row, second: Row): boolean => {
  const [a, b] = [numberOf(first, 'negative'), numberOf(second, 'negative')];
  return (a - b) ** 2 > 3.84 * (a + b);
};

/** The driver that carries most negative messages, or the two where neither leads; with hardly any, the one that is cited most. */
function weightFinding(telling: Telling): Finding[] {
  const metric = telling.metrics.get('driverShares');
  const { words } = telling;
  if (metric === undefined) return [];
  const all = rowsOf(metric);
  const rows = all.filter((row) => numberOf(row, 'n') >= NAMED_FROM);
  const by = (column: string, of: readonly Row[]): Row[] =>
    of.toSorted((a, b) => numberOf(b, column) - numberOf(a, column));
  // One that is cited less may carry more of the criticism.
  const [most] = by('negative', all);
  const criticised = numberOf(most, 'negative') >= CRITICISED_FROM;
  const [first, second] = criticised ? by('negative', all) : by('n', rows).slice(0, 1);
  if (first === undefined) return [];
  const both = second !== undefined && !clearlyMore(first, second) ? [first, second] : [first];
  const driver = textOf(first, 'driver');
  const nameOf = (row: Row): string => words.label('driver', textOf(row, 'driver'));
  const share = cellOf(metric, first, 'share', ['driver'], words, {
    style: 'share',
    low: 'shareLow',
    high: 'shareHigh',
    n: 'none',
  });
  const negative = cellOf(metric, first, 'negativeShare', ['driver'], words, {
    style: 'share',
    low: 'negativeLow',
    high: 'negativeHigh',
    denominator: words.say('messages sur ce motif', 'messages on this driver'),
  });
  const counts = both.map((row) => ({
    ...cellOf(metric, row, 'negative', ['driver'], words, {
      style: 'number',
      low: 'none',
      high: 'none',
      denominator: negative.denominator,
    }),
  }));
  const [names, numbers] = [
    words.list(both.map((row) => words.say(`« ${nameOf(row)} »`, `“${nameOf(row)}”`))),
    words.list(counts.map(({ value }) => words.number(value))),
  ];
  const [count, part] = [words.number(negative.n), words.value(negative.value, 'share')];
  const even = counts.every(({ value }) => value === counts[0]?.value);
  return [
    makeFinding(telling, {
      id: 'drivers',
      metric,
      title:
        both.length > 1
          ? words.say(
              `${names} sont les premiers motifs de critique : ${even ? words.number(counts[0]?.value ?? 0) : numbers} messages négatifs${even ? ' chacun' : ''}`,
              `${names} are the first reasons for criticism: ${even ? words.number(counts[0]?.value ?? 0) : numbers} negative messages${even ? ' each' : ''}`,
            )
          : criticised
            ? words.say(
                `${names} est le premier motif de critique : ${numbers} messages négatifs sur ${count} (${part})`,
                `${names} is the first reason for criticism: ${numbers} of ${count} messages negative (${part})`,
              )
            : words.say(
                `${names} est le motif le plus cité : ${count} messages, dont ${counts[0]?.value === 0 ? 'aucun négatif' : words.count(counts[0]?.value ?? 0, ['négatif', 'négatifs'], ['', ''])}`,
                `${names} is the driver cited most: ${count} messages, ${counts[0]?.value === 0 ? 'none' : numbers} of them negative`,
              ),
      text: words.say(
        `${both.length > 1 ? `« ${nameOf(first)} »` : 'Le motif'} revient dans ${words.value(share.value, 'share')} des messages de clients.`,
        `${both.length > 1 ? `“${nameOf(first)}”` : 'It'} comes up in ${words.value(share.value, 'share')} of customers’ messages.`,
      ),
      figures: [negative, share, ...counts],
      chart: barsChart(
        words.say(
          'Part de négatif par motif, du plus cité au moins cité',
          'Negative share by driver, most cited first',
        ),
        words.say(
          `motifs cités au moins ${NAMED_FROM} fois ; intervalles à 95 %`,
          `drivers cited at least ${NAMED_FROM} times; 95% intervals`,
        ),
        'share',
        rows.map((row) =>
          markOf(
            row,
            words.label('driver', textOf(row, 'driver')),
            { value: 'negativeShare', low: 'negativeLow', high: 'negativeHigh' },
            'share',
            words,
            { facet: { driver: textOf(row, 'driver'), sentiment: 'negative' }, strong: both.includes(row) },
          ),
        ),
      ),
      quotes: quotesFor(telling, { driver, sentiment: 'negative' }, 3),
      drivers: [driver],
      stages: ['private', 'public'],
      size: share.value * 2,
      stage: 'public',
    }),
  ];
}

/** How far the share of a driver moved. */
const gapOf = (row: Row): number => Math.abs(numberOf(row, 'currentShare') - numberOf(row, 'previousShare'));

/** Drivers whose share clearly rose or fell between the last two quarters. */
function shiftFinding(telling: Telling): Finding[] {
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
      drivers: clear.map((row) => textOf(row, 'driver')),
      stages: ['private', 'public'],
      size: Math.min(1, 4 * gapOf(first) + 0.1),
      novelty: 1,
      stage: 'public',
    }),
  ];
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

/** What customers speak of. */
export const driverFindings = (telling: Telling): Finding[] => [
  ...weightFinding(telling),
  ...shiftFinding(telling),
];
