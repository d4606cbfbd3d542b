import { answerEffectFinding } from './answer-effect.js';
import { icebergFinding, openFinding } from './private-stage.js';
import { spillToldOf, type SpillTold } from './spill-floor.js';
import { makeFinding } from '../make-finding.js';
import { quotesFor } from '../quotes.js';
import { cellOf, numberOf, rowsOf, textOf, type Row, type Telling } from '../reading.js';
import { barsChart, inWords, markOf, type MarkColumns } from '../story-charts.js';
import type { Figure, Finding, StoryChart } from '../story.js';
import type { Words } from '../words.js';

/** A driver is named from so many cases on. */
const NAMED_FROM = 20;
/** An action bears on at least this share of what overflows. */
const LEAST_STAKE = 0.05;
/** Bounds so many times apart are told in place of the value between them. */
const VAGUE = 3;

const drivers = (rows: readonly Row[]): Row[] =>
  rows.filter(
    (row) => row['by'] === 'driver' && textOf(row, 'driver') !== '' && numberOf(row, 'n') >= NAMED_FROM,
  );

/** Share of private complaints that overflow, and where most of them come from. */
function spillFinding(telling: Telling): Finding[] {
  const metric = telling.metrics.get('spillRate');
  const told = spillToldOf(telling);
  if (metric === undefined || told === null) return [];
  const { words } = telling;
  const { figure, floor } = told;
  const [count, share] = floor ? (['spilled', 'seen'] as const) : (['expected', 'share'] as const);
  const rows = rowsOf(metric);
  const total = rows.find((row) => row['by'] === 'total');
  const heavy = drivers(rows).toSorted((a, b) => numberOf(b, count) - numberOf(a, count))[0];
  const all = numberOf(total, count);
  const stake = heavy === undefined || all === 0 ? 0 : numberOf(heavy, count) / all;
  const named = heavy !== undefined && stake >= 0.15;
  const subject = words.inside('driver', textOf(heavy, 'driver'));
  const heavyFigures = [heavy, total].flatMap((row) =>
    row === undefined
      ? []
      : [
          {
            ...cellOf(metric, row, count, ['by', 'driver'], words, { style: 'number' }),
            low: null,
            high: null,
          },
        ],
  );
  const marks = drivers(rows)
    .toSorted((a, b) => numberOf(b, share) - numberOf(a, share))
    .map((row) =>
      markOf(
        row,
        words.label('driver', textOf(row, 'driver')),
        floor ? { value: share, low: 'seenLow', high: 'seenHigh' } : { value: share },
        'share',
        words,
        {
          facet: { driver: textOf(row, 'driver'), stage: 'public', sentiment: 'negative' },
          strong: row === heavy,
        },
      ),
    );
  const counts = heavyFigures.map(({ value }) => words.number(value, 0));
  return [
    makeFinding(telling, {
      id: 'spill',
      metric,
      title: spillTitle(words, told, named ? subject : ''),
      ...(floor && { text: floor.why, compared: false }),
      figures: [figure, ...(floor?.figures ?? [])],
      chart: barsChart(
        floor
          ? words.say(
              'Part des plaintes privées que l’on voit déborder, par motif',
              'Share of private complaints seen to overflow, by driver',
            )
          : words.say(
              'Part des plaintes privées qui débordent, par motif',
              'Share of private complaints that overflow, by driver',
            ),
        words.say(
          `motifs d’au moins ${NAMED_FROM} plaintes ; intervalles à 95 %`,
          `drivers of at least ${NAMED_FROM} complaints; 95% intervals`,
        ),
        'share',
        marks,
      ),
      quotes:
        heavy === undefined
          ? []
          : quotesFor(telling, { driver: textOf(heavy, 'driver'), sentiment: 'negative' }),
      action:
        named && stake >= LEAST_STAKE
          ? {
              stake,
              figures: heavyFigures,
              text: floor
                ? words.say(
                    `Traiter à la racine « ${subject} » : ${counts[0]} des ${counts[1]} débordements vus.`,
                    `Treat “${subject}” at the root: ${counts[0]} of the ${counts[1]} overflows seen.`,
                  )
                : words.say(
                    `Traiter à la racine « ${subject} » : ${counts[0]} des ${counts[1]} débordements attendus.`,
                    `Treat “${subject}” at the root: ${counts[0]} of the ${counts[1]} expected overflows.`,
                  ),
            }
          : null,
      drivers: named ? [textOf(heavy, 'driver')] : [],
      stages: ['private', 'public'],
      size: Math.sqrt(figure.value) + 0.2,
      stage: 'public',
    }),
  ];
}

