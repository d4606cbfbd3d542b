import type { CorpusTables } from '../../engine/corpus-tables.js';
import { othersTurn } from '../../util/turn.js';
import { oncePerCorpus } from '../memo.js';
import type { ResolvedOptions } from '../options.js';
import { calmGate, type BreaksCalm } from './calm-gate.js';
import { publicBursts, type PublicBurst } from './crisis-bursts.js';
import { subjectsOf } from './movement-subjects.js';
import { holdsKeysOf, speakOfOneCause } from './key-words.js';
import {
  isFriendly,
  outside,
  readPublicMovement,
  type CriticalMessage,
  type PublicMovement,
} from './public-movement.js';
import { withOtherArticles, type Movement } from './reporting-articles.js';
import { kindsOf, parted, risen } from './parted.js';
import { sameCourse } from './same-course.js';
import { withSheetIds, type Told } from './sheet-id.js';
import { textReader, wordsOfMessages, type WordsById } from './told-texts.js';
import { withWordedArticles } from './worded-articles.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Messages from which a burst without press is worth a sheet. */
const LEAST_BUZZ = 10;
/** A burst is a movement of its own when so much of it is told by no other. */
const OWN = 0.5;
/** Bursts further apart are two movements, whatever they say. */
const TOGETHER = DAY;
/** Bursts that begin together, or come and go together, are one, whatever the words in which people tell it; its things may part it. */
const AT_ONCE = 3 * HOUR;
/** What lasts longer is a season, not a movement: its cores may be. */
const LONGEST = 14 * DAY;
/** Texts of other times that key words are told from. */
const OTHERS = 2_000;

/** A movement with what it is about, and the name of its sheet. */
export type Cause = Told & { readonly sheetId: string };

type WordsOf = (messages: readonly CriticalMessage[]) => ReadonlySet<string>[];

const inside = (burst: PublicBurst, outer: PublicBurst): boolean =>
  burst.brand === outer.brand &&
  burst.driver === outer.driver &&
  burst.level > outer.level &&
  burst.start >= outer.start &&
  burst.end <= outer.end;

/** A burst as its cores where two or more of them, higher by a level and large enough, speak of different things. */
function partsOf(
  burst: PublicBurst,
  all: readonly PublicBurst[],
  words: WordsOf,
  others: ReadonlySet<string>[],
): PublicBurst[] {
  const cores = all.filter(
    (one) => one.level === burst.level + 1 && one.messages.length >= LEAST_BUZZ && inside(one, burst),
  );
  if (cores.length === 1) {
    const parts = partsOf(cores[0] as PublicBurst, all, words, others);
    return parts.length > 1 ? parts : [burst];
  }
  const kept: PublicBurst[] = [];
  for (const core of cores.toSorted((a, b) => a.start - b.start)) {
    const last = kept.at(-1);
    if (last !== undefined && speakOfOneCause(words(last.messages), words(core.messages), others))
      kept[kept.length - 1] = joined(last, core);
    else kept.push(core);
  }
  return kept.length > 1 ? kept : [burst];
}

const byId = <One extends { readonly messageId: string; readonly at: number }>(
  lists: readonly (readonly One[])[],
): One[] =>
  [...new Map(lists.flat().map((one) => [one.messageId, one])).values()].toSorted((a, b) => a.at - b.at);

const joined = <One extends Pick<PublicBurst, 'start' | 'end' | 'messages' | 'articles'>>(
  a: One,
  b: One,
): One => ({
  ...a,
  start: Math.min(a.start, b.start),
  end: Math.max(a.end, b.end),
  messages: byId([a.messages, b.messages]),
  articles: byId([a.articles, b.articles]),
});

/** A movement with what was said in it under no subject; it still starts where its subject did. */
const swollen = (movement: PublicBurst, all: PublicBurst): PublicBurst => {
  const whole = joined(movement, { ...all, start: movement.start });
  return { ...whole, messages: whole.messages.filter(({ at }) => at >= movement.start) };
};

const timesOf = (messages: readonly CriticalMessage[]): number[] => messages.map(({ at }) => at);

/** Whether most of a movement is told in a burst of all subjects: where that burst is mostly told under none, its subjects are aspects of it. */
const isAspect = (movement: PublicBurst | undefined, all: PublicBurst): boolean => {
  const ids = new Set(all.messages.map(({ messageId }) => messageId)),
    { messages = [] } = movement ?? {};
  return messages.filter(({ messageId }) => ids.has(messageId)).length >= OWN * messages.length;
};

/**
 * The bursts that break the calm of their stream and are large enough, or reported by an article that is not friendly. The calm of a stream
 * takes up to a second: others have their turn between them.
 */
async function standing(
  { messages }: PublicMovement,
  bursts: readonly PublicBurst[],
  zone: string,
): Promise<PublicBurst[]> {
  const span = [messages[0]?.at ?? 0, messages.at(-1)?.at ?? 0] as const;
  const gates = new Map<string, BreaksCalm>(),
    found: PublicBurst[] = [];
  const streams = new Map(
    [...new Set(bursts.map(({ brand }) => brand))].map((brand) => {
      const own = messages.filter((one) => one.brand === brand);
      return [brand, { own, n: 1 + new Set(own.flatMap(({ drivers }) => drivers)).size }] as const;
    }),
  );
  for (const burst of bursts) {
    const { brand, driver, articles } = burst;
    if (burst.messages.length < LEAST_BUZZ && articles.every(isFriendly)) continue;
    const key = `${brand}|${driver ?? ''}`;
    let gate = gates.get(key);
    if (gate === undefined) {
      await othersTurn();
      const { own = [], n = 1 } = streams.get(brand) ?? {};
      const stream = driver === null ? own : own.filter(({ drivers }) => drivers.includes(driver));
      gate = calmGate(timesOf(stream), span, n, zone);
      gates.set(key, gate);
    }
    if (gate(burst.start, burst.end)) found.push(burst);
  }
  return found;
}

