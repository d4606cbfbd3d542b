import type { MessageRecord } from '../../model/index.js';
import { chatMessages, chatTime, orderDoubt, type ChatMessage } from '../chat/chat-messages.js';
import { readHead, withoutBidi } from '../chat/line-head.js';
import { readBody } from '../chat/chat-body.js';
import { isDeleted, isGroupEvent, isNotice } from '../chat/system-lines.js';
import { authorName, splitAuthor, surveyChat, type ChatSurvey } from '../chat/survey.js';
import type { ExportFile } from '../bytes/export-file.js';
import type { Detection, Parsed, ReadOptions } from '../source.js';
import { described } from './described.js';

const PHONE = /^\+?[\d\s().\u00a0\u202f-]{8,24}$/u;
const LOG_LEVEL = /^(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|NOTICE|CRITICAL)$/i;

/** Name of the chat: from "WhatsApp Chat with X.txt" and its translations, or the archive around `_chat.txt`. */
export function chatTitle(path: string): string {
  const parts = path.split(/[!/]/).filter((part) => part !== '');
  const last = parts[parts.length - 1] ?? path;
  const name = /^_?chat\.txt$/i.test(last) ? (parts[parts.length - 2] ?? last) : last;
  return (
    name
      .replace(/\.(?:txt|zip)$/i, '')
      .replace(/(?:\s*\(\d{1,2}\)|\s+-\s+(?:copie|copy)(?:\s*\(\d+\))?)$/i, '')
      .replace(/\s+ile\s+whats?app\s+sohbeti$/i, '')
      .replace(
        /^(?:discussion|chat|conversa|conversación|conversation|rozmowa|czat|gesprek|keskustelu)?[\s_-]*(?:de|do|di|no)?\s*whats?app[\s_-]*(?:chat|sohbeti|keskustelu|chatt|csevegés)?[\s_-]*(?:with|avec|mit|con|com|met|ile|z(?: użytkownikiem)?|med|с)?[\s_-]+/iu,
        '',
      )
      .trim() || name
  );
}

function detect(file: ExportFile): Detection | undefined {
  if (file.container !== 'text' || file.json || file.markup?.kind === 'xml') return undefined;
  const lines = file.headText
    .split('\n')
    .slice(0, 400)
    .filter((line) => line.trim() !== '');
  const heads = lines.map((line) => readHead(line));
  const found = heads.filter(
    (head) => head !== undefined && (head.unknownWord === undefined || head.style === 'bracket'),
  );
  const first = heads.slice(0, 3).findIndex((head) => head !== undefined);
  if (found.length === 0 || first < 0) return undefined;
  const authored = found
    .map((head) => splitAuthor(head?.rest ?? '')?.author)
    .filter((author) => author !== undefined);
  if (authored.length === 0 && !found.some((head) => isNotice(head?.rest ?? ''))) return undefined;
  if (authored.length > 0 && authored.every((author) => LOG_LEVEL.test(author))) return undefined;
  // lines of a chat may stand inside the cells of a table
  const { table } = file;
  if (heads[0] === undefined && table && table.headerRow === 1 && table.header.length > 2) return undefined;
  const own =
    /whats?app|^_chat\.txt$/i.test(file.name) ||
    /\u200e|<[^<>]{3,30}>\s*$/mu.test(file.headText.slice(0, 20_000)) ||
    found.some((head) => isNotice(head?.rest ?? ''));
  const dashed = found.some((head) => head?.style === 'dash' || head?.style === 'colon');
  const score = own ? 0.95 : dashed ? (found.length >= 2 ? 0.9 : 0.75) : 0.75;
  return {
    score,
    why: `${found.length} of the first ${lines.length} lines begin with date, time${dashed ? ' and a dash' : ' in brackets'}`,
  };
}

interface Said {
  readonly author: string | undefined;
  readonly body: string;
  readonly isSystem: boolean;
}

