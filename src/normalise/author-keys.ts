import type { MessageRecord } from '../model/index.js';
import { fold } from '../util/fold.js';
import { canonicalPhone } from './mask.js';
import type { Pseudonymiser } from './pseudonym.js';

/** Networks whose accounts are handles: where no handle stands beside, a name of one word is one. */
const OF_HANDLES: ReadonlySet<string> = new Set(
  'x instagram tiktok youtube threads bluesky mastodon reddit discord snapchat twitch'.split(' '),
);
/** Elsewhere, and beside a handle, a word alone is a first name, which many bear: that links nobody. */
const isFirstName = ({ platform, authorHandle }: MessageRecord, name: string): boolean =>
  (Boolean(authorHandle?.trim()) || !OF_HANDLES.has(platform)) && /^\p{L}+(?:['’-]\p{L}+)*$/u.test(name);
/** First and last name of an address that is made of them: "ondine.rivoal29@…". */
const NAME_OF_ADDRESS = /^(\p{L}{3,})[._-](\p{L}{3,})[._-]?\d*@/u;

/** Hexadecimal digits of the key of a first or last name: enough to count how many bear it, too few to tell who. */
const PART_DIGITS = 5;
/** Hexadecimal digits of the key of a spelling. */
const SPELLING_DIGITS = 12;
/** Fewer letters spell no name: "marie" or "jo" is many. */
const LEAST_LETTERS = 6;
const LEAST_SURNAME = 3;
/** A number of a customer that is their address. */
const ADDRESS = /^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i;
/** Authors that are remembered; they repeat within a file. */
const REMEMBERED = 20_000;
const LEAD = /^[@~\s]+/;
/** The host of a handle that its network gave: everybody's, hence no part of a name. */
const GIVEN_HOST = /\.bsky\.social$/;

/** Letters of a name in the order of the alphabet: "Ondine Rivoal", "RIVOAL Ondine" and "ondine.rivoal57" are one. */
const lettersOf = (name: string): string => [...name.replaceAll(/\P{L}/gu, '')].toSorted().join('');

function remembering(make: (value: string) => readonly string[]): (value: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (value) => {
    let keys = known.get(value);
    if (keys === undefined) {
      if (known.size >= REMEMBERED) known.clear();
      known.set(value, (keys = make(value)));
    }
    return keys;
  };
}

/** Keys of the author of a message. */
export type AuthorKeys = (record: MessageRecord) => string[];

/**
 * Makes what links a person across channels without naming them: `email:…`, `phone:…`, `handle:…`, and `name:…` of the letters of a name of two
 * words or more. Beside a name, `parts:…`: how its first and last word are spelt, too short to tell who, and the letters of "O. Rivoal" and "Ondine R.".
 * Beside a handle, or an address that no name stands beside and that is none itself, `spelt:…`: its letters, to be met with those of names.
 *
 * @example
 * const keys = createAuthorKeys((kind, value) => `${kind} ${value}`);
 * keys({ row: 1, platform: 'x', stage: 'public', kind: 'post', authorHandle: '@jo.bel57' })
 * // → ['handle:handle jo.bel57']
 */
export function createAuthorKeys(pseudonym: Pseudonymiser): AuthorKeys {
  const spelling = (letters: string): string => pseudonym('name', letters).slice(0, SPELLING_DIGITS);
  const spelt = (folded: string): string[] => {
    const letters = lettersOf(folded);
    return letters.length < LEAST_LETTERS ? [] : [`spelt:${spelling(letters)}`];
  };
  const keysOfName = (folded: string): string[] => {
    const words = folded.split(/[^\p{L}\p{N}'’-]+/u).filter((word) => word !== '');
    const [first = '', last = ''] = [words[0], words.at(-1)];
    const part = (kind: string, word: string): string => pseudonym(kind, word).slice(0, PART_DIGITS);
    const whole = lettersOf(folded);
    // "Client 1" and "Client 2" are two
    if (whole === '' || /\p{N}/u.test(folded)) return [`name:${pseudonym('name', folded)}`];
    const keys = [`name:${pseudonym('name', whole)}`];
    if (words.length < 2 || Math.min(first.length, last.length) < LEAST_SURNAME) return keys;
    const rest = words.slice(1).join('');
    const parts = [
      part('firstName', first),
      part('lastName', last),
      spelling(lettersOf(`${first[0]}${rest}`)),
      spelling(lettersOf(`${first}${rest[0]}`)),
    ];
    return [...keys, `parts:${parts.join('')}`];
  };
  const ofName = remembering(keysOfName),
    ofHandle = remembering((folded) => [`handle:${pseudonym('handle', folded)}`, ...spelt(folded)]);
  return (record) => {
    const keys: string[] = [];
    const bare = (name: string): string => fold(name).replace(LEAD, '').replace(GIVEN_HOST, '');
    const name = bare(record.authorName?.trim() ?? '');
    if (/^\+?[\d\s().-]{8,}$/.test(name)) keys.push(`phone:${pseudonym('phone', canonicalPhone(name))}`);
    else if (name !== '' && !isFirstName(record, name))
      keys.push(...(/\s/.test(name) ? ofName : ofHandle)(name));
    const handle = record.authorHandle?.trim();
    if (handle) keys.push(...ofHandle(bare(handle)));
    const { authorId } = record;
    const isAddress = record.stage === 'private' && authorId !== undefined && ADDRESS.test(authorId);
    for (const contact of [...(record.authorContacts ?? []), ...(isAddress ? [authorId] : [])]) {
      if (contact.includes('@')) {
        const address = contact.trim().toLowerCase();
        keys.push(`email:${pseudonym('email', address)}`);
        if (!keys.some((key) => key.startsWith('name:'))) {
          const folded = fold(address),
            [, first, last] = NAME_OF_ADDRESS.exec(folded) ?? [];
          keys.push(...(last ? ofName(`${first} ${last}`) : spelt(folded.slice(0, folded.indexOf('@')))));
        }
      } else if (/\d{6}/.test(contact.replace(/[\s.-]/g, '')))
        keys.push(`phone:${pseudonym('phone', canonicalPhone(contact))}`);
    }
    return keys;
  };
}
