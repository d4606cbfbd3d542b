import type { ExportFile } from '../bytes/export-file.js';
import type { ReadOptions } from '../source.js';
import { DateOrderEvidence, type DateOrderVerdict } from './date-order.js';
import { type LineHead, readHead, withoutBidi } from './line-head.js';
import { textLines } from './lines.js';
import { isGroupEvent, isNotice } from './system-lines.js';

/** What a first pass over a chat file shows, before any message can be read for certain. */
export interface ChatSurvey {
  readonly order: DateOrderVerdict;
  /** Names before a first colon and how often. */
  readonly authors: ReadonlyMap<string, number>;
  /** Words around the time that no table knows but that this file uses all the time. */
  readonly learnedWords: ReadonlySet<string>;
  /** Who the first notice of the file is attributed to: on iOS the name of the contact or group. */
  readonly noticeFrom: string | undefined;
  /** Learned words on 12-hour clocks may be "am" and "pm": the half of the day is then not known. */
  readonly hoursOpen: boolean;
}

const MOST_AUTHORS = 20_000;
const ATTACHED_DAY = /(?:IMG|VID|AUD|PTT|DOC|STK|GIF)-((?:19|20)\d{2})(\d{2})(\d{2})-WA\d+/;
const FILE_DAY = /((?:19|20)\d{2})-(\d{2})-(\d{2})-(?:PHOTO|VIDEO|AUDIO|GIF|STICKER)/;

function attachedDay(text: string): number | undefined {
  const day = ATTACHED_DAY.exec(text) ?? FILE_DAY.exec(text);
  return day ? Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])) : undefined;
}

/** Splits `Author: text`. The first colon that is followed by a space or ends the line ends the name. */
export function splitAuthor(rest: string): { author: string; body: string } | undefined {
  const match = /^([^\n]{1,120}?):(?: |$)/u.exec(rest.slice(0, 130));
  if (!match) return undefined;
  const author = authorName(match[1] ?? '');
  return author === '' ? undefined : { author, body: rest.slice(match[0].length) };
}

/** Name without direction marks and without the "~" of a person who is not among the contacts. */
export function authorName(written: string): string {
  return withoutBidi(written)
    .replace(/^~[\s\u00a0\u202f]*/u, '')
    .trim();
}

/** Heads whose words are all known, or written between brackets, or learned. */
export function isSureHead(head: LineHead, learned: ReadonlySet<string>): boolean {
  return head.unknownWord === undefined || head.style === 'bracket' || learned.has(head.unknownWord);
}

/** Reads the file once for the order of its dates, its authors and its words. Memory: the names. */
export async function surveyChat(file: ExportFile, options: ReadOptions): Promise<ChatSurvey> {
  const evidence = new DateOrderEvidence();
  const authors = new Map<string, number>();
  const words = new Map<string, number>();
  let heads = 0,
    afternoon = 0,
    noticeFrom: string | undefined;
  for await (const line of textLines(file.text())) {
    const head = readHead(line);
    if (!head) continue;
    heads++;
    if (head.hour > 12) afternoon++;
    if (head.unknownWord !== undefined && words.size < 1000)
      words.set(head.unknownWord, (words.get(head.unknownWord) ?? 0) + 1);
    if (head.unknownWord !== undefined && head.style !== 'bracket') continue;
    evidence.add(head.date, head.yearAt, head.raw, attachedDay(head.rest));
    const split = splitAuthor(head.rest);
    if (split && isNotice(split.body)) {
      noticeFrom ??= split.author;
      continue;
    }
    if (split && !isGroupEvent(split.author) && (authors.has(split.author) || authors.size < MOST_AUTHORS)) {
      authors.set(split.author, (authors.get(split.author) ?? 0) + 1);
    }
  }
  const learnedWords = new Set(
    [...words].filter(([, count]) => count >= 3 && count >= heads * 0.2).map(([word]) => word),
  );
  if (learnedWords.size > 0) await surveyLearned(file, learnedWords, evidence, authors);
  return {
    order: evidence.verdict(options.dateOrder),
    authors,
    learnedWords,
    noticeFrom,
    hoursOpen: learnedWords.size >= 2 && afternoon === 0,
  };
}

/** A second look at the lines whose words were learned from the first. */
async function surveyLearned(
  file: ExportFile,
  learned: ReadonlySet<string>,
  evidence: DateOrderEvidence,
  authors: Map<string, number>,
): Promise<void> {
  for await (const line of textLines(file.text())) {
    const head = readHead(line);
    if (head?.unknownWord === undefined || head.style === 'bracket' || !learned.has(head.unknownWord))
      continue;
    evidence.add(head.date, head.yearAt, head.raw, attachedDay(head.rest));
    const split = splitAuthor(head.rest);
    if (split && authors.size < MOST_AUTHORS) authors.set(split.author, (authors.get(split.author) ?? 0) + 1);
  }
}