/** Who says it: an author that the file knows, or WhatsApp itself. */
function whoSays(message: ChatMessage, survey: ChatSurvey, title: string): Said {
  const split = splitAuthor(message.rest);
  const times = split ? (survey.authors.get(split.author) ?? 0) : 0;
  if (split && (times >= 2 || !isGroupEvent(split.author))) {
    const fromGroup = split.author === title && /^\s*\u200e/u.test(split.body);
    return {
      author: split.author,
      body: split.body,
      isSystem: fromGroup && readBody(split.body).kind === 'system',
    };
  }
  const colon = message.rest.indexOf(':');
  const known = colon > 0 && colon <= 120 ? authorName(message.rest.slice(0, colon)) : '';
  if (!split && survey.authors.has(known))
    return { author: known, body: message.rest.slice(colon + 1), isSystem: false };
  return { author: undefined, body: message.rest, isSystem: true };
}

const letters = (name: string): string =>
  withoutBidi(name)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\u00a0\u202f().-]+/gu, '');

/** In a chat of two that is titled after one of them, the other one exported it. */
function exporterOf(survey: ChatSurvey, title: string): string | undefined {
  const names = [...survey.authors.keys()];
  const others = names.filter((name) => letters(name) !== letters(title));
  return names.length === 2 && others.length === 1 ? others[0] : undefined;
}

function toRecord(
  message: ChatMessage,
  survey: ChatSurvey,
  title: string,
  exporter: string | undefined,
  options: ReadOptions,
): MessageRecord {
  const { author, body, isSystem } = whoSays(message, survey, title);
  const read = isSystem
    ? { kind: isDeleted(withoutBidi(body).trim()) ? ('deleted' as const) : ('system' as const) }
    : readBody(body);
  const named = read.kind === 'system' ? undefined : author;
  return {
    row: message.row,
    platform: 'whatsapp',
    stage: 'private',
    kind: read.kind,
    threadId: title,
    authorName: named,
    authorIsBrand: named !== undefined && named === exporter ? true : undefined,
    authorContacts:
      named !== undefined && PHONE.test(named) && named.replaceAll(/\D/g, '').length >= 8
        ? [named]
        : undefined,
    sentAt: chatTime(message.head, survey, options),
    text: 'text' in read ? read.text : undefined,
    attachments: 'attachments' in read ? read.attachments : undefined,
    edited: 'edited' in read ? read.edited : undefined,
  };
}

async function* parse(file: ExportFile, options: ReadOptions): AsyncGenerator<Parsed> {
  const survey = await surveyChat(file, options);
  const fileTitle = chatTitle(file.path);
  const title = fileTitle === '_chat' || fileTitle === 'chat' ? (survey.noticeFrom ?? fileTitle) : fileTitle;
  const exporter = exporterOf(survey, title);
  if (exporter !== undefined)
    yield { note: 'a chat of two: the one who is not in its title exported it and is taken as the brand' };
  const doubt = orderDoubt(survey);
  if (doubt) yield { doubt };
  if (survey.hoursOpen) {
    yield {
      doubt: {
        reason: 'other',
        hint: `the words ${[...survey.learnedWords].join(', ')} beside the time may mean morning and afternoon: hours are read as written`,
      },
    };
  }
  for await (const item of chatMessages(file, survey)) {
    if ('line' in item) {
      yield {
        reject: {
          row: item.row,
          value: item.line.slice(0, 200),
          reason: 'not-a-message',
          hint: 'a line before the first message of the chat',
        },
      };
      continue;
    }
    const record = toRecord(item, survey, title, exporter, options);
    if (item.cut)
      yield {
        doubt: {
          row: item.row,
          reason: 'truncated',
          hint: 'a message of more than 1,000,000 characters was cut there',
        },
      };
    if (record.sentAt?.epochMs === null) {
      yield {
        doubt: {
          row: item.row,
          column: 'date',
          value: item.head.raw,
          reason: 'date-order',
          hint: 'the calendar has no such day: the message is kept without a date',
        },
      };
    }
    yield { record };
  }
}

export const whatsapp = described('whatsapp', { detect, parse });
