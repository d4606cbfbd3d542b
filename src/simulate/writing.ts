import type { DriverId, Tone } from '../model/index.js';

import type { Subject } from './compose.js';
import type { Draw } from './draw.js';
import type { Person } from './people.js';
import type { NoiseKind, PrivateChannel, PublicChannel } from './plan.js';
import { THANKS } from './texts/common.js';
import type { ArticleTexts, DriverTexts, SectorTexts } from './texts/sector.js';

/** Writes the texts of a corpus. No two customers write the same text, unless a copy is planted. */
export interface Writer {
  complaint(
    person: Person,
    subject: Subject,
    channel: PrivateChannel,
    at: number,
  ): { title?: string; text: string };
  reminder(person: Person, subject: Subject, at: number): string;
  answer(person: Person, subject: Subject, at: number): string;
  agentAnswer(person: Person, subject: Subject, at: number): string;
  agentSolved(person: Person, subject: Subject, at: number): string;
  agentPublic(person: Person, subject: Subject, at: number): string;
  note(): string;
  automatic(): string;
  thanks(person: Person, subject: Subject, at: number): string;
  reopening(person: Person, subject: Subject, at: number): string;
  /** `spilled`: the author says that private did not work. `proof`: a sentence with an identifier, appended. */
  publicComplaint(
    person: Person,
    subject: Subject,
    channel: PublicChannel,
    at: number,
    options: { spilled: boolean; proof?: string },
  ): { title?: string; text: string; sentiment: Tone };
  meToo(person: Person, subject: Subject, at: number): { text: string; sentiment: Tone };
  noise(kind: NoiseKind, person: Person, subject: Subject, at: number): string;
  reviewTitle(sentiment: 'negative' | 'positive'): string;
  article(texts: ArticleTexts): { title: string; text: string };
}

/** As `fresh`, but short phrases such as "Ok merci" may repeat, as they do in life. */
export function varied(seen: Set<string>, make: (attempt: number) => string): string {
  const first = make(0);
  return first.length <= 40 ? first : fresh(seen, (attempt) => (attempt === 0 ? first : make(attempt)));
}

/** Keeps drawing until the text is new; at last a detail makes it so. */
export function fresh(seen: Set<string>, make: (attempt: number) => string): string {
  for (let attempt = 0; ; attempt++) {
    const text = make(attempt);
    if (seen.has(text) && attempt < 60) continue;
    seen.add(text);
    return text;
  }
}

/** Sentences marked "(+) " or "(=) " are positive or neutral among complaints. */
export const MARKED = /^(?:\(([+=])\) )?([^]*)$/;
export const sentimentOf = (mark: string | undefined): Tone =>
  mark === '+' ? 'positive' : mark === '=' ? 'neutral' : 'negative';

export const thanks = (draw: Draw): string =>
  `${draw.pick(THANKS.facts)}${draw.pick([', ', ', ', ' ! '])}${draw.pick(THANKS.warm)}`;

/** Sentences one after the other; one that ends without a mark gets its full stop, unless it ends with a tag or an emoji. */
export const joined = (parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .map((part, i, all) =>
      i < all.length - 1 && /(?<![#@]\S*)[\p{L}\p{N})]$/u.test(part) ? `${part}.` : part,
    )
    .join(' ');

/** Drivers about a thing that can be kept, photographed or thrown away. */
const OF_A_THING: ReadonlySet<DriverId> = new Set([
  'taste',
  'freshness',
  'packaging',
  'safety',
  'origin',
  'traceability',
  'nutrition',
  'additives',
  'organic-label',
  'after-sales',
  'delivery',
]);

/** Sentences that make sense for the driver: no packaging, lot or leftovers where nothing was bought. */
export const about = ({ driver }: Subject, sentences: readonly string[]): readonly string[] =>
  OF_A_THING.has(driver)
    ? sentences
    : sentences.filter((sentence) => !/emballage|poubelle|rien voulu|\blot\b|Acheté|à temps/.test(sentence));

/** The sentences of a sector about a driver. */
export function textsOf(sector: SectorTexts, driver: DriverId): DriverTexts {
  const texts = sector.drivers[driver];
  if (texts === undefined) throw new RangeError(`no texts for driver ${driver}`);
  return texts;
}
