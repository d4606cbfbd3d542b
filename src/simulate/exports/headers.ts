import { readTexts } from '../text-data.js';

/** Columns of the exports of listening tools, from `data/headers.json`. */
export const HEADERS = readTexts('headers') as Readonly<
  Record<'talkwalker' | 'brandwatch' | 'meltwater', readonly string[]>
>;
