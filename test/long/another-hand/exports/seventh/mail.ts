import { Buffer } from 'node:buffer';
import type { HandFile, HandMessage } from '../../message.js';
import { fullName, type Person } from '../../names.js';
import type { Plan } from '../../plan.js';
import { ahead, wall } from '../../rhythm.js';
import { grouped, number } from '../cells.js';
import { clock, frenchTable } from './cells.js';

const subjectsOf = (messages: readonly HandMessage[]): ReadonlyMap<string, string> =>
  new Map(
    grouped(messages, ({ thread }) => thread).map(([id, list]) => [
      id,
      list.find(({ title }) => title !== undefined)?.title ?? 'Votre message',
    ]),
  );

/** A header of letters beyond ASCII, in words of some bytes. */
function encodedWord(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const words = text.match(/.{1,16}/gsu) ?? [];
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ');
}

/** Quoted-printable, lines of at most 76 characters. */
function quotedPrintable(text: string): string {
  const escaped = (line: string): string =>
    [...Buffer.from(line)]
      .map((byte) =>
        byte === 61 || byte < 32 || byte > 126
          ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
          : String.fromCharCode(byte),
      )
      .join('');
  return text
    .split('\n')
    .map((line) => (escaped(line).match(/(?:=[0-9A-F]{2}|[^=]){1,24}/g) ?? ['']).join('=\r\n'))
    .join('\r\n')
    .replace(/ (?=\r\n|$)/g, '=20');
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
function dateHeader(at: number): string {
  const now = wall(at),
    two = (value: number): string => String(value).padStart(2, '0');
  return `${DAYS[now.getUTCDay()]}, ${now.getUTCDate()} ${MONTHS[now.getUTCMonth()]} ${now.getUTCFullYear()} ${two(now.getUTCHours())}:${two(now.getUTCMinutes())}:${two(now.getUTCSeconds())} +0${ahead(at)}00`;
}

/** “Wed Nov 12 14:05:09 2025”, as a line between mails has it. */
function stampLine(at: number): string {
  const now = wall(at),
    day = String(now.getUTCDate()).padStart(2, '0');
  return `${DAYS[now.getUTCDay()]} ${MONTHS[now.getUTCMonth()]} ${day} ${now.toISOString().slice(11, 19)} ${now.getUTCFullYear()}`;
}

/** Folders of Thunderbird: what came in, and what was sent. */
function thunderbird(plan: Plan, messages: readonly HandMessage[]): HandFile[] {
  const { brand } = plan,
    subjects = subjectsOf(messages),
    known = new Map(messages.map((one) => [one.id, one]));
  const idOf = (one: HandMessage): string =>
    `<${number(one.id, 'tb')}.${number(one.thread)}@${one.side === 'customer' ? 'courrier.example' : brand.domain}>`;
  const mail = (one: HandMessage): string => {
    const parent = one.parent === undefined ? undefined : known.get(one.parent),
      them = `${encodedWord(fullName(one.person as Person))} <${one.person?.email}>`,
      own = `${encodedWord(`${brand.name} – Service clients`)} <conso@${brand.domain}>`,
      customer = one.side === 'customer';
    const quoted =
      parent === undefined || Number(number(one.id)) % 3 === 0
        ? ''
        : `\n\nLe ${clock(parent.at).replace(' ', ' à ')}, ${customer ? brand.name : fullName(parent.person as Person)} a écrit :\n${parent.text.replace(/^/gm, '> ')}`;
    return [
      `From - ${stampLine(one.at)}`,
      'X-Mozilla-Status: 0001',
      'X-Mozilla-Status2: 00000000',
      `Message-ID: ${idOf(one)}`,
      `Date: ${dateHeader(one.at)}`,
      ...(one.side === 'automatic' ? ['Auto-Submitted: auto-replied'] : []),
      `From: ${customer ? them : own}`,
      `To: ${customer ? own : them}`,
      `Subject: ${parent === undefined ? '' : customer ? 'Re: ' : 'RE : '}${encodedWord(subjects.get(one.thread) ?? '')}`,
      ...(parent === undefined ? [] : [`In-Reply-To: ${idOf(parent)}`, `References: ${idOf(parent)}`]),
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=UTF-8; format=flowed',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      quotedPrintable(`${one.text}${quoted}`),
      '',
      '',
    ].join('\r\n');
  };
  const folder = (path: string, own: readonly HandMessage[]): HandFile => ({
    path: `Thunderbird/Mail/${brand.domain}/${path}`,
    text: own.map(mail).join(''),
    messages: own,
  });
  return [
    folder(
      'Inbox',
      messages.filter(({ side }) => side === 'customer'),
    ),
    folder(
      'Sent',
      messages.filter(({ side }) => side !== 'customer'),
    ),
  ];
}

/** A shared box as a French add-on lists it, in Windows-1252. */
function boxTable({ brand }: Plan, messages: readonly HandMessage[]): HandFile[] {
  const subjects = subjectsOf(messages),
    met = new Set<string>();
  const rows = messages.map((one) => {
    const again = met.has(one.thread),
      customer = one.side === 'customer',
      them = `${fullName(one.person as Person)} <${one.person?.email}>`,
      own = `conso@${brand.domain}`;
    met.add(one.thread);
    return [
      customer ? 'Reçus' : 'Envoyés',
      customer ? them : own,
      customer ? own : them,
      `${again ? (customer ? 'Re: ' : 'RE : ') : ''}${subjects.get(one.thread)}`,
      clock(one.at),
      one.text,
      '0,0 Mo',
    ];
  });
  const header = ['Dossier', 'De', 'À', 'Objet', 'Date', 'Message', 'Taille'];
  return [{ path: 'courriels/Boîte conso.csv', text: frenchTable([header, ...rows]), messages }];
}

export const mailFiles = (plan: Plan, messages: readonly HandMessage[]): HandFile[] =>
  (plan.layout['mail'] ?? 0) < 0.5 ? thunderbird(plan, messages) : boxTable(plan, messages);