/** Subjects first, the larger before the smaller, each joined to what begins with it or speaks like it; what all subjects together show only where no subject tells it. */
function distinct(
  bursts: readonly PublicBurst[],
  words: WordsOf,
  others: ReadonlySet<string>[],
): PublicBurst[] {
  const lasting = bursts.filter((one) => one.end - one.start <= LONGEST);
  const outermost = lasting.filter((one) => !lasting.some((other) => inside(one, other)));
  const ranked = outermost
    .flatMap((burst) => partsOf(burst, bursts, words, others))
    .toSorted(
      (a, b) =>
        Number(a.driver === null) - Number(b.driver === null) ||
        b.messages.length - a.messages.length ||
        a.start - b.start,
    );
  const kept: PublicBurst[] = [];
  const told = new Set<string>();
  for (const burst of ranked) {
    const fresh = burst.messages.filter(({ messageId }) => !told.has(messageId));
    const near = kept.flatMap((one, at) =>
      one.brand === burst.brand && one.start <= burst.end + TOGETHER && burst.start <= one.end + TOGETHER
        ? [at]
        : [],
    );
    const same = near.find((at) => {
      const { start = 0, messages = [] } = kept[at] ?? {};
      const [known, rest] = [words(messages), words(fresh)];
      return (
        Math.abs(start - burst.start) <= AT_ONCE ||
        sameCourse(timesOf(messages), timesOf(fresh)) ||
        speakOfOneCause(known, rest, others) ||
        (burst.driver === null && holdsKeysOf(known, rest, others))
      );
    });
    const isNew = fresh.length >= Math.max(1, OWN * burst.messages.length);
    const aspects = burst.driver === null && isNew ? near.filter((at) => isAspect(kept[at], burst)) : [];
    if (isNew && near.length === 0) kept.push(burst);
    else if (aspects.length > 1) {
      const whole = aspects.map((at) => kept[at] as PublicBurst).reduce(joined);
      kept[aspects[0] as number] = swollen(whole, burst);
      for (const at of aspects.slice(1).toReversed()) kept.splice(at, 1);
    } else if (isNew && same === undefined && fresh.length >= LEAST_BUZZ)
      kept.push({ ...burst, messages: fresh });
    else if (same !== undefined && burst.driver !== null)
      kept[same] = joined(kept[same] as PublicBurst, burst);
    else if (same !== undefined && near.length === 1) kept[same] = swollen(kept[same] as PublicBurst, burst);
    else continue;
    for (const { messageId } of burst.messages) told.add(messageId);
  }
  return kept;
}

/** The movements among critical messages, one a cause; `read` gives the words of messages by their id. */
async function causesIn(
  movement: PublicMovement,
  zone: string,
  read: (messages: readonly CriticalMessage[]) => Promise<WordsById>,
): Promise<readonly Movement[]> {
  const bursts = await standing(movement, publicBursts(movement), zone);
  if (bursts.length === 0) return withOtherArticles(movement, []);
  const quiet = outside(movement, bursts),
    step = Math.max(1, Math.floor(quiet.length / OTHERS)),
    usual = quiet.filter((_, at) => at % step === 0);
  const all = [...bursts.flatMap(({ messages }) => messages), ...usual],
    said = await read(all);
  const words: WordsOf = (messages) => messages.flatMap(({ messageId }) => said.get(messageId) ?? []);
  const others = words(usual),
    textOf = textReader(all, said),
    texts = usual.map(textOf);
  const parts: PublicBurst[] = [];
  for (const burst of distinct(bursts, words, others)) {
    await othersTurn();
    parts.push(...parted(burst, textOf, texts));
  }
  const [first = 0, last = 0] = [movement.messages[0]?.at, movement.messages.at(-1)?.at],
    calm = { kinds: kindsOf(quiet), span: last - first },
    free = outside(movement, parts);
  const found = parts.map((part) => ({ ...risen(part, free, calm), burst: true }));
  return withOtherArticles(
    movement,
    withWordedArticles(found, movement.articles, ({ messages }) => words(messages), others),
  );
}

/**
 * The movements of a corpus, one a cause, in order of time: bursts that break the calm of their stream, of ten messages at least or reported by the press, cut where
 * their key words, things or subjects part and joined where they meet; then what articles report without a burst.
 */
export const movementsOf = (corpus: CorpusTables, options: ResolvedOptions): Promise<readonly Cause[]> =>
  oncePerCorpus(corpus, `movements ${JSON.stringify([options.brands, options.zone])}`, async () => {
    const movement = await readPublicMovement(corpus, options);
    const found = await causesIn(movement, options.zone, (some) => wordsOfMessages(corpus, some));
    return withSheetIds(
      found
        .map((one) => ({ ...one, subjects: subjectsOf(one.messages, movement.messages) }))
        .toSorted((a, b) => a.start - b.start),
    );
  });
