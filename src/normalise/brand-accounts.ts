import type { MessageRecord } from '../model/index.js';
import { fold } from '../util/fold.js';
import { FOR_ANYBODY } from '../util/mailbox-hosts.js';
import { lettersOf } from './handles.js';

const bare = (name: string): string => fold(name).replace(/^@/, '').trim();
/** Of an address, what stands behind its sign. */
const hostOf = (name: string): string | undefined => /^[^\s@]+@([^\s@]+\.[^\s@]+)$/.exec(bare(name))?.[1];

/** A brand of fewer letters may begin another word. */
const LEAST_LETTERS = 4;

/** A person who bears the brand and a town in a handle is no shop of it: they say that they buy. */
const BUYS =
  /(?<!\p{L})(?:j['’]ai|on a|i(?:['’]ve| have)?) (?:\p{L}+ )?(?:achet\p{L}+|command\p{L}+|pay\p{L}+|bought|ordered|paid)|(?<!\p{L})(?:ma commande|mon (?:colis|achat|panier)|my (?:order|parcel))(?!\p{L})/iu;

/** Whether the author of a record is one of these accounts, one of these with a place behind its name (in public, the account of a shop), or writes from a mailbox at the host of one of them: agents have their own addresses there. */
export function createBrandAccounts(
  accounts: readonly string[],
  places: ReadonlySet<string> = new Set(),
): (
  record: Pick<MessageRecord, 'authorName' | 'authorHandle' | 'authorId' | 'authorContacts'> &
    Partial<Pick<MessageRecord, 'stage' | 'text'>>,
) => boolean {
  const names = new Set(accounts.map(bare));
  const hosts = new Set(accounts.map(hostOf).filter((host) => host !== undefined && !FOR_ANYBODY.test(host)));
  const isOne = (name: string | undefined): boolean =>
    name !== undefined && names.size > 0 && (names.has(bare(name)) || hosts.has(hostOf(name)));
  const brands =
    places.size === 0 ? [] : accounts.map(lettersOf).filter((one) => one.length >= LEAST_LETTERS);
  const isShop = (name: string | undefined): boolean => {
    const letters = name === undefined ? '' : lettersOf(name);
    return brands.some(
      (brand) =>
        letters.startsWith(brand) && places.has(letters.slice(brand.length).replace(/^de(?=\p{L}{3})/u, '')),
    );
  };
  return ({ authorName, authorHandle, authorId, authorContacts = [], stage, text }) =>
    [authorName, authorHandle, authorId].some(isOne) ||
    authorContacts.some(isOne) ||
    (stage === 'public' &&
      brands.length > 0 &&
      [authorName, authorHandle].some(isShop) &&
      !BUYS.test(text ?? ''));
}
