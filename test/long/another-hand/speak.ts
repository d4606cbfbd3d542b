import type { Brand } from './brand.js';
import type { Draw } from './draw.js';
import { fullName, plain, type Person } from './names.js';
import type { Driver, TalkPart, Texts } from './texts/texts.js';

/** What fills the slots of a text, the same over a case. */
export interface Matter {
  readonly texts: Texts;
  readonly driver: Driver;
  readonly slots: Readonly<Record<string, string>>;
  readonly english: boolean;
  readonly order: string | undefined;
}

const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'] as const;

export function drawMatter(draw: Draw, brand: Brand, driver: Driver, person?: Person): Matter {
  const product = draw.pick(brand.products);
  const order = draw.chance(0.45) ? `${brand.name.slice(0, 2).toUpperCase()}-${draw.digits(7)}` : undefined;
  const low = draw.integer(2, 60);
  const slots: Record<string, string> = {
    le: product.le,
    un: product.un,
    nu: product.nu,
    marque: brand.name,
    ville: person?.city ?? draw.pick(['Rennes', 'Lille', 'Pau', 'Metz', 'Nîmes', 'Caen']),
    jour: draw.pick(DAYS),
    n: String(draw.integer(3, 12)),
    prix: `${low},${draw.pick(['50', '90', '20', '99'])} €`,
    prix2: `${low + draw.integer(2, 15)},${draw.pick(['00', '40', '95'])} €`,
    commande: order ?? '',
    dossier: draw.digits(6),
    agent: draw.pick(brand.agents),
    ami: `${draw.pick(['lolo', 'mimi', 'jb', 'cam'])}${draw.digits(2)}`,
  };
  const { texts } = brand.hand;
  return { texts, driver, slots, english: driver in texts.english && draw.chance(brand.english), order };
}

/** One of the readings of `[a|b]`, slots filled, elided (“de le” → “du”), the first letter a capital. */
export function say(draw: Draw, template: string, { slots }: Matter): string {
  let text = template;
  for (let choice = /\[([^[\]]*)\]/.exec(text); choice !== null; choice = /\[([^[\]]*)\]/.exec(text))
    text =
      text.slice(0, choice.index) +
      draw.pick((choice[1] ?? '').split('|')) +
      text.slice(choice.index + choice[0].length);
  text = text
    .replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? '')
    .replace(/\b([dD])e le\b/g, '$1u')
    .replace(/\bà le\b/g, 'au')
    .trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const EMOJI = ['😡', '😤', '🙄', '😞', '🤦‍♀️', '👎'] as const;

/** How a person types: without accents, in small letters, with slips of the finger. */
export interface Hand {
  readonly bare: boolean;
  readonly small: boolean;
  readonly slips: number;
  readonly emoji: number;
}
export const drawHand = (draw: Draw): Hand => ({
  bare: draw.chance(0.3),
  small: draw.chance(0.3),
  slips: draw.chance(0.4) ? draw.between(0, 0.04) : 0,
  emoji: draw.chance(0.3) ? 0.4 : 0.03,
});

function slip(draw: Draw, word: string): string {
  if (word.length < 5 || !/^\p{L}+$/u.test(word)) return word;
  const at = draw.integer(1, word.length - 3);
  return draw.weighted([
    [word.slice(0, at) + word.slice(at + 1), 2],
    [word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2), 1],
    [word.slice(0, at) + word.charAt(at) + word.slice(at), 1],
  ]);
}

/** A text as a hand types it; chat keeps less of the spelling than a mail. */
export function typed(draw: Draw, text: string, hand: Hand, chat: boolean): string {
  let out = text
    .split(' ')
    .map((word) => (draw.chance(hand.slips) ? slip(draw, word) : word))
    .join(' ');
  if (hand.bare && chat) out = plain(out).replaceAll('’', draw.chance(0.5) ? "'" : ' ');
  else if (chat || draw.chance(0.5)) out = out.replaceAll('’', "'");
  if (hand.small && chat) out = out.toLowerCase();
  if (chat && draw.chance(hand.emoji)) out = `${out} ${draw.pick(EMOJI)}`;
  return out;
}

