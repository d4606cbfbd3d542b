import { answerEffectFinding } from './answer-effect.js';
import { icebergFinding } from './iceberg.js';
import { openFinding } from './private-stage.js';
import { isVague, spillToldOf, type SpillTold } from './spill-floor.js';
import { rootDrivers } from './priorities.js';
import { speedFinding } from './spill-speed.js';
import { makeFinding } from '../make-finding.js';
import { quotesFor } from '../quotes.js';
import { cellOf, numberOf, rowsOf, textOf, type Row, type Telling } from '../reading.js';
import { barsChart, markOf } from '../story-charts.js';
import type { Finding } from '../story.js';
import type { Words } from '../words.js';

/** A driver is named from so many cases on. */
const NAMED_FROM = 20;
/** An action bears on at least this share of what overflows. */
const LEAST_STAKE = 0.15;
/** Under so many overflows of a driver nothing is advised on it. */
const LEAST_SPILLS = 3;

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
  const heaviest = heavy !== undefined && stake >= LEAST_STAKE,
    named = heaviest && numberOf(heavy, 'leadLow') > 0;
  const subject = words.inside('driver', textOf(heavy, 'driver'));
  // what surely costs and overflows comes before what is only frequent
  const [root] = rootDrivers(telling);
  const rooted = drivers(rows).find((row) => root?.['sure'] === true && row['driver'] === root['driver']);
  const treated = rooted ?? heavy;
  const sure = named || rooted !== undefined;
  const weight = treated === undefined || all === 0 ? 0 : numberOf(treated, count) / all;
  const toTreat = words.inside('driver', textOf(treated, 'driver'));
  const treatedFigures = [treated, total].flatMap((row) =>
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
          strong: named && row === heavy,
        },
      ),
    );
  const counts = treatedFigures.map(({ value }) => words.number(value, 0));
  return [
    makeFinding(telling, {
      id: 'spill',
      metric,
      title: spillTitle(words, told, named ? subject : ''),
      ...(floor && { compared: false }),
      text: [
        floor?.why ?? '',
        named ? '' : notSeparable(words, heavy, rooted === undefined ? '' : toTreat),
        floor || marks.length < 2 || weight < LEAST_STAKE ? '' : drawnTogether(words),
      ]
        .filter((one) => one !== '')
        .join(' '),
      figures: [figure, ...(floor?.figures ?? [])],
      chart: barsChart(
        floor
          ? words.say(
              'Part des plaintes privées que l’on voit déborder, par motif',
              'Share of private complaints seen to overflow, by driver',
            )
          : words.say(
              'Part des plaintes privées qui débordent, par motif, lissée vers la moyenne',
              'Share of private complaints that overflow, by driver, smoothed towards the average',
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
        weight >= LEAST_STAKE && numberOf(treated, count) >= LEAST_SPILLS
          ? {
              stake: weight,
              figures: treatedFigures,
              text: treatText(words, {
                subject: toTreat,
                counts,
                sure,
                seen: floor !== undefined,
                costs: rooted !== undefined && (treated !== heavy || !named),
              }),
            }
          : null,
      drivers: heaviest ? [textOf(heavy, 'driver')] : [],
      stages: ['private', 'public'],
      size: Math.sqrt(figure.value) + 0.2,
      stage: 'public',
    }),
  ];
}

/** What to treat, as surely as its driver differs from the others. */
function treatText(
  words: Words,
  {
    subject,
    counts: [own = '', all = ''],
    sure,
    seen,
    costs,
  }: {
    readonly subject: string;
    readonly counts: readonly string[];
    readonly sure: boolean;
    readonly seen: boolean;
    /** It is named for what it costs too: by how many overflow it does not surely lead. */
    readonly costs: boolean;
  },
): string {
  const of = seen
    ? words.say(`${own} des ${all} débordements vus`, `${own} of the ${all} overflows seen`)
    : words.say(`${own} des ${all} débordements estimés`, `${own} of the ${all} estimated overflows`);
  const [why, whyEn] = costs
    ? [', qui coûte et déborde plus que la moyenne', ', which costs and overflows more than average']
    : ['', ''];
  return sure
    ? words.say(
        `Traiter à la racine « ${subject} »${why} : ${of}.`,
        `Treat “${subject}” at the root${whyEn}: ${of}.`,
      )
    : words.say(
        `Regarder d’abord « ${subject} » : ${of}, sans écart sûr avec les autres motifs.`,
        `Look at “${subject}” first: ${of}, without a sure difference from other drivers.`,
      );
}

/** Said where the driver with most overflows is not surely ahead of the next one, beside one that surely overflows more. */
const notSeparable = (words: Words, heavy: Row | undefined, rooted: string): string => {
  if (heavy === undefined || !(numberOf(heavy, 'leadLow') <= 0)) return '';
  return rooted === ''
    ? words.say(
        'Les motifs ne se distinguent pas sûrement par le nombre de leurs débordements.',
        'Drivers do not surely differ by how many of their complaints overflow.',
      )
    : words.say(
        `Par le nombre de débordements, les motifs ne se distinguent pas sûrement ; par la part de ses plaintes que l’on voit déborder, « ${rooted} » se détache.`,
        `Drivers do not surely differ by how many of their complaints overflow; by the share of its complaints seen to overflow, “${rooted}” stands apart.`,
      );
};

/** Said where a number of overflows stands beside rates that are drawn towards the others. */
const drawnTogether = (words: Words): string =>
  words.say(
    'Sur peu de plaintes, le taux d’un motif dit peu : il est lissé vers la moyenne ; le nombre de ses débordements ne l’est pas.',
    'Of few complaints the rate of a driver says little: it is smoothed towards the average; the number of its overflows is not.',
  );

/** The rate as a sentence, with the driver that weighs most if one does. */
function spillTitle(words: Words, { figure, floor }: SpillTold, subject: string): string {
  if (figure.value === 0)
    return floor
      ? words.say('On ne voit aucune plainte privée déborder', 'No private complaint is seen to overflow')
      : words.say('Aucune plainte privée n’a débordé en public', 'No private complaint overflowed in public');
  const [low, high] = [figure.low ?? figure.value, figure.high ?? figure.value];
  const share = words.value(figure.value, 'share');
  if (!floor && isVague(low, high))
    return words.say(
      `Entre ${words.value(low, 'share')} et ${words.value(high, 'share')} des plaintes privées débordent en public`,
      `Between ${words.value(low, 'share')} and ${words.value(high, 'share')} of private complaints overflow in public`,
    );
  const [first, firstEn] = subject
    ? [`, d’abord sur le motif « ${subject} »`, `, first on “${subject}”`]
    : ['', ''];
  // no case is joined surely: a sum of small probabilities
  if (floor && figure.value * figure.n < 0.5)
    return words.say(
      'On ne voit aucune plainte privée déborder de façon sûre (un plancher)',
      'No private complaint is surely seen to overflow (a floor)',
    );
  // A floor is estimated too: « au moins » would deny the lower bound of its interval.
  return floor
    ? words.say(
        `On voit ${share} des plaintes privées déborder en public (un plancher)${first}`,
        `${share} of private complaints are seen to overflow in public (a floor)${firstEn}`,
      )
    : words.say(
        `${share} des plaintes privées débordent en public${first}`,
        `${share} of private complaints overflow in public${firstEn}`,
      );
}

/** What overflows from private to public. Nothing is told where no private case was read. */
export const spillFindings = (telling: Telling): Finding[] => [
  ...spillFinding(telling),
  ...speedFinding(telling),
  ...answerEffectFinding(telling),
  ...openFinding(telling),
  ...icebergFinding(telling),
];
