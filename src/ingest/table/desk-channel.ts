/** The way customers came in, where no column says it: logs of calls and of texts, chats. */
import type { TablePeek } from '../bytes/export-file.js';
import { foldName, foldedNames } from './text-names.js';

type Channel = 'phone' | 'sms' | 'chat';

/** Two columns of these are of one channel alone. */
const COLUMNS: readonly (readonly [Channel, readonly RegExp[]])[] = [
  [
    'phone',
    [
      /\b(?:appels?|appelants?|appelante|calls?|caller|missed call)\b/,
      /^(?:duree|duration|talk time|temps de conversation)\b/,
      /\b(?:voicemail|messagerie vocale|ivr|svi|decroche|raccroche|ringing|hold time)\b/,
    ],
  ],
  ['sms', [/\b(?:num ?segments|segments)\b/, /\bsms\b/, /\bmessaging ?service\b/]],
];
/** Who writes in chats alone. */
const VISITOR = /^(?:visit(?:eur|or)|internaute)$/;

/** The channel of a private table: its columns say it, or that visitors write in it. */
export function channelOfColumns(table: TablePeek, side: number | undefined): Channel | undefined {
  const names = foldedNames(table);
  const told = COLUMNS.find(
    ([, patterns]) => patterns.filter((pattern) => names.some((name) => pattern.test(name))).length >= 2,
  )?.[0];
  if (told !== undefined || side === undefined) return told;
  return table.rows.some((row) => VISITOR.test(foldName((row[side] ?? '').trim().toLowerCase())))
    ? 'chat'
    : undefined;
}
