import { createHash } from 'node:crypto';
import { Draw } from '../../draw.js';
import type { HandFile, HandMessage } from '../../message.js';
import { fullName, plain } from '../../names.js';
import type { Plan } from '../../plan.js';
import { ahead, wall } from '../../rhythm.js';
import { local, number, table } from '../cells.js';
import { DAYS, encoded, MONTHS } from '../mail.js';
import { windows1252 } from './workbook.js';

const LONG = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];
const SHORT = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juil.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.',
];
const WEEK = ['dim.', 'lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.'];
const WEEKDAYS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];

/** What a mail program of French-speaking people writes above what is answered. */
function above(draw: Draw, at: number, name: string, address: string, subject: string, to: string): string {
  const clock = wall(at),
    { y, d, h, min } = local(at),
    month = clock.getUTCMonth(),
    day = clock.getUTCDay();
  return draw.pick([
    `Le ${WEEK[day]} ${Number(d)} ${SHORT[month]} ${y} à ${h}:${min}, ${name} <${address}> a écrit :`,
    `Le ${WEEKDAYS[day]} ${Number(d)} ${LONG[month]} ${y} à ${h}:${min}:${local(at).s} UTC+${ahead(at)}, ${name} <${address}> a écrit :`,
    `De : ${name} <${address}>\nDate : ${WEEKDAYS[day]} ${Number(d)} ${LONG[month]} ${y} à ${h}:${min}\nÀ : ${to}\nObjet : ${subject}`,
    `De: "${name}" <${address}>\nÀ: "${to}" <${to}>\nEnvoyé: ${`${WEEKDAYS[day]}`.replace(/^./, (one) => one.toUpperCase())} ${Number(d)} ${LONG[month]?.replace(/^./, (one) => one.toUpperCase())} ${y} ${h}:${min}:00\nObjet: ${subject}`,
  ]);
}

interface Mail {
  readonly one: HandMessage;
  readonly subject: string;
  readonly from: readonly [name: string, address: string];
  readonly to: string;
  readonly body: string;
  readonly answers: HandMessage | undefined;
}

/** Mails as they were sent, each above what it answers. */
function mailsOf({ seed, brand, life }: Plan, messages: readonly HandMessage[]): Mail[] {
  const draw = new Draw(seed * 13 + 7),
    service = `conso@${brand.domain}`,
    own = (life?.staffAddress ?? 0) > 0.5,
    extra = brand.hand.texts.life;
  const known = new Map<string, Mail>();
  const subjects = new Map<string, string>();
  return messages.map((one): Mail => {
    const customer = one.side === 'customer';
    const theirs = one.person === undefined ? '' : fullName(one.person),
      address = `${one.person?.email}`;
    const from = customer
      ? ([theirs, address] as const)
      : one.side === 'staff' && own
        ? ([`${one.agent}`, `${plain(`${one.agent}`).toLowerCase()}@${brand.domain}`] as const)
        : ([`Service client ${brand.name}`, service] as const);
    const parent = one.parent === undefined ? undefined : known.get(one.parent);
    const subject = subjects.get(one.thread) ?? one.title ?? 'Demande';
    subjects.set(one.thread, subject);
    const signature =
      one.side === 'staff'
        ? `\n\n--\n${one.agent}\nConseillère relation client ${brand.name}\n${extra?.disclaimer?.[0] ?? ''}`
        : customer && draw.chance(0.3)
          ? `\n\n${draw.pick(extra?.mobile ?? [''])}`
          : '';
    // Some write above the whole of the conversation, some begin a new mail.
    const shows = parent !== undefined && one.side !== 'automatic' && draw.chance(0.85);
    const quoted = shows
      ? `\n\n${above(draw, parent.one.at, parent.from[0], parent.from[1], parent.subject, parent.to)}\n${
          draw.chance(0.5)
            ? parent.body
                .split('\n')
                .map((line) => `> ${line}`)
                .join('\n')
            : `\n${parent.body}`
        }`
      : '';
    const mail: Mail = {
      one,
      subject:
        parent === undefined
          ? subject
          : one.side === 'automatic'
            ? `Accusé de réception : ${subject}`
            : `${draw.pick(['Re: ', 'RE : ', 'Ré : ', 'Re : '])}${subject}`,
      from,
      to: customer ? service : address,
      body: `${one.text}${signature}${quoted}`,
      answers: shows ? parent.one : undefined,
    };
    known.set(one.id, mail);
    return mail;
  });
}

const idOf = (one: HandMessage): string => `<CA${number(one.id, 'g')}${one.id}@mail.courrier.example>`;

