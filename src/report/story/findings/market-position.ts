import { priorityFinding } from './priorities.js';
import { changeOf } from '../change.js';
import { makeFinding } from '../make-finding.js';
import { cellOf, figureOf, numberOf, rowsOf, textOf, type Row, type Telling } from '../reading.js';
import { barsChart, inWords, markOf } from '../story-charts.js';
import type { Figure, Finding, StoryChart } from '../story.js';

/** Steps of a waterfall; the rest is one step. */
const STEPS = 7;
/** Fewer messages of both quarters, drawn again and again, seem surer than they are: four that agree have no spread at all. */
const LEAST_COMPARED = 30;
/** Groups compared on a chart. */
const COMPARED = 8;

/** Why the tone moved, when it moved: what each driver adds to the change. */
function whyFinding(telling: Telling): Finding[] {
  const metric = telling.metrics.get('scoreDecomposition');
  const { words } = telling;
  const figure = figureOf(metric, words);
  if (metric === undefined || figure === null || figure.low === null || figure.high === null) return [];
  if (figure.n < LEAST_COMPARED || (figure.low <= 0 && figure.high >= 0)) return [];
  // The tile says whether the score moved: where it tells no change, for too few of a quarter or not surely, none is explained.
  if (telling.metrics.has('periodChange') && changeOf(telling, 'netSentimentScore')?.clear !== true)
    return [];
  const rising = figure.value > 0;
  const rows = rowsOf(metric).filter((row) => row['by'] === 'driver');
  const clear = (row: Row): boolean => (rising ? numberOf(row, 'low') > 0 : numberOf(row, 'high') < 0);
  const first = rows.find((row) => textOf(row, 'group') !== '' && clear(row));
  const named = first === undefined ? '' : words.label('driver', textOf(first, 'group'));
  const part =
    first === undefined ? null : cellOf(metric, first, 'change', ['by', 'group'], words, { style: 'score' });
  const size = words.number(Math.abs(figure.value), 2);
  const most = rows.every(
    (row) => Math.abs(numberOf(row, 'change')) <= Math.abs(numberOf(first, 'change')) || row === first,
  );
  const because =
    part === null
      ? ''
      : words.say(
          `, ${most ? 'd’abord' : 'en partie'} sur « ${named} » (${words.value(part.value, 'score')})`,
          `, ${most ? 'first' : 'in part'} on “${named}” (${words.value(part.value, 'score')})`,
        );
  return [
    makeFinding(telling, {
      id: 'why',
      metric,
      title: words.say(
        `Le score de tonalité ${rising ? 'gagne' : 'perd'} ${size} point en un trimestre${because}`,
        `The tone score ${rising ? 'gains' : 'loses'} ${size} point in a quarter${because}`,
      ),
      text: words.say(
        'Cela dit ce qui a bougé avec le score, pas ce qui l’a causé.',
        'This says what moved with the score, not what caused it.',
      ),
      figures: [figure, ...(part === null ? [] : [part])],
      chart: stepsChart(telling, rows, figure),
      drivers: first === undefined ? [] : [textOf(first, 'group')],
      stages: ['private', 'public'],
      size: Math.min(1, 2 * Math.abs(figure.value)),
      novelty: 1,
      stage: 'public',
    }),
  ];
}

/** What each driver adds, one after the other, to the whole change. */
function stepsChart({ words }: Telling, rows: readonly Row[], whole: Figure): StoryChart | null {
  if (rows.length < 2) return null;
  const shown = rows.slice(0, STEPS);
  const name = (row: Row): string =>
    textOf(row, 'group') === ''
      ? words.say('Sans motif', 'No driver')
      : words.label('driver', textOf(row, 'group'));
  const last = shown.at(-1) as Row;
  const others = { value: 'rest', low: 'restLow', high: 'restHigh', n: 'restN' };
  const all = [
    ...shown.map((row) => markOf(row, name(row), { value: 'change' }, 'score', words)),
    ...(rows.length > STEPS ? [markOf(last, words.say('Autres', 'Others'), others, 'score', words)] : []),
    markOf({ ...whole }, words.say('Écart total', 'Whole change'), { value: 'value' }, 'score', words, {
      strong: true,
    }),
  ];
  const title = words.say('Ce que chaque motif ajoute à l’écart', 'What each driver adds to the change');
  return {
    kind: 'steps',
    title,
    subtitle: words.say(
      'points de score net ; les parts se somment à l’écart',
      'points of net score; parts sum to the change',
    ),
    style: 'score',
    series: [{ name: '', marks: all }],
    events: [],
    alt: inWords(title, all),
  };
}

