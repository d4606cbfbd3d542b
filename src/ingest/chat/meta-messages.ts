/** Facebook Messenger and Instagram write the same JSON; the encrypted chats of Messenger another. Both are read here. */
import type { MessageRecord } from '../../model/index.js';
import type { ExportFile } from '../bytes/export-file.js';
import { asArray, asObject, asText, at, jsonItems } from '../json/json.js';
import { readItems, stringMembers, timeOf, wordsOf } from '../json/json-records.js';
import { repairMojibake } from '../bytes/mojibake.js';
import type { Parsed } from '../source.js';
import { anyOf } from './chat-words.js';

const MEDIA_KEYS = ['photos', 'videos', 'audio_files', 'files', 'gifs', 'media'];

const endsIn = (words: string): RegExp => new RegExp(`${words}\\s*\\.?$`, 'iu');

/** Sentences that Meta writes in place of a reaction, a like or an event, in the languages of the downloads. */
const GENERATED_START = new RegExp(`^${anyOf('metaStarts')}`, 'iu');
const GENERATED_END = endsIn(anyOf('metaEnds'));
const ATTACHMENT_SENTENCE = endsIn(anyOf('metaAttachments'));

/** `true` for a sentence that Meta generates ("X sent an attachment."). */
export function isGeneratedSentence(text: string): boolean {
  return (
    text.length <= 200 && !text.includes('\n') && (GENERATED_START.test(text) || GENERATED_END.test(text))
  );
}

/** What a message is by its words: a sentence that Meta writes is an event, or stands for what is attached. */
export function generatedKind(
  written: string | undefined,
  attachments: number,
): 'message' | 'media' | 'system' {
  if (written === undefined) return 'media';
  if (!isGeneratedSentence(written)) return 'message';
  return attachments > 0 && ATTACHMENT_SENTENCE.test(written) ? 'media' : 'system';
}

interface Thread {
  readonly id: string | undefined;
  readonly owner: string | undefined;
  readonly platform: string;
  readonly repaired: { count: number };
}

function fixed(value: unknown, thread: Thread): string | undefined {
  const text = asText(value);
  if (text === undefined) return undefined;
  const repaired = repairMojibake(text);
  if (repaired !== text) thread.repaired.count++;
  return repaired;
}

function toRecord(message: unknown, thread: Thread, row: number): MessageRecord | undefined {
  const value = asObject(message);
  if (!value || (value['sender_name'] ?? value['senderName']) === undefined) return undefined;
  const author = fixed(value['sender_name'] ?? value['senderName'], thread);
  const written = wordsOf(fixed(value['content'] ?? value['text'], thread));
  const files = MEDIA_KEYS.reduce((sum, key) => sum + asArray(value[key]).length, 0);
  const hasShare = asObject(value['share']) !== undefined;
  const attachments = files + (value['sticker'] ? 1 : 0) + (hasShare ? 1 : 0);
  const type = (asText(value['type']) ?? '').toLowerCase();
  const isEvent =
    value['call_duration'] !== undefined ||
    value['missed'] !== undefined ||
    Array.isArray(value['users']) ||
    /^(?:call|subscribe|unsubscribe)$/.test(type);
  const isDeleted = value['is_unsent'] === true || value['isUnsent'] === true;
  const kind = isDeleted ? 'deleted' : isEvent ? 'system' : generatedKind(written, attachments);
  const likes = asArray(value['reactions']).length;
  return {
    row,
    platform: thread.platform,
    stage: 'private',
    kind,
    threadId: thread.id,
    authorName: author,
    authorIsBrand: author !== undefined && author === thread.owner ? true : undefined,
    sentAt: timeOf(value['timestamp_ms'] ?? value['timestamp']),
    text: kind === 'message' ? written : undefined,
    likes: likes > 0 ? likes : undefined,
    attachments: attachments > 0 ? attachments : undefined,
  };
}

/** The folder of a conversation in a download. */
export const THREAD_FOLDER =
  /(?:^|\/)((?:inbox|archived_threads|filtered_threads|message_requests|e2ee_cutover|broadcast)\/[^/!]+)\/[^/]+$/;

/**
 * The thread of the file: its folder in the download, else the path or title that the file names, else the folder it lies in.
 * A thread of two is titled after the other one: who is not in the title owns the download.
 */
async function threadOf(file: ExportFile): Promise<Pick<Thread, 'id' | 'owner'>> {
  const members = await stringMembers(file, ['thread_path', 'threadName', 'title']);
  const title = repairMojibake(members.get('title') ?? members.get('threadName')?.replace(/_\d+$/, '') ?? '');
  const path =
    THREAD_FOLDER.exec(file.path)?.[1] ??
    members.get('thread_path') ??
    members.get('threadName') ??
    members.get('title');
  const people = asArray(at(file.json?.value, 'participants')).map((person) =>
    repairMojibake(asText(at(person, 'name')) ?? asText(person) ?? ''),
  );
  const others = people.filter((name) => name !== title);
  return {
    id: path === undefined ? /([^/!]+)\/[^/]+$/.exec(file.path)?.[1] : repairMojibake(path),
    owner: people.length === 2 && others.length === 1 ? others[0] : undefined,
  };
}

/** Whether the beginning of a file is a thread of Meta, and in which of the two layouts. */
export function metaLayout(file: ExportFile): 'download' | 'encrypted' | undefined {
  const value = asObject(file.json?.value);
  if (!value) return undefined;
  const first = asObject(asArray(value['messages'])[0]);
  if (first?.['sender_name'] !== undefined) return 'download';
  if (first?.['senderName'] !== undefined) return 'encrypted';
  if (!Array.isArray(value['participants']) || !Array.isArray(value['messages']) || first) return undefined;
  return typeof value['participants'][0] === 'string'
    ? 'encrypted'
    : at(value['participants'][0], 'name') === undefined
      ? undefined
      : 'download';
}

/** The messages of one file, streaming. `message_1.json`, `message_2.json`, … of a folder are one thread. */
export async function* metaMessages(file: ExportFile, platform: string): AsyncGenerator<Parsed> {
  const thread: Thread = { ...(await threadOf(file)), platform, repaired: { count: 0 } };
  if (thread.owner !== undefined) yield { note: "the account of the download is taken as the brand's own" };
  yield* readItems(jsonItems(file, ['messages']), function* (message, row) {
    const record = toRecord(message, thread, row);
    if (record) yield { record };
  });
  if (thread.repaired.count > 0)
    yield { note: `${thread.repaired.count} names and texts repaired: UTF-8 that Meta writes as Latin-1` };
}
