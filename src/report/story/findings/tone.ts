import { changeOf } from '../change.js';
import { marketFindings } from './market.js';
import { headlinesPassedOn } from './headlines.js';
import { ofOthersToo } from './of-others-too.js';
import { privateAlone, privateSide, scoresByStage, sideOf, stagesText, type Side } from './tone-stages.js';
import { makeFinding } from '../make-finding.js';
import { cellOf, figureOf, LEAST_CLASSIFIED, numberOf, rowsOf, textOf, type Telling } from '../reading.js';
import type { Metric } from '../../../model/index.js';
import { quotesFor } from '../quotes.js';
import { barsChart, inWords, markOf } from '../story-charts.js';
import type { Figure, Finding, StoryChart } from '../story.js';
import { lowerFirst } from '../../../util/lower-first.js';

/** Periods from which a curve over time is drawn, and messages a point stands on. */
const LEAST_PERIODS = 6;
const LEAST_MESSAGES = 10;
/** Bars side by side are read as a time without a hole: with more periods left out, none is drawn. */
const LEAST_COVERED = 0.8;
const PERIOD_MS = { week: 7 * 86_400_000, month: 30.44 * 86_400_000 } as const;

function timeChart(telling: Telling): StoryChart | null {
  const { words } = telling;
  const metric = telling.metrics.get('netSentimentByPeriod');
  const told = rowsOf(metric).filter((row) => numberOf(row, 'n') >= LEAST_MESSAGES);
  const stage = told.some((row) => row['stage'] === 'public') ? 'public' : 'private';
  const rows = told.filter((row) => row['stage'] === stage);
  if (metric === undefined || rows.length < LEAST_PERIODS) return null;
  const weekly = rows[0]?.['grain'] !== 'month';
  const [first, last] = [rows[0], rows.at(-1)].map((row) => Date.parse(textOf(row, 'period')));
  const periods = ((last ?? 0) - (first ?? 0)) / PERIOD_MS[weekly ? 'week' : 'month'] + 1;
  if (rows.length < LEAST_COVERED * periods) return null;
  const marks = rows.map((row) =>
    markOf(
      row,
      weekly
        ? words.date(Date.parse(`${textOf(row, 'period')}T12:00:00Z`), false)
        : words.month(textOf(row, 'period')),
      { value: 'negativeShare', low: 'negativeLow', high: 'negativeHigh' },
      'share',
      words,
      { facet: { stage, sentiment: 'negative', period: `${textOf(row, 'period').slice(0, 7)}-01` } },
    ),
  );
  const [where, ofStage] = stage === 'public' ? ['en public', 'public'] : ['en privé', 'private'];
  const title = weekly
    ? words.say(
        `Part de messages négatifs ${where}, par semaine`,
        `Share of negative ${ofStage} messages, by week`,
      )
    : words.say(
        `Part de messages négatifs ${where}, par mois`,
        `Share of negative ${ofStage} messages, by month`,
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

/** The tones that a curve over too few periods can't show: the messages of each, in a stage, else in that which holds most. */
function tonesChart({ words }: Telling, metric: Metric, of?: string): StoryChart | null {
  const row = rowsOf(metric)
    .filter((one) => of === undefined || one['stage'] === of)
    .toSorted((a, b) => numberOf(b, 'n') - numberOf(a, 'n'))[0];
  if (row === undefined) return null;
  const stage = textOf(row, 'stage');
  const title =
    stage === 'private'
      ? words.say('Messages privés, par tonalité', 'Private messages, by tone')
      : words.say('Messages publics, par tonalité', 'Public messages, by tone');
  const all = words.number(numberOf(row, 'n'));
  return barsChart(
    title,
    words.say(`n = ${all} messages de clients`, `n = ${all} customers’ messages`),
    'number',
    TONES.filter((tone) => numberOf(row, tone) >= 0).map((tone) =>
      markOf(
        row,
        sentence(words.label('sentiment', tone)),
        { value: tone, low: '', high: '' },
        'number',
        words,
        { facet: { stage, sentiment: tone }, counted: '' },
      ),
    ),
  );
}

/** Share of neutral messages from which the tone is said to be neutral before anything else. */
const MOSTLY = 0.6;

/** Where most messages neither praise nor blame, a net score near zero is no balance of good and ill. */
function mostlyNeutral(
  telling: Telling,
  metric: Metric,
): { readonly title: string; readonly figure: Figure } | null {
  const { words } = telling;
  const row = rowsOf(metric).toSorted((a, b) => numberOf(b, 'n') - numberOf(a, 'n'))[0];
  const n = numberOf(row, 'n');
  if (row === undefined || n === 0 || numberOf(row, 'neutral') / n < MOSTLY) return null;
  const figure = {
    ...cellOf(metric, row, 'neutral', ['stage'], words, { style: 'number' }),
    low: null,
    high: null,
  };
  const [all, neutral] = [words.number(n), words.number(figure.value)];
  const negative = numberOf(row, 'negativeLow') > numberOf(row, 'positiveHigh');
  const positive = numberOf(row, 'positiveLow') > numberOf(row, 'negativeHigh');
  const lean = negative
    ? words.say(' ; les autres penchent vers le reproche', '; the others lean to blame')
    : positive
      ? words.say(' ; les autres penchent vers l’éloge', '; the others lean to praise')
      : '';
  const headlines = row['stage'] === 'public' ? headlinesPassedOn(telling) : null;
  const passedOn =
    headlines === null
      ? ''
      : words.say(
          ` (${words.number(headlines.titles)} relaient un titre ou une annonce)`,
          ` (${words.number(headlines.titles)} pass on a headline or an announcement)`,
        );
  const where =
    row['stage'] === 'private'
      ? words.say('messages privés', 'private messages')
      : words.say('messages publics', 'public messages');
  return {
    figure,
    title: words.say(
      `Le ton est surtout neutre : ${neutral} ${where} sur ${all} ne louent ni ne blâment${passedOn}${lean}`,
      `The tone is mostly neutral: ${neutral} of ${all} ${where} neither praise nor blame${passedOn}${lean}`,
    ),
  };
}

/** From praise to blame. */
const TONES = ['positive', 'neutral', 'mixed', 'negative'] as const;
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Which way people speak of the brand, or of all that are named. */
function sideTold(side: Side, all: boolean, { brand, words }: Telling): string {
  if (side === 'even')
    return words.say(
      'Ni l’éloge ni le reproche ne l’emporte nettement',
      'Neither praise nor blame clearly prevails',
    );
  if (!all && brand === '')
    return side === 'negative'
      ? words.say(
          'Le ton est plus souvent négatif que positif',
          'The tone is more often negative than positive',
        )
      : words.say(
          'Le ton est plus souvent positif que négatif',
          'The tone is more often positive than negative',
        );
  const [fr, en] = all
    ? ['Toutes marques ensemble, on parle', 'All brands together, messages']
    : ['On parle de la marque', 'The brand is'];
  if (side === 'negative')
    return words.say(
      `${fr} plus souvent en mal qu’en bien`,
      all ? `${en} criticise more often than they praise` : `${en} criticised more than it is praised`,
    );
  return words.say(
    `${fr} plus souvent en bien qu’en mal`,
    all ? `${en} praise more often than they criticise` : `${en} praised more than it is criticised`,
  );
}

function sentimentFinding(telling: Telling): Finding[] {
  const metric = telling.metrics.get('netSentimentScore');
  const { words } = telling;
  const figure = figureOf(metric, words);
  if (metric === undefined || figure === null || figure.low === null || figure.high === null) return [];
  if (figure.n < LEAST_CLASSIFIED) return [];
  const quiet = mostlyNeutral(telling, metric);
  const stages = scoresByStage(telling);
  // Where the public voice and private messages differ, a score of both is of neither.
  const apart = stages !== null && sideOf(stages.inPublic) !== sideOf(stages.inPrivate) ? stages : null;
  const side = sideOf(apart?.inPublic ?? figure);
  const score = words.value(figure.value, 'score');
  const change = changeOf(telling, metric.name);
  // What moved is the score: said of blame, « en progrès » would be its contrary.
  const moves =
    change === null || !change.clear
      ? ''
      : side === 'even'
        ? change.rising
          ? words.say(', en hausse ce trimestre', ', rising this quarter')
          : words.say(', en baisse ce trimestre', ', falling this quarter')
        : change.rising === (side === 'positive')
          ? words.say(', et davantage ce trimestre qu’au précédent', ', and more this quarter than last')
          : words.say(', mais moins ce trimestre qu’au précédent', ', but less this quarter than last');
  const told = privateAlone(telling, side) ?? sideTold(side, ofOthersToo(telling, figure.n), telling);
  const net = words.say('score net', 'net score');
  const [open, closed] = [apart?.inPublic, apart?.inPrivate].map((one) =>
    one === undefined ? '' : words.value(one.value, 'score'),
  );
  const title =
    apart === null
      ? `${told} (${net} ${score})${moves}`
      : words.say(
          `En public, ${lowerFirst(told)} (${net} ${open}) ; ${privateSide(sideOf(apart.inPrivate), words)} (${closed})`,
          `In public, ${lowerFirst(told)} (${net} ${open}); ${privateSide(sideOf(apart.inPrivate), words)} (${closed})`,
        );
  const both = stagesText(telling);
  return [
    makeFinding(telling, {
      id: 'tone',
      metric,
      title: quiet?.title ?? title,
      text:
        both === '' || (apart !== null && quiet === null)
          ? ''
          : words.say(`Score net : ${both}.`, `Net score: ${both}.`),
      figures: [
        ...(quiet === null ? [] : [quiet.figure]),
        ...(apart === null ? [figure] : [apart.inPublic, apart.inPrivate, figure]),
      ] as [Figure, ...Figure[]],
      // What two quarters were compared on is the score of both.
      ...(apart !== null && { compared: false }),
      chart:
        timeChart(telling) ??
        tonesChart(telling, metric, apart !== null && quiet === null ? 'public' : undefined),
      // What the title tells comes first, twice: one may be too long for a slide.
      quotes:
        quiet !== null
          ? quotesFor(telling, { sentiment: 'neutral' })
          : (side === 'positive' ? ['positive', 'negative'] : ['negative', 'positive']).flatMap(
              (sentiment, at) => quotesFor(telling, { sentiment }, at === 0 && side !== 'even' ? 2 : 1),
            ),
      size: quiet === null ? 0.3 + Math.abs((apart?.inPublic ?? figure).value) / 2 : 0.2,
      stage: 'public',
    }),
  ];
}

/** How people speak of the brand. */
export const toneFindings = (telling: Telling): Finding[] => [
  ...sentimentFinding(telling),
  ...marketFindings(telling),
];
