import { makeFinding } from '../make-finding.js';
import { figureOf, numberOf, numberOrNull, rowsOf, textOf, type Row, type Telling } from '../reading.js';
import { BARS, barsChart, markOf } from '../story-charts.js';
import type { Finding, Mark } from '../story.js';

/** A driver is named from so many cases on. */
const NAMED_FROM = 20;
/** An interval whose ends differ by more says nothing. */
const WIDEST = 5;
/** One whose ends differ by more is told in place of its middle. */
const WIDE = 1.5;

/** A ratio and its bounds as private complaints for a hundred public ones, as the title tells them. */
const forHundred = (row: Row): Row => ({
  ...row,
  ...Object.fromEntries(
    ['ratio', 'low', 'high'].map((column) => [column, Math.round(100 * numberOf(row, column))]),
  ),
});

/** The private side of complaints. */
export function icebergFinding(telling: Telling): Finding[] {
  const metric = telling.metrics.get('icebergRatio');
  const { words } = telling;
  const figure = figureOf(metric, words);
  if (metric === undefined || figure === null || figure.value === 0) return [];
  // Of a handful, a number for a hundred would be more than is known.
  if (figure.n < NAMED_FROM || !((figure.high ?? Infinity) <= WIDEST * (figure.low ?? 0))) return [];
  const [low, hundred, high] = [figure.low ?? 0, figure.value, figure.high ?? 0].map((one) =>
    Math.round(100 * one),
  ) as [number, number, number];
  const wide = high > WIDE * low;
  const [number, came] = wide
    ? [
        words.say(
          `entre ${words.number(low)} et ${words.number(high)}`,
          `between ${words.number(low)} and ${words.number(high)}`,
        ),
        2,
      ]
    : [words.number(hundred), hundred];
  const rows = rowsOf(metric);
  const named = rows
    .filter(
      (row) => row['by'] === 'driver' && textOf(row, 'driver') !== '' && numberOf(row, 'n') >= NAMED_FROM,
    )
    .filter((row) => numberOrNull(row, 'ratio') !== null)
    .toSorted((a, b) => numberOf(b, 'n') - numberOf(a, 'n'));
  // Those with most cases: of the highest ratios alone, hardly one would be under the title’s.
  const shown = named.slice(0, BARS).toSorted((a, b) => numberOf(b, 'ratio') - numberOf(a, 'ratio'));
  const marks = [...shown, ...named.slice(BARS)].map((row): Mark => {
    const label = words.label('driver', textOf(row, 'driver'));
    const mark = markOf(row, label, { value: 'ratio' }, 'number', words, {
      facet: { driver: textOf(row, 'driver') },
    });
    // The bar is as long as the table's number; what is printed is what the title counts.
    const { text, detail } = markOf(forHundred(row), label, { value: 'ratio' }, 'number', words, {
      digits: 0,
    });
    return { ...mark, text, detail };
  });
  return [
    makeFinding(telling, {
      id: 'iceberg',
      metric,
      title: words.say(
        `Pour 100 plaintes vues en public, ${number} ${came < 2 ? 'est arrivée' : 'sont arrivées'} en privé`,
        `For 100 complaints seen in public, ${number} came in private`,
      ),
      figures: [figure],
      evidence: words.evidence({ ...figure, low, high }),
      chart: barsChart(
        words.say(
          'Plaintes privées pour 100 plaintes publiques, par motif',
          'Private complaints for 100 public ones, by driver',
        ),
        words.say(
          `motifs d’au moins ${NAMED_FROM} dossiers ; intervalles à 95 %`,
          `drivers of at least ${NAMED_FROM} cases; 95% intervals`,
        ),
        'number',
        marks,
      ),
      stages: ['private', 'public'],
      size: 0.3,
      stage: 'private',
    }),
  ];
}
