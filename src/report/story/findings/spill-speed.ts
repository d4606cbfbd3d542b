import { spillToldOf } from './spill-floor.js';
import { makeFinding } from '../make-finding.js';
import { cellOf, numberOf, rowsOf, type Row, type Telling } from '../reading.js';
import { inWords, markOf, type MarkColumns } from '../story-charts.js';
import type { Figure, Finding, StoryChart } from '../story.js';
import type { Words } from '../words.js';

/** Under so many overflows found, when they come is not told: the annex has the table. */
const LEAST_FOUND = 10;

/** How soon: the share that has overflowed after so many hours. */
export function speedFinding(telling: Telling): Finding[] {
  const metric = telling.metrics.get('timeToSpill');
  const { words } = telling;
  if (metric === undefined || metric.value === null || metric.value === 0) return [];
  const total = rowsOf(metric).filter((row) => row['by'] === 'total');
  const horizons = total.filter((row) => row['point'] === 'horizon');
  const last = horizons[horizons.length - 1];
  const at = (hours: number): Row | undefined => horizons.find((row) => row['hours'] === hours);
  const early = at(72);
  if (last === undefined || early === undefined) return [];
  const rate = spillToldOf(telling),
    seen = rate?.floor !== undefined;
  const columns = seen
    ? { value: 'seen', low: 'seenLow', high: 'seenHigh' }
    : { value: 'cumulativeIncidence', low: 'low', high: 'high' };
  const of = (row: Row): Figure =>
    cellOf(metric, row, columns.value, ['by', 'point', 'hours'], words, {
      style: 'share',
      low: columns.low,
      high: columns.high,
    });
  const [first, whole] = [of(early), of(last)];
  const [soon, late] = [first, whole].map(({ value }) => words.value(value, 'share')),
    span = words.value(numberOf(last, 'hours'), 'hours');
  if (whole.value === 0 || numberOf(last, 'spilled') < LEAST_FOUND) return [];
  const most = (row: Row | undefined): boolean => numberOf(row, columns.value) >= (2 / 3) * whole.value;
  const curve = total
    .filter((row) => numberOf(row, 'hours') <= 30 * 24)
    .toSorted((a, b) => numberOf(a, 'hours') - numberOf(b, 'hours'));
  return [
    makeFinding(telling, {
      id: 'speed',
      metric,
      title: most(early)
        ? words.say(
            'Les débordements retrouvés surviennent surtout dans les trois premiers jours',
            'Most overflows found come in the first three days',
          )
        : most(at(168))
          ? words.say(
              'Les débordements retrouvés surviennent surtout dans la première semaine',
              'Most overflows found come in the first week',
            )
          : words.say(
              'Les débordements retrouvés s’étalent sur plusieurs semaines',
              'Overflows found spread over several weeks',
            ),
      text: `${words.say(
        `${soon} des plaintes privées ont débordé en 72 h, ${late} en ${span}${seen ? ' (ce qui se voit, un plancher)' : ''}.`,
        `${soon} of private complaints have overflowed within 72 h, ${late} within ${span}${seen ? ' (as seen, a floor)' : ''}.`,
      )}${besideRate(words, whole, rate?.figure)}`,
      figures: [first, whole],
      evidence: words.say(
        `en 72 h : ${soon}, ${words.evidence(first)}`,
        `within 72 h: ${soon}, ${words.evidence(first)}`,
      ),
      ...(seen && { compared: false }),
      chart: curveChart(telling, curve, columns),
      size: Math.sqrt(whole.value),
      stages: ['private', 'public'],
      stage: 'public',
    }),
  ];
}

/** Why the share within 30 days is not the rate: said where they print otherwise. */
function besideRate(words: Words, month: Figure, rate: Figure | undefined): string {
  if (rate === undefined) return '';
  const [within, told] = [month, rate].map(({ value }) => words.value(value, 'share'));
  if (within === told) return '';
  return words.say(
    ` Le taux de débordement (${told}) suit chaque plainte tant que les exports publics observent ; ici, toutes comptent comme suivies 30 jours.`,
    ` The spill rate (${told}) follows each complaint while public exports watch; here all count as followed for 30 days.`,
  );
}

function curveChart({ words }: Telling, rows: readonly Row[], columns: MarkColumns): StoryChart | null {
  if (rows.length < 4) return null;
  const marks = rows.map((row) => ({
    across: numberOf(row, 'hours'),
    ...markOf(
      row,
      words.value(numberOf(row, 'hours'), 'hours'),
      { ...columns, n: 'atRisk' },
      'share',
      words,
      {
        counted: words.say(
          ` ; ${words.number(numberOf(row, 'atRisk'))} plaintes encore suivies`,
          `; ${words.number(numberOf(row, 'atRisk'))} complaints still followed`,
        ),
      },
    ),
  }));
  const title = words.say(
    'Part des plaintes privées déjà passées en public',
    'Share of private complaints already public',
  );
  const told = marks.filter((_, index) => rows[index]?.['point'] === 'horizon');
  return {
    kind: 'curve',
    title,
    subtitle: words.say(
      'selon le temps depuis le premier message ; bande : intervalle à 95 %',
      'by time since the first message; band: 95% interval',
    ),
    style: 'share',
    series: [{ name: '', marks }],
    events: rows.flatMap((row, at) =>
      row['point'] === 'horizon' ? [{ at, label: words.value(numberOf(row, 'hours'), 'hours') }] : [],
    ),
    alt: inWords(title, told),
  };
}
