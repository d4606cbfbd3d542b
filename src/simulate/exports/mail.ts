import { parisClock, parisOffsetHours } from '../paris-time.js';
import type { SimulatedMessage } from '../truth.js';
import { byThread, utf8, type WrittenFile } from './written-file.js';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
/** Months as mails and X write them. */
export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** RFC 5322 date with the offset of Paris. */
export function mailDate(at: number): string {
  const { weekday, day, month, year, hour, minute, second } = parisClock(at);
  return `${DAYS[weekday]}, ${Number(day)} ${MONTHS[Number(month) - 1]} ${year} ${hour}:${minute}:${second} +0${parisOffsetHours(at)}00`;
}

/** RFC 2047 encoded word in base64, in pieces of at most 45 bytes cut between characters; ASCII stays as it is. */
export function encodedWord(text: string): string {
  // eslint-disable-next-line no-control-regex
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const words: string[] = [];
  let piece = '';
  for (const character of text) {
    if (utf8(piece + character).length > 45) {
      words.push(piece);
      piece = '';
    }
    piece += character;
  }
  words.push(piece);
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word, 'utf8').toString('base64')}?=`).join('\r\n ');
}

/** Quoted-printable with soft line breaks at 76. */
export function quotedPrintable(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      let out = '',
        width = 0;
      const bytes = utf8(line);
      bytes.forEach((byte, i) => {
        const last = i === bytes.length - 1;
        const plain = (byte >= 33 && byte <= 126 && byte !== 61) || (byte === 32 && !last);
        const unit = plain
          ? String.fromCharCode(byte)
          : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
        if (width + unit.length > 75) {
          out += '=\r\n';
          width = 0;
        }
        out += unit;
        width += unit.length;
      });
      return out;
    })
    .join('\r\n');
}

interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** Message-ID without its angle brackets. */
const mailId = (one: SimulatedMessage, brand: Mailbox): string =>
  `${one.id}@${(one.direction === 'outbound' ? brand.address : (one.authorId ?? 'courriel.example')).split('@').pop()}`;

/**
 * One message as .eml text. Answers quote the message they answer, as mail programs do; `mail.answers` says where one refers to
 * the first message instead, to nothing, or to an id of another system.
 */
function emlOf(
  message: SimulatedMessage,
  thread: readonly SimulatedMessage[],
  brand: Mailbox,
  rootSubject: string,
): string {
  const outbound = message.direction === 'outbound';
  const at = thread.indexOf(message),
    answers = message.mail?.answers,
    previous = at > 0 ? thread[answers === 'first' ? 0 : at - 1] : undefined;
  const asking = thread.find(({ direction }) => direction === 'inbound');
  const customer: Mailbox = {
    name: (outbound ? asking : message)?.authorName ?? 'client',
    address: (outbound ? asking : message)?.authorId ?? 'client@courriel.example',
  };
  const [from, to] = outbound
    ? [{ name: message.authorName, address: brand.address }, customer]
    : [customer, brand];
  const person = ({ name, address }: Mailbox): string => `${encodedWord(name)} <${address}>`;
  const id = (one: SimulatedMessage): string => `<${mailId(one, brand)}>`;
  const quoted =
    outbound && previous !== undefined
      ? `\n\nLe ${parisClock(previous.sentAt).day}/${parisClock(previous.sentAt).month}/${parisClock(previous.sentAt).year}, ${previous.authorName} a écrit :\n${previous.text
          .split('\n')
          .map((line) => `> ${line}`)
          .join('\n')}`
      : '';
  return [
    `Return-Path: <${from.address}>`,
    `Date: ${mailDate(message.sentAt)}`,
    `From: ${person(from)}`,
    `To: ${person(to)}`,
    `Message-ID: ${id(message)}`,
    ...(previous === undefined || answers === 'nothing'
      ? []
      : [answers === 'foreign' ? `<crm-${previous.sentAt}@desk.example>` : id(previous)].flatMap((one) => [
          `In-Reply-To: ${one}`,
          `References: ${one}`,
        ])),
    `Subject: ${encodedWord(previous === undefined ? rootSubject : answers === 'nothing' ? `Votre demande - ${rootSubject}` : `${outbound ? 'RE' : 'Re'}: ${rootSubject}`)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quotedPrintable(message.text + quoted),
    '',
  ].join('\r\n');
}

/** Mail threads as one mbox (mboxrd: ">" before a line that begins with "From "). */
export function writeMbox(
  messages: readonly SimulatedMessage[],
  brand: Mailbox,
  path: string,
): WrittenFile[] {
  const mails: { message: SimulatedMessage; text: string }[] = [];
  for (const thread of byThread(messages)) {
    const subject = thread[0]?.title ?? 'Demande';
    thread.forEach((message) => {
      const { weekday, day, month, year, hour, minute, second } = parisClock(message.sentAt);
      const from =
        message.direction === 'outbound' ? brand.address : (message.authorId ?? 'client@courriel.example');
      const body = emlOf(message, thread, brand, subject)
        .replaceAll('\r\n', '\n')
        .replace(/^(>*From )/gm, '>$1');
      mails.push({
        message,
        text: `From ${from} ${DAYS[weekday]} ${MONTHS[Number(month) - 1]} ${day.replace(/^0/, ' ')} ${hour}:${minute}:${second} ${year}\n${body}\n`,
      });
    });
  }
  mails.sort((a, b) => a.message.sentAt - b.message.sentAt || (a.message.id < b.message.id ? -1 : 1));
  return [
    {
      path,
      bytes: utf8(mails.map(({ text }) => text).join('')),
      rows: mails.map(({ message }) => ({ message, exportId: mailId(message, brand) })),
    },
  ];
}
