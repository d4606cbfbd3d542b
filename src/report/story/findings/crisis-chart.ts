import { dateOf, rowsOf, textOf, type Row, type Telling } from '../reading.js';
import { inWords, markOf } from '../story-charts.js';
import { localDay } from '../../../util/zones.js';
import type { StoryChart } from '../story.js';

/** Critical public messages a day around a movement, its events on the days of the report’s zone; `null` on under a week. */
export function crisisChart(sheet: Row, start: Date, { metrics, words, zone }: Telling): StoryChart | null {
  const days = rowsOf(metrics.get('crisisTimeline')).filter((row) => row['sheetId'] === sheet['sheetId']);
  if (days.length < 7) return null;
  const marks = days.map((row) =>
    markOf(
      row,
      words.day(Date.parse(`${textOf(row, 'day')}T12:00:00Z`)),
      { value: 'messages' },
      'number',
      words,
      {
        counted: '',
        facet: { sentiment: 'negative', stage: 'public', period: `${textOf(row, 'day').slice(0, 7)}-01` },
      },
    ),
  );
  const place = (at: Date | null): number =>
    at === null ? -1 : days.findIndex((row) => textOf(row, 'day') === localDay(at.getTime(), zone));
  const events = [
    {
      // What comes anyhow announces nothing.
      at: sheet['moreThanUsual'] === false ? -1 : place(dateOf(sheet, 'firstPrivateAt')),
      label: words.say('premier dossier privé', 'first private case'),
    },
    { at: place(start), label: words.say('débordement', 'overflow') },
    { at: place(dateOf(sheet, 'firstArticleAt')), label: words.say('premier article', 'first article') },
  ].filter(({ at }) => at >= 0);
  const title = words.say('Messages publics critiques par jour', 'Critical public messages a day');
  const sum = words.number(marks.reduce((all, { value }) => all + value, 0));
  const counted = words.say(
    `${sum} messages sur la période montrée`,
    `${sum} messages over the period shown`,
  );
  return {
    kind: 'time',
    title,
    subtitle: words.say(
      `${counted}, tous sujets sauf ceux des autres crises`,
      `${counted}, on all subjects but those of other crises`,
    ),
    counted,
    style: 'number',
    series: [{ name: '', marks }],
    events,
    alt: inWords(title, marks.toSorted((a, b) => b.value - a.value).slice(0, 5)),
  };
}
