import { makeZip } from '../bytes/make-archive.js';
import { type Accident, layoutsOfFamily, type Planted, type PlantedLayout } from './plant.js';

/** How a program writes the lines of a chat. */
interface Style {
  readonly file: string;
  /** What stands above the first message. */
  readonly top?: string;
  line(one: Planted): string;
  /** Says who joined; absent: the program does not. */
  readonly event?: string;
}

const two = (n: number): string => String(n).padStart(2, '0');
const day = ({ at }: Planted): string =>
  `${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${at.getUTCFullYear()}`;
const hour = ({ at }: Planted, seconds = false): string =>
  `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}${seconds ? ':07' : ''}`;
const half = ({ at }: Planted, mark = '\u202f'): string =>
  `${at.getUTCHours() % 12 || 12}:${two(at.getUTCMinutes())}${mark}${at.getUTCHours() < 12 ? 'AM' : 'PM'}`;
const NOTICE = 'Les messages et les appels sont chiffrés de bout en bout.';

const STYLES: Readonly<Record<string, Style>> = {
  'WhatsApp, Android': {
    file: 'Discussion WhatsApp avec Clients.txt',
    line: (one) => `${day(one)}, ${hour(one)} - ${one.author}: ${one.text}`,
    event: `01/03/2026, 07:00 - ${NOTICE}`,
  },
  'WhatsApp, Android, à': {
    file: 'Discussion WhatsApp avec Clients.txt',
    line: (one) => `${day(one)} à ${hour(one)} - ${one.author}: ${one.text}`,
    event: `01/03/2026 à 07:00 - ${NOTICE}`,
  },
  'WhatsApp, iPhone': {
    file: '_chat.txt',
    line: (one) => `[${day(one)} ${hour(one, true)}] ${one.author}: ${one.text}`,
    event: `[01/03/2026 07:00:00] Clients: \u200e${NOTICE}`,
  },
  'WhatsApp, United States': {
    file: 'WhatsApp Chat with Clients.txt',
    line: (one) =>
      `${one.at.getUTCMonth() + 1}/${one.at.getUTCDate()}/26, ${half(one)} - ${one.author}: ${one.text}`,
    event: '3/1/26, 7:00\u202fAM - Messages and calls are end-to-end encrypted.',
  },
  Signal: {
    file: 'signal-clients.md',
    line: (one) => `[${one.at.toISOString().slice(0, 10)}, ${hour(one)}] ${one.author}: ${one.text}`,
  },
  LINE: {
    file: '[LINE] Chat with Clients.txt',
    top: '[LINE] Chat history with Clients\nSaved on: 2026/03/20 10:00\n\n',
    line: (one) => `2026/03/${two(one.at.getUTCDate())}(Mon)\n${hour(one)}\t${one.author}\t${one.text}`,
  },
};

const write = ({ top = '', line }: Style, planted: readonly Planted[]): string =>
  `${top}${planted.map((one) => `${line(one)}\n`).join('')}`;

type Change = (style: Style) => Accident;
const textsOf = (planted: readonly Planted[]): string[] => planted.map(({ text }) => text);
const onText =
  (change: (text: string, style: Style) => string | Uint8Array): Change =>
  (style) =>
  (planted) => {
    const changed = change(write(style, planted), style);
    return {
      file: style.file,
      bytes: typeof changed === 'string' ? Buffer.from(changed) : changed,
      texts: textsOf(planted),
    };
  };
const onTexts =
  (change: (text: string) => string): Change =>
  (style) =>
  (planted, seed) =>
    onText((text) => text)(style)(
      planted.map((one) => ({ ...one, text: change(one.text) })),
      seed,
    );
const onNames =
  (change: (name: string, at: number) => string): Change =>
  (style) =>
  (planted, seed) =>
    onText((text) => text)(style)(
      planted.map((one, at) => ({ ...one, author: change(one.author, at) })),
      seed,
    );

const ACCIDENTS: Readonly<Record<string, Change>> = {
  nothing: onText((text) => text),
  'byte order mark': onText((text) => `\ufeff${text}`),
  'UTF-16': onText((text) => Buffer.from(`\ufeff${text}`, 'utf16le')),
  'Windows line ends': onText((text) => text.replaceAll('\n', '\r\n')),
  'no last line end': onText((text) => text.trimEnd()),
  'blank lines at the end': onText((text) => `${text}\n\n \n`),
  'several lines': onTexts((text) => `${text}\n\n- premier point\n- second point`),
  'times in texts': onTexts((text) => `${text} (à 14:05 - ou 12/03/2026 : peu importe)`),
  'a date that begins a line of a text': onTexts((text) => `${text}\n12/03/2026 : toujours rien`),
  'addresses in texts': onTexts((text) => `${text} https://exemple.org/a?b=c:d`),
  'colons in names': onNames((name, at) => (at % 2 === 0 ? name : `${name} (SAV)`)),
  'emoji in names': onNames((name) => `${name} 🧀`),
  'telephone numbers for names': onNames((_, at) => `+33 6 00 00 00 0${at % 3}`),
  'a name that says another format': (style) => (planted, seed) => ({
    ...onText((text) => text)(style)(planted, seed),
    file: ['export.log', 'Clients', 'conversation.csv'][seed % 3] ?? '',
  }),
  'an archive with pictures': (style) => (planted, seed) => {
    const made = onText((text) => text)(style)(planted, seed);
    return { ...made, file: 'Chat.zip', bytes: makeZip({ [style.file]: made.bytes }) };
  },
  'a second download': (style) => (planted, seed) => ({
    ...onText((text) => text)(style)(planted, seed),
    file: style.file.replace(/(\.\w+)$/, ' (1)$1'),
  }),
  'a notice first': onText((text, { event }) => (event === undefined ? text : `${event}\n${text}`)),
  'trailing spaces': onText((text) => text.replaceAll('\n', '  \n')),
  'one message': (style) => (planted, seed) => onText((text) => text)(style)(planted.slice(0, 1), seed),
  'cut in the last message': (style) => (planted) => {
    const last = planted.at(-1)?.text ?? '';
    return {
      file: style.file,
      bytes: Buffer.from(write(style, planted).trimEnd().slice(0, -10)),
      texts: [...textsOf(planted.slice(0, -1)), last.slice(0, -10)],
    };
  },
};

/** Chats to which accidents happened: `seeds` plantings of each. */
export const chatLayouts = (seeds: number): readonly (() => Promise<PlantedLayout>)[] =>
  Object.entries(STYLES).flatMap(([name, style]) =>
    layoutsOfFamily(
      name,
      Object.fromEntries(Object.entries(ACCIDENTS).map(([accident, change]) => [accident, change(style)])),
      seeds,
    ),
  );
