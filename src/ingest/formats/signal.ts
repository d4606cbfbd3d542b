import type { MessageRecord } from '../../model/index.js';
import { type ChatMessage, chatMessages, chatTime } from '../chat/chat-messages.js';
import { readHead } from '../chat/line-head.js';
import { type ChatSurvey, splitAuthor, surveyChat } from '../chat/survey.js';
import type { ExportFile } from '../bytes/export-file.js';
import type { Detection, Parsed, ReadOptions } from '../source.js';
import { described } from './described.js';

const ISO_STAMP = /^\[\d{4}-\d{2}-\d{2}(, \d{2}:\d{2}| \d{2}:\d{2}:\d{2})\] \S/;
const OWN_MARKS =
  /\n\(- .{1,300} -\)\n|!?\[[^\]\n]{0,200}\]\(\.\/media\/|\(This message was deleted\)|\n\(\( .{1,60} \)\)/;
const ATTACHMENT = /!?\[[^\]\n]{0,200}\]\((?:\.\/|\.\.\/|media\/)[^)\n]{0,400}\)\s{0,3}/g;
const REACTIONS = /\n?\(- ([^\n]{1,2000}) -\)$/;
const STICKER = /\n?\(\( [^\n()]{1,60} \)\)\s{0,3}/g;

function detect(file: ExportFile): Detection | undefined {
  if (
    file.container !== 'text' ||
    file.json ||
    /\u200e/.test(file.headText.slice(0, 20_000)) ||
    /whats?app|^_chat\.txt$/i.test(file.name)
  )
    return undefined;
  const heads = file.headText
    .split('\n')
    .slice(0, 400)
    .filter((line) => readHead(line) !== undefined);
  const first = file.headText.split('\n', 20).find((line) => line.trim() !== '');
  if (
    heads.length === 0 ||
    // in a cell of a table, a conversation stands below the header
    readHead(first ?? '') === undefined ||
    !heads.every((line) => ISO_STAMP.test(line) && splitAuthor(readHead(line)?.rest ?? ''))
  )
    return undefined;
  const own = OWN_MARKS.test(file.headText) || /\.md$/i.test(file.name) || /signal/i.test(file.path);
  const short = /^\[[\d-]+, /.test(heads[0] ?? '');
  return {
    score: own ? 0.96 : short ? 0.9 : 0.6,
    why: 'every message begins "[YYYY-MM-DD, HH:MM] Name:" as signal-export writes it',
  };
}

function toRecord(
  message: ChatMessage,
  survey: ChatSurvey,
  thread: string,
  options: ReadOptions,
): MessageRecord | undefined {
  const split = splitAuthor(message.rest);
  if (!split) return undefined;
  const found = REACTIONS.exec(split.body.slice(-2100));
  const reactions = found?.[1]?.split(', ').length;
  const body = found ? split.body.slice(0, -found[0].length) : split.body;
  const attachments = (body.match(ATTACHMENT)?.length ?? 0) + (body.match(STICKER)?.length ?? 0);
  // A quoted message stands before the answer as lines that begin with ">".
  const text = body
    .replaceAll(ATTACHMENT, '')
    .replaceAll(STICKER, '')
    .replace(/^(?:[ \t]{0,8}>[^\n]*\n)+/, '')
    .trim();
  const isDeleted = /^\(?This message was deleted\.?\)?$/i.test(text);
  return {
    row: message.row,
    platform: 'signal',
    stage: 'private',
    threadId: thread,
    kind: isDeleted ? 'deleted' : text === '' ? 'media' : 'message',
    authorName: split.author,
    sentAt: chatTime(message.head, survey, options),
    text: isDeleted || text === '' ? undefined : text,
    likes: reactions,
    attachments: attachments > 0 ? attachments : undefined,
  };
}

/** signal-export writes one folder a chat, with `main.md`, `chat.md` or `index.md` in it. */
function threadName(path: string): string {
  const parts = path.split(/[!/]/);
  const last = (parts[parts.length - 1] ?? path).replace(/\.(?:txt|md)$/i, '');
  return /^(?:main|chat|index|messages)$/i.test(last) ? (parts[parts.length - 2] ?? last) : last;
}

async function* parse(file: ExportFile, options: ReadOptions): AsyncGenerator<Parsed> {
  const survey = await surveyChat(file, options);
  const thread = threadName(file.path);
  for await (const item of chatMessages(file, survey)) {
    const record = 'line' in item ? undefined : toRecord(item, survey, thread, options);
    if (record) yield { record };
    else {
      const value = 'line' in item ? item.line : item.rest;
      yield {
        reject: {
          row: item.row,
          value: value.slice(0, 200),
          reason: 'not-a-message',
          hint: 'expected "[date, time] Name: text"',
        },
      };
    }
  }
}

export const signal = described('signal', { detect, parse });
