import { ARTICLES as FIFTH_ARTICLES } from './fifth/articles.js';
import { ENGLISH as FIFTH_ENGLISH } from './fifth/english.js';
import { GOODS as FIFTH_GOODS } from './fifth/goods.js';
import { SERVICE as FIFTH_SERVICE } from './fifth/service.js';
import { LIFE as FIFTH_LIFE, TALK as FIFTH_TALK } from './fifth/talk.js';
import { ARTICLES as FOURTH_ARTICLES } from './fourth/articles.js';
import { ENGLISH as FOURTH_ENGLISH } from './fourth/english.js';
import { GOODS as FOURTH_GOODS } from './fourth/goods.js';
import { SERVICE as FOURTH_SERVICE } from './fourth/service.js';
import { LIFE as FOURTH_LIFE, TALK as FOURTH_TALK } from './fourth/talk.js';
import { ARTICLES as SIXTH_ARTICLES } from './sixth/articles.js';
import { ENGLISH as SIXTH_ENGLISH } from './sixth/english.js';
import { GOODS as SIXTH_GOODS } from './sixth/goods.js';
import { SERVICE as SIXTH_SERVICE } from './sixth/service.js';
import { LIFE as SIXTH_LIFE, TALK as SIXTH_TALK } from './sixth/talk.js';
import { ARTICLES as SEVENTH_ARTICLES } from './seventh/articles.js';
import { ENGLISH as SEVENTH_ENGLISH } from './seventh/english.js';
import { GOODS as SEVENTH_GOODS } from './seventh/goods.js';
import { LIFE as SEVENTH_LIFE } from './seventh/life.js';
import { SERVICE as SEVENTH_SERVICE } from './seventh/service.js';
import { TALK as SEVENTH_TALK } from './seventh/talk.js';
import * as firstArticles from './first/articles.js';
import * as firstEnglish from './first/english.js';
import * as firstGoods from './first/goods.js';
import * as firstService from './first/service.js';
import * as firstTalk from './first/talk.js';
import * as secondArticles from './second/articles.js';
import * as secondEnglish from './second/english.js';
import * as secondGoods from './second/goods.js';
import * as secondService from './second/service.js';
import * as secondTalk from './second/talk.js';
import { ARTICLES } from './third/articles.js';
import { ENGLISH } from './third/english.js';
import { GOODS } from './third/goods.js';
import { SERVICE } from './third/service.js';
import { LIFE, TALK } from './third/talk.js';

type Lines = readonly string[];
export type Driver = keyof typeof firstService.SERVICE | keyof typeof firstGoods.GOODS;
type Told = { readonly headline: Lines; readonly article: Lines };
type Talk = typeof firstTalk.TALK & typeof secondTalk.TALK;
/** Of what happens in the quarters of the later hands. */
export type LifePart = keyof NonNullable<Texts['life']>;
/** A part of talk that is lines alone. */
export type TalkPart = Exclude<keyof Talk, 'calm'>;

/** What one hand wrote. */
export interface Texts {
  readonly drivers: Readonly<
    Record<
      Driver,
      { readonly subjects: Lines; readonly private: Lines; readonly more: Lines; readonly public: Lines }
    >
  >;
  readonly talk: Readonly<Record<TalkPart, Lines>> & { readonly calm: Told };
  readonly english: Readonly<Partial<Record<Driver, { readonly private: Lines; readonly public: Lines }>>> &
    Readonly<Partial<Record<TalkPart, Lines>>>;
  readonly articles: Readonly<Partial<Record<Driver, Told>>>;
  /** Of what happens to customers of the later hands alone. */
  readonly life?: Readonly<
    Partial<
      Record<
        | keyof typeof LIFE
        | keyof typeof FOURTH_LIFE
        | keyof typeof FIFTH_LIFE
        | keyof typeof SIXTH_LIFE
        | keyof typeof SEVENTH_LIFE,
        Lines
      >
    >
  >;
}

export const FIRST: Texts = {
  drivers: { ...firstService.SERVICE, ...firstGoods.GOODS },
  talk: { ...firstTalk.TALK, polite: [] },
  english: firstEnglish.ENGLISH,
  articles: firstArticles.ARTICLES,
};
export const SECOND: Texts = {
  drivers: { ...secondService.SERVICE, ...secondGoods.GOODS },
  talk: secondTalk.TALK,
  english: secondEnglish.ENGLISH,
  articles: secondArticles.ARTICLES,
};
export const THIRD: Texts = {
  drivers: { ...SERVICE, ...GOODS },
  talk: TALK,
  english: ENGLISH,
  articles: ARTICLES,
  life: LIFE,
};
export const FOURTH: Texts = {
  drivers: { ...FOURTH_SERVICE, ...FOURTH_GOODS },
  talk: FOURTH_TALK,
  english: FOURTH_ENGLISH,
  articles: FOURTH_ARTICLES,
  life: FOURTH_LIFE,
};
export const FIFTH: Texts = {
  drivers: { ...FIFTH_SERVICE, ...FIFTH_GOODS },
  talk: FIFTH_TALK,
  english: FIFTH_ENGLISH,
  articles: FIFTH_ARTICLES,
  life: FIFTH_LIFE,
};
export const SIXTH: Texts = {
  drivers: { ...SIXTH_SERVICE, ...SIXTH_GOODS },
  talk: SIXTH_TALK,
  english: SIXTH_ENGLISH,
  articles: SIXTH_ARTICLES,
  life: SIXTH_LIFE,
};
export const SEVENTH: Texts = {
  drivers: { ...SEVENTH_SERVICE, ...SEVENTH_GOODS },
  talk: SEVENTH_TALK,
  english: SEVENTH_ENGLISH,
  articles: SEVENTH_ARTICLES,
  life: SEVENTH_LIFE,
};
export const DRIVER_NAMES = Object.keys(FIRST.drivers) as Driver[];

/** All texts of the hands, for the check that no other text of the project shares a sentence with them. */
export const handTexts = (): unknown => [FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH, SEVENTH];
