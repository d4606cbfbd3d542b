import { printable } from '../util/printable.js';
import type { WatchEvent } from './watch-event.js';

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
/** A header in any language, in encoded words; a line has at most 76 characters (RFC 2047). */
function encoded(text: string): string {
  const words: string[] = [];
  let part = '';
  for (const character of text) {
    if (Buffer.byteLength(part + character) > 39) {
      words.push(part);
      part = '';
    }
    part += character;
  }
  return [...words, part].map((word) => `=?utf-8?B?${base64(word)}?=`).join('\r\n ');
}

/** On one line, without what drives a program or hides what is read. */
const oneLine = (text: string): string =>
  printable(text)
    .replaceAll(/[\t\r\n]+/g, ' ')
    .trim();

export interface MailHead {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  /** Instant of the mail, ISO 8601. */
  readonly at: string;
}

/** A mail as a file that mail programs open (`.eml`, RFC 5322), its text in UTF-8. */
export function mailFile({ id, from, to, subject, at }: MailHead, text: string): string {
  const body = base64(printable(text)).replace(/.{76}/g, '$&\r\n');
  return [
    `Message-ID: <${oneLine(id)}@deversoir.invalid>`,
    `Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`,
    `From: ${oneLine(from)}`,
    `To: ${to.map(oneLine).join(', ')}`,
    `Subject: ${encoded(oneLine(subject))}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    'X-Unsent: 1',
    '',
    body,
    '',
  ].join('\r\n');
}

/** What a mail says of events, a paragraph each. */
export const mailText = (events: readonly WatchEvent[]): string =>
  events.map(({ title, summary }) => `${title}\n${summary}`).join('\n\n');
