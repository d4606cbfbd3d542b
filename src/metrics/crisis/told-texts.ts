import type { CorpusTables } from '../../engine/corpus-tables.js';
import { contentWords } from '../../util/content-words.js';
import { fold } from '../../util/fold.js';
import { NAME, PLACE, type Text } from './calm-texts.js';
import type { CriticalMessage } from './public-movement.js';

/** A word is a place where so many of the messages that say it name that place: the others wrote it without its capital. */
const MOST = 0.5;

/** The words of messages, by their id. */
export type WordsById = ReadonlyMap<string, ReadonlySet<string>>;

/** The words of a brand, and its name in one word as handles and hashtags have it. */
const wordsOfBrand = (brand: string): ReadonlySet<string> =>
  contentWords(`${brand} ${fold(brand).replace(/[^a-z0-9]+/g, '')}`);

/** The words of messages, of their titles too, but for those of the brand that they are about: those speak for nothing. */
export async function wordsOfMessages(
  corpus: CorpusTables,
  messages: readonly CriticalMessage[],
): Promise<WordsById> {
  const rows = (
    await corpus.query(
      `SELECT messageId, concat_ws(' ', title, text) AS said FROM storedMessages JOIN (SELECT unnest(from_json($ids, '["VARCHAR"]')) AS messageId) USING (messageId)`,
      { ids: JSON.stringify([...new Set(messages.map(({ messageId }) => messageId))]) },
    )
  ).objects() as { messageId: string; said: string }[];
  const brandOf = new Map(messages.map(({ messageId, brand }) => [messageId, brand])),
    named = new Map([...new Set(brandOf.values())].map((brand) => [brand, wordsOfBrand(brand)]));
  return new Map(
    rows.map(({ messageId, said }) => {
      const own = named.get(brandOf.get(messageId) ?? '');
      return [messageId, new Set([...contentWords(said)].filter((word) => own?.has(word) !== true))];
    }),
  );
}

/** Places of one word by that word. */
function placesByWord(messages: readonly CriticalMessage[], said: WordsById): ReadonlyMap<string, string> {
  const byWord = new Map<string, { readonly name: string; naming: number; saying: number }>();
  for (const name of new Set(messages.flatMap(({ places }) => places))) {
    const words = [...contentWords(name)];
    if (words.length === 1) byWord.set(words[0] as string, { name, naming: 0, saying: 0 });
  }
  for (const { messageId, places } of messages)
    for (const word of said.get(messageId) ?? []) {
      const place = byWord.get(word);
      if (place === undefined) continue;
      place.saying++;
      if (places.includes(place.name)) place.naming++;
    }
  return new Map(
    [...byWord].flatMap(([word, { name, naming, saying }]) =>
      naming >= MOST * saying ? [[word, name] as const] : [],
    ),
  );
}

/**
 * What messages say: their words, and the products and places that they name. A place is named without its capital too, where most of those who say
 * the word name it.
 *
 * @param messages those that tell which words are places
 */
export function textReader(
  messages: readonly CriticalMessage[],
  said: WordsById,
): (message: CriticalMessage) => Text {
  const byWord = placesByWord(messages, said);
  return ({ messageId, at, drivers, products, places }) => {
    const words = [...(said.get(messageId) ?? [])];
    const named = new Set([...places, ...words.flatMap((word) => byWord.get(word) ?? [])]);
    return {
      at,
      drivers,
      words: new Set([
        ...words,
        ...products.map((name) => NAME + name),
        ...[...named].map((name) => PLACE + name),
      ]),
    };
  };
}
