import { changeOf } from '../change.js';
import { makeFinding } from '../make-finding.js';
import { cellOf, figureOf, numberOf, rowsOf, textOf, type Row, type Telling } from '../reading.js';
import { quotesFor } from '../quotes.js';
import { barsChart, inWords, markOf } from '../story-charts.js';
import type { Finding, StoryChart } from '../story.js';

/** Periods from which a curve over time is drawn, and messages a point stands on. */
const LEAST_PERIODS = 6;
const LEAST_MESSAGES = 10;

function timeChart(telling: Telling): StoryChart | null {
  const { words } = telling;
  const metric = telling.metrics.get('netSentimentByPeriod');
  const rows = rowsOf(metric).filter(
    (row) => row['stage'] === 'public' && numberOf(row, 'n') >= LEAST_MESSAGES,
  );
  if (metric === undefined || rows.length < LEAST_PERIODS) return null;
  const weekly = rows[0]?.['grain'] !== 'month';
  const marks = rows.map((row) =>
    markOf(
      row,
      weekly
        ? words.date(Date.parse(`${textOf(row, 'period')}T12:00:00Z`), false)
        : words.month(textOf(row, 'period')),
      { value: 'negativeShare', low: 'negativeLow', high: 'negativeHigh' },
      'share',
      words,
      {
        facet: { stage: 'public', sentiment: 'negative', period: `${textOf(row, 'period').slice(0, 7)}-01` },
      },
    ),
  );
  const title = weekly
    ? words.say(
        'Part de messages négatifs en public, par semaine',
        'Share of negative public messages, by week',
      )
    : words.say(
        'Part de messages négatifs en public, par mois',
        'Share of negative public messages, by month',
      );
  return {
    kind: 'time',
    title,
    subtitle: words.say(
      `périodes d’au moins ${LEAST_MESSAGES} messages ; intervalles à 95 %`,
      `periods of at least ${LEAST_MESSAGES} messages; 95% intervals`,
    ),
    style: 'share',
    series: [{ name: '', marks }],
    events: [],
    alt: inWords(title, marks.toSorted((a, b) => b.value - a.value).slice(0, 5)),
  };
}

function sentimentFinding(telling: Telling): Finding[] {
  const metric = telling.metrics.get('netSentimentScore');
  const { words } = telling;
  const figure = figureOf(metric, words);
  if (metric === undefined || figure === null || figure.low === null || figure.high === null) return [];
  const side = figure.high < 0 ? 'negative' : figure.low > 0 ? 'positive' : 'even';
  const score = words.value(figure.value, 'score');
  const change = changeOf(telling, metric.name);
  const moves =
    change === null || !change.clear
      ? words.say('', '')
      : change.rising
        ? words.say(', en progrès', ', improving')
        : words.say(', en recul', ', worsening');
  const title = {
    negative: words.say(
      `On parle de la marque en mal plus qu’en bien (score net ${score})${moves}`,
      `The brand is spoken of more ill than well (net score ${score})${moves}`,
    ),
    positive: words.say(
      `On parle de la marque en bien plus qu’en mal (score net ${score})${moves}`,
      `The brand is spoken of more well than ill (net score ${score})${moves}`,
    ),
    even: words.say(
      `Autant de bien que de mal sur la marque (score net ${score})${moves}`,
      `As much good as ill of the brand (net score ${score})${moves}`,
    ),
  }[side];
  return [
    makeFinding(telling, {
      id: 'tone',
      metric,
      title,
      figures: [figure],
      chart: timeChart(telling),
      quotes: [
        ...quotesFor(telling, { sentiment: 'negative' }, 1),
        ...quotesFor(telling, { sentiment: 'positive' }, 1),
      ],
      size: 0.3 + Math.abs(figure.value) / 2,
      stage: 'public',
    }),
  ];
}

