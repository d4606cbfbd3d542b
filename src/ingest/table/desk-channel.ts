/** The way customers came in, where no column is called after it: logs of calls and of texts, chats, kinds of messages. */
import type { TablePeek } from '../bytes/export-file.js';
import type { Guess } from './column-map.js';
import { deskChannel } from '../values/channels.js';
import { foldedNames, wordsOfCell } from './text-names.js';

type Channel = 'phone' | 'sms' | 'chat' | 'whatsapp-dm';

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
/** What providers of WhatsApp number: accounts, messages. */
const OF_WHATSAPP = /^(?:wa|whats ?app)(?: \w+)? id$/;
/** Who writes in chats alone: “visitor”, “MessageToVisitor”. */
const VISITOR = /\b(?:visit(?:eur|or)|internaute)$/;

/** The channel of a private table: its columns say it, or that visitors write in it. */
export function channelOfColumns(table: TablePeek, side: number | undefined): Channel | undefined {
  const names = foldedNames(table);
  const told = COLUMNS.find(
    ([, patterns]) => patterns.filter((pattern) => names.some((name) => pattern.test(name))).length >= 2,
  )?.[0];
  if (told !== undefined || side === undefined) return told;
  if (names.some((name) => OF_WHATSAPP.test(name))) return 'whatsapp-dm';
  return table.rows.some((row) => VISITOR.test(wordsOfCell(row[side]))) ? 'chat' : undefined;
}

/** Addresses that begin with their network: Twilio's `whatsapp:+33…`. */
const ADDRESS = /^(whatsapp|messenger|instagram):[+\w]/;
/** What a message or its conversation is; a survey is sent out by a channel of distribution. */
const KINDS =
  /^(?!.*\b(?:distribution|diffusion)\b)(?:\w+ ){0,2}(?:types?|kinds?|medium|mode|channels?|canal)$/;
/** Of the cells that say anything, so many name a way: the others are notes and events. */
const MANY = 0.5;
const SHORT = 40;

const wayIn = (cell: string | undefined): string | undefined => {
  const word = (cell ?? '').trim();
  const network = ADDRESS.exec(word)?.[1];
  return network === undefined ? (word.length > SHORT ? undefined : deskChannel(word)) : deskChannel(network);
};

/** How a private table that has no column of channels says row by row which way a message came; `undefined` where it doesn't. */
export function channelOfRows(
  table: TablePeek,
  { network, text }: Guess,
  side: number | undefined,
): ((cells: readonly string[]) => string | undefined) | undefined {
  if (network !== undefined) return undefined;
  const says = (at: number, among: (cell: string) => boolean): boolean => {
    const filled = table.rows.map((cells) => (cells[at] ?? '').trim()).filter((cell) => cell !== '');
    return filled.length > 0 && filled.filter((cell) => among(cell)).length >= filled.length * MANY;
  };
  const at = foldedNames(table).findIndex(
    (name, index) =>
      says(index, (cell) => ADDRESS.test(cell)) ||
      (index !== text &&
        index !== side &&
        KINDS.test(name) &&
        says(index, (cell) => wayIn(cell) !== undefined)),
  );
  return at < 0 ? undefined : (cells) => wayIn(cells[at]);
}

/** Columns of a conversation that tell the way of its messages. */
export const wayColumns = (table: TablePeek): readonly string[] =>
  foldedNames(table).flatMap((name, at) =>
    KINDS.test(name) && table.rows.every((cells) => wayIn(cells[at]) !== undefined)
      ? (table.header[at] ?? [])
      : [],
  );
