import type { Stage } from '../model/index.js';
import { maskText } from './mask.js';
import { maskHandles, type PublicName } from './handles.js';
import type { Pseudonymiser } from './pseudonym.js';

/** What is known of a file when it is named. */
export interface NamedFile {
  readonly path: string;
  readonly format: string | null;
  /** `null`: nobody recognised it, it may be anything. */
  readonly stage: Stage | 'mixed' | null;
}

/** The format of tables that no tool is known by: that they are public is seen in their columns alone. */
const GUESSED = 'table';

/** The name of a file in the corpus, in lines and in errors. */
export type FileNamer = (file: NamedFile) => string;

const KEYED = /(?:^|!)[a-z][a-z\d-]*-[\da-f]{10}(?:\.[a-z\d]{1,8})?(?=$|[!#])/;
/** Whether the name that a corpus gives a file is made of its key. */
export const isKeyedName = (name: string): boolean => KEYED.test(name);

const extensionOf = (path: string): string => /\.[a-z\d]{1,8}$/i.exec(path)?.[0].toLowerCase() ?? '';

/**
 * Makes the names of files. Chats, archives and exports of a care desk are named after people: what holds private messages, may hold
 * them, or nobody recognises, is told by its format, a keyed hash of its path and its extension, and so is what `holdsPerson` sees a person
 * in; an archive by a hash of its own. Names of other public exports stay, contacts and handles masked.
 *
 * @example
 * createFileNamer(() => '00112233aabbccdd', () => false, () => false)({ path: 'WhatsApp Camille.txt', format: 'whatsapp', stage: 'private' })
 * // → 'whatsapp-00112233aa.txt'
 */
export function createFileNamer(
  hash: Pseudonymiser,
  isPublic: PublicName,
  holdsPerson: (name: string, isKept: PublicName, wary: boolean) => boolean,
): FileNamer {
  const keyed = (kind: string, path: string): string =>
    `${kind}-${hash('file', path).slice(0, 10)}${extensionOf(path)}`;
  return ({ path, format, stage }) => {
    if (stage !== 'public' && stage !== 'press') return keyed(format ?? 'file', path);
    const parts = path.split('!');
    const archive = parts.length > 1 && extensionOf(parts[0] ?? '') === '.zip' ? parts.shift() : undefined;
    if (holdsPerson(parts.join('!'), isPublic, format === GUESSED)) return keyed(format ?? 'file', path);
    const own = maskHandles(maskText(parts.join('!'), hash).text, isPublic);
    return archive === undefined ? own : `${keyed('archive', archive)}!${own}`;
  };
}
