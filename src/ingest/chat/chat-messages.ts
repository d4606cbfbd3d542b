import type { RecordTime } from '../../model/index.js';
import { placeWall } from '../values/dates.js';
import type { ExportFile } from '../bytes/export-file.js';
import type { ReadOptions, RowDoubt } from '../source.js';
import { wallClock } from './date-order.js';
import { type LineHead, readHead } from './line-head.js';
import { textLines } from './lines.js';
import { type ChatSurvey, isSureHead } from './survey.js';

/** Longest text of one message, in characters; the rest is cut and said. */
const LONGEST_MESSAGE = 1_000_000;

/** One message of a chat: its head line and the lines that continue it. */
export interface ChatMessage {
  /** Line of the head, from 1. */
  readonly row: number;
  readonly head: LineHead;
  /** All that follows the head, continuation lines included, direction marks kept. */
  readonly rest: string;
  readonly cut: boolean;
}

/** A line before the first head: no message, but said. */
export interface Preamble {
  readonly row: number;
  readonly line: string;
}

/** Groups lines into messages, streaming: a line that has no head continues the message before it. */
export async function* chatMessages(
  file: ExportFile,
  survey: ChatSurvey,
): AsyncGenerator<ChatMessage | Preamble> {
  let open: { row: number; head: LineHead; lines: string[]; size: number; cut: boolean } | undefined;
  let row = 0;
  for await (const line of textLines(file.text(), LONGEST_MESSAGE)) {
    row++;
    const head = readHead(line);
    if (head && isSureHead(head, survey.learnedWords)) {
      if (open) yield close(open);
      open = { row, head, lines: [head.rest], size: head.rest.length, cut: line.length >= LONGEST_MESSAGE };
    } else if (open) {
      open.size += line.length + 1;
      if (open.size <= LONGEST_MESSAGE) open.lines.push(line);
      else open.cut = true;
    } else if (line.trim() !== '') yield { row, line };
  }
  if (open) yield close(open);
}

function close(open: { row: number; head: LineHead; lines: readonly string[]; cut: boolean }): ChatMessage {
  return { row: open.row, head: open.head, rest: open.lines.join('\n').trimEnd(), cut: open.cut };
}

/** Time of a message under the order of the file; `null` instant when the calendar has no such day. */
export function chatTime(head: LineHead, survey: ChatSurvey, options: ReadOptions): RecordTime {
  const { date, hour, minute, second, raw } = head;
  // A single line may be written in another order than the file: chats forwarded and pasted together.
  const own =
    head.yearAt === 0
      ? survey.order.order === 'ydm'
        ? 'ydm'
        : 'ymd'
      : survey.order.order === 'mdy'
        ? 'mdy'
        : survey.order.order;
  const order = head.yearAt === 2 && (own === 'ymd' || own === 'ydm') ? 'dmy' : own;
  const wall =
    wallClock(date, order, hour, minute, second) ??
    wallClock(
      date,
      order === 'dmy' ? 'mdy' : order === 'mdy' ? 'dmy' : order === 'ymd' ? 'ydm' : 'ymd',
      hour,
      minute,
      second,
    );
  return wall === null
    ? { epochMs: null, raw, zone: 'none' }
    : placeWall(wall, raw, options.zone === undefined ? {} : { zone: options.zone });
}

/** What a reader should be told once about the dates of a file. */
export function orderDoubt(survey: ChatSurvey): RowDoubt | undefined {
  const { order, how } = survey.order;
  const [is, other] = order === 'mdy' ? ['month first', 'dmy'] : ['day first', 'mdy'];
  if (how === 'undecided') {
    return {
      reason: 'date-order',
      hint: `nothing in the file says whether day or month comes first; read ${is}; --date-order ${other} reads the other`,
    };
  }
  if (how === 'chronology' || how === 'likely' || how === 'american') {
    const why = {
      chronology: 'only so the messages follow in time',
      likely: 'so the messages lie close together',
      american: 'they are written as Americans do',
    }[how];
    return {
      reason: 'date-order',
      hint: `every day and month could be either; read ${is} because ${why}; --date-order ${other} reads the other`,
    };
  }
  return undefined;
}
