import { type Accident, layoutsOfFamily, type Planted, type PlantedLayout } from './plant.js';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n: number): string => String(n).padStart(2, '0');
const clock = (at: Date): string => `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:00`;
const date = (at: Date): string =>
  `${DAYS[at.getUTCDay()]}, ${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()} ${clock(at)} +0100`;
const fromLine = ({ at, id }: Planted): string =>
  `From client${id}@example.org ${DAYS[at.getUTCDay()]} ${MONTHS[at.getUTCMonth()]} ${String(at.getUTCDate()).padStart(2)} ${clock(at)} ${at.getUTCFullYear()}`;

const word = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
const headers = (one: Planted, more = ''): string =>
  `From: ${word(one.author)} <client${one.id}@example.org>\nTo: sav@example.org\nSubject: ${word(`Réclamation ${one.id}`)}\nMessage-ID: <${one.id}@example.org>\nDate: ${date(one.at)}\nMIME-Version: 1.0\n${more}`;
const UTF8 = 'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n';
const simple = (one: Planted): string => `${headers(one, UTF8)}\n${one.text}\n`;

const base64 = (text: string): string =>
  (
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\n');
const quotedPrintable = (text: string): string =>
  [...Buffer.from(text)]
    .map((byte) =>
      byte < 127 && byte >= 32 && byte !== 61
        ? String.fromCharCode(byte)
        : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .reduce(
      (out, next) =>
        out.length - out.lastIndexOf('\n') + next.length > 75 ? `${out}=\n${next}` : out + next,
      '',
    );
const html = (text: string): string =>
  `<html><body><p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p></body></html>`;
const multipart = (one: Planted, parts: readonly string[], kind = 'mixed', end = '--b=_1--\n'): string =>
  `${headers(one, `Content-Type: multipart/${kind};\n boundary="b=_1"\n`)}\n${parts.map((part) => `--b=_1\n${part}\n`).join('')}${end}`;
const plainPart = (text: string): string => `Content-Type: text/plain; charset=utf-8\n\n${text}\n`;

type Write = (one: Planted) => string;

/** What happens to one mail, alone or in a box. */
const MAILS: Readonly<Record<string, Write>> = {
  nothing: simple,
  'folded headers': (one) =>
    simple(one)
      .replace(
        'To: sav@example.org',
        `To: sav@example.org,\n ${Array.from({ length: 30 }, (_, at) => `service${at}@example.org`).join(',\n\t')}`,
      )
      .replace(/^Subject: (.*)$/m, `Subject:\n ${word('Une première moitié')}\n ${word(' et la seconde')}`),
  base64: (one) =>
    `${headers(one, 'Content-Type: text/plain; charset="UTF-8"\nContent-Transfer-Encoding: base64\n')}\n${base64(one.text)}\n`,
  'quoted-printable': (one) =>
    `${headers(one, 'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n')}\n${quotedPrintable(one.text)}\n`,
  'HTML alone': (one) => `${headers(one, 'Content-Type: text/html; charset=utf-8\n')}\n${html(one.text)}\n`,
  'text and HTML': (one) =>
    multipart(
      one,
      [plainPart(one.text), `Content-Type: text/html; charset=utf-8\n\n${html(one.text)}\n`],
      'alternative',
    ),
  'a picture attached': (one) =>
    multipart(one, [
      plainPart(one.text),
      'Content-Type: image/png; name="photo.png"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment\n\niVBORw0KGgo=\n',
    ]),
  'parts that never end': (one) => multipart(one, [plainPart(one.text)], 'mixed', ''),
  'text before the parts': (one) =>
    multipart(one, [plainPart(one.text)]).replace(
      '\n\n--b=_1',
      '\n\nThis is a multi-part message in MIME format.\n\n--b=_1',
    ),
  'a chain of answers': (one) =>
    `${simple(one)}\nLe lun. 2 mars 2026 à 09:00, SAV <sav@example.org> a écrit :\n> Bonjour,\n> Nous regardons.\n>> Toujours rien ?\n`,
  'no date': (one) => simple(one).replace(/^Date: .*\n/m, ''),
  'an impossible zone': (one) => simple(one).replace('+0100', '+9900'),
  'no Message-ID': (one) => simple(one).replace(/^Message-ID: .*\n/m, ''),
  'many routes': (one) =>
    Array.from(
      { length: 12 },
      (_, at) =>
        `Received: from relay${at}.example.org (relay${at} [192.0.2.${at}])\n\tby mx.example.org with ESMTP id ${at};\n\t${date(one.at)}\n`,
    ).join('') + simple(one),
  'headers twice': (one) => simple(one).replace(/^(Subject: .*)$/m, '$1\n$1'),
  'no charset named': (one) => simple(one).replace('; charset=utf-8', ''),
  'an unknown charset': (one) => simple(one).replace('charset=utf-8', 'charset=x-unknown'),
  'lines that look like headers': (one) => simple({ ...one, text: `Note: ${one.text}\nAttention: fragile` }),
  'byte order mark, in each': (one) => `\ufeff${simple(one)}`,
  'a tab after names of headers': (one) =>
    simple(one).replace('Subject: ', 'Subject:\t').replace('To: ', 'to:'),
};
const expected = (accident: string, { text }: Planted): string =>
  accident === 'lines that look like headers' ? `Note: ${text}\nAttention: fragile` : text;

const box = (planted: readonly Planted[], write: Write): string =>
  planted.map((one) => `${fromLine(one)}\n${write(one).replaceAll(/^(>*From )/gm, '>$1')}\n`).join('');
const textsOf = (planted: readonly Planted[]): string[] => planted.map(({ text }) => text);

const inBox =
  (accident: string): Accident =>
  (planted) => ({
    file: 'Courrier.mbox',
    bytes: Buffer.from(box(planted, MAILS[accident] as Write)),
    texts: planted.map((one) => expected(accident, one)),
  });
const alone =
  (accident: string): Accident =>
  ([one]) => ({
    file: 'plainte.eml',
    bytes: Buffer.from((MAILS[accident] as Write)(one as Planted)),
    texts: [expected(accident, one as Planted)],
  });

/** What happens to a whole file of mails. */
const BOXES: Readonly<Record<string, Accident>> = {
  'Windows line ends': (planted) => ({
    file: 'Courrier.mbox',
    bytes: Buffer.from(box(planted, simple).replaceAll('\n', '\r\n')),
    texts: textsOf(planted),
  }),
  'byte order mark': (planted) => ({
    file: 'Courrier.mbox',
    bytes: Buffer.from(`\ufeff${box(planted, simple)}`),
    texts: textsOf(planted),
  }),
  'no empty line between mails': (planted) => ({
    file: 'Courrier.mbox',
    bytes: Buffer.from(box(planted, simple).replaceAll('\n\nFrom ', '\nFrom ')),
    texts: textsOf(planted),
  }),
  'many empty lines between': (planted) => ({
    file: 'Courrier.mbox',
    bytes: Buffer.from(`\n\n${box(planted, simple).replaceAll('\n\nFrom ', '\n\n\n\nFrom ')}`),
    texts: textsOf(planted),
  }),
  'no last line end': (planted) => ({
    file: 'Courrier.mbox',
    bytes: Buffer.from(box(planted, simple).trimEnd()),
    texts: textsOf(planted),
  }),
  'a name that says another format': (planted, seed) => ({
    file: ['Inbox', 'Courrier.txt', 'export.bak'][seed % 3] ?? '',
    bytes: Buffer.from(box(planted, simple)),
    texts: textsOf(planted),
  }),
  '"From " in texts': (planted) => {
    const told = planted.map((one) => ({ ...one, text: `${one.text}\n\nFrom here on, rien ne va.` }));
    return { file: 'Courrier.mbox', bytes: Buffer.from(box(told, simple)), texts: textsOf(told) };
  },
  'Windows-1252 not named': (planted) => {
    const told = planted.map((one) => ({ ...one, text: one.text.replaceAll(/[^\u0000-\u00ff]/gu, '') }));
    return {
      file: 'Courrier.mbox',
      bytes: Buffer.from(
        box(told, (one) => simple(one).replace('; charset=utf-8', '')),
        'latin1',
      ),
      texts: textsOf(told),
    };
  },
  'a forward of another': (planted) => {
    const [first, second, ...rest] = planted as [Planted, Planted, ...Planted[]];
    const forward = `${headers(first, UTF8)}\n${first.text}\n\n---------- Forwarded message ---------\nDe : ${second.author} <client${second.id}@example.org>\nDate : ${date(second.at)}\nObjet : Réclamation\nÀ : sav@example.org\n\n${second.text}\n`;
    return {
      file: 'Courrier.mbox',
      bytes: Buffer.from(`${fromLine(first)}\n${forward}\n${box(rest, simple)}`),
      texts: textsOf(planted),
    };
  },
  'mails attached to one': (planted) => {
    const [first, ...rest] = planted as [Planted, ...Planted[]];
    const digest = multipart(first, [
      plainPart(first.text),
      ...rest.map((one) => `Content-Type: message/rfc822\n\n${simple(one)}`),
    ]);
    return {
      file: 'Courrier.mbox',
      bytes: Buffer.from(`${fromLine(first)}\n${digest}\n`),
      texts: textsOf(planted),
    };
  },
  'patches of programs': (planted) => {
    const told = planted.map((one) => ({
      ...one,
      text: `${one.text}\n\nFrom 0123456789abcdef0123456789abcdef01234567 Mon Sep 17 00:00:00 2001\nsuite`,
    }));
    return {
      file: 'Courrier.mbox',
      bytes: Buffer.from(told.map((one) => `${fromLine(one)}\n${simple(one)}\n`).join('')),
      texts: textsOf(told),
    };
  },
  'cut in the last mail': (planted) => {
    const all = box(planted, simple);
    return {
      file: 'Courrier.mbox',
      bytes: Buffer.from(all.slice(0, all.lastIndexOf('Content-Type'))),
      texts: textsOf(planted.slice(0, -1)),
    };
  },
};

/** Mails, alone and in boxes, to which accidents happened: `seeds` plantings of each. */
export const mailLayouts = (seeds: number): readonly (() => Promise<PlantedLayout>)[] => [
  ...layoutsOfFamily(
    'mailbox',
    Object.fromEntries(
      Object.keys(MAILS)
        .filter((accident) => !accident.startsWith('byte order'))
        .map((accident) => [accident, inBox(accident)]),
    ),
    seeds,
  ),
  ...layoutsOfFamily(
    'mail',
    Object.fromEntries(Object.keys(MAILS).map((accident) => [accident, alone(accident)])),
    seeds,
  ),
  ...layoutsOfFamily('mailbox', BOXES, seeds),
];
