import { fold } from '../util/fold.js';
import { readTexts } from './text-data.js';
import type { Draw } from './draw.js';
import type { PrivateChannel } from './plan.js';

/** How a person writes. */
export type WritingManner = 'polite' | 'formal' | 'plain' | 'sms' | 'ironic' | 'english' | 'mixed';

/** A fictitious customer. Phones are of the range kept for fiction, mail domains are reserved, handles are too long to exist. */
export interface Person {
  readonly id: number;
  readonly firstName: string;
  readonly feminine: boolean;
  readonly lastName: string;
  readonly name: string;
  /** Handle on public networks: at least 16 characters, one more than X allows. */
  readonly handle: string;
  readonly email: string;
  /** "+33 6 39 98 12 34". */
  readonly phone: string;
  readonly city: string;
  readonly register: WritingManner;
}

/** Parts of names, cities and hosts of mail, from `data/people.json`. */
export const PARTS = readTexts('people') as Readonly<
  Record<'women' | 'men' | 'lastBegin' | 'lastEnd' | 'cities' | 'mailHosts', readonly string[]>
>;

const REGISTERS: Readonly<Record<WritingManner, number>> = {
  polite: 0.24,
  formal: 0.1,
  plain: 0.34,
  sms: 0.16,
  ironic: 0.1,
  english: 0.03,
  mixed: 0.03,
};

/** The letters of a name, without case and accents. */
export const slug = (text: string): string => fold(text).replace(/[^a-z]/g, '');

/** Draws a person. Names may repeat, as in life; handle, e-mail and phone do not (they hold the id). */
export function drawPerson(draw: Draw, id: number): Person {
  const feminine = draw.chance(0.56);
  const firstName = draw.pick(PARTS[feminine ? 'women' : 'men']);
  const lastName = draw.pick(PARTS.lastBegin) + draw.pick(PARTS.lastEnd);
  const number = String(id).padStart(5, '0');
  const stem = `${slug(firstName)}_${slug(lastName)}`.slice(0, 14);
  const phone = String(id % 10_000).padStart(4, '0');
  const prefix = ['6 39 98', '1 99 00', '2 61 91', '3 53 01', '4 65 71', '5 36 49'][
    Math.floor(id / 10_000) % 6
  ] as string;
  return {
    id,
    firstName,
    feminine,
    lastName,
    name: `${firstName} ${lastName}`,
    handle: `${stem}_${number}`.padEnd(16, 'z'),
    email: `${slug(firstName)}.${slug(lastName)}${id}@${draw.pick(PARTS.mailHosts)}`,
    phone: `+33 ${prefix} ${phone.slice(0, 2)} ${phone.slice(2)}`,
    city: draw.pick(PARTS.cities),
    register: draw.weighted(REGISTERS),
  };
}

/** The author as the private channel shows them. */
export function privateAuthor(
  channel: PrivateChannel,
  person: Person,
): { authorId: string; authorName: string } {
  if (channel === 'whatsapp') return { authorId: person.phone, authorName: person.phone };
  if (channel === 'instagram-dm') return { authorId: person.handle, authorName: person.handle };
  if (channel === 'email' || channel === 'ticket') return { authorId: person.email, authorName: person.name };
  return { authorId: `${channel}-${person.id}`, authorName: person.name };
}
