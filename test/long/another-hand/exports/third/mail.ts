import { Draw } from '../../draw.js';
import type { HandFile, HandMessage } from '../../message.js';
import { fullName, plain } from '../../names.js';
import type { Plan } from '../../plan.js';
import { ahead } from '../../rhythm.js';
import { local, number } from '../cells.js';
import { DAYS, encoded, MONTHS } from '../mail.js';

/** How mail programs show what is answered. */
type Program = 'outlook' | 'outlook-en' | 'phone' | 'webmail';
const PROGRAMS: readonly (readonly [Program, number])[] = [
  ['outlook', 3],
  ['outlook-en', 1],
  ['phone', 3],
  ['webmail', 3],
];

/** Header lines of Outlook, in its language, above the mail that is answered or passed on. */
function headed(program: Program, from: string, to: string, at: number, subject: string): string {
  const { y, m, d, h, min } = local(at);
  return program === 'outlook-en'
    ? `-----Original Message-----\nFrom: ${from}\nSent: ${y}-${m}-${d} ${h}:${min}\nTo: ${to}\nSubject: ${subject}\n`
    : `________________________________\nDe : ${from}\nEnvoyé : ${d}/${m}/${y} ${h}:${min}\nÀ : ${to}\nObjet : ${subject}\n`;
}

