import { makeFinding } from '../make-finding.js';
import { dateOf, figureOf, numberOf, numberOrNull, rowsOf, textOf, type Telling } from '../reading.js';
import { barsChart, markOf } from '../story-charts.js';
import type { Finding } from '../story.js';

/** A driver is named from so many cases on. */
const NAMED_FROM = 20;
/** An interval whose ends differ by more says nothing. */
const WIDEST = 5;
/** One whose ends differ by more is told in place of its middle. */
const WIDE = 1.5;

/** Who waits at the end, where too few cases overflowed to say what is likely to. */
function waitingFinding(telling: Telling): Finding[] {
  const metric = telling.metrics.get('waitingCases');
  const { words } = telling;
  const figure = figureOf(metric, words);
  const first = rowsOf(metric).find((row) => row['complaint'] === true);
  const since = dateOf(first, 'waitingSince');
  if (metric === undefined || figure === null || first === undefined || since === null || figure.value === 0)
    return [];
  const driver = textOf(first, 'driver');
  const about = driver === '' ? '' : words.inside('driver', driver);
  // « WhatsApp (messages privés) »: that they are private is said
  const channel = words.channel(textOf(first, 'channel')).replace(/ \(.*\)$/, ''),
    day = words.date(since, false);
  const one = figure.value < 2;
  const count = words.number(figure.value);
  return [
    makeFinding(telling, {
      id: 'open-cases',
      metric,
      title: one
        ? words.say(
            `1 client attend une réponse en privé depuis le ${day}${about === '' ? '' : ` sur « ${about} »`} (${channel})`,
            `1 customer waits for an answer in private since ${day}${about === '' ? '' : ` about “${about}”`} (${channel})`,
          )
        : words.say(
            `${count} clients attendent une réponse en privé, le premier depuis le ${day} (${channel})`,
            `${count} customers wait for an answer in private, the first since ${day} (${channel})`,
          ),
      figures: [figure],
      action: {
        stake: figure.value / Math.max(1, figure.n),
        figures: [figure],
        text: one
          ? words.say(
              'Répondre au client qui attend (repère en annexe).',
              'Answer the customer who waits (mark in the annex).',
            )
          : words.say(
              `Répondre aux ${count} clients qui attendent, la plus longue attente d’abord (table en annexe).`,
              `Answer the ${count} customers who wait, the longest wait first (table in the annex).`,
            ),
      },
      drivers: driver === '' ? [] : [driver],
      stages: ['private'],
      size: figure.value / Math.max(1, figure.n),
      novelty: 1,
      stage: 'private',
    }),
  ];
}

/** What stands open at the end, and the private side of complaints. */
export function openFinding(telling: Telling): Finding[] {
  const metric = telling.metrics.get('reservoir');
  const { words } = telling;
  const figure = figureOf(metric, words);
  if (metric === undefined || figure === null || metric.n === 0 || rowsOf(metric).length === 0)
    return waitingFinding(telling);
  const days = telling.metrics.get('reservoirOverTime');
  const last = days === undefined ? undefined : rowsOf(days).at(-1);
  const young = last === undefined ? null : numberOrNull(last, 'saidToWait');
  // those that may overflow are the young ones; who waits is counted whatever the age of the case
  const waiting = young === null ? null : figureOf(telling.metrics.get('waitingCases'), words);
  const open =
    waiting === null
      ? words.count(
          metric.n,
          ['dossier privé sans trace de résolution', 'dossiers privés sans trace de résolution'],
          ['private case without a trace of resolution', 'private cases without a trace of resolution'],
        )
      : words.count(
          waiting.value,
          ['client attend une réponse en privé', 'clients attendent une réponse en privé'],
          ['customer waits for an answer in private', 'customers wait for an answer in private'],
        );
  // customers are fewer than cases: a reader adds them up
  const fewer =
    waiting !== null && young !== null && waiting.value < young
      ? [
          ' (moins ceux qu’un autre canal compte déjà ou qui ont sans doute débordé)',
          ' (less those that another channel counts already or that have probably gone public)',
        ]
      : ['', ''];
  const silent =
    waiting === null || young === null || young >= metric.n
      ? ''
      : words.say(
          `Sur ${words.count(metric.n, ['dossier', 'dossiers'], ['', ''])} assez récents pour déborder encore, ${words.number(young)} ${young < 2 ? 'paraît' : 'paraissent'} en attente${fewer[0]} et ${words.number(metric.n - young)} ${metric.n - young < 2 ? 'a' : 'ont'} eu une réponse, sans trace de résolution.`,
          `Of ${words.count(metric.n, ['', ''], ['case', 'cases'])} recent enough to overflow still, ${words.number(young)} ${young === 1 ? 'seems' : 'seem'} to wait${fewer[1]} and ${words.number(metric.n - young)} ${metric.n - young === 1 ? 'was' : 'were'} answered, with no trace of resolution.`,
        );
  const urgent = figure.value >= 1;
  return [
    makeFinding(telling, {
      id: 'open-cases',
      metric,
      title: urgent
        ? words.say(
            `${open} ; ${words.number(figure.value, 1)} débordements attendus sous 24 h`,
            `${open}; ${words.number(figure.value, 1)} overflows expected within 24 h`,
          )
        : words.say(
            `${open}, sans débordement probable sous 24 h`,
            `${open}, no overflow likely within 24 h`,
          ),
      text: urgent
        ? silent
        : `${silent} ${words.say(
            `Débordements attendus sous 24 h : ${words.number(figure.value, 2)}.`,
            `Overflows expected within 24 h: ${words.number(figure.value, 2)}.`,
          )}`.trimStart(),
      figures: waiting === null ? [figure] : [figure, waiting],
      action: urgent
        ? {
            stake: 1,
            figures: [figure],
            text: words.say(
              'Répondre aujourd’hui aux dossiers les plus exposés encore sans réponse (table en annexe).',
              'Answer today the most exposed cases still unanswered (table in the annex).',
            ),
          }
        : null,
      stages: ['private'],
      size: urgent ? 0.9 : 0.15,
      novelty: 0.5,
      stage: 'private',
    }),
  ];
}

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
  const marks = rows
    .filter(
      (row) => row['by'] === 'driver' && textOf(row, 'driver') !== '' && numberOf(row, 'n') >= NAMED_FROM,
    )
    .filter((row) => numberOrNull(row, 'ratio') !== null)
    .toSorted((a, b) => numberOf(b, 'ratio') - numberOf(a, 'ratio'))
    .map((row) =>
      markOf(row, words.label('driver', textOf(row, 'driver')), { value: 'ratio' }, 'number', words, {
        facet: { driver: textOf(row, 'driver') },
        digits: 1,
      }),
    );
  return [
    makeFinding(telling, {
      id: 'iceberg',
      metric,
      title: words.say(
        `Pour 100 plaintes vues en public, ${number} ${came < 2 ? 'est arrivée' : 'sont arrivées'} en privé`,
        `For 100 complaints seen in public, ${number} came in private`,
      ),
      figures: [figure],
      chart: barsChart(
        words.say(
          'Plaintes privées pour une plainte publique, par motif',
          'Private complaints for a public one, by driver',
        ),
        words.say('intervalles à 95 %', '95% intervals'),
        'number',
        marks,
      ),
      stages: ['private', 'public'],
      size: 0.3,
      stage: 'private',
    }),
  ];
}
