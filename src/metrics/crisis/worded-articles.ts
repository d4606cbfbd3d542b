import { contentWords } from '../../util/content-words.js';
import { fold } from '../../util/fold.js';
import { isAround } from './burst-articles.js';
import { countWords, keyWords } from './key-words.js';
import { isFriendly, type ReportingArticle } from './public-movement.js';
import type { Movement } from './reporting-articles.js';

/** Before articles of other times are seen, the press says words as often as customers do: worth so many articles. */
const PRESS = 10;
/** Articles with one title or first sentence of so many words, within so long, tell one story; shorter titles are those of a column. */
const LEAST_WORDS = 3;
const ONE_STORY = 7 * 86_400_000;

type Words = ReadonlySet<string>;

/** Words of the title and the first sentence: what an article is about, where a body names things in passing. */
const saidBy = ({ title, lead }: ReportingArticle): Words => contentWords(`${title ?? ''} ${lead ?? ''}`);

/**
 * Tells how much likelier the words of an article are where one of them, on average, is a key word of a movement than where each is as usual (log of
 * the ratio). Its brand, its products and its places, which any article on the brand may name, speak for nothing.
 */
function tellingOf(
  { brand, messages }: Movement,
  texts: readonly Words[],
  others: readonly Words[],
  press: readonly Words[],
): (words: Words) => number {
  const names = contentWords(
    [brand, ...messages.flatMap(({ products, places }) => [...products, ...places])].join(' '),
  );
  const [inside, usual, printed] = [countWords(texts), countWords(others), countWords(press)];
  const ratios = new Map(
    keyWords(texts, others, Infinity).map((word) => {
      const told = ((usual.get(word) ?? 0) + 0.5) / (others.length + 1),
        written = ((printed.get(word) ?? 0) + PRESS * told) / (press.length + PRESS);
      return [word, ((inside.get(word) ?? 0) + 0.5) / (texts.length + 1) / Math.max(told, written)] as const;
    }),
  );
  return (words) => {
    const own = [...words].filter((word) => !names.has(word));
    return own.reduce((sum, word) => sum + Math.log(1 + ((ratios.get(word) ?? 0) - 1) / own.length), 0);
  };
}

const known = new WeakMap<ReportingArticle, readonly string[]>();

/** The title and the first sentence of an article, by which it is known where another bears them: of words enough, each as plain words. */
function knownBy(article: ReportingArticle): readonly string[] {
  const { title, lead } = article,
    found =
      known.get(article) ??
      [title, lead].flatMap((said) =>
        said !== null && contentWords(said).size >= LEAST_WORDS ? [fold(said).trim()] : [],
      );
  known.set(article, found);
  return found;
}

/**
 * Whether an article bears the title or the first sentence of one of a movement, within a week: one story in several newspapers, or told again. What
 * articles of other times bear too is that of a column.
 */
function isToldBy(article: ReportingArticle, { articles }: Movement, columns: ReadonlySet<string>): boolean {
  const own = new Set(knownBy(article).filter((said) => !columns.has(said)));
  return articles.some(
    (other) => Math.abs(other.at - article.at) < ONE_STORY && knownBy(other).some((said) => own.has(said)),
  );
}

/**
 * Movements with the articles that tell them in their own words: those that no subject, product or case ties to a movement, that come while one lasts or
 * within a week, and whose title and first sentence are likelier so than in an article on anything; then those with the title or the first sentence of an article of one, and so on.
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
  const elsewhere = articles.filter((article) => !isNear(article)),
    press = elsewhere.map(saidBy),
    columns = new Set(elsewhere.flatMap(knownBy));
  const telling = movements.map((one) => tellingOf(one, wordsOf(one), others, press));
  const found = [...movements];
  /** Gives an article to the movement that it speaks for most, if it does for any. */
  const place = (article: ReportingArticle, speaking: (one: One, at: number) => number): boolean => {
    let best = -1,
      most = 0;
    found.forEach((one, at) => {
      if (!isAround(article, one) || (article.brands.length > 0 && !article.brands.includes(one.brand)))
        return;
      const much = speaking(one, at);
      if (much > most) [best, most] = [at, much];
    });
    const one = found[best];
    if (one !== undefined)
      found[best] = { ...one, articles: [...one.articles, article].toSorted((a, b) => a.at - b.at) };
    return one !== undefined;
  };
  let left: readonly ReportingArticle[] = open.filter((article) => {
    const words = saidBy(article);
    return !place(article, (_, at) => telling[at]?.(words) ?? 0);
  });
  for (let placed = true; placed;) {
    const rest = left.filter((article) => !place(article, (one) => Number(isToldBy(article, one, columns))));
    placed = rest.length < left.length;
    left = rest;
  }
  return found;
}
