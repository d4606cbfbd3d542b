import { Draw } from '../draw.js';
import type { HandFile, HandMessage } from '../message.js';
import { fullName } from '../names.js';
import type { Plan } from '../plan.js';
import { ahead } from '../rhythm.js';
import { french, local } from './cells.js';

export const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;
export const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

export const encoded = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`;

function quotedPrintable(text: string): string {
  const lines = text.split('\n').map((line) => {
    let out = '',
      width = 0;
    for (const char of line) {
      const bytes = Buffer.from(char, 'utf8');
      const code =
        char !== '=' && bytes.length === 1
          ? char
          : [...bytes].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
      if (width + code.length > 73) {
        out += '=\n';
        width = 0;
      }
      out += code;
      width += code.length;
    }
    return out;
  });
  return lines.join('\n');
}

/** The mailbox of the customer service, both ways, in the order of time. */
export function mailFile({ seed, brand, layout }: Plan, messages: readonly HandMessage[]): HandFile {
  const draw = new Draw(seed * 7 + 1),
    wide = (layout['mail'] ?? 0) < 0.5;
  const service = `conso@${brand.domain}`;
  const known = new Map(messages.map((one) => [one.id, one]));
  const idOf = (one: HandMessage): string =>
    `<${one.id}.${Math.floor(one.at / 1000)}@${one.side === 'customer' ? 'courrier.example' : brand.domain}>`;
  const subjects = new Map<string, string>();
  const text = messages.map((one) => {
    const { person, side, at, agent } = one;
    if (person === undefined) throw new Error(`a mail without a person: ${one.id}`);
    const parent = one.parent === undefined ? undefined : known.get(one.parent);
    // Some answer by a new mail: nothing but the subject and the address tells.
    const broken =
      parent !== undefined && draw.chance(side === 'customer' ? 0.15 : side === 'staff' ? 0.06 : 0);
    const subject = subjects.get(one.thread) ?? one.title ?? 'Demande';
    subjects.set(one.thread, subject);
    const from =
      side === 'customer'
        ? `${draw.chance(0.85) ? `${encoded(fullName(person))} ` : ''}<${person.email}>`
        : `${encoded(wide && side === 'staff' ? `${agent} - ${brand.name}` : `Service consommateurs ${brand.name}`)} <${service}>`;
    const { y, d, h, min, s } = local(at),
      clock = new Date(at + ahead(at) * 3_600_000);
    const day = `${DAYS[clock.getUTCDay()]}`,
      month = `${MONTHS[clock.getUTCMonth()]}`;
    const chain =
      parent === undefined || broken
        ? []
        : [...(parent.parent === undefined ? [] : [known.get(parent.parent)]), parent].filter(
            (each) => each !== undefined,
          );
    const quote =
      parent !== undefined && !broken && side !== 'automatic' && (wide || draw.chance(0.5))
        ? `\n\nLe ${french(parent.at)}, ${parent.side === 'customer' ? fullName(person) : brand.name} a écrit :\n${parent.text
            .split('\n')
            .map((line) => `> ${line}`)
            .join('\n')}`
        : '';
    const body = `${one.text}${quote}`.replace(/^From /gm, '>From ');
    const headers = [
      `From ${side === 'customer' ? person.email : service} ${day} ${month} ${d} ${h}:${min}:${s} ${y}`,
      `Message-ID: ${idOf(one)}`,
      ...(chain.length === 0
        ? []
        : [`In-Reply-To: ${idOf(chain.at(-1) as HandMessage)}`, `References: ${chain.map(idOf).join(' ')}`]),
      `Date: ${day}, ${Number(d)} ${month} ${y} ${h}:${min}:${s} +0${ahead(at)}00`,
      `From: ${from}`,
      `To: ${side === 'customer' ? service : person.email}`,
      `Subject: ${encoded(parent === undefined ? subject : side === 'automatic' ? `Accusé de réception : ${subject}` : `${side === 'staff' && !wide ? 'RE' : 'Re'}: ${subject}`)}`,
      ...(side === 'automatic' ? ['Auto-Submitted: auto-replied'] : []),
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      `Content-Transfer-Encoding: ${wide ? 'quoted-printable' : '8bit'}`,
    ];
    return `${headers.join('\n')}\n\n${wide ? quotedPrintable(body) : body}\n`;
  });
  return { path: 'prive/conso.mbox', text: text.join('\n'), messages };
}
