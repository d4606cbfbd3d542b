import { fold } from '../util/fold.js';
import type { Draw } from './draw.js';
import type { PrivateChannel } from './plan.js';

/** How a person writes. */
export type Register = 'polite' | 'formal' | 'plain' | 'sms' | 'ironic' | 'english' | 'mixed';

/** A fictitious customer. Phones are of the range kept for fiction, mail domains are reserved, handles are too long to exist. */
export interface Person {
  readonly id: number;
  readonly firstName: string;
  readonly feminine: boolean;
  readonly lastName: string;
  readonly name: string;
  /** Handle on public networks: at least 16 characters, one more than X allows. */
  readonly handle: string;
  readonly email: string;
  /** "+33 6 39 98 12 34". */
  readonly phone: string;
  readonly city: string;
  readonly register: Register;
}

const WOMEN = [
  'Lucie',
  'Josette',
  'Aminata',
  'Chantal',
  'Élodie',
  'Inès',
  'Sandrine',
  'Noémie',
  'Monique',
  'Fatou',
  'Céline',
  'Manon',
  'Sylvie',
  'Awa',
  'Marie-Claude',
  'Samira',
  'Camille',
  'Nathalie',
  'Brigitte',
  'Leïla',
  'Aurélie',
  'Mélanie',
  'Françoise',
  'Solène',
  'Priscilla',
  'Zoé',
  'Ghislaine',
  'Stéphanie',
  'Émilie',
  'Clara',
  'Lydie',
  'Anne-Laure',
  'Djamila',
  'Odile',
  'Maud',
  'Rosa',
  'Hélène',
  'Yasmine',
  'Véronique',
  'Agathe',
] as const;
const MEN = [
  'Karim',
  'Thomas',
  'Hugo',
  'Mehdi',
  'Bernard',
  'Yann',
  'Patrick',
  'Farid',
  'Antoine',
  'Julien',
  'Gérard',
  'Rachid',
  'Nicolas',
  'Loïc',
  'Quentin',
  'Jean-Paul',
  'David',
  'Théo',
  'Olivier',
  'Damien',
  'Alain',
  'Bastien',
  'Kévin',
  'Michel',
  'Arnaud',
  'Christophe',
  'Mathis',
  'Ludovic',
  'Roland',
  'Pascal',
  'Cédric',
  'Ibrahim',
  'Fabrice',
  'Erwan',
  'Jean-Marc',
  'Samuel',
  'Didier',
  'Tristan',
  'Malik',
  'Rémi',
] as const;

const LAST_BEGIN = [
  'Mar',
  'Ber',
  'Cas',
  'Del',
  'Fou',
  'Gau',
  'Hen',
  'Jol',
  'Lam',
  'Mor',
  'Nav',
  'Per',
  'Rou',
  'Sau',
  'Tré',
  'Val',
  'Bou',
  'Cha',
  'Dur',
  'Gui',
  'Ler',
  'Mas',
  'Ren',
  'Ver',
] as const;
const LAST_END = [
  'tignac',
  'thelot',
  'selin',
  'maraud',
  'chardel',
  'vinois',
  'bertin',
  'landreau',
  'quinot',
  'gaillec',
  'verdon',
  'brissac',
  'lanoue',
  'pontel',
  'rivault',
  'sennec',
] as const;

const CITIES = [
  'Rennes',
  'Nantes',
  'Lille',
  'Tours',
  'Dijon',
  'Poitiers',
  'Amiens',
  'Metz',
  'Grenoble',
  'Toulouse',
  'Pau',
  'Chartres',
  'Angers',
  'Reims',
  'Orléans',
  'Limoges',
  'Brest',
  'Caen',
  'Nîmes',
  'Valence',
  'Besançon',
  'Troyes',
  'Quimper',
  'Bourges',
  'Annecy',
  'Perpignan',
  'Béziers',
  'Niort',
  'Saint-Brieuc',
  'Colmar',
] as const;

const MAIL_HOSTS = ['courriel.example', 'boite.example', 'monmail.example', 'lettre.example'] as const;

const REGISTERS: Readonly<Record<Register, number>> = {
  polite: 0.24,
  formal: 0.1,
  plain: 0.34,
  sms: 0.16,
  ironic: 0.1,
  english: 0.03,
  mixed: 0.03,
};

/** The letters of a name, without case and accents. */
export const slug = (text: string): string => fold(text).replace(/[^a-z]/g, '');

/** Draws a person. Names may repeat, as in life; handle, e-mail and phone do not (they hold the id). */
export function drawPerson(draw: Draw, id: number): Person {
  const feminine = draw.chance(0.56);
  const firstName = draw.pick(feminine ? WOMEN : MEN);
  const lastName = draw.pick(LAST_BEGIN) + draw.pick(LAST_END);
  const number = String(id).padStart(5, '0');
  const stem = `${slug(firstName)}_${slug(lastName)}`.slice(0, 14);
  const phone = String(id % 10_000).padStart(4, '0');
  const prefix = ['6 39 98', '1 99 00', '2 61 91', '3 53 01', '4 65 71', '5 36 49'][
    Math.floor(id / 10_000) % 6
  ] as string;
  return {
    id,
    firstName,
    feminine,
    lastName,
    name: `${firstName} ${lastName}`,
    handle: `${stem}_${number}`.padEnd(16, 'z'),
    email: `${slug(firstName)}.${slug(lastName)}${id}@${draw.pick(MAIL_HOSTS)}`,
    phone: `+33 ${prefix} ${phone.slice(0, 2)} ${phone.slice(2)}`,
    city: draw.pick(CITIES),
    register: draw.weighted(REGISTERS),
  };
}

/** The author as the private channel shows them. */
export function privateAuthor(
  channel: PrivateChannel,
  person: Person,
): { authorId: string; authorName: string } {
  if (channel === 'whatsapp') return { authorId: person.phone, authorName: person.phone };
  if (channel === 'instagram-dm') return { authorId: person.handle, authorName: person.handle };
  if (channel === 'email' || channel === 'ticket') return { authorId: person.email, authorName: person.name };
  return { authorId: `${channel}-${person.id}`, authorName: person.name };
}
