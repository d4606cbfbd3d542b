import { mailRecord } from '../mail/mail-record.js';
import { FROM_LINE, mboxParts } from '../mail/split.js';
import { mailHeaderNames } from './eml.js';
import { described } from './described.js';

/** Longest mail read. */
const LIMIT = 64 * 1024 * 1024;

/** A mailbox: many mails in one file, each behind a `From ` line (Thunderbird, Gmail Takeout, list archives). */
export const mbox = described('mbox', {
  detect(file) {
    if (file.container !== 'text' && file.container !== 'binary') return undefined;
    const head = file.headText.replace(/^[\s\ufeff]+/, '');
    const named = /\.(?:mbox|mbx)$|^(?:Inbox|Sent|Archives?)$/i.test(file.name);
    if (FROM_LINE.test(head.slice(0, 600)) && mailHeaderNames(head).size > 0) {
      return {
        score: named ? 0.98 : 0.93,
        why: 'begins with the "From " line of a mailbox and mail headers',
      };
    }
    const inside = /\n\r?\n(From [^\n]{5,400})\n([A-Za-z][\w-]*:[\s\S]{0,2000})/.exec(head);
    if (!named || !inside || !FROM_LINE.test(inside[1] ?? '') || mailHeaderNames(inside[2] ?? '').size === 0)
      return undefined;
    return { score: 0.93, why: 'a "From " line of a mailbox after an empty line, with mail headers' };
  },
  async *parse(file, options) {
    let row = 0;
    for await (const part of mboxParts(file.bytes(), LIMIT)) {
      if (part.fromLine === '') {
        const before = Buffer.from(part.bytes).toString('latin1').trim();
        if (before === '') continue;
        if (mailHeaderNames(before).size < 2) {
          yield { note: 'text before the first mail was left out' };
          continue;
        }
      }
      row++;
      if (part.cut)
        yield { reject: { row, reason: 'too-large', hint: `a mail of more than ${LIMIT} bytes` } };
      else yield await mailRecord({ row, bytes: part.bytes, fromLine: part.fromLine }, options);
    }
  },
});
