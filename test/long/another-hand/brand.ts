import type { Draw } from './draw.js';
import type { Hand } from './hand.js';
import { plain } from './names.js';

export interface Product {
  /** With its article: “la compote de poires”. */
  readonly le: string;
  readonly un: string;
  readonly nu: string;
}
export interface Brand {
  readonly hand: Hand;
  readonly name: string;
  readonly handle: string;
  readonly domain: string;
  readonly sector: 'agri-food' | 'retail';
  readonly products: readonly Product[];
  readonly agents: readonly string[];
  /** Share of customers who write English. */
  readonly english: number;
}

/** From a name with its article. */
function productOf(le: string): Product {
  const nu = le.slice(3);
  return { le, un: `${le.startsWith('la ') ? 'une' : 'un'} ${nu}`, nu };
}

/** A fictitious name, made of parts. */
export function drawBrand(draw: Draw, hand: Hand): Brand {
  const sector = draw.pick(['agri-food', 'retail'] as const);
  const stem = draw.pick(hand.stems);
  const end = draw.pick(hand.ends);
  const name = `${stem}${end}${hand.tails === undefined ? '' : draw.pick(hand.tails)}`;
  const bare = plain(name)
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  return {
    hand,
    name,
    handle: `${bare}${draw.pick(['_fr', '', 'france'])}`,
    domain: `${bare}.example`,
    sector,
    products: draw.shuffled((sector === 'agri-food' ? hand.food : hand.shop).map(productOf)).slice(0, 6),
    agents: draw.shuffled(hand.agents).slice(0, 4),
    english: typeof hand.english === 'number' ? hand.english : draw.between(...hand.english),
  };
}
