import type { MessageRecord } from '../../model/index.js';
import type { ExportFile } from '../bytes/export-file.js';
import { asArray, asObject, asText, at, jsonItems } from '../json/json.js';
import { countOf, readItems, sumOf, timeOf, wordsOf, zoneOf } from '../json/json-records.js';
import type { Detection, Parsed, ReadOptions } from '../source.js';
import { described } from './described.js';

const CHAT_TYPES =
  /^(?:personal_chat|private_group|private_supergroup|private_channel|public_supergroup|public_channel|saved_messages|bot_chat|replies|verify_codes)$/;
const MEDIA_KEYS = (
  'photo file media_type contact_information location_information game_title dice ' +
  'invoice_information paid_media'
).split(' ');

interface Chat {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly isPublic: boolean;
  readonly isChannel: boolean;
  readonly isBrand: (author: string | undefined) => boolean;
}

/** `owner` is the account that exports. In a personal chat, named after the other one, it is whoever is not the other one. */
function chatOf(value: unknown, owner: string | undefined): Chat {
  const type = asText(at(value, 'type')) ?? '',
    id = asText(at(value, 'id'));
  const isPersonal = type === 'personal_chat' && id !== undefined;
  return {
    id,
    name: asText(at(value, 'name')),
    isPublic: type.startsWith('public_'),
    isChannel: type.endsWith('_channel'),
    isBrand: (author) =>
      author !== undefined &&
      (author === owner ||
        (owner === undefined && isPersonal && /^user\d+$/.test(author) && author !== `user${id}`)),
  };
}

/** Text of a message: a string, or pieces of text and of marked-up text. */
function telegramText(value: unknown): string {
  if (typeof value === 'string') return value;
  return asArray(value)
    .map((part) => (typeof part === 'string' ? part : (asText(at(part, 'text')) ?? '')))
    .join('');
}

function pollText(poll: unknown): string | undefined {
  const question = telegramText(at(poll, 'question'));
  if (question === '') return undefined;
  return [
    question,
    ...asArray(at(poll, 'answers')).map((answer) => `- ${telegramText(at(answer, 'text'))}`),
  ].join('\n');
}

function toRecord(
  message: unknown,
  chat: Chat,
  row: number,
  options: ReadOptions,
): MessageRecord | undefined {
  const value = asObject(message);
  if (!value || (value['type'] === undefined && value['text'] === undefined)) return undefined;
  const author = asText(value['from_id']) ?? asText(value['actor_id']);
  const own = asText(value['id']),
    answered = asText(value['reply_to_message_id']);
  const inChat = (id: string | undefined): string | undefined =>
    id === undefined ? undefined : chat.id === undefined ? undefined : `${chat.id}/${id}`;
  const text = wordsOf(telegramText(value['text'])) ?? pollText(value['poll']);
  const attachments = MEDIA_KEYS.some((key) => value[key] !== undefined && value[key] !== null)
    ? 1
    : undefined;
  const isService = value['type'] === 'service';
  // words passed on are another's, but for one's own
  const passedOn =
    'forwarded_from' in value &&
    (value['forwarded_from'] === null || value['forwarded_from'] !== value['from']);
  const spoken = passedOn ? 'share' : chat.isPublic && chat.isChannel ? 'post' : 'message';
  return {
    row,
    platform: 'telegram',
    stage: chat.isPublic ? 'public' : 'private',
    kind: isService ? 'system' : text === undefined ? 'media' : spoken,
    id: inChat(own),
    parentId: inChat(answered),
    threadId: chat.id ?? chat.name,
    authorId: author,
    authorIsBrand: chat.isBrand(author) ? true : undefined,
    authorName: asText(value['from']) ?? asText(value['actor']),
    sentAt: timeOf(value['date_unixtime']) ?? timeOf(value['date'], zoneOf(options)),
    text: isService ? undefined : text,
    likes: sumOf(...asArray(value['reactions']).map((reaction) => at(reaction, 'count'))),
    shares: countOf(value['forwards']),
    views: countOf(value['views']),
    sourceName: chat.isPublic ? chat.name : undefined,
    attachments: isService ? undefined : attachments,
    edited: value['edited'] !== undefined || value['edited_unixtime'] !== undefined ? true : undefined,
  };
}

function detect(file: ExportFile): Detection | undefined {
  const value = asObject(file.json?.value);
  if (!value) return undefined;
  if (at(value, 'chats', 'list') !== undefined || at(value, 'left_chats', 'list') !== undefined)
    return { score: 0.97, why: 'a list "chats.list" as Telegram Desktop writes it' };
  if (value['personal_information'] !== undefined && asText(value['about'])?.includes('Telegram'))
    return { score: 0.9, why: 'the head of a full Telegram Desktop export' };
  const first = asObject(asArray(value['messages'])[0]);
  if (CHAT_TYPES.test(asText(value['type']) ?? '') && value['messages'] !== undefined)
    return { score: 0.97, why: `"messages" of a ${asText(value['type']) ?? ''}` };
  if (first && (first['date_unixtime'] !== undefined || first['from_id'] !== undefined))
    return { score: 0.93, why: 'messages with date_unixtime or from_id' };
  return undefined;
}

const isFull = (file: ExportFile): boolean =>
  asArray(at(file.json?.value, 'messages')).length === 0 && at(file.json?.value, 'messages') === undefined;

async function* parse(file: ExportFile, options: ReadOptions): AsyncGenerator<Parsed> {
  if (!isFull(file)) {
    const chat = chatOf(file.json?.value, undefined);
    yield* readItems(jsonItems(file, ['messages']), function* (message, row) {
      const record = toRecord(message, chat, row, options);
      if (record) yield { record };
    });
    return;
  }
  const user = asText(at(file.json?.value, 'personal_information', 'user_id'));
  const owner = user === undefined ? undefined : `user${user}`;
  yield { note: "the account that exports is taken as the brand's own" };
  let row = 0;
  // Contacts, sessions and frequent contacts are lists of the same shape, without messages.
  for await (const item of jsonItems(file, ['*', 'list'])) {
    if ('reject' in item) {
      yield { reject: { row: ++row, ...item.reject } };
      continue;
    }
    const messages = at(item.value, 'messages');
    if (!Array.isArray(messages)) continue;
    const chat = chatOf(item.value, owner);
    for (const message of messages) {
      row++;
      const record = toRecord(message, chat, row, options);
      yield record
        ? { record }
        : { reject: { row, reason: 'not-a-message', hint: 'this item of the chat holds no message' } };
    }
  }
}

export const telegram = described('telegram', { detect, parse });
