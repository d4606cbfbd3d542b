import type { Draw } from './draw.js';
import type { Hand } from './hand.js';

/** Common first; drawn by Zipf's law, so that some people share a name. */
const FIRST =
  'Marie Nathalie Isabelle Sylvie Julie Camille Léa Thomas Nicolas Julien Philippe Christophe Laurent Sophie Céline Stéphanie Sandrine Aurélie Émilie Lucas Hugo Alexandre Kevin Manon Chloé Inès Sarah Laura Mathilde Anaïs Pauline Clément Maxime Antoine Romain Guillaume Vincent Sébastien Frédéric Olivier Patrick Pascal Bruno Didier Chantal Brigitte Monique Martine Françoise Véronique Corinne Karine Élodie Amandine Mélanie Fanny Justine Yasmine Fatima Nadia Samira Karim Mehdi Rachid Mohamed Amine Youssef Sofiane Aïcha Mariam Fatou Aminata Mamadou Ibrahim Moussa Ousmane Linh Minh Thi Wei Ana Maria José Manuel Paulo Elena Ioana Andrei Piotr Agnieszka Katarzyna Giulia Marco Oumar Bintou Rokia Noémie Gaëlle Maëlys Loïc Yann Erwan Gwenaëlle Tiphaine Ludivine Quentin Corentin Bastien Florian Axel Théo Jade Louise Alice Rose Margaux Coralie Estelle Solène Édith Odile Régine Josiane Ghislaine Thierry Gilles Hervé Alain Bernard Jean-Luc Marie-Claude Anne-Sophie Jean-Pierre Pierre-Yves'.split(
    ' ',
  );
const LAST =
  'Martin Bernard Dubois Robert Petit Durand Leroy Moreau Simon Laurent Lefebvre Michel Garcia David Bertrand Roux Vincent Fournier Morel Girard André Mercier Dupont Lambert Bonnet François Martinez Legrand Garnier Faure Rousseau Blanc Guérin Muller Henry Roussel Nguyen Perrin Morin Mathieu Clément Gauthier Dumont Lopez Fontaine Chevalier Robin Masson Sanchez Gérard Boyer Denis Lemaire Duval Joly Roger Roche Noël Meyer Lucas Meunier Jean Pérez Marchand Dufour Blanchard Marie Barbier Brun Dumas Brunet Schmitt Leroux Colas Renard Arnaud Rolland Caron Aubert Giraud Leclerc Vidal Bourgeois Renaud Lemoine Picard Gaillard Philippe Leclercq Lacroix Fabre Dupuis Olivier Rodriguez Da Silva Hubert Charpentier Traoré Diallo Diop Ndiaye Coulibaly Benali Haddad Belkacem Cherif Mansouri Bouaziz Amrani Tran Pham Chen Fernandes Pereira Gomes Popescu Kowalski Nowak Rossi Esposito Le Gall Le Goff Kerjean Tanguy Quéré Etcheverry Zimmermann Klein Weber Lozano Ferreira Vasseur Delattre Vandamme Desmet Poirier Besson Rivoire Chabert Teissier Astruc Cazenave Lagarde Peyron Blondeau Crouzet Maillot Thébault Jaouen Riou Savary Gosselin Hamelin Le Breton Costa Saïdi Kaddour Sissoko Keita Konaté Camara Sylla Touré Mbaye Sow Fofana'.split(
    / (?=\p{Lu})/u,
  );
/** Particles belong to what follows. */
const LASTS = LAST.reduce<string[]>((list, part) => {
  const before = list.at(-1);
  if (before === 'Da' || before === 'Le') list[list.length - 1] = `${before} ${part}`;
  else list.push(part);
  return list;
}, []);
const NICKS =
  'loup ptitechou marmotte cuistot tiptop zebulon pouss tonton kikou flaneur brindille gourmet libellule caramel grizzly tournesol nomade pistache mistral lutin capucine panda bricolo vadrouille'.split(
    ' ',
  );
const TAILS = 'du44 _off 2a bis 59 33 du13 _xx 007 officiel 69 vibes 1987 2000 31 real'.split(' ');

export interface Person {
  readonly id: string;
  readonly first: string;
  readonly last: string;
  readonly email: string;
  readonly phone: string;
  readonly nick: string;
  /** A handle that spells the name. */
  readonly handle: string;
  readonly city: string;
}

export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');
const letters = (text: string): string =>
  plain(text)
    .toLowerCase()
    .replace(/[^a-z]/g, '');
export const fullName = ({ first, last }: Person): string => `${first} ${last}`;

const CITIES =
  'Rennes Angers Lille Limoges Pau Dijon Metz Tours Nîmes Brest Amiens Perpignan Orléans Mulhouse Caen Nancy Avignon Poitiers Valence Quimper Lorient Niort Chambéry Troyes Colmar Bayonne'.split(
    ' ',
  );

/** A person, or one of the household of another. */
export function drawPerson(draw: Draw, hand: Hand, id: string, kin?: Person): Person {
  const first = draw.zipf(FIRST, ...hand.first),
    last = kin?.last ?? draw.zipf(LASTS, ...hand.last);
  const [f, l] = [letters(first), letters(last)];
  const nick = `${draw.pick(NICKS)}${draw.chance(0.3) ? draw.pick(NICKS) : ''}${draw.pick(TAILS)}`;
  const local = draw.weighted([
    [`${f}.${l}`, 5],
    [`${f}${l}${draw.digits(2)}`, 3],
    [`${f.slice(0, 1)}${l}`, 2],
    [`${nick.replace('_', '.')}${draw.digits(2)}`, 2],
  ]);
  const host = draw.pick(['boitelibre.example', 'courrier.example', 'maille.example', 'net-famille.example']);
  return {
    id,
    first,
    last,
    email: `${local}${draw.chance(0.3) ? draw.digits(1) : ''}@${host}`,
    phone: `+33 6 ${[0, 0, 0, 0].map(() => draw.digits(2)).join(' ')}`,
    nick,
    handle: handleOf(draw, first, last),
    city: kin?.city ?? draw.pick(CITIES),
  };
}

/** The address of somebody at work. */
export const atWork = ({ first, last }: Person): string =>
  `${letters(first).slice(0, 1)}.${letters(last)}@cabinet-${letters(last)}.example`;

/** A handle that spells the name, in one of the ways people do. */
function handleOf(draw: Draw, first: string, last: string): string {
  const [f, l] = [letters(first), letters(last)];
  return draw.weighted([
    [`${f}_${l}${draw.digits(2)}`, 3],
    [`${f.slice(0, 1)}.${l}`, 2],
    [`${f}${l}`, 2],
    [`${l}.${f}`, 1],
    [`${f}.${l}_${draw.digits(1)}`, 1],
    [`${f}${l.slice(0, 1)}${draw.digits(2)}`, 2],
  ]);
}

/** What a person shows of themselves in public. */
export const SHOWN = ['name', 'short', 'handle', 'nick'] as const;
export type Shown = (typeof SHOWN)[number];
