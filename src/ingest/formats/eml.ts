import { mailRecord } from '../mail/mail-record.js';
import { withoutMark } from '../mail/split.js';
import { described } from './described.js';

const LIMIT = 64 * 1024 * 1024;
const HEADERS =
  /^(?:From|To|Cc|Subject|Date|Message-ID|Received|MIME-Version|Content-Type|Return-Path|Delivered-To|Reply-To|Sender|In-Reply-To|References|X-[\w-]+):/gim;

/** Names of mail headers at the beginning of a text, before the first empty line. */
export function mailHeaderNames(headText: string): ReadonlySet<string> {
  const start = headText.replace(/^[\s\ufeff]+/, '').replace(/^From [^\n]*\n/, '');
  if (!/^[A-Za-z][\w-]*[ \t]*:/.test(start)) return new Set();
  const block = /^[\s\S]*?(?=\r?\n\r?\n|$)/.exec(start.slice(0, 131_072))?.[0] ?? '';
  return new Set([...block.matchAll(HEADERS)].map((match) => match[0].toLowerCase()));
}

/** One mail in a file, as mail programs save it. */
export const eml = described('eml', {
  memory: { wholeUpTo: LIMIT },
  detect(file) {
    if (file.container !== 'text') return undefined;
    const names = mailHeaderNames(file.headText);
    const telling = [...names].filter((name) => !name.startsWith('x-')).length;
    const named = /\.(?:eml|mht|mhtml)$/i.test(file.name);
    if (telling < (named ? 1 : 2)) return undefined;
    return {
      // under a mailbox, whatever the file is called
      score: named && telling > 1 ? 0.92 : telling >= 3 ? 0.91 : 0.8,
      why: `mail headers ${[...names].slice(0, 4).join(' ')}`,
    };
  },
  async *parse(file, options) {
    const bytes = withoutMark(await file.wholeBytes(LIMIT));
    const fromLine = /^\s*(From [^\n]*)\n/.exec(file.headText)?.[1];
    yield await mailRecord({ row: 1, bytes, fromLine }, options);
  },
});
