import type { PublicBurst } from './crisis-bursts.js';
import { subjectsOf } from './movement-subjects.js';
import { riseOf } from './rise.js';
import type { CriticalMessage } from './public-movement.js';
import { NAME, partsByThing, type Text } from './things.js';

/** What a message says: its words, and the products and places that it names. */
export const textOf = (
  { messageId, at, drivers, products, places }: CriticalMessage,
  said: ReadonlyMap<string, ReadonlySet<string>>,
): Text => ({
  at,
  drivers,
  words: new Set([...(said.get(messageId) ?? []), ...[...products, ...places].map((name) => NAME + name)]),
});

/** A burst, or its parts where its messages are about different things. An article goes with the part whose subject or messages it reports, else with all. */
export function parted(
  burst: PublicBurst,
  said: ReadonlyMap<string, ReadonlySet<string>>,
  calm: readonly Text[],
): PublicBurst[] {
  const parts = partsByThing(
    burst.messages.map((message) => textOf(message, said)),
    calm,
  );
  const numbers = [...new Set(parts)];
  if (numbers.length < 2) return [burst];
  return numbers.map((number) => {
    const messages = burst.messages.filter((_, at) => parts[at] === number),
      subjects = subjectsOf(messages),
      named = new Set(messages.flatMap(({ products }) => products));
    const about = burst.articles.filter(({ drivers, products }) =>
      drivers.length === 0
        ? products.some((product) => named.has(product))
        : drivers.some((driver) => subjects.includes(driver)),
    );
    return {
      ...burst,
      messages,
      articles: about.length > 0 ? about : burst.articles,
      start: messages[0]?.at ?? burst.start,
      end: messages.at(-1)?.at ?? burst.end,
    };
  });
}

/** A movement from where it rises. */
export function risen(burst: PublicBurst): PublicBurst {
  const start = riseOf(burst.messages.map(({ at }) => at));
  return { ...burst, start, messages: burst.messages.filter(({ at }) => at >= start) };
}
