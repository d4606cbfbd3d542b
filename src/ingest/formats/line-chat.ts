import type { MessageRecord, RecordTime } from '../../model/index.js';
import { textLines } from '../chat/lines.js';
import { hour24, readGap } from '../chat/time-words.js';
import { placeWall, readDate } from '../values/dates.js';
import type { ExportFile } from '../bytes/export-file.js';
import { wordsOf, zoneOf } from '../json/json-records.js';
import type { Detection, Parsed, ReadOptions } from '../source.js';
import { described } from './described.js';

const TITLE =
  /^\ufeff?(?:\[LINE\]\s*)?(?:Chat history (?:with|in)\s+"?(.+?)"?|Historique (?:de la discussion|des discussions) avec\s+(.+?)|(.+?)とのトーク履歴|(.+?)のトーク履歴|與?(.+?)的聊天記錄|(.+?)님과의 채팅.*|ประวัติการแชท(?:กับ|ใน)\s*(.+?))\s*$/u;
const SAVED = /^(?:Saved on|Enregistré le|保存日時|儲存日期|저장한 날짜|บันทึกเมื่อ)\s*[:：]/u;
const WEEKDAY =
  /^(?:[\p{L}.]{2,12}\.?,?\s+)?(\d{1,4}[./-]\d{1,2}[./-]\d{1,4})\.?\s*(?:[(（]?[\p{L}\p{M}.]{1,12}[)）]?)?\s{0,9}$/u;
const ENTRY = /^([\p{L}.\s]{0,8}?)(\d{1,2}):(\d{2})([\p{L}.\s]{0,8}?)\t([^\t]*)(?:\t([\s\S]*))?$/u;
const MEDIA =
  /^\[(?:Photos?|Images?|Videos?|Vidéos?|Sticker|Stickers?|Autocollant|Voice message|Audio|File|Fichier|Contact|Location|Album|Gift|Music|写真|画像|動画|スタンプ|ボイスメッセージ|ファイル|連絡先|位置情報|アルバム|圖片|照片|影片|貼圖|檔案|사진|동영상|스티커|파일|รูป|วิดีโอ|สติกเกอร์|ไฟล์)[^\]]{0,60}\]$/iu;
const DELETED =
  /^(?:(.{1,60}?)(?: |が))?(?:unsent a message|a annulé l[’']envoi d[’']un message|annulé un message|メッセージの送信を取り消しました|已收回訊息|메시지를 삭제|ยกเลิกข้อความ)/u;

const peekLines = (file: ExportFile): readonly string[] =>
  file.headText
    .split('\n')
    .slice(0, 200)
    .map((line) => line.replace(/\r$/, ''));

function detect(file: ExportFile): Detection | undefined {
  if (file.container !== 'text' || file.json) return undefined;
  const lines = peekLines(file);
  const head = lines.slice(0, 4);
  const titled = head.some((line) => TITLE.test(line)),
    saved = head.some((line) => SAVED.test(line));
  const entries = lines.filter((line) => ENTRY.test(line)).length;
  if (entries === 0 || !lines.some((line) => WEEKDAY.test(line))) return undefined;
  const marked = titled || saved || head.some((line) => line.includes('[LINE]'));
  return marked
    ? { score: 0.95, why: 'the title of a LINE chat, dates on their own line, "HH:MM<tab>name<tab>text"' }
    : { score: 0.7, why: 'dates on their own line and lines "HH:MM<tab>name<tab>text"' };
}

interface Open {
  readonly row: number;
  readonly author: string;
  text: string | undefined;
  readonly sentAt: RecordTime | undefined;
}

function toRecord(open: Open, thread: string): MessageRecord {
  const quoted =
    open.text !== undefined && /^"[\s\S]*"$/.test(open.text) && open.text.includes('\n')
      ? open.text.slice(1, -1)
      : open.text;
  const text = wordsOf(quoted);
  const deleted = DELETED.exec(text ?? open.author);
  const isSystem = open.author === '' || text === undefined;
  const isMedia = text !== undefined && MEDIA.test(text);
  const kind = deleted ? 'deleted' : isSystem ? 'system' : isMedia ? 'media' : 'message';
  return {
    row: open.row,
    platform: 'line',
    stage: 'private',
    threadId: thread,
    kind,
    authorName: isSystem ? wordsOf(deleted?.[1]) : open.author,
    sentAt: open.sentAt,
    text: kind === 'message' ? text : undefined,
    attachments: isMedia ? 1 : undefined,
  };
}

/** Order of day and month in the date lines: the file decides where a number is over 12. */
async function orderOf(
  file: ExportFile,
  options: ReadOptions,
): Promise<{ order: 'dmy' | 'mdy' | undefined; open: boolean }> {
  let ambiguous = false;
  for await (const line of textLines(file.text())) {
    const date = WEEKDAY.exec(line)?.[1];
    const read = date === undefined ? undefined : readDate(date);
    if (read?.decides) return { order: read.decides, open: false };
    if (read?.orderOpen) ambiguous = true;
  }
  return { order: options.dateOrder, open: ambiguous && options.dateOrder === undefined };
}

function timeAt(
  day: number | undefined,
  entry: RegExpExecArray,
  date: string,
  options: ReadOptions,
): RecordTime | undefined {
  const [all, before = '', hour = '', minute = '', after = ''] = entry;
  const raw = `${date} ${all.split('\t')[0] ?? ''}`;
  if (day === undefined) return { epochMs: null, raw, zone: 'none' };
  const meridiem = readGap(after, false).meridiem ?? readGap(before, true).meridiem;
  return placeWall(
    day + (hour24(Number(hour), meridiem) * 60 + Number(minute)) * 60_000,
    raw,
    zoneOf(options),
  );
}

async function* parse(file: ExportFile, options: ReadOptions): AsyncGenerator<Parsed> {
  const { order, open: orderOpen } = await orderOf(file, options);
  if (orderOpen)
    yield {
      doubt: {
        reason: 'date-order',
        hint: 'nothing in the file says whether day or month comes first; read day first; --date-order mdy reads the other',
      },
    };
  let thread = file.name.replace(/\.txt$/i, '').replace(/^\[LINE\]\s*/, '');
  let row = 0,
    date = '',
    day: number | undefined,
    open: Open | undefined;
  for await (const line of textLines(file.text())) {
    row++;
    const title = row <= 3 ? TITLE.exec(line) : null;
    if (title) {
      thread = title.slice(1).find((name) => name !== undefined) ?? thread;
      continue;
    }
    if (row <= 4 && SAVED.test(line)) continue;
    const dated = WEEKDAY.exec(line);
    if (dated) {
      if (open) yield { record: toRecord(open, thread) };
      open = undefined;
      date = dated[1] ?? '';
      day = readDate(date, order === undefined ? {} : { order })?.time.epochMs ?? undefined;
      continue;
    }
    const entry = ENTRY.exec(line);
    if (entry && date !== '') {
      if (open) yield { record: toRecord(open, thread) };
      open = {
        row,
        author: (entry[5] ?? '').trim(),
        text: entry[6],
        sentAt: timeAt(day, entry, date, options),
      };
    } else if (open) open.text = `${open.text ?? ''}\n${line}`;
    else if (line.trim() !== '')
      yield {
        reject: {
          row,
          value: line.slice(0, 200),
          reason: 'not-a-message',
          hint: 'a line before the first message of the chat',
        },
      };
  }
  if (open) yield { record: toRecord(open, thread) };
}

export const lineChat = described('line-chat', { detect, parse });
