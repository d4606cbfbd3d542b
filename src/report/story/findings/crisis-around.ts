import { crisisName } from '../crisis-name.js';
import { makeFinding } from '../make-finding.js';
import { cellOf, dateOf, listOf, numberOf, rowsOf, textOf, type Row, type Telling } from '../reading.js';
import type { Metric } from '../../../model/index.js';
import type { Figure, Finding } from '../story.js';
import type { Words } from '../words.js';

/** Movements of the whole corpus told beside those of a part. */
const SHOWN = 2;

/** The movement of the part that is the same as one of the whole: brand, a common subject, days in common. */
function sameInside(row: Row, sheets: readonly Row[]): Row | undefined {
  const time = (one: Row, column: string): number => dateOf(one, column)?.getTime() ?? Number.NaN;
  return sheets.find(
    (one) =>
      one['brand'] === row['brand'] &&
      listOf(one, 'drivers').some((driver) => listOf(row, 'drivers').includes(driver)) &&
      time(one, 'start') <= time(row, 'end') &&
      time(one, 'end') >= time(row, 'start'),
  );
}

/** « a commencé le 5 mars, avant cette période, et continue après, jusqu’au 8 mars » */
function beyond(row: Row, { words }: Telling): string {
  const [start, end] = [dateOf(row, 'start'), dateOf(row, 'end')];
  if (start === null || end === null) return '';
  const began = words.date(start),
    ended = words.date(end);
  if (row['beganBefore'] !== true && row['goesOn'] !== true)
    return words.say(
      `va ${words.during(start, end)}, dans cette période`,
      `lasts ${words.during(start, end)}, within this period`,
    );
  if (row['beganBefore'] !== true)
    return words.say(
      `commence le ${began} et continue après cette période, jusqu’au ${ended}`,
      `begins on ${began} and goes on after this period, until ${ended}`,
    );
  return row['goesOn'] === true
    ? words.say(
        `a commencé le ${began}, avant cette période, et continue après, jusqu’au ${ended}`,
        `began on ${began}, before this period, and goes on after it, until ${ended}`,
      )
    : words.say(
        `a commencé le ${began}, avant cette période, et y finit le ${ended}`,
        `began on ${began}, before this period, and ends in it on ${ended}`,
      );
}

/** Movements around, the one most heard in the period first. */
const rowsAround = ({ metrics }: Telling): Row[] =>
  rowsOf(metrics.get('crisisAround')).toSorted(
    (a, b) =>
      numberOf(b, 'messagesInside') - numberOf(a, 'messagesInside') ||
      numberOf(b, 'messages') - numberOf(a, 'messages'),
  );

/** The movement of the whole corpus that a movement of the part is a piece of. */
export const aroundOf = (sheet: Row, telling: Telling): Row | undefined =>
  rowsAround(telling).find((one) => sameInside(one, [sheet]) !== undefined);

/** Messages of a movement in the whole corpus, those of them in the period, and its articles. */
function aroundFigures(
  metric: Metric,
  row: Row,
  { words }: Telling,
): readonly [whole: Figure, inside: Figure, articles: Figure] {
  const count = (column: string): Figure => ({
    ...cellOf(metric, row, column, ['sheetId'], words, { style: 'number' }),
    low: null,
    high: null,
  });
  return [count('messages'), count('messagesInside'), count('articles')];
}

/** Figures of the whole movement that a movement of the part is a piece of; none where there is none. */
export function wholeFigures(sheet: Row, telling: Telling): readonly Figure[] {
  const [metric, around] = [telling.metrics.get('crisisAround'), aroundOf(sheet, telling)];
  return metric === undefined || around === undefined ? [] : aroundFigures(metric, around, telling);
}

/** « 4 articles de presse » */
export const pressOf = (row: Row, words: Words, column = 'articles'): string =>
  words.count(
    numberOf(row, column),
    ['article de presse', 'articles de presse'],
    ['press article', 'press articles'],
  );

/** What the press says beside a movement that no article is known to report. */
export function besidePress(row: Row, words: Words): string {
  if (!(numberOf(row, 'nearArticles') > 0))
    return words.say(', sans article de presse', ', no press article');
  const near = pressOf(row, words, 'nearArticles');
  return words.say(` ; ${near} sur la marque ces jours-là`, `; ${near} about the brand in those days`);
}

/** A movement of which the period shows few voices, as the whole corpus tells it. */
export function wholeTitle(name: string, around: Row, { words }: Telling): string {
  const [whole, inside] = [numberOf(around, 'messages'), numberOf(around, 'messagesInside')];
  const [start, end] = [dateOf(around, 'start'), dateOf(around, 'end')];
  const when = start === null || end === null ? '' : ` ${words.during(start, end)}`;
  const size = words.count(
    whole,
    ['message critique', 'messages critiques'],
    ['critical message', 'critical messages'],
  );
  const part =
    inside === whole
      ? ''
      : words.say(
          `, dont ${words.number(inside)} dans cette période`,
          `, ${words.number(inside)} of them in this period`,
        );
  const press = pressOf(around, words);
  return words.say(
    `${name} : ${size}${when}${part}, puis ${press}`,
    `${name}: ${size}${when}${part}, then ${press}`,
  );
}

/** What a movement of the part was before it or is after it, as a sentence; empty when it is whole. */
export function beyondOf(sheet: Row, telling: Telling): string {
  const row = aroundOf(sheet, telling);
  if (row === undefined) return '';
  const { words } = telling;
  const all = words.number(numberOf(row, 'messages'));
  const said = beyond(row, telling);
  return words.say(
    `Vu sur tout le corpus, ce mouvement ${said} (${all} messages critiques en tout).`,
    `Seen over the whole corpus, this movement ${said} (${all} critical messages in all).`,
  );
}

/** Movements of the whole corpus that hold a part of this period, where the period alone shows none. */
export function crisisAroundFindings(telling: Telling): Finding[] {
  const metric = telling.metrics.get('crisisAround');
  if (metric === undefined) return [];
  const { words } = telling;
  const sheets = rowsOf(telling.metrics.get('crisisSheets'));
  return rowsAround(telling)
    .filter((row) => sameInside(row, sheets) === undefined)
    .slice(0, SHOWN)
    .map((row, at): Finding => {
      const [all, inside] = aroundFigures(metric, row, telling);
      const name = crisisName(row, [{ role: 'name', text: textOf(row, 'name') }], telling);
      const [whole, here] = [words.number(all.value), words.number(inside.value)];
      const said = beyond(row, telling);
      return makeFinding(telling, {
        id: `around-${at + 1}`,
        metric,
        title: words.say(`Un mouvement ${said} : ${name}`, `A movement ${said}: ${name}`),
        text:
          here === whole
            ? words.say(
                `Ses ${whole} messages critiques sont tous dans la période, trop courte pour montrer le calme autour.`,
                `All of its ${whole} critical messages are in the period, too short to show the calm around.`,
              )
            : words.say(
                `${here} de ses ${whole} messages critiques sont dans la période.`,
                `${here} of its ${whole} critical messages are in the period.`,
              ),
        figures: [all, inside],
        drivers: listOf(row, 'drivers'),
        stages: numberOf(row, 'articles') > 0 ? ['public', 'press'] : ['public'],
        size: 0.9,
        novelty: 1,
        stage: numberOf(row, 'articles') > 0 ? 'press' : 'public',
      });
    });
}
