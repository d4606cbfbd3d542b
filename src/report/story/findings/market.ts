import { ofOthersToo } from './of-others-too.js';
import { makeFinding } from '../make-finding.js';
import { cellOf, figureOf, numberOf, rowsOf, textOf, type Row, type Telling } from '../reading.js';
import { barsChart, markOf } from '../story-charts.js';
import type { Metric } from '../../../model/index.js';
import type { Figure, Finding, StoryChart } from '../story.js';
import type { Words } from '../words.js';

/** Mentions from which a share of voice is told; fewer are in the annex. */
const LEAST_MENTIONS = 30;
/** Reviews from which a mean is told. */
const LEAST_RATED = 5;
/** Shares of reviews with five stars or one from which they are two camps: each, and both together. */
const EACH_CAMP = 0.25;
const BOTH_CAMPS = 0.75;

function voiceFinding(telling: Telling): Finding[] {
  const metric = telling.metrics.get('shareOfVoice');
  const { words, brand } = telling;
  const figure = figureOf(metric, words);
  const rows = rowsOf(metric);
  if (metric === undefined || figure === null || figure.value === 1 || rows.length < 2) return [];
  if (figure.n < LEAST_MENTIONS) return [];
  const own = rows.find((row) => row['share'] === metric.value);
  const name = textOf(own, 'brand') || brand;
  // Where nobody named a brand, none is followed.
  const [of, ofEn] =
    brand === '' ? ['de marques', 'of brands'] : ['des marques suivies', 'of the brands followed'];
  return [
    makeFinding(telling, {
      id: 'voice',
      metric,
      title: words.say(
        `${name} tient ${words.value(figure.value, 'share')} des mentions ${of}`,
        `${name} holds ${words.value(figure.value, 'share')} of the mentions ${ofEn}`,
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
            counted: `${words.say(' ; ', '; ')}${words.count(numberOf(row, 'mentions'), ['mention', 'mentions'], ['mention', 'mentions'])}`,
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
  if (metric === undefined || figure === null || figure.n < LEAST_RATED) return [];
  const rows = rowsOf(metric);
  const split = splitOf(metric, rows, words);
  return [
    makeFinding(telling, {
      id: 'rating',
      metric,
      title: split?.title ?? ratingTitle(figure, metric, telling),
      figures: [figure, ...(split?.figures ?? [])],
      chart: starsChart(metric, rows, telling) ?? meansChart(metric, rows, telling),
      // What is near the middle is no news.
      size: split === null && isNearMiddle(figure) ? 0.15 : 0.3,
      stage: 'public',
    }),
  ];
}

/** Whether all ratings are published reviews: some may be answers to surveys, or close tickets. */
const areReviews = ({ denominator }: Metric): boolean => denominator.fr.startsWith('avis');

/** « 12 avis » or « 12 notes » */
const rated = (metric: Metric, n: number, words: Words): string =>
  areReviews(metric)
    ? words.count(n, ['avis', 'avis'], ['review', 'reviews'])
    : words.count(n, ['note', 'notes'], ['rating', 'ratings']);

/** Neither below nor above the middle of the scale. */
const isNearMiddle = ({ low, high }: Figure): boolean => (high ?? 5) >= 3 && (low ?? 0) <= 3;

function ratingTitle({ value, low, high, n }: Figure, metric: Metric, telling: Telling): string {
  const { words } = telling;
  const stars = words.number(value, 1);
  const [fr, en] =
    (high ?? 5) < 3
      ? [', sous le milieu de l’échelle (3)', ', below the middle of the scale (3)']
      : (low ?? 0) > 3
        ? [', au-dessus du milieu de l’échelle (3)', ', above the middle of the scale (3)']
        : [
            ', sans s’écarter nettement du milieu de l’échelle (3)',
            ', not clearly off the middle of the scale (3)',
          ];
  if (!areReviews(metric))
    return words.say(
      `Les clients donnent en moyenne ${stars}/5${fr}`,
      `Customers give ${stars}/5 on average${en}`,
    );
  // Which brand each review is of is not known here; those named are counted over all messages, not over reviews.
  if (telling.brand === '' || ofOthersToo(telling, telling.metrics.get('netSentimentScore')?.n ?? n))
    return words.say(
      `Les avis donnent en moyenne ${stars}/5${fr}`,
      `Reviews give ${stars}/5 on average${en}`,
    );
  return words.say(`Les avis notent la marque ${stars}/5${fr}`, `Reviews rate the brand ${stars}/5${en}`);
}

/** Whether ratings were given as stars, which are five; those of other scales are brought to 5. */
const areStars = (row: Row): boolean => row['outOf'] === 5;

/** Reviews that hold two camps, of which the mean describes none. */
function splitOf(
  metric: Metric,
  rows: readonly Row[],
  words: Words,
): { readonly title: string; readonly figures: readonly Figure[] } | null {
  const [row] = rows;
  if (row === undefined || rows.length !== 1) return null;
  const [best, worst] = ['star5', 'star1'].map((column) => ({
    ...cellOf(metric, row, column, ['platform'], words, { style: 'number' }),
    low: null,
    high: null,
  })) as [Figure, Figure];
  if (Math.min(best.value, worst.value) < EACH_CAMP * metric.n) return null;
  if (best.value + worst.value < BOTH_CAMPS * metric.n) return null;
  const [high, low] = [words.number(best.value), words.number(worst.value)];
  const [most, least] = areStars(row)
    ? [words.say('à 5 étoiles', 'with 5 stars'), words.say('à 1 étoile', 'with 1 star')]
    : [words.say('vers 5/5', 'near 5/5'), words.say('vers 1/5', 'near 1/5')];
  return {
    title: words.say(
      `${areReviews(metric) ? 'Les avis' : 'Les notes'} se partagent : ${high} ${most}, ${low} ${least}, sur ${words.number(metric.n)}`,
      `${areReviews(metric) ? 'Reviews' : 'Ratings'} are split: ${high} ${most}, ${low} ${least}, of ${words.number(metric.n)}`,
    ),
    figures: [best, worst],
  };
}

/** Stars of a review, from the worst to the best. */
const STARS = [1, 5] as const;

function meansChart(metric: Metric, rows: readonly Row[], { words }: Telling): StoryChart | null {
  const nameOf = (row: Row): string =>
    `${words.label('platform', textOf(row, 'platform'))} (${rated(metric, numberOf(row, 'n'), words)})`;
  const chart = barsChart(
    words.say('Note moyenne par plateforme', 'Mean rating by platform'),
    words.say(
      `échelle de ${STARS[0]} à ${STARS[1]} ; plateformes d’au moins ${rated(metric, LEAST_RATED, words)} ; intervalles à 95 %`,
      `scale of ${STARS[0]} to ${STARS[1]}; platforms with at least ${rated(metric, LEAST_RATED, words)}; 95% intervals`,
    ),
    'number',
    rows
      .filter((row) => numberOf(row, 'n') >= LEAST_RATED)
      .map((row) => markOf(row, nameOf(row), { value: 'mean' }, 'number', words, { digits: 1, counted: '' })),
  );
  return chart && { ...chart, scale: STARS };
}

function starsChart(metric: Metric, rows: readonly Row[], { words }: Telling): StoryChart | null {
  const [row] = rows;
  if (rows.length !== 1 || row === undefined) return null;
  const marks = [5, 4, 3, 2, 1].map((stars) => {
    const figure = cellOf(metric, row, `star${stars}`, ['platform'], words, {
      style: 'number',
      low: 'none',
      high: 'none',
    });
    const label = areStars(row) ? words.count(stars, ['étoile', 'étoiles'], ['star', 'stars']) : `${stars}/5`;
    const text = words.number(figure.value);
    return {
      label,
      value: figure.value,
      low: null,
      high: null,
      n: figure.n,
      text,
      detail: `${words.say(`${label} : `, `${label}: `)}${rated(metric, figure.value, words)}`,
    };
  });
  return barsChart(
    areReviews(metric) && areStars(row)
      ? words.say('Avis par note', 'Reviews by rating')
      : words.say('Notes ramenées à 5 et arrondies', 'Ratings brought to 5 and rounded'),
    `n = ${rated(metric, metric.n, words)}`,
    'number',
    marks,
  );
}

/** How much is said of the brand among others, and how it is rated. */
export const marketFindings = (telling: Telling): Finding[] => [
  ...voiceFinding(telling),
  ...ratingFinding(telling),
];
