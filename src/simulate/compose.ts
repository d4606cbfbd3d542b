import type { DriverId } from '../model/index.js';
import type { Draw } from './draw.js';
import { frenchDate, frenchWeekday } from './paris-time.js';
import type { Person, WritingManner } from './people.js';
import { AGENT, ENGLISH_PROBLEMS, ENGLISH_TOPICS } from './texts/common.js';
import type { DriverTexts, Product, SectorTexts, StoryOpening } from './texts/sector.js';
import { mistype, type Carelessness } from './typos.js';

/** What a case is about, drawn once and kept over all its messages. */
export interface Subject {
  readonly driver: DriverId;
  readonly product: Product;
  readonly lot: string;
  readonly order: string;
  readonly price: string;
  readonly agent: string;
  /** Story of the crisis or travelling text, if it belongs to one. */
  readonly story?: string | undefined;
  /** Its author is the first of a crisis and says what the story plans. */
  readonly opening?: StoryOpening | undefined;
}

export function drawSubject(draw: Draw, sector: SectorTexts, driver: DriverId, story?: string): Subject {
  const trait = sector.driverTraits[driver],
    named = story === undefined ? undefined : sector.stories[story]?.product;
  return {
    driver,
    story,
    product: draw.pick(
      sector.products.filter(({ name, traits }) =>
        named === undefined ? trait === undefined || traits.includes(trait) : name === named,
      ),
    ),
    lot: `L${draw.between(6001, 6181)}${draw.pick(['A', 'B', 'C'])}`,
    order: `${sector.brandSlug.slice(0, 2).toUpperCase()}${draw.digits(7)}`,
    price: `${draw.between(1, 9)},${draw.pick(['19', '29', '49', '59', '79', '89', '95', '99'])} €`,
    agent: draw.pick(AGENT.names),
  };
}

/** The sentences that can be said of a product: about a lid only if it is sold in a pot, and so on. All when none can. */
export function fitting(
  sector: SectorTexts,
  sentences: readonly string[],
  { traits }: Product,
): readonly string[] {
  const fit = sentences.filter((sentence) =>
    sector.needs.every(
      ([pattern, trait]) => traits.includes(trait) || !pattern.test(sentence.replace(/\{\w+\}/g, '')),
    ),
  );
  return fit.length > 0 ? fit : sentences;
}

/** "le", "la", ... before a product that begins with a consonant. */
function productSlots({ name, feminine }: Product): Record<string, string> {
  return {
    p: name,
    leP: `${feminine ? 'la' : 'le'} ${name}`,
    ceP: `${feminine ? 'cette' : 'ce'} ${name}`,
    unP: `${feminine ? 'une' : 'un'} ${name}`,
    duP: `${feminine ? 'de la' : 'du'} ${name}`,
    auP: `${feminine ? 'à la' : 'au'} ${name}`,
    e: feminine ? 'e' : '',
    il: feminine ? 'elle' : 'il',
    x: feminine ? 'se' : 'x',
  };
}

/** Fills the slots of a sentence and gives each sentence its capital. Unknown slots are a mistake in the texts. */
export function fill(
  draw: Draw,
  sector: SectorTexts,
  template: string,
  person: Person,
  subject: Subject,
  at: number,
): string {
  const product = productSlots(subject.product);
  const slots: Record<string, () => string> = {
    marque: () => sector.brand,
    slug: () => sector.brandSlug,
    conc: () => draw.pick(sector.competitors),
    ville: () => person.city,
    jour: () => frenchWeekday(at - draw.between(1, 5) * 86_400_000),
    date: () => frenchDate(at - draw.between(2, 12) * 86_400_000).replace(/ \d{4}$/, ''),
    lot: () => subject.lot,
    cmd: () => subject.order,
    prix: () => subject.price,
    prix2: () => `${Math.max(1, Number.parseInt(subject.price, 10) - 1)},${draw.pick(['09', '39', '69'])} €`,
    n: () => String(draw.between(2, 9)),
    heure: () => `${draw.between(9, 20)}h${draw.pick(['', '15', '30', '45'])}`,
    enfant: () => draw.pick(['2 ans', '18 mois', '3 ans', '4 ans', '5 ans', '7 ans', '9 ans']),
    E: () => (person.feminine ? 'e' : ''),
    seul: () => (person.feminine ? 'la seule' : 'le seul'),
    prenom: () => draw.pick(['Sarah', 'Kevin', 'Mamie', 'Julie', 'Momo', 'Laura']),
    prenomClient: () => person.firstName,
    agent: () => subject.agent,
    email: () => person.email,
    tel: () => `0${person.phone.slice(4)}`,
  };
  const filled = template.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const value = product[slot] ?? slots[slot]?.();
    if (value === undefined) throw new RangeError(`unknown slot {${slot}} in "${template}"`);
    return value;
  });
  const elided = /^[AEIOUYHÉ]/.test(sector.brand)
    ? filled.replace(new RegExp(`\\b([Dd]|[Qq]u)e (?=${sector.brand})`, 'g'), '$1’')
    : filled;
  return elided.replace(
    /(^|[.!?…][\s\u202F]+|\n\n)(\p{Ll})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}

const CARELESS: Readonly<Record<WritingManner, Carelessness>> = {
  polite: { slips: 0.004, confusions: 0.05, habits: 0, noAccents: 0.01, lowerCase: 0 },
  formal: { slips: 0.006, confusions: 0.02, habits: 0, noAccents: 0.02, lowerCase: 0 },
  plain: { slips: 0.015, confusions: 0.25, habits: 0.15, noAccents: 0.06, lowerCase: 0.12 },
  sms: { slips: 0.035, confusions: 0.7, habits: 1, noAccents: 0.3, lowerCase: 0.7 },
  ironic: { slips: 0.005, confusions: 0.05, habits: 0.05, noAccents: 0.02, lowerCase: 0.05 },
  english: { slips: 0.01, confusions: 0, habits: 0, noAccents: 0, lowerCase: 0.1 },
  mixed: { slips: 0.015, confusions: 0.15, habits: 0.3, noAccents: 0.1, lowerCase: 0.2 },
};

/** A text as this person types it. */
export function typedBy(draw: Draw, text: string, person: Person): string {
  return mistype(draw, text, CARELESS[person.register]);
}

/** No-break spaces as French typography wants them: what agents and newspapers write. */
export function typographic(text: string): string {
  return text
    .replace(/ ([;!?])/g, '\u202F$1')
    .replace(/ ([:»%€])/g, '\u00A0$1')
    .replace(/« /g, '«\u00A0')
    .replace(/(\d) (?=\d{3}(?!\d))/g, '$1\u202F');
}

/** A sentence about the driver that fits the product and the way the person writes. */
export function problemOf(
  draw: Draw,
  sector: SectorTexts,
  texts: DriverTexts,
  person: Person,
  { product, driver }: Subject,
): string {
  const one = (...lists: (readonly string[])[]): string => draw.pick(fitting(sector, lists.flat(), product));
  if (person.register === 'english')
    return draw.pick(ENGLISH_PROBLEMS).replace('{topic}', ENGLISH_TOPICS[driver]);
  if (person.register === 'sms') return draw.chance(0.7) ? one(texts.short) : one(texts.problem);
  if (person.register === 'ironic') return draw.chance(0.65) ? one(texts.ironic) : one(texts.problem);
  if (person.register === 'plain') return draw.chance(0.25) ? one(texts.short) : one(texts.problem);
  return one(texts.problem);
}