function voiceFinding(telling: Telling): Finding[] {
  const metric = telling.metrics.get('shareOfVoice');
  const { words, brand } = telling;
  const figure = figureOf(metric, words);
  const rows = rowsOf(metric);
  if (metric === undefined || figure === null || rows.length < 2) return [];
  const own = rows.find((row) => row['share'] === metric.value);
  const name = textOf(own, 'brand') || brand;
  return [
    makeFinding(telling, {
      id: 'voice',
      metric,
      title: words.say(
        `${name} tient ${words.value(figure.value, 'share')} des mentions des marques suivies`,
        `${name} holds ${words.value(figure.value, 'share')} of the mentions of the brands followed`,
      ),
      figures: [figure],
      chart: barsChart(
        words.say('Part de voix, public et presse', 'Share of voice, public and press'),
        words.say('intervalles à 95 %', '95% intervals'),
        'share',
        rows.map((row) =>
          markOf(row, textOf(row, 'brand'), { value: 'share', n: 'mentions' }, 'share', words, {
            strong: row === own,
            facet: { brand: textOf(row, 'brand') },
            counted: words.say(
              ` ; ${words.number(numberOf(row, 'mentions'))} mentions`,
              `; ${words.number(numberOf(row, 'mentions'))} mentions`,
            ),
          }),
        ),
      ),
      size: 0.3,
      stage: 'public',
    }),
  ];
}

function ratingFinding(telling: Telling): Finding[] {
  const metric = telling.metrics.get('meanRating');
  const { words } = telling;
  const figure = figureOf(metric, words);
  if (metric === undefined || figure === null) return [];
  const stars = words.number(figure.value, 1);
  const rows = rowsOf(metric);
  const best = (row: Row): string => words.label('platform', textOf(row, 'platform'));
  return [
    makeFinding(telling, {
      id: 'rating',
      metric,
      title:
        (figure.high ?? 5) < 3
          ? words.say(
              `Les avis notent la marque ${stars}/5, sous la moyenne de l’échelle`,
              `Reviews rate the brand ${stars}/5, below the middle of the scale`,
            )
          : (figure.low ?? 0) > 3
            ? words.say(
                `Les avis notent la marque ${stars}/5, au-dessus de la moyenne de l’échelle`,
                `Reviews rate the brand ${stars}/5, above the middle of the scale`,
              )
            : words.say(`Les avis notent la marque ${stars}/5`, `Reviews rate the brand ${stars}/5`),
      figures: [figure],
      chart:
        starsChart(telling, rows) ??
        barsChart(
          words.say('Note moyenne par plateforme', 'Mean rating by platform'),
          words.say('intervalles à 95 %', '95% intervals'),
          'number',
          rows.map((row) => markOf(row, best(row), { value: 'mean' }, 'number', words)),
        ),
      size: 0.3,
      stage: 'public',
    }),
  ];
}

function starsChart({ words, metrics }: Telling, rows: readonly Row[]): StoryChart | null {
  const [row] = rows;
  const metric = metrics.get('meanRating');
  if (rows.length !== 1 || row === undefined || metric === undefined) return null;
  const marks = [5, 4, 3, 2, 1].map((stars) => {
    const figure = cellOf(metric, row, `star${stars}`, ['platform'], words, {
      style: 'number',
      low: 'none',
      high: 'none',
    });
    const label = words.count(stars, ['étoile', 'étoiles'], ['star', 'stars']);
    const text = words.number(figure.value);
    return {
      label,
      value: figure.value,
      low: null,
      high: null,
      n: figure.n,
      text,
      detail: words.say(`${label} : ${text} avis`, `${label}: ${text} reviews`),
    };
  });
  return barsChart(
    words.say('Avis par note', 'Reviews by rating'),
    words.say(`n = ${words.number(metric.n)} avis`, `n = ${words.number(metric.n)} reviews`),
    'number',
    marks,
  );
}

/** How people speak of the brand. */
export const toneFindings = (telling: Telling): Finding[] => [
  ...sentimentFinding(telling),
  ...voiceFinding(telling),
  ...ratingFinding(telling),
];
