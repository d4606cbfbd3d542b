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

/** The name of a file in the corpus, in lines and in errors. */
export type FileNamer = (file: NamedFile) => string;

/** Tables that no tool is known by are not named after the people in them. */
const NAMED_BY_TOOLS = 'table';

const TABLE = /\.(?:csv|tsv|tab|xlsx?|ods|json|ndjson|xml)$/i;

const extensionOf = (path: string): string => /\.[a-z\d]{1,8}$/i.exec(path)?.[0].toLowerCase() ?? '';

/**
 * Makes the names of files. Chats and archives are named after people: what holds private messages, or nobody recognises, is told by
 * its format and a keyed hash of its path, and so is what `holdsPerson` sees a person in; an archive by a hash of its own. Names of other
 * public exports stay, contacts and handles masked.
 *
 * @example
 * createFileNamer(() => '00112233aabbccdd', () => false, () => false)({ path: 'WhatsApp Camille.txt', format: 'whatsapp', stage: 'private' })
 * // → 'whatsapp-00112233aa.txt'
 */
export function createFileNamer(
  hash: Pseudonymiser,
  isPublic: PublicName,
  holdsPerson: (name: string, isKept: PublicName) => boolean,
): FileNamer {
  const keyed = (kind: string, path: string): string =>
    `${kind}-${hash('file', path).slice(0, 10)}${extensionOf(path)}`;
  return ({ path, format, stage }) => {
    if (
      format === null
        ? !TABLE.test(path)
        : stage !== 'public' && stage !== 'press' && format !== NAMED_BY_TOOLS
    )
      return keyed(format ?? 'file', path);
    const parts = path.split('!');
    const archive = parts.length > 1 && extensionOf(parts[0] ?? '') === '.zip' ? parts.shift() : undefined;
    if (holdsPerson(parts.join('!'), isPublic)) return keyed(format ?? 'file', path);
    const own = maskHandles(maskText(parts.join('!'), hash).text, isPublic);
    return archive === undefined ? own : `${keyed('archive', archive)}!${own}`;
  };
}
