import type { DriverId } from '../../model/index.js';
import { fill, type Subject, typedBy, typographic } from '../compose.js';
import type { Draw } from '../draw.js';
import type { Person } from '../people.js';
import type { SectorTexts } from '../texts/sector.js';
import { worldTexts } from './world-texts.js';

const CHOICE = /\[([^[\]]*)\]/g;

/** Chooses among the alternatives of "[a|b]", outermost last. */
export function choose(draw: Draw, template: string): string {
  let text = template;
  while (CHOICE.test(text)) text = text.replace(CHOICE, (_, inside: string) => draw.pick(inside.split('|')));
  return text;
}

/** Says things in the words of a person or of the brand. */
export interface Words {
  /** A sentence of the list as the person types it. */
  typed(list: readonly string[], person: Person, subject: Subject, at: number): string;
  /** A sentence of the list as the brand or the press prints it. */
  printed(list: readonly string[], person: Person, subject: Subject, at: number): string;
  /** The first message of a complaint. */
  complaint(person: Person, subject: Subject, at: number, letter: boolean): string;
  publicComplaint(person: Person, subject: Subject, at: number, spilled: boolean): string;
}

const joined = (parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .map((part, i, all) => (i < all.length - 1 && /[\p{L}\p{N})]$/u.test(part) ? `${part}.` : part))
    .join(' ');

type Manner = 'polite' | 'plain' | 'sms';
const manner = (person: Person): Manner =>
  person.register === 'polite' || person.register === 'sms' ? person.register : 'plain';

export function createWords(draw: Draw, sector: SectorTexts): Words {
  const { drivers, conversation, public: open } = worldTexts();
  const about = (driver: DriverId, place: 'private' | 'public'): readonly string[] => {
    const lists = drivers[driver];
    if (lists === undefined) throw new RangeError(`no sentences for driver ${driver}`);
    return lists[place];
  };
  const say = (text: string, person: Person, subject: Subject, at: number): string =>
    fill(draw, sector, choose(draw, text), person, subject, at);
  return {
    typed: (list, person, subject, at) =>
      typedBy(draw, say(draw.pick(list), person, subject, at), person).trim(),
    printed: (list, person, subject, at) => typographic(say(draw.pick(list), person, subject, at)).trim(),
    complaint(person, subject, at, letter) {
      const how = manner(person);
      const greeting = draw.pick(conversation.greetings[how]);
      const told = draw.pick(about(subject.driver, draw.chance(0.9) ? 'private' : 'public'));
      const body = joined([
        draw.chance(0.2) ? draw.pick(conversation.hesitations) : '',
        told,
        draw.chance(0.12) ? draw.pick(conversation.mixed) : '',
        draw.chance(0.6) ? draw.pick(conversation.demands[how]) : '',
      ]);
      const whole = letter
        ? `${greeting}\n\n${body}\n\n${draw.pick(conversation.closings)}\n${person.name}`
        : `${greeting}${greeting === '' || greeting.endsWith(',') ? ' ' : draw.pick([', ', ' ! ', '\n'])}${body}`;
      return typedBy(draw, say(whole.trim(), person, subject, at), person);
    },
    publicComplaint(person, subject, at, spilled) {
      const opening = spilled ? draw.pick(open.spillOpenings) : '';
      const tag = draw.chance(0.25) ? ' @{slug}' : draw.chance(0.1) ? ' #{slug}' : '';
      const told = draw.pick(about(subject.driver, draw.chance(0.85) ? 'public' : 'private'));
      const emoji = draw.chance(0.2) ? ` ${draw.pick(['😤', '🤬', '😡', '👎', '🙄', '🤦‍♀️', '😒'])}` : '';
      return typedBy(draw, say(joined([opening, told]) + tag + emoji, person, subject, at), person);
    },
  };
}
