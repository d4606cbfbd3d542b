import { answerEffectFinding } from './answer-effect.js';
import { icebergFinding, openFinding } from './private-side.js';
import { makeFinding } from '../make-finding.js';
import { quotesFor } from '../quotes.js';
import { cellOf, figureOf, numberOf, rowsOf, textOf, type Row, type Telling } from '../reading.js';
import { barsChart, inWords, markOf } from '../story-charts.js';
import type { Finding, StoryChart } from '../story.js';

/** A driver is named from so many cases on. */
const NAMED_FROM = 20;
/** An action bears on at least this share of what overflows. */
const LEAST_STAKE = 0.05;

const drivers = (rows: readonly Row[]): Row[] =>
  rows.filter(
    (row) => row['by'] === 'driver' && textOf(row, 'driver') !== '' && numberOf(row, 'n') >= NAMED_FROM,
  );

/** Share of private cases that overflow, and where most of them come from. */
function spillFinding(telling: Telling): Finding[] {
  const metric = telling.metrics.get('spillRate');
  const figure = figureOf(metric, telling.words);
  if (metric === undefined || figure === null) return [];
  const { words } = telling;
  const rows = rowsOf(metric);
  const total = rows.find((row) => row['by'] === 'total');
  const heavy = drivers(rows).toSorted((a, b) => numberOf(b, 'expected') - numberOf(a, 'expected'))[0];
  const all = numberOf(total, 'expected');
  const stake = heavy === undefined || all === 0 ? 0 : numberOf(heavy, 'expected') / all;
  const named = heavy !== undefined && stake >= 0.15;
  const subject = words.inside('driver', textOf(heavy, 'driver'));
  const share = words.value(figure.value, 'share');
  const heavyFigures =
    heavy === undefined
      ? []
      : [
          {
            ...cellOf(metric, heavy, 'expected', ['by', 'driver'], words, { style: 'number' }),
            low: null,
            high: null,
          },
          ...(total === undefined
            ? []
            : [
                {
                  ...cellOf(metric, total, 'expected', ['by'], words, { style: 'number' }),
                  low: null,
                  high: null,
                },
              ]),
        ];
  const marks = drivers(rows)
    .toSorted((a, b) => numberOf(b, 'share') - numberOf(a, 'share'))
    .map((row) =>
      markOf(row, words.label('driver', textOf(row, 'driver')), { value: 'share' }, 'share', words, {
        facet: { driver: textOf(row, 'driver'), stage: 'public', sentiment: 'negative' },
        strong: row === heavy,
      }),
    );
  const counts = heavyFigures.map(({ value }) => words.number(value, 0));
  return [
    makeFinding(telling, {
      id: 'spill',
      metric,
      title:
        figure.value === 0
          ? words.say('Aucun dossier privé n’a débordé en public', 'No private case overflowed in public')
          : named
            ? words.say(
                `${share} des dossiers privés débordent en public, d’abord sur le motif « ${subject} »`,
                `${share} of private cases overflow in public, first on “${subject}”`,
              )
            : words.say(
                `${share} des dossiers privés débordent en public`,
                `${share} of private cases overflow in public`,
              ),
      figures: [figure],
      chart: barsChart(
        words.say(
          'Part des dossiers privés qui débordent, par motif',
          'Share of private cases that overflow, by driver',
        ),
        words.say(
          `motifs d’au moins ${NAMED_FROM} dossiers ; intervalles à 95 %`,
          `drivers of at least ${NAMED_FROM} cases; 95% intervals`,
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
              text: words.say(
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
  const options = { style: 'share' as const };
  const figures = [early, last].map((row) =>
    cellOf(metric, row, 'cumulativeIncidence', ['by', 'point', 'hours'], words, options),
  );
  const [first, whole] = figures as [(typeof figures)[number], (typeof figures)[number]];
  const fast = first.value >= (2 / 3) * whole.value;
  const curve = total
    .filter((row) => numberOf(row, 'hours') <= 30 * 24)
    .toSorted((a, b) => numberOf(a, 'hours') - numberOf(b, 'hours'));
  return [
    makeFinding(telling, {
      id: 'speed',
      metric,
      title: fast
        ? words.say(
            'Un débordement se joue dans les trois premiers jours',
            'An overflow is decided in the first three days',
          )
        : words.say(
            'Les débordements s’étalent sur plusieurs semaines',
            'Overflows spread over several weeks',
          ),
      text: words.say(
        `${words.value(first.value, 'share')} des dossiers privés ont débordé en 72 h, ${words.value(whole.value, 'share')} en ${words.value(numberOf(last, 'hours'), 'hours')}.`,
        `${words.value(first.value, 'share')} of private cases have overflowed within 72 h, ${words.value(whole.value, 'share')} within ${words.value(numberOf(last, 'hours'), 'hours')}.`,
      ),
      figures: [first, whole],
      chart: curveChart(telling, curve),
      size: Math.sqrt(whole.value),
      stages: ['private', 'public'],
      stage: 'public',
    }),
  ];
}

function curveChart({ words }: Telling, rows: readonly Row[]): StoryChart | null {
  if (rows.length < 4) return null;
  const marks = rows.map((row) =>
    markOf(
      row,
      words.value(numberOf(row, 'hours'), 'hours'),
      { value: 'cumulativeIncidence', n: 'atRisk' },
      'share',
      words,
      {
        counted: words.say(
          ` ; ${words.number(numberOf(row, 'atRisk'))} dossiers encore suivis`,
          `; ${words.number(numberOf(row, 'atRisk'))} cases still followed`,
        ),
      },
    ),
  );
  const title = words.say(
    'Part des dossiers privés déjà passés en public',
    'Share of private cases already public',
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
