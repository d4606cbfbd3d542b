import type { Draw } from './draw.js';
import { plain } from './names.js';

export interface Product {
  /** With its article: “la compote de poires”. */
  readonly le: string;
  readonly un: string;
  readonly nu: string;
}
export interface Brand {
  readonly name: string;
  readonly handle: string;
  readonly domain: string;
  readonly sector: 'agri-food' | 'retail';
  readonly products: readonly Product[];
  readonly agents: readonly string[];
}

const feminine = (nu: string): Product => ({ le: `la ${nu}`, un: `une ${nu}`, nu });
const masculine = (nu: string): Product => ({ le: `le ${nu}`, un: `un ${nu}`, nu });
const FOOD = [
  feminine('compote de poires'),
  feminine('soupe de potiron'),
  masculine('yaourt à la rhubarbe'),
  masculine('fromage frais aux herbes'),
  feminine('mousse au café'),
  masculine('riz au lait'),
  feminine('brioche tressée'),
  masculine('jambon braisé'),
  feminine('quiche aux poireaux'),
  masculine('jus de coing'),
  feminine('pizza aux artichauts'),
  masculine('gâteau de semoule'),
];
const SHOP = [
  feminine('bouilloire en inox'),
  masculine('manteau de pluie'),
  feminine('lampe de chevet'),
  masculine('sac à dos enfant'),
  feminine('poêle en fonte'),
  masculine('tapis de bain'),
  feminine('couette légère'),
  masculine('mixeur plongeant'),
  feminine('paire de bottines'),
  masculine('fauteuil pliant'),
];

/** A fictitious name, made of parts. */
export function drawBrand(draw: Draw): Brand {
  const sector = draw.pick(['agri-food', 'retail'] as const);
  const stem = draw.pick(['Vor', 'Quel', 'Tram', 'Sarb', 'Oxel', 'Breuv', 'Jonv', 'Cald', 'Pluv', 'Mirz']);
  const end = draw.pick(['oline', 'andec', 'ivière', 'umont', 'aldie', 'enoy', 'astre', 'ombelle']);
  const name = `${stem}${end}`;
  const bare = plain(name).toLowerCase();
  return {
    name,
    handle: `${bare}${draw.pick(['_fr', '', 'france'])}`,
    domain: `${bare}.example`,
    sector,
    products: draw.shuffled(sector === 'agri-food' ? FOOD : SHOP).slice(0, 6),
    agents: draw
      .shuffled(['Capucine', 'Ludo', 'Maëva', 'Tarik', 'Hélène', 'Joris', 'Prune', 'Steeve'])
      .slice(0, 4),
  };
}
