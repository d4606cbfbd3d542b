import type { Draw } from './draw.js';
import { FIRST, SECOND, type Texts } from './texts/texts.js';

type Range = readonly [low: number, high: number];

/** Who wrote a quarter: its texts and names of brands, products and agents, and the ranges that its plan is drawn from. */
export interface Hand {
  readonly texts: Texts;
  readonly food: readonly string[];
  readonly shop: readonly string[];
  readonly stems: readonly string[];
  readonly ends: readonly string[];
  readonly agents: readonly string[];
  /** Power and shift of Zipf’s law of first and last names: the steeper, the more people share one. */
  readonly first: readonly [power: number, shift: number];
  readonly last: readonly [power: number, shift: number];
  readonly cases: (draw: Draw) => number;
  readonly complaints: Range;
  readonly baseSpill: Range;
  readonly hazardRatio: Range;
  /** Median days of the law of patience. */
  readonly patience: Range;
  readonly secondCase: Range;
  readonly nick: Range;
  readonly publicOnly: Range;
  readonly praise: Range;
  /** Share of chats whose complaint comes sentence by sentence, and of answers that are thanked for before they settle anything. */
  readonly bursts: number;
  readonly polite: number;
}

const FIRST_HAND: Hand = {
  texts: FIRST,
  food: [
    'la compote de poires',
    'la soupe de potiron',
    'le yaourt à la rhubarbe',
    'le fromage frais aux herbes',
    'la mousse au café',
    'le riz au lait',
    'la brioche tressée',
    'le jambon braisé',
    'la quiche aux poireaux',
    'le jus de coing',
    'la pizza aux artichauts',
    'le gâteau de semoule',
  ],
  shop: [
    'la bouilloire en inox',
    'le manteau de pluie',
    'la lampe de chevet',
    'le sac à dos enfant',
    'la poêle en fonte',
    'le tapis de bain',
    'la couette légère',
    'le mixeur plongeant',
    'la paire de bottines',
    'le fauteuil pliant',
  ],
  stems: ['Vor', 'Quel', 'Tram', 'Sarb', 'Oxel', 'Breuv', 'Jonv', 'Cald', 'Pluv', 'Mirz'],
  ends: ['oline', 'andec', 'ivière', 'umont', 'aldie', 'enoy', 'astre', 'ombelle'],
  agents: ['Capucine', 'Ludo', 'Maëva', 'Tarik', 'Hélène', 'Joris', 'Prune', 'Steeve'],
  first: [0.75, 6],
  last: [0.7, 5],
  cases: (draw) => draw.integer(640, 760),
  complaints: [0.55, 0.8],
  baseSpill: [0.12, 0.5],
  hazardRatio: [0.3, 0.9],
  patience: [0.8, 6],
  secondCase: [0.04, 0.18],
  nick: [0.1, 0.35],
  publicOnly: [0.2, 0.9],
  praise: [0.3, 1.2],
  bursts: 0,
  polite: 0,
};

/** Small brands and large ones, more namesakes, nicknames and strangers, answers that hardly help or make it worse. */
const SECOND_HAND: Hand = {
  texts: SECOND,
  food: [
    'la terrine de campagne',
    'le houmous citron',
    'la crème dessert praliné',
    'le taboulé',
    'la raclette fumée',
    'le gaspacho',
    'la galette de sarrasin',
    'le beurre demi-sel',
    'la purée de carottes',
    'le cake aux olives',
  ],
  shop: [
    'la perceuse sans fil',
    'le robot pâtissier',
    'la veste matelassée',
    'le canapé d’angle',
    'la poussette',
    'le balai vapeur',
    'la housse de couette',
    'le vélo enfant',
  ],
  stems: ['Bel', 'Nor', 'Gran', 'Fam', 'Tel', 'Sol', 'Mar', 'Vil', 'Cha', 'Dor'],
  ends: ['vaux', 'mande', 'tissier', 'lac', 'zelles', 'gane', 'rive', 'pré'],
  agents: ['Sabrina', 'Noé', 'Marie-Laure', 'Abdel', 'Virginie', 'Enzo', 'Sonia', 'Paul'],
  first: [0.95, 4],
  last: [0.9, 4],
  cases: (draw) => Math.round(200 * Math.exp(draw.between(0, 1.9))),
  complaints: [0.35, 0.85],
  baseSpill: [0.06, 0.45],
  hazardRatio: [0.25, 1.1],
  patience: [0.4, 9],
  secondCase: [0.02, 0.2],
  nick: [0.05, 0.5],
  publicOnly: [0.3, 2.5],
  praise: [0.3, 2.5],
  bursts: 0.35,
  polite: 0.25,
};

/** Seeds from here on are of the second hand. */
const SECOND_FROM = 5001;
export const handOf = (seed: number): Hand => (seed < SECOND_FROM ? FIRST_HAND : SECOND_HAND);
