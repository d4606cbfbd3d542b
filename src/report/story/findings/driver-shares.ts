import { shiftFinding } from './driver-shift.js';
import { makeFinding } from '../make-finding.js';
import { cellOf, numberOf, rowsOf, textOf, type Row, type Telling } from '../reading.js';
import { quotesFor } from '../quotes.js';
import { barsChart, markOf } from '../story-charts.js';
import type { Finding } from '../story.js';

/** A driver is named from so many messages on. */
const NAMED_FROM = 30;
/** Negative messages from which a driver is said to be a reason for criticism. */
const CRITICISED_FROM = 10;

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
  const between =
    share.low === null || share.high === null ? '' : ` (${words.interval(share.low, share.high, 'share')})`;
  const even = counts.every(({ value }) => value === counts[0]?.value);
  return [
    makeFinding(telling, {
      id: 'drivers',
      metric,
      title:
        both.length > 1
          ? words.say(
              `${names} sont les premiers motifs de critique, dans ${even ? words.number(counts[0]?.value ?? 0) : numbers} messages${even ? ' chacun' : ''}`,
              `${names} are the first reasons for criticism, in ${even ? words.number(counts[0]?.value ?? 0) : numbers} messages${even ? ' each' : ''}`,
            )
          : criticised
            ? words.say(
                `${names} est le premier motif de critique, dans ${numbers} des ${count} messages qui en parlent (${part})`,
                `${names} is the first reason for criticism, in ${numbers} of the ${count} messages that speak of it (${part})`,
              )
            : words.say(
                `${names} est le motif le plus cité : ${count} messages, dont ${counts[0]?.value === 0 ? 'aucun négatif' : words.count(counts[0]?.value ?? 0, ['négatif', 'négatifs'], ['', ''])}`,
                `${names} is the driver cited most: ${count} messages, ${counts[0]?.value === 0 ? 'none' : numbers} of them negative`,
              ),
      text: words.say(
        `${both.length > 1 ? `« ${nameOf(first)} »` : 'Le motif'} revient dans ${words.value(share.value, 'share')} des ${words.number(share.n)} ${share.denominator}${between}.`,
        `${both.length > 1 ? `“${nameOf(first)}”` : 'It'} comes up in ${words.value(share.value, 'share')} of ${words.number(share.n)} ${share.denominator}${between}.`,
      ),
      figures: [negative, share, ...counts],
      ...(both.length > 1 && {
        evidence: words.say(
          `« ${nameOf(first)} » : ${part} de négatifs, ${words.evidence(negative)}`,
          `“${nameOf(first)}”: ${part} negative, ${words.evidence(negative)}`,
        ),
      }),
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

/** What customers speak of. */
export const driverFindings = (telling: Telling): Finding[] => [
  ...weightFinding(telling),
  ...shiftFinding(telling),
];
