import {
  isFriendly,
  type CriticalMessage,
  type PublicMovement,
  type ReportingArticle,
} from './public-movement.js';
import { firstFrom, textsOf, type PublicBurst } from './crisis-bursts.js';

const DAY = 86_400_000;
/** Public messages this long before an article may be what it reports. */
const BEFORE_ARTICLE = 21 * DAY;
/** Without a link, an excess on the article's subject counts: four messages and three times the usual, ten days before to three after, for the press may lead. */
const EXCESS_BEFORE = 10 * DAY;
const EXCESS_AFTER = 3 * DAY;
const LEAST_EXCESS = 4;
/** One voice is no movement, even before an article that speaks against the brand; before another, an excess is. */
const LEAST_REPORTED = 2;

/** A movement worth a sheet: a burst, or public messages that the press reports without a burst. */
export interface Movement extends Pick<PublicBurst, 'brand' | 'start' | 'end' | 'messages' | 'articles'> {
  readonly burst: boolean;
}

/** Messages by subject, each list in order of time. */
function bySubject(messages: readonly CriticalMessage[]): ReadonlyMap<string, readonly CriticalMessage[]> {
  const lists = new Map<string, CriticalMessage[]>();
  for (const message of messages)
    for (const driver of new Set(message.drivers)) {
      const list = lists.get(driver);
      if (list === undefined) lists.set(driver, [message]);
      else list.push(message);
    }
  return lists;
}

/** Messages of a list in order of time from one instant to another, both in. */
const between = (
  messages: readonly CriticalMessage[],
  from: number,
  to: number,
): readonly CriticalMessage[] => messages.slice(firstFrom(messages, from), firstFrom(messages, to, true));

/** Tells which public messages an article may report: those cases link to it, else an excess on one of its drivers around its date. */
function reporting({
  messages,
  reported,
}: PublicMovement): (article: ReportingArticle) => readonly CriticalMessage[] {
  const subjects = bySubject(messages),
    counts = new Map<string, number>();
  const span = Math.max(DAY, (messages[messages.length - 1]?.at ?? 0) - (messages[0]?.at ?? 0));
  return ({ messageId: id, at, drivers, brands }) => {
    const linked = reported.get(id);
    if (linked)
      return between(messages, at - BEFORE_ARTICLE, at + EXCESS_AFTER).filter(({ messageId }) =>
        linked.has(messageId),
      );
    const named = ({ brand }: CriticalMessage): boolean => brands.length === 0 || brands.includes(brand);
    const usual = (driver: string, all: readonly CriticalMessage[]): number => {
      const key = [driver, ...brands].join('\n'),
        n = counts.get(key) ?? all.filter(named).length;
      counts.set(key, n);
      return n;
    };
    for (const driver of drivers) {
      const all = subjects.get(driver) ?? [],
        near = between(all, at - EXCESS_BEFORE, at + EXCESS_AFTER).filter(named);
      if (near.length < LEAST_EXCESS) continue;
      const expected = (usual(driver, all) * (EXCESS_BEFORE + EXCESS_AFTER)) / span;
      if (near.length >= 3 * expected) return near;
    }
    return [];
  };
}

/** Is the article about the movement: on one of the subjects of its articles within a week, three days before a burst at most, or reporting mostly its messages? Both lists are in order of time. */
function follows(
  article: ReportingArticle,
  reported: readonly CriticalMessage[],
): (movement: Movement) => boolean {
  const ids = new Set(reported.map(({ messageId }) => messageId)),
    [from = 0, to = 0] = [reported[0]?.at, reported.at(-1)?.at];
  return ({ articles, messages, burst, start }) =>
    articles.some(
      (other) =>
        (!burst || article.at >= start - EXCESS_AFTER) &&
        Math.abs(article.at - other.at) < 7 * DAY &&
        other.drivers.some((driver) => article.drivers.includes(driver)),
    ) ||
    (ids.size > 0 &&
      between(messages, from, to).filter(({ messageId }) => ids.has(messageId)).length > ids.size / 2);
}

/** Gives each article that no burst explains to the movement it follows, else makes a movement of what it reports: few voices, an article. A friendly article reports none. */
export function withOtherArticles(movement: PublicMovement, bursts: readonly Movement[]): Movement[] {
  const explained = new Set(bursts.flatMap(({ articles }) => articles.map(({ messageId }) => messageId)));
  const reportedBy = reporting(movement);
  const found = [...bursts],
    unplaced: ReportingArticle[] = [];
  const place = (article: ReportingArticle, messages: readonly CriticalMessage[]): boolean => {
    const at = found.findIndex(follows(article, messages)),
      followed = found[at];
    if (followed)
      found[at] = { ...followed, articles: [...followed.articles, article].toSorted((a, b) => a.at - b.at) };
    return followed !== undefined;
  };
  for (const article of movement.articles.filter(
    (one) => !explained.has(one.messageId) && !isFriendly(one),
  )) {
    const messages = reportedBy(article);
    if (place(article, messages)) continue;
    const [head, last] = [messages[0], messages[messages.length - 1]];
    const least = article.sentiment === 'negative' ? LEAST_REPORTED : LEAST_EXCESS;
    if (head && last && textsOf(messages) >= least)
      found.push({
        brand: head.brand,
        start: head.at,
        end: last.at,
        messages,
        articles: [article],
        burst: false,
      });
    else unplaced.push(article);
  }
  // The first article may come when few have spoken yet: it follows what a later one has shown.
  for (const article of unplaced) place(article, []);
  return found;
}
