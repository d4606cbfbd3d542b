import { toldStars } from './told-stars.js';

/** A number, an amount, a date, a choice in a menu: figures with their signs and no word. */
const FIGURE = /^\s*(?:n\s?[°º]\s*|[#€$£])?\d[\d\s.,:/()+€$£%-]*$/iu;

/** Nothing that could be judged: a blank, or a figure alone that is no mark, such as what one answers to a menu. */
export const saysNothing = (text: string): boolean =>
  text.trim() === '' || (FIGURE.test(text) && toldStars(text) === null);