/** The rate as a sentence, with the driver that weighs most if one does. */
function spillTitle(words: Words, { figure, floor }: SpillTold, subject: string): string {
  if (figure.value === 0)
    return floor
      ? words.say('On ne voit aucune plainte privée déborder', 'No private complaint is seen to overflow')
      : words.say('Aucune plainte privée n’a débordé en public', 'No private complaint overflowed in public');
  const [low, high] = [figure.low ?? figure.value, figure.high ?? figure.value];
  const share = words.value(figure.value, 'share');
  if (!floor && high > VAGUE * Math.max(low, 0.001))
    return words.say(
      `Entre ${words.value(low, 'share')} et ${words.value(high, 'share')} des plaintes privées débordent en public`,
      `Between ${words.value(low, 'share')} and ${words.value(high, 'share')} of private complaints overflow in public`,
    );
  const [fr, en] = floor ? ['Au moins ', 'At least '] : ['', ''];
  const [first, firstEn] = subject
    ? [`, d’abord sur le motif « ${subject} »`, `, first on “${subject}”`]
    : ['', ''];
  return words.say(
    `${fr}${share} des plaintes privées débordent en public${first}`,
    `${en}${share} of private complaints overflow in public${firstEn}`,
  );
}

/** How soon: the share that has overflowed after so many hours. */
function speedFinding(telling: Telling): Finding[] {
  const metric = telling.metrics.get('timeToSpill');
  const { words } = telling;
  if (metric === undefined || metric.value === null || metric.value === 0) return [];
  const total = rowsOf(metric).filter((row) => row['by'] === 'total');
  const horizons = total.filter((row) => row['point'] === 'horizon');
  const last = horizons[horizons.length - 1];
  const at = (hours: number): Row | undefined => horizons.find((row) => row['hours'] === hours);
  const early = at(72);
  if (last === undefined || early === undefined) return [];
  const seen = spillToldOf(telling)?.floor !== undefined;
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
  if (whole.value === 0) return [];
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
            'Un débordement se joue dans les trois premiers jours',
            'An overflow is decided in the first three days',
          )
        : most(at(168))
          ? words.say(
              'Un débordement se joue dans la première semaine',
              'An overflow is decided in the first week',
            )
          : words.say(
              'Les débordements s’étalent sur plusieurs semaines',
              'Overflows spread over several weeks',
            ),
      text: words.say(
        `${seen ? 'Au moins ' : ''}${words.value(first.value, 'share')} des plaintes privées ont débordé en 72 h, ${words.value(whole.value, 'share')} en ${words.value(numberOf(last, 'hours'), 'hours')}.`,
        `${seen ? 'At least ' : ''}${words.value(first.value, 'share')} of private complaints have overflowed within 72 h, ${words.value(whole.value, 'share')} within ${words.value(numberOf(last, 'hours'), 'hours')}.`,
      ),
      figures: [first, whole],
      ...(seen && { compared: false }),
      chart: curveChart(telling, curve, columns),
      size: Math.sqrt(whole.value),
      stages: ['private', 'public'],
      stage: 'public',
    }),
  ];
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

/** What overflows from private to public. Nothing is told where no private case was read. */
export const spillFindings = (telling: Telling): Finding[] => [
  ...spillFinding(telling),
  ...speedFinding(telling),
  ...answerEffectFinding(telling),
  ...openFinding(telling),
  ...icebergFinding(telling),
];
