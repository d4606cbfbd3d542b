/** What the cells of a column look like: what guesses of columns are made from. */
import { deskChannel, isPrivateChannel } from '../values/channels.js';
import { readDate } from '../values/dates.js';
import { isPress, isSocialKind, platformOf } from '../values/networks.js';
import { readAmount, readNumber, readRating } from '../values/numbers.js';
import type { Field } from './column-map.js';
import { serialText } from './date-column.js';
import { foldName } from './text-names.js';

/** What the cells of a column look like. */
export interface Facts {
  readonly name: string;
  readonly filled: number;
  readonly meanLength: number;
  /** Shares of the filled cells. */
  readonly words: number;
  readonly urls: number;
  /** Accounts such as @marie. */
  readonly handles: number;
  readonly dates: number;
  /** Day numbers of a spreadsheet. */
  readonly serials: number;
  readonly numbers: number;
  readonly amounts: number;
  /** Such as "4 out of 5 stars". */
  readonly ratings: number;
  /** With a sign of an address of mail or as many digits as a number to call. */
  readonly contacts: number;
  /** Names of networks, of kinds of media, of ways to write to a brand; `social`: of networks, or kinds that are no press. */
  readonly networks: number;
  readonly social: number;
  /** « Chat » alone: a way to write to a brand, or the animal. */
  readonly chats: number;
  readonly distinct: number;
  readonly minimum: number;
  readonly maximum: number;
}

/** What reports write into cells without a value. */
const NO_VALUE = /^[-–—]{0,2}$/;
/** Characters of a cell that a guess looks at. */
const LOOK = 500;

/** Two words, or a pictograph other than a star of a rating: what persons write, no category. */
const WORDS = /\p{L}\p{L}[\s,'’.!?]{1,5}\p{L}|(?!⭐)(?:\p{Emoji_Presentation}|\p{Emoji}\uFE0F)/u;

const isSocial = (cell: string): boolean => platformOf(undefined, cell) !== undefined || isSocialKind(cell);

const isNetwork = (cell: string): boolean =>
  cell.length <= 40 &&
  (isSocial(cell) || deskChannel(cell) !== undefined || isPrivateChannel(cell) || isPress(cell));

export function factsOf(name: string, cells: readonly string[]): Facts {
  const filled = cells.map((cell) => cell.slice(0, LOOK).trim()).filter((cell) => !NO_VALUE.test(cell));
  const share = (test: (cell: string) => boolean): number =>
    filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
  const values = filled.map((cell) => readNumber(cell)).filter((value) => value !== undefined);
  return {
    name: foldName(name),
    filled: filled.length / Math.max(1, cells.length),
    meanLength: filled.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, filled.length),
    words: share((cell) => WORDS.test(cell) && !/^https?:\S+$/.test(cell)),
    urls: share((cell) => /^(?:https?:\/\/|www\.)\S+$/i.test(cell)),
    handles: share((cell) => /^@[\w.-]{2,60}$/.test(cell)),
    dates: share((cell) => readDate(cell) !== undefined),
    serials: share((cell) => serialText(cell) !== undefined),
    numbers: values.length / Math.max(1, filled.length),
    amounts: share((cell) => readAmount(cell) !== undefined),
    ratings: share((cell) => cell.length <= 40 && readRating(cell) !== undefined),
    contacts: share((cell) => /@|(?:\d[ .()/+-]*){6}|\*{2}/.test(cell)),
    networks: share(isNetwork),
    social: share((cell) => cell.length <= 40 && isSocial(cell)),
    chats: share((cell) => /^chats?$/i.test(cell)),
    distinct: new Set(filled).size / Math.max(1, filled.length),
    minimum: Math.min(...values, ...(values.length === 0 ? [0] : [])),
    maximum: Math.max(0, ...values),
  };
}

export type Rule = readonly [field: Field, names: RegExp, fits: (facts: Facts) => boolean];

export const isDate = (facts: Facts): boolean =>
  (facts.dates >= 0.8 && facts.words < 0.9) || facts.serials >= 0.95;
export const isCount = (facts: Facts): boolean => facts.numbers >= 0.8;
/** Codes of two letters: where the author lives. */
export const isCountry = (facts: Facts): boolean => facts.meanLength <= 2 && facts.numbers === 0;
export const isShort = (facts: Facts): boolean => facts.meanLength <= 80 && facts.urls < 0.5;
/** A key of a machine, however long. */
export const isKey = (facts: Facts): boolean =>
  isShort(facts) || (facts.meanLength <= 200 && facts.words === 0 && facts.urls < 0.5);
