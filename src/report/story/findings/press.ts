import { makeFinding } from '../make-finding.js';
import { dateOf, figureOf, numberOf, rowsOf, textOf, type Row, type Telling } from '../reading.js';
import { shortened } from '../quotes.js';
import { barsChart, markOf } from '../story-charts.js';
import type { Finding, StoryChart } from '../story.js';
import { tally } from '../../../util/grouped.js';

/** Periods that are drawn one by one, at most. */
const MOST_PERIODS = 8;
const TITLE = 90;
const HEADLINES = 5;

/** « Titre » (Le Journal, 4 mars) */
function citedOf(row: Row, { words }: Telling): string {
  const at = dateOf(row, 'sentAt');
  const title = shortened(textOf(row, 'title'), TITLE);
  const where = [textOf(row, 'source'), ...(at === null ? [] : [words.date(at)])].filter(
    (part) => part !== '',
  );
  return `${words.say(`« ${title} »`, `“${title}”`)}${where.length === 0 ? '' : ` (${where.join(', ')})`}`;
}

/** Articles by week or month, where few enough stand side by side. */
function periodsChart({ metrics, words }: Telling): StoryChart | null {
  const rows = rowsOf(metrics.get('messageVolume')).filter((row) => row['stage'] === 'press');
  const isOnce = new Set(rows.map((row) => row['period'])).size === rows.length;
  if (!isOnce || rows.length > MOST_PERIODS) return null;
  const weekly = rows[0]?.['grain'] !== 'month';
  return barsChart(
    weekly
      ? words.say('Articles par semaine', 'Articles by week')
      : words.say('Articles par mois', 'Articles by month'),
    words.say('périodes où au moins un article a paru', 'periods with one article at least'),
    'number',
    rows.map((row) =>
      markOf(
        row,
        weekly
          ? words.date(Date.parse(`${textOf(row, 'period')}T12:00:00Z`), false)
          : words.month(textOf(row, 'period')),
        { value: 'n' },
        'number',
        words,
        { counted: '' },
      ),
    ),
  );
}

/** What the press says where it is most of what was exported: how many articles, the one most taken up or the latest, the driver they name most. */
export function pressFindings(telling: Telling): Finding[] {
  const { metrics, words } = telling;
  const metric = metrics.get('pressArticles');
  const figure = figureOf(metric, words);
  const counted = (press: boolean): number =>
    rowsOf(metrics.get('volumeByChannel'))
      .filter((row) => (row['stage'] === 'press') === press)
      .reduce((sum, row) => sum + numberOf(row, 'n'), 0);
  if (metric === undefined || figure === null || counted(false) >= counted(true)) return [];
  const all = rowsOf(metric);
  const rows = all.filter((row) => textOf(row, 'title') !== '');
  const [latest] = rows;
  // One without a title can't be named: the latest that can is not said to be the latest of all.
  const [fr, en] =
    latest === all[0]
      ? ['le plus récent', 'the latest']
      : ['le plus récent qui ait un titre', 'the latest with a title'];
  const most = rows.toSorted((a, b) => numberOf(b, 'copies') - numberOf(a, 'copies'))[0];
  const copies = numberOf(most, 'copies');
  const articles = words.count(
    figure.value,
    ['article de presse', 'articles de presse'],
    ['press article', 'press articles'],
  );
  const named =
    most !== undefined && copies > 1
      ? words.say(
          ` ; le plus repris, ${words.number(copies)} fois : ${citedOf(most, telling)}`,
          `; taken up most, ${words.number(copies)} times: ${citedOf(most, telling)}`,
        )
      : latest === undefined
        ? ''
        : words.say(` ; ${fr} : ${citedOf(latest, telling)}`, `; ${en}: ${citedOf(latest, telling)}`);
  const counts = tally(rows.map((row) => textOf(row, 'driver')).filter((driver) => driver !== ''));
  const [driver, times] = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? ['', 0];
  const name = words.label('driver', driver);
  return [
    makeFinding(telling, {
      id: 'press',
      metric,
      title: `${articles}${named}`,
      text:
        driver === ''
          ? words.say(
              'Aucun motif de qualité n’est reconnu dans les articles les plus récents.',
              'No quality driver is found in the latest of them.',
            )
          : words.say(
              `Motif le plus cité par les ${words.number(rows.length)} plus récents : « ${name} » (${words.number(times)}).`,
              `Driver named most by the latest ${words.number(rows.length)}: “${name}” (${words.number(times)}).`,
            ),
      figures: [figure],
      chart: periodsChart(telling),
      headlines: rows.slice(0, HEADLINES).map((row) => {
        const at = dateOf(row, 'sentAt');
        return {
          text: shortened(textOf(row, 'title')),
          source: [
            words.say(textOf(row, 'source'), textOf(row, 'source')),
            ...(at === null ? [] : [words.date(at)]),
          ]
            .filter((part) => part !== '')
            .join(' · '),
        };
      }),
      drivers: driver === '' ? [] : [driver],
      size: 1,
      stage: 'press',
    }),
  ];
}
