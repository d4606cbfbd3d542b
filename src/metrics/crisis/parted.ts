import type { Text } from './calm-texts.js';
import { firstFrom, type PublicBurst } from './crisis-bursts.js';
import { subjectsOf } from './movement-subjects.js';
import { riseOf } from './rise.js';
import type { CriticalMessage, ReportingArticle } from './public-movement.js';
import { partsByThing } from './things.js';

/** A movement is about a product that more of its messages name. */
const MOST = 0.5;

/** Whether an article reports some messages: on a subject or, where it has none, a product of theirs. */
const reports = (
  { drivers, products }: ReportingArticle,
  messages: readonly CriticalMessage[],
  subjects: readonly string[],
): boolean =>
  drivers.length === 0
    ? messages.some((message) => message.products.some((product) => products.includes(product)))
    : drivers.some((driver) => subjects.includes(driver));

/** A burst, or its parts where its messages are about different things. An article goes with the parts that it reports; one that reports none, with all. */
export function parted(
  burst: PublicBurst,
  read: (message: CriticalMessage) => Text,
  calm: readonly Text[],
): PublicBurst[] {
  const parts = partsByThing(burst.messages.map(read), calm);
  const numbers = [...new Set(parts)];
  if (numbers.length < 2) return [burst];
  const lists = numbers.map((number) => burst.messages.filter((_, at) => parts[at] === number));
  const subjects = lists.map((messages) => subjectsOf(messages));
  const reported = burst.articles.map((article) =>
    lists.map((messages, part) => reports(article, messages, subjects[part] as readonly string[])),
  );
  return lists.map((messages, part) => ({
    ...burst,
    messages,
    articles: burst.articles.filter(
      (_, at) => reported[at]?.[part] === true || !reported[at]?.includes(true),
    ),
    start: messages[0]?.at ?? burst.start,
    end: messages.at(-1)?.at ?? burst.end,
  }));
}

/** The product that most of some messages name. */
function mostNamed(messages: readonly CriticalMessage[]): string | undefined {
  const counts = new Map<string, number>();
  for (const product of messages.flatMap(({ products }) => products))
    counts.set(product, (counts.get(product) ?? 0) + 1);
  return [...counts].find(([, n]) => n > MOST * messages.length)?.[0];
}

/** Messages of one brand, on the same drivers and products. */
export interface Kind {
  readonly like: Pick<CriticalMessage, 'brand' | 'drivers' | 'products'>;
  readonly n: number;
}

/** Messages by their kind. */
export function kindsOf(messages: readonly CriticalMessage[]): readonly Kind[] {
  const kinds: { readonly like: Kind['like']; n: number }[] = [];
  // rows with the same list share it
  const known = new Map<Kind['like']['drivers'], Map<Kind['like']['products'], typeof kinds>>();
  for (const like of messages) {
    const ofDrivers = known.get(like.drivers) ?? new Map<Kind['like']['products'], typeof kinds>();
    const same = ofDrivers.get(like.products) ?? [];
    known.set(like.drivers, ofDrivers.set(like.products, same));
    const kind = same.find((one) => one.like.brand === like.brand);
    if (kind !== undefined) kind.n++;
    else kinds.push(same[same.push({ like, n: 1 }) - 1] as (typeof kinds)[number]);
  }
  return kinds;
}

/** Messages like those of a movement may open it so long before its burst. */
const LOOK_BACK = 24 * 3_600_000;

/**
 * A movement from where it rises, with the messages on its subjects or its products that open it and that no movement tells.
 *
 * @param others messages of no movement, in order of time
 * @param calm those of them that stand in no burst by kind, and how long they took
 */
export function risen(
  burst: PublicBurst,
  others: readonly CriticalMessage[],
  calm: { readonly kinds: readonly Kind[]; readonly span: number },
): PublicBurst {
  const [subject] = subjectsOf(burst.messages);
  const product = mostNamed(burst.messages);
  const isLike = ({ brand, drivers, products }: Kind['like']): boolean =>
    brand === burst.brand &&
    (subject === undefined
      ? drivers.length === 0
      : drivers.includes(subject) || (product !== undefined && products.includes(product)));
  const first = burst.messages[0]?.at ?? burst.start;
  const before = others.slice(firstFrom(others, first - LOOK_BACK), firstFrom(others, first)).filter(isLike);
  const messages = [...before, ...burst.messages];
  const usual = calm.kinds.reduce((sum, { like, n }) => sum + (isLike(like) ? n : 0), 0);
  const start = riseOf(
    messages.map(({ at }) => at),
    Math.max(1, usual) / calm.span,
    first - LOOK_BACK,
  );
  return { ...burst, start, messages: messages.filter(({ at }) => at >= start) };
}
