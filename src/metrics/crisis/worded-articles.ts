import { contentWords } from '../../util/content-words.js';
import { isAround } from './burst-articles.js';
import { keyWords } from './key-words.js';
import { isFriendly, type ReportingArticle } from './public-movement.js';
import type { Movement } from './reporting-articles.js';

/** So many key words of a movement, so much likelier in it than at other times (bits, added), tell what an article reports: one alone may be a matter of course. */
const LEAST_WORDS = 2;
const LEAST_BITS = 5;
/** Before articles of other times are seen, the press says words as often as customers do: worth so many articles. */
const PRESS = 10;

type Words = ReadonlySet<string>;

const holding = (texts: readonly Words[], word: string): number =>
  texts.filter((words) => words.has(word)).length;

/** Words of the title and the first sentence: what an article is about, where a body names things in passing. */
const saidBy = ({ title, lead }: ReportingArticle): Words => contentWords(`${title ?? ''} ${lead ?? ''}`);

/** Bits by which each key word of a movement speaks for it; names of its products and of its brand, which any article on them holds, for nothing. */
function tellingWords(
  { brand, messages }: Movement,
  texts: readonly Words[],
  others: readonly Words[],
  press: readonly Words[],
): ReadonlyMap<string, number> {
  const names = contentWords([brand, ...messages.flatMap(({ products }) => products)].join(' '));
  return new Map(
    keyWords(texts, others)
      .filter((word) => !names.has(word))
      .map((word) => {
        const told = (holding(others, word) + 0.5) / (others.length + 1),
          written = (holding(press, word) + PRESS * told) / (press.length + PRESS),
          usual = Math.max(told, written);
        return [word, Math.log2((holding(texts, word) + 0.5) / (texts.length + 1) / usual)] as const;
      })
      .filter(([, bits]) => bits > 0),
  );
}

/**
 * Movements with the articles that tell them in their own words: those that no subject, product or case ties to a movement, that come while one lasts or
 * within a week, and whose title and first sentence hold key words of it.
 *
 * @param wordsOf words of the messages of a movement
 * @param others words of messages of other times
 */
export function withWordedArticles<One extends Movement>(
  movements: readonly One[],
  articles: readonly ReportingArticle[],
  wordsOf: (movement: One) => readonly Words[],
  others: readonly Words[],
): One[] {
  const tied = new Set(movements.flatMap((one) => one.articles.map(({ messageId }) => messageId)));
  const isNear = (article: ReportingArticle): boolean => movements.some((one) => isAround(article, one));
  const open = articles.filter(
    (article) => !tied.has(article.messageId) && !isFriendly(article) && isNear(article),
  );
  if (open.length === 0) return [...movements];
  const press = articles.filter((article) => !isNear(article)).map(saidBy);
  const telling = movements.map((one) => tellingWords(one, wordsOf(one), others, press));
  const taken = movements.map((): ReportingArticle[] => []);
  for (const article of open) {
    const words = [...saidBy(article)];
    let best = -1,
      most = LEAST_BITS;
    movements.forEach((one, at) => {
      if (!isAround(article, one) || (article.brands.length > 0 && !article.brands.includes(one.brand)))
        return;
      const held = words.flatMap((word) => telling[at]?.get(word) ?? []),
        bits = held.reduce((sum, each) => sum + each, 0);
      if (held.length < LEAST_WORDS || bits < most) return;
      best = at;
      most = bits;
    });
    taken[best]?.push(article);
  }
  return movements.map((one, at) => {
    const more = taken[at] as readonly ReportingArticle[];
    return more.length === 0
      ? one
      : { ...one, articles: [...one.articles, ...more].toSorted((a, b) => a.at - b.at) };
  });
}
