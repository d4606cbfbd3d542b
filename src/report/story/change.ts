import { pointWord, type NumberStyle } from '../../util/french.js';
import { numberOf, numberOrNull, rowsOf, textOf, type Row, type Telling } from './reading.js';
import { decimalsOf, type Words } from './words.js';

export interface Change {
  /** The interval of the difference leaves zero out. */
  readonly clear: boolean;
  readonly rising: boolean;
  readonly text: string;
  readonly short: string;
}

const STYLES: Readonly<Record<string, NumberStyle>> = {
  netSentimentScore: 'score',
  firstReplyTime: 'hours',
  publicFirstReplyTime: 'hours',
  meanRating: 'number',
  icebergRatio: 'number',
};

/** How a compared measure is printed. */
export const styleOfCompared = (name: string): NumberStyle => STYLES[name] ?? 'share';

/** Fewer in a quarter are not compared: an interval of a handful says little. */
const LEAST_COMPARED = 10;

/** A difference with its sign: shares in percent points. */
export function difference(value: number, style: NumberStyle, words: Words): string {
  const sign = value > 0 ? '+' : '';
  if (style === 'share') return `${sign}${words.number(value * 100, decimalsOf(value * 100, 1))}`;
  if (style === 'score') return `${sign}${words.number(value, decimalsOf(value, 2))}`;
  // as the values beside it: ratios below one alone have two decimals
  if (style === 'number') return `${sign}${words.number(value, decimalsOf(value, 1))}`;
  return `${sign}${words.value(value, style)}`;
}

/** Points of a share, in the singular under two as French has it; nothing for another measure. */
const pointsOf = (share: number, style: NumberStyle, words: Words): string =>
  style !== 'share' ? '' : words.say(` ${pointWord(share)}`, ' points');

/** Decimals of the two figures as they are printed, shares in percent. */
const PRINTED: Partial<Readonly<Record<NumberStyle, number>>> = { share: 1, score: 2 };
const OF_RATING = 1;

/** The difference of a row as the two figures beside it are printed, so that a reader who subtracts them finds it; a clear one is never told as none. */
export function printedDifference(row: Row): number {
  const [name, told] = [textOf(row, 'metric'), numberOf(row, 'difference')];
  const style = styleOfCompared(name),
    decimals = name === 'meanRating' ? OF_RATING : PRINTED[style];
  if (decimals === undefined) return told;
  const scale = style === 'share' ? 100 : 1;
  const [now, before] = ['current', 'previous'].map((column) =>
    Number((numberOf(row, column) * scale).toFixed(decimals)),
  ) as [number, number];
  const clear = numberOf(row, 'low') > 0 || numberOf(row, 'high') < 0;
  return now === before && clear ? told : (now - before) / scale;
}

/** A figure of a measure that was compared, or its difference: each in the style of its measure. */
export function comparedText(value: number, column: string, name: string, words: Words): string {
  const style = styleOfCompared(name);
  if (column === 'previous' || column === 'current') return words.value(value, style);
  return `${difference(value, style, words)}${pointsOf(value, style, words)}`;
}

/** What a measure did between the last two quarters: `null` when they were not compared. */
export function changeOf({ metrics, words }: Telling, name: string): Change | null {
  const row = rowsOf(metrics.get('periodChange')).find((one) => one['metric'] === name);
  const [low, high] = [numberOrNull(row, 'low'), numberOrNull(row, 'high')];
  if (row === undefined || low === null || high === null) return null;
  if (!(Math.min(numberOf(row, 'n'), numberOf(row, 'previousN')) >= LEAST_COMPARED)) return null;
  const style = styleOfCompared(name);
  const clear = low > 0 || high < 0;
  const [now, before] = [words.quarter(textOf(row, 'period')), words.quarter(textOf(row, 'previousPeriod'))];
  const [current, previous] = ['current', 'previous'].map((column) =>
    words.value(numberOf(row, column), style),
  );
  const [n, previousN] = ['n', 'previousN'].map((column) => `n = ${words.number(numberOf(row, column))}`);
  const printed = printedDifference(row);
  const gap = comparedText(printed, 'difference', name, words);
  const [least, most] = [difference(low, style, words), comparedText(high, 'high', name, words)];
  const range = words.say(`de ${least} à ${most}`, `${least} to ${most}`);
  const others =
    row['sameChannels'] === false
      ? words.say(
          ' Les canaux dont on voit les réponses ne sont pas les mêmes d’un trimestre à l’autre, ou sur l’ensemble.',
          ' The channels whose replies are seen are not the same from one quarter to the next, or in all.',
        )
      : '';
  const text = clear
    ? words.say(
        `${now} : ${current} (${n}), contre ${previous} au ${before} (${previousN}), soit ${gap} (${range}).`,
        `${now}: ${current} (${n}), against ${previous} in ${before} (${previousN}), a change of ${gap} (${range}).`,
      )
    : words.say(
        `${now} : ${current} (${n}), contre ${previous} au ${before} (${previousN}) ; écart non significatif (${range}).`,
        `${now}: ${current} (${n}), against ${previous} in ${before} (${previousN}); no significant difference (${range}).`,
      );
  return {
    clear,
    rising: numberOf(row, 'difference') > 0,
    text: `${text}${others}`,
    short: clear
      ? words.say(`${gap} ce trimestre`, `${gap} this quarter`)
      : printed === 0
        ? words.say('pas d’écart significatif ce trimestre', 'no significant difference this quarter')
        : words.say(`${gap} ce trimestre (non significatif)`, `${gap} this quarter (not significant)`),
  };
}