/** Quoted-printable lines of Latin-1, or of UTF-8 where that has not all characters. */
function coded(text: string): { charset: string; body: string } {
  const latin = [...text].every((char) => char.length === 1 && char.charCodeAt(0) < 256);
  const bytes = Buffer.from(text, latin ? 'latin1' : 'utf8');
  const lines: string[] = [''];
  for (const byte of bytes) {
    if (byte === 10) {
      lines.push('');
      continue;
    }
    const code =
      byte === 61 || byte > 126 || byte < 32
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte);
    const line = lines.at(-1) ?? '';
    if (line.length + code.length > 72) {
      lines[lines.length - 1] = `${line}=`;
      lines.push(code);
    } else lines[lines.length - 1] = line + code;
  }
  return {
    charset: latin ? 'ISO-8859-1' : 'UTF-8',
    body: lines.map((line) => line.replace(/^From /, '=46rom ').replace(/ $/, '=20')).join('\n'),
  };
}

/** One mail as a program sends it: plain and HTML, a picture where one was asked for. */
function sent({ one, subject, from, to, body, answers }: Mail, labels: boolean): string {
  const shift = ahead(one.at),
    clock = wall(one.at),
    two = (value: number): string => String(value).padStart(2, '0'),
    time = `${two(clock.getUTCHours())}:${two(clock.getUTCMinutes())}:${two(clock.getUTCSeconds())}`;
  const { charset, body: text } = coded(body),
    html = coded(
      `<div dir="ltr">${body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>\n')}</div>`,
    );
  const edge = `0000${createHash('sha1').update(one.id).digest('hex').slice(0, 16)}`;
  const part = (type: string, each: { charset: string; body: string }): string =>
    `--${edge}\nContent-Type: ${type}; charset="${each.charset}"\nContent-Transfer-Encoding: quoted-printable\n\n${each.body}\n`;
  const file = /photo|ticket/.test(one.text) && one.purpose === 'detail';
  const outer = `1111${edge.slice(4)}`;
  const alternative = `Content-Type: multipart/alternative; boundary="${edge}"\n\n${part('text/plain', { charset, body: text })}${part('text/html', html)}--${edge}--\n`;
  return [
    ...(labels
      ? [
          `X-GM-THRID: 17${number(one.thread, 'th').padEnd(17, '3')}`,
          `X-Gmail-Labels: ${encoded(one.side === 'customer' ? 'Boîte de réception,Important,Ouvert' : 'Messages envoyés')}`,
        ]
      : []),
    `Message-ID: ${idOf(one)}`,
    ...(answers === undefined ? [] : [`In-Reply-To: ${idOf(answers)}`, `References: ${idOf(answers)}`]),
    `Date: ${DAYS[clock.getUTCDay()]}, ${clock.getUTCDate()} ${MONTHS[clock.getUTCMonth()]} ${clock.getUTCFullYear()} ${time} +0${shift}00`,
    `From: ${encoded(from[0])} <${from[1]}>`,
    `To: ${to}`,
    `Subject: ${encoded(subject)}`,
    ...(one.side === 'automatic' ? ['Auto-Submitted: auto-replied'] : []),
    'MIME-Version: 1.0',
    file
      ? `Content-Type: multipart/mixed; boundary="${outer}"\n\n--${outer}\n${alternative}--${outer}\nContent-Type: image/jpeg; name="IMG_${number(one.id)}.jpg"\nContent-Disposition: attachment; filename="IMG_${number(one.id)}.jpg"\nContent-Transfer-Encoding: base64\n\n/9j/4AAQSkZJRgABAQ==\n--${outer}--\n`
      : alternative,
  ].join('\n');
}

/** The mailbox of the service: Gmail’s takeout, single mails, or a table of it in Windows’ letters. */
export function mailFiles(plan: Plan, messages: readonly HandMessage[]): HandFile[] {
  const mails = mailsOf(plan, messages),
    kind = plan.layout['mail'] ?? 0;
  if (kind < 0.4) {
    const from = ({ one }: Mail): string => `From ${number(one.id)}@xxx Mon Jan 01 00:00:00 +0000 2025`;
    return [
      {
        path: 'Takeout/Mail/Tous les messages, y compris ceux du dossier Spam.mbox',
        text: mails.map((mail) => `${from(mail)}\n${sent(mail, true)}`).join('\n'),
        messages,
      },
    ];
  }
  if (kind < 0.6)
    return mails.map((mail) => ({
      path: `courriels/${mail.one.side === 'customer' ? 'reception' : 'envoyes'}/${number(mail.one.id, 'eml')}.eml`,
      text: sent(mail, false).replaceAll('\n', '\r\n'),
      messages: [mail.one],
    }));
  const rows = mails.map(({ one, subject, from, to, body }) => {
    const { y, d, h, min } = local(one.at);
    return [
      `${Number(d)} ${LONG[wall(one.at).getUTCMonth()]} ${y} à ${h}h${min}`,
      one.side === 'customer' ? 'Boîte de réception' : 'Éléments envoyés',
      `${from[0]} <${from[1]}>`,
      to,
      subject,
      body,
    ];
  });
  return [
    {
      path: 'courriels/boite-partagee.csv',
      text: windows1252(
        table([['Date', 'Dossier', 'De', 'À', 'Objet', 'Corps du message'], ...rows], ';').replaceAll(
          '\n',
          '\r\n',
        ),
      ),
      messages,
    },
  ];
}