/** A group is named from so many messages on: under, one loud author makes a group. */
const NAMED_FROM = 30;
/** Beyond the limits at 99.8 %, not those at 95 %: among thirty stores chance alone puts one or two outside these. */
const standsOut = (row: Row): boolean =>
  textOf(row, 'outside') === '99.8' && numberOf(row, 'n') >= NAMED_FROM;

const SHARE = { value: 'share', low: 'shareLow', high: 'shareHigh' } as const;
/** All groups as one, beside which each is read. */
const togetherOf = (rows: readonly Row[]): Row => ({
  share: numberOf(rows[0], 'expected'),
  shareLow: numberOf(rows[0], 'expectedLow'),
  shareHigh: numberOf(rows[0], 'expectedHigh'),
  n: rows.reduce((sum, row) => sum + numberOf(row, 'n'), 0),
});

/** Brands and stores that chance alone does not explain. */
function benchmarkFinding(telling: Telling): Finding[] {
  const metric = telling.metrics.get('benchmarks');
  const { words } = telling;
  if (metric === undefined || metric.notMeasured !== undefined) return [];
  const groups = ['store', 'brand'].map((by) => rowsOf(metric).filter((row) => row['by'] === by));
  const rows = groups.find((list) => list.length > 2 && list.some(standsOut));
  const out = rows?.filter(standsOut) ?? [];
  const [first] = out.toSorted((a, b) => numberOf(b, 'n') - numberOf(a, 'n'));
  if (rows === undefined || first === undefined) return [];
  const worse = numberOf(first, 'share') > numberOf(first, 'expected');
  const cell = (column: string, low = 'none', high = 'none'): Figure =>
    cellOf(metric, first, column, ['by', 'group'], words, { style: 'share', low, high });
  const [share, low, high] = [cell('share', 'shareLow', 'shareHigh'), cell('low998'), cell('high998')];
  const all = words.value(numberOf(first, 'expected'), 'share');
  return [
    makeFinding(telling, {
      id: 'benchmarks',
      metric,
      title: words.say(
        `${textOf(first, 'group')} est nettement ${worse ? 'plus' : 'moins'} critiqué que l’ensemble : ${words.value(share.value, 'share')} de négatif, contre ${all}`,
        `${textOf(first, 'group')} is criticised clearly ${worse ? 'more' : 'less'} than all together: ${words.value(share.value, 'share')} negative, against ${all}`,
      ),
      text: words.say(
        `Pour ${words.number(numberOf(first, 'n'))} messages, un écart fortuit irait de ${words.value(low.value, 'share')} à ${words.value(high.value, 'share')} (bornes à 99,8 %).`,
        `With ${words.number(numberOf(first, 'n'))} messages, an accidental gap would range from ${words.value(low.value, 'share')} to ${words.value(high.value, 'share')} (99.8% limits).`,
      ),
      figures: [share, low, high],
      chart: barsChart(
        words.say('Part de négatif, groupe par groupe', 'Negative share, group by group'),
        words.say(
          'les plus cités ; intervalles à 95 % ; hors de l’écart attendu : en couleur forte',
          'most cited; 95% intervals; outside the expected spread: in a strong colour',
        ),
        'share',
        [
          markOf(togetherOf(rows), words.say('Ensemble', 'All together'), SHARE, 'share', words),
          ...rows
            .toSorted((a, b) => numberOf(b, 'n') - numberOf(a, 'n'))
            .slice(0, COMPARED)
            .map((row) =>
              markOf(row, textOf(row, 'group'), SHARE, 'share', words, {
                strong: standsOut(row),
                ...(row['by'] === 'brand' && { facet: { brand: textOf(row, 'group') } }),
              }),
            ),
        ],
      ),
      size: 0.3,
      novelty: 0.6,
      stage: 'public',
    }),
  ];
}

/** Why the tone moved, what to treat first, who stands out. */
export const marketPositionFindings = (telling: Telling): Finding[] => [
  ...whyFinding(telling),
  ...priorityFinding(telling),
  ...benchmarkFinding(telling),
];