/** The shared mailbox of a service: replies under quoted mails, forwards, answers to newsletters, signatures and disclaimers. */
export function mailBox({ seed, brand, life, layout }: Plan, messages: readonly HandMessage[]): HandFile {
  const draw = new Draw(seed * 11 + 5);
  const extra = brand.hand.texts.life,
    service = `conso@${brand.domain}`,
    own = (life?.staffAddress ?? 0) > 0.5,
    utc = (life?.utc ?? 0) > 0.5,
    flagged = (layout['mail'] ?? 0) < 0.5;
  const known = new Map(messages.map((one) => [one.id, one]));
  const programs = new Map<string, Program>();
  const idOf = (one: HandMessage): string => `<${number(one.id, 'm')}.${one.id}@mailer.example>`;
  const addressOf = ({ side, person, agent }: HandMessage): string =>
    side === 'customer'
      ? `${person?.email}`
      : own && side === 'staff'
        ? `${plain(`${agent}`)
            .toLowerCase()
            .replace(/[^a-z]/g, '')}@${brand.domain}`
        : service;
  const subjects = new Map<string, string>();
  const chains = new Map<string, readonly string[]>();
  /** What each mail says above what it quotes. */
  const bodies = new Map<string, string>();
  /** Mails that hold another whole, which is told again. */
  const holding = new Set<HandMessage>();
  const text = messages.map((one) => {
    const { person, side, at, agent } = one;
    if (person === undefined) throw new Error(`a mail without a person: ${one.id}`);
    const customer = side === 'customer',
      parent = one.parent === undefined ? undefined : known.get(one.parent);
    const program = programs.get(addressOf(one)) ?? draw.weighted(PROGRAMS);
    programs.set(addressOf(one), program);
    const opens = parent === undefined && customer;
    const letter =
      opens && draw.chance(life?.newsletters ?? 0) ? draw.pick(extra?.newsletter ?? []) : undefined;
    const news = letter?.replace('{marque}', brand.name);
    const subject = subjects.get(one.thread) ?? news ?? one.title ?? 'Demande';
    subjects.set(one.thread, subject);
    // Some pass their mail on with more above, some answer by a new one.
    const forwards = customer && parent !== undefined && draw.chance(0.08),
      broken = customer && !forwards && parent !== undefined && draw.chance(0.1);
    if (forwards) holding.add(one);
    const above = broken ? undefined : parent;
    const quoted =
      above === undefined
        ? news === undefined
          ? ''
          : `${headed(program, `${brand.name} <newsletter@${brand.domain}>`, person.email, at - 7_200_000, subject)}\n${brand.name} : -20 % samedi. Se désabonner`
        : program === 'outlook' || program === 'outlook-en' || forwards
          ? `${headed(program, addressOf(above), addressOf(one) === service ? person.email : service, above.at, subject)}\n${bodies.get(above.id)}`
          : `${program === 'phone' ? `> Le ${local(above.at).d} ${MONTHS[Number(local(above.at).m) - 1]} ${local(above.at).y} à ${local(above.at).h}:${local(above.at).min}, ${addressOf(above)} a écrit :\n> ` : `Le ${local(above.at).d}/${local(above.at).m}/${local(above.at).y} à ${local(above.at).h}:${local(above.at).min}, ${addressOf(above)} a écrit :`}\n${(
              bodies.get(above.id) ?? ''
            )
              .split('\n')
              .map((line) => `> ${line}`)
              .join('\n')}`;
    const passed = forwards ? `---------- Message transféré ---------\n${quoted}` : quoted;
    const signature =
      side === 'staff'
        ? `\n\n${agent}\n${brand.name} | Service clients & Customer care\nT. 09 70 00 00 00 | ${brand.domain}\n\n${(extra?.disclaimer ?? []).join('\n')}`
        : customer && program === 'phone'
          ? `\n\n${extra?.mobile?.[Number(person.id.slice(1)) % 3]}`
          : customer && program === 'outlook' && Number(person.id.slice(1)) % 4 === 0
            ? `\n\n${fullName(person)}\n\n${extra?.disclaimer?.[0]}`
            : '';
    bodies.set(one.id, `${one.text}${signature}`);
    const body = `${one.text}${signature}${passed === '' ? '' : `\n\n${passed}`}`.replace(
      /^From /gm,
      '>From ',
    );
    const shift = utc ? 0 : ahead(at),
      clock = new Date(at + shift * 3_600_000),
      two = (value: number): string => String(value).padStart(2, '0');
    const [day, month, d, time] = [
      DAYS[clock.getUTCDay()],
      MONTHS[clock.getUTCMonth()],
      clock.getUTCDate(),
      `${two(clock.getUTCHours())}:${two(clock.getUTCMinutes())}:${two(clock.getUTCSeconds())}`,
    ];
    const answers = above ?? (news === undefined ? undefined : null);
    const answered =
      answers === undefined
        ? undefined
        : answers === null
          ? `<news.${subjects.size % 3}@${brand.domain}>`
          : idOf(answers);
    if (answered !== undefined) chains.set(one.id, [...(chains.get(`${one.parent}`) ?? []), answered]);
    const tag = side === 'staff' && !flagged ? `[#${number(one.caseId ?? '', 't')}] ` : '';
    const shown = forwards
      ? `TR : ${subject}`
      : side === 'automatic'
        ? flagged
          ? `Réponse automatique : ${subject}`
          : `${tag}${subject}`
        : answers !== undefined
          ? `${program === 'outlook-en' || program === 'outlook' ? 'RE' : 'Re'}: ${tag}${subject}`
          : `${tag}${subject}`;
    const headers = [
      `From ${addressOf(one)} ${day} ${month} ${two(d)} ${time} ${clock.getUTCFullYear()}`,
      `Message-ID: ${idOf(one)}`,
      ...(answered === undefined
        ? []
        : [
            `In-Reply-To: ${answered}`,
            `References: ${[...(chains.get(`${one.parent}`) ?? []), answered].join(' ')}`,
          ]),
      `Date: ${day}, ${d} ${month} ${clock.getUTCFullYear()} ${time} +0${shift}00`,
      `From: ${customer ? encoded(fullName(person)) : encoded(side === 'staff' && own ? `${agent} ${brand.name}` : `${brand.name} Relation clients`)} <${addressOf(one)}>`,
      `To: ${customer ? service : person.email}`,
      `Subject: ${encoded(shown)}`,
      ...(side === 'automatic' && flagged
        ? ['Auto-Submitted: auto-replied', 'X-Auto-Response-Suppress: All']
        : []),
      'MIME-Version: 1.0',
      `Content-Type: text/${program === 'outlook' ? 'html' : 'plain'}; charset=utf-8`,
      'Content-Transfer-Encoding: base64',
    ];
    const html = `<html><body><div>${body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>\n')}</div></body></html>`;
    const coded = Buffer.from(program === 'outlook' ? html : body, 'utf8').toString('base64');
    return `${headers.join('\n')}\n\n${coded.replace(/.{76}/g, '$&\n')}\n`;
  });
  return {
    path: 'mail/boite-conso.mbox',
    text: text.join('\n'),
    messages: messages.flatMap((one) => (holding.has(one) ? [one, undefined] : [one])),
  };
}
