/** Facebook Messenger and Instagram write the same JSON; the encrypted chats of Messenger another. Both are read here. */
import type { MessageRecord } from '../../model/index.js';
import type { ExportFile } from '../bytes/export-file.js';
import { asArray, asObject, asText, at, jsonItems } from '../json/json.js';
import { readItems, stringMembers, timeOf, wordsOf } from '../json/json-records.js';
import { repairMojibake } from '../bytes/mojibake.js';
import type { Parsed } from '../source.js';

const MEDIA_KEYS = ['photos', 'videos', 'audio_files', 'files', 'gifs', 'media'];

const sentence = (...parts: readonly string[]): RegExp => new RegExp(`^(?:${parts.join('|')})`, 'iu');
const ENDS = (...parts: readonly string[]): RegExp => new RegExp(`(?:${parts.join('|')})\\s*\\.?$`, 'iu');

/** Sentences that Meta writes in place of a reaction, a like or an event, in the languages of the downloads. */
const GENERATED_START = sentence(
  'liked a message$',
  'you (?:sent an attachment|named the group|set the|created (?:the|a) group|left the group|missed a|started a|turned|changed|called|added|removed|can now|unsent)',
  'reacted .{1,20} to your message',
  'a aimé un message$',
  'vous avez (?:envoyé une pièce jointe|nommé le groupe|créé|quitté|manqué|modifié|défini|ajouté|supprimé|appelé)',
  'a réagi .{0,20}à votre message',
  'le gustó un mensaje$',
  'indicó que le gusta un mensaje',
  'reaccionó con .{1,20} a tu mensaje',
  'enviaste un archivo adjunto',
  'hat eine nachricht mit .{1,20}geliked?$',
  'hat mit .{1,20} auf deine nachricht reagiert',
  'du hast einen anhang gesendet',
  'ha messo .mi piace. a un messaggio',
  'ha reagito con .{1,20} al tuo messaggio',
  'hai inviato un allegato',
  'curtiu uma mensagem$',
  'gostou de uma mensagem$',
  'reagiu com .{1,20} à (?:sua|tua) mensagem',
  'você enviou um anexo',
  'vindt een bericht leuk',
  'heeft .{0,30}op je bericht gereageerd',
  'je hebt een bijlage verzonden',
  'this poll is no longer available',
  'the (?:video|audio|group) (?:chat|call) ended',
  'l’appel (?:vidéo|audio) est terminé',
  "l'appel (?:vidéo|audio) est terminé",
  'say hi to your new facebook friend',
);
const GENERATED_END = ENDS(
  'sent an attachment',
  'joined the (?:group|video chat|call)',
  'left the group',
  'named the group .{1,100}',
  'poll has multiple updates',
  'missed your (?:call|video chat)',
  'reacted .{1,20} to your message',
  'started (?:a|an) (?:video chat|audio call|video call|call)',
  'changed the (?:theme|group photo|chat theme).{0,60}',
  'created (?:a poll|the group).{0,100}',
  'a envoyé une pièce jointe',
  "a rejoint (?:le groupe|l[’']appel)",
  'a quitté le groupe',
  'a nommé le groupe .{1,100}',
  'a réagi .{1,20} à votre message',
  'a aimé un message',
  'envió un archivo adjunto',
  'se unió al grupo',
  'hat einen anhang gesendet',
  'ist der gruppe beigetreten',
  'ha inviato un allegato',
  'si è unito al gruppo',
  'enviou um anexo',
  'entrou no grupo',
  'heeft een bijlage verzonden',
  'is lid geworden van de groep',
);
const ATTACHMENT_SENTENCE = ENDS(
  'sent an attachment',
  'envoyé une pièce jointe',
  'archivo adjunto',
  'anhang gesendet',
  'inviato un allegato',
  'enviou um anexo',
  'bijlage verzonden',
);

/** `true` for a sentence that Meta generates ("X sent an attachment."). */
export function isGeneratedSentence(text: string): boolean {
  return (
    text.length <= 200 && !text.includes('\n') && (GENERATED_START.test(text) || GENERATED_END.test(text))
  );
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
  const generated = written !== undefined && isGeneratedSentence(written);
  const isDeleted = value['is_unsent'] === true || value['isUnsent'] === true;
  const sharesOnly = generated && attachments > 0 && ATTACHMENT_SENTENCE.test(written);
  const kind = isDeleted
    ? 'deleted'
    : isEvent
      ? 'system'
      : sharesOnly
        ? 'media'
        : generated
          ? 'system'
          : written === undefined
            ? 'media'
            : 'message';
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

const THREAD_FOLDER =
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
