import { ARTICLES } from './articles.js';
import { ENGLISH } from './english.js';
import { GOODS } from './goods.js';
import { SERVICE } from './service.js';
import { TALK } from './talk.js';

export const DRIVERS = { ...SERVICE, ...GOODS } as const;
export type Driver = keyof typeof DRIVERS;
export const DRIVER_NAMES = Object.keys(DRIVERS) as Driver[];

/** All texts of this hand, for the check that no other text of the project shares a sentence with them. */
export const handTexts = (): unknown => ({ DRIVERS, TALK, ENGLISH, ARTICLES });
export { ARTICLES, ENGLISH, TALK };