const pickText = (draw: Draw, list: readonly string[]): string => draw.pick(list);

/** The message that opens a complaint. */
export function complaint(draw: Draw, matter: Matter, person: Person, hand: Hand, chat: boolean): string {
  const { driver, english, order } = matter,
    { drivers, talk, english: inEnglish } = matter.texts;
  if (english) {
    const texts = inEnglish[driver]?.private ?? [];
    return `${chat ? '' : 'Hello,\n\n'}${say(draw, pickText(draw, texts), matter)}${chat ? '' : `\n\nRegards,\n${fullName(person)}`}`;
  }
  const texts = drivers[driver];
  const said = [pickText(draw, talk.before), pickText(draw, texts.private)];
  if (draw.chance(0.55)) said.push(pickText(draw, texts.more));
  if (order !== undefined && draw.chance(0.6)) said.push(pickText(draw, talk.order));
  if (draw.chance(chat ? 0.3 : 0.6)) said.push(pickText(draw, talk.ask));
  const body = typed(
    draw,
    said
      .map((one) => say(draw, one, matter))
      .filter((one) => one !== '')
      .join(' '),
    hand,
    chat,
  );
  if (chat) return `${draw.pick(talk.helloChat)} ${body}`.trim();
  const name = draw.chance(0.8) ? `\n${draw.chance(0.7) ? fullName(person) : person.first}` : '';
  return `${draw.pick(talk.hello)}\n\n${body}\n\n${draw.pick(talk.bye)}${name}${draw.chance(0.2) ? `\n${person.phone}` : ''}`;
}

/** What the same person says in public of the same matter: other words, or hardly any. */
export function spillText(draw: Draw, matter: Matter, hand: Hand, vague: boolean): string {
  const { driver, english } = matter,
    { drivers, talk, english: inEnglish } = matter.texts;
  const own = (part: 'vague' | 'publicBefore' | 'publicAfter'): readonly string[] =>
    (english ? inEnglish[part] : undefined) ?? talk[part];
  const texts = vague ? own('vague') : english ? (inEnglish[driver]?.public ?? []) : drivers[driver].public;
  const more = draw.chance(0.3) && !vague && !english ? pickText(draw, drivers[driver].more) : '';
  const order = matter.order !== undefined && draw.chance(0.12) ? `(commande ${matter.order})` : '';
  const parts = [
    pickText(draw, own('publicBefore')),
    pickText(draw, texts),
    more,
    order,
    pickText(draw, own('publicAfter')),
  ];
  const said = parts
    .map((one) => say(draw, one, matter))
    .filter((one) => one !== '')
    .join(' ');
  return typed(draw, said, hand, true);
}

/** Other lines of a conversation. */
export function line(draw: Draw, part: TalkPart, matter: Matter, hand: Hand, chat: boolean): string {
  const { english, talk } = matter.texts;
  const texts = (matter.english ? english[part] : undefined) ?? talk[part];
  return typed(draw, say(draw, pickText(draw, texts), matter), hand, chat);
}

/** What staff writes, signed in mails. */
export function staffLine(
  draw: Draw,
  part: 'reply' | 'solve' | 'answer' | 'acknowledge' | 'publicReply',
  matter: Matter,
  brand: Brand,
  person: Person,
  signed: boolean,
): string {
  const { english, talk } = matter.texts,
    own = matter.english ? english[part] : undefined;
  const text = say(draw, pickText(draw, own ?? talk[part]), matter);
  if (part === 'acknowledge' || part === 'publicReply') return text;
  const hello = draw.chance(0.8)
    ? `${own === undefined ? 'Bonjour' : 'Hello'} ${draw.chance(0.5) ? person.first : ''}`.trim()
    : '';
  const signature = signed
    ? `\n\n${matter.slots['agent']}\nRelations consommateurs ${brand.name}\nwww.${brand.domain}`
    : '';
  return `${hello === '' ? '' : `${hello},\n`}${text}${signature}`;
}
