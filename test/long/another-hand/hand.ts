import type { Draw } from './draw.js';
import { drawLaw, drawWideLaw, type Law } from './laws.js';
import type { LifeRanges, Range } from './life.js';
import { FIFTH, FIRST, FOURTH, SECOND, SEVENTH, SIXTH, THIRD, type Texts } from './texts/texts.js';

/** Who wrote a quarter: its texts and names of brands, products and agents, and the ranges that its plan is drawn from. */
export interface Hand {
  readonly texts: Texts;
  readonly food: readonly string[];
  readonly shop: readonly string[];
  readonly stems: readonly string[];
  readonly ends: readonly string[];
  /** What may follow the name of a brand. */
  readonly tails?: readonly string[];
  readonly agents: readonly string[];
  /** Power and shift of Zipf’s law of first and last names: the steeper, the more people share one. */
  readonly first: readonly [power: number, shift: number];
  readonly last: readonly [power: number, shift: number];
  readonly cases: (draw: Draw) => number;
  readonly complaints: Range;
  readonly baseSpill: Range;
  readonly hazardRatio: Range;
  /** How much likelier than others complaints of a driver spill. */
  readonly driverSpread: Range;
  readonly law: (draw: Draw, days: Range) => Law;
  /** Median days of the law of patience. */
  readonly patience: Range;
  readonly secondCase: Range;
  readonly nick: Range;
  readonly publicOnly: Range;
  readonly praise: Range;
  /** Share of chats whose complaint comes sentence by sentence, and of answers that are thanked for before they settle anything. */
  readonly bursts: number;
  readonly polite: number;
  /** Share of customers who write English. */
  readonly english: number | Range;
  readonly life?: LifeRanges;
  /** Which exports it writes; those of the first hand unless told. */
  readonly exports?: 'third' | 'fourth' | 'fifth' | 'sixth' | 'seventh';
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
  driverSpread: [0.5, 1.7],
  law: drawLaw,
  patience: [0.8, 6],
  secondCase: [0.04, 0.18],
  nick: [0.1, 0.35],
  publicOnly: [0.2, 0.9],
  praise: [0.3, 1.2],
  bursts: 0,
  polite: 0,
  english: 0.05,
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
  driverSpread: [0.5, 1.7],
  law: drawLaw,
  patience: [0.4, 9],
  secondCase: [0.02, 0.2],
  nick: [0.05, 0.5],
  publicOnly: [0.3, 2.5],
  praise: [0.3, 2.5],
  bursts: 0.35,
  polite: 0.25,
  english: 0.05,
};

/** A brand with customers of two languages, from sixty cases to 2,500; what happens beside a plain case is in `life`. */
const THIRD_HAND: Hand = {
  texts: THIRD,
  food: [
    'le granola croustillant',
    'la tomme de brebis',
    'le cordon bleu',
    'le velouté de courge',
    'la tarte au citron',
    'le skyr vanille',
    'le pesto rosso',
    'la rillette de thon',
    'le jus de pomme trouble',
    'le poulet fermier',
  ],
  shop: [
    'le sécateur à crémaillère',
    'la tondeuse à batterie',
    'le barbecue à charbon',
    'la parka imperméable',
    'le grille-pain',
    'la gourde isotherme',
    'le parasol déporté',
    'la niche en bois',
  ],
  stems: ['Hart', 'Oak', 'Bramb', 'Terr', 'Ferm', 'Wyn', 'Gren', 'Coll'],
  ends: ['well', 'ley', 'oria', 'adour', 'more', 'field', 'anjou', 'iac'],
  tails: ['', '', ' & Co', ' Foods', ' Coop'],
  agents: ['Oriane', 'Callum', 'Titouan', 'Rozenn', 'Imogen', 'Basile', 'Farida', 'Zoé'],
  first: [0.85, 5],
  last: [0.8, 5],
  cases: (draw) => Math.round(60 * Math.exp(draw.between(0, 3.73))),
  complaints: [0.4, 0.9],
  baseSpill: [0.03, 0.4],
  hazardRatio: [0.2, 1.3],
  driverSpread: [0.5, 1.7],
  law: drawWideLaw,
  patience: [0.3, 14],
  secondCase: [0.01, 0.15],
  nick: [0.05, 0.4],
  publicOnly: [0.15, 2],
  praise: [0.2, 2],
  bursts: 0.5,
  polite: 0.2,
  english: [0.03, 0.45],
  life: {
    again: [0.03, 0.2],
    away: [0, 0.8],
    weeks: [0.02, 0.2],
    settledBefore: [0.02, 0.12],
    merged: [0.02, 0.12],
    praised: [0, 0.2],
    edited: [0, 0.4],
    echoes: [0, 0.6],
    namesakes: [0, 0.3],
    journalists: [0, 8],
    newsletters: [0, 0.15],
    staffAddress: [0, 1],
    utc: [0, 1],
  },
  exports: 'third',
};

/** A brand with franchised shops, whose customers write as on a telephone and by all channels; other mail comes too. */
const FOURTH_HAND: Hand = {
  ...THIRD_HAND,
  texts: FOURTH,
  food: [
    'la salade de quinoa',
    'le fromage à raclette',
    'la saucisse sèche',
    'le flan coco',
    'la pâte à tartiner',
    'le bouillon de volaille',
    'la limonade artisanale',
    'le steak végétal',
    'la brandade',
    'le muesli aux noix',
  ],
  shop: [
    'le chauffe-eau',
    'la visseuse',
    'le matelas à ressorts',
    'la valise cabine',
    'le casque audio',
    'la friteuse',
    'le porte-bébé',
    'la trottinette',
  ],
  stems: ['Kerv', 'Lux', 'Pral', 'Ostr', 'Vald', 'Nivr', 'Champ', 'Bess'],
  ends: ['élan', 'ourg', 'inette', 'oise', 'adou', 'oncel', 'ière', 'igny'],
  tails: ['', '', ' Frais', ' Maison', ' & Fils'],
  agents: ['Momo', 'Gwen', 'Célestine', 'Jordan', 'Aurore', 'Bilal', 'Maïté', 'Kim'],
  cases: (draw) => Math.round(120 * Math.exp(draw.between(0, 2.3))),
  english: [0, 0.08],
  life: {
    again: [0.02, 0.1],
    away: [0, 0.7],
    weeks: [0.02, 0.15],
    settledBefore: [0, 0.06],
    merged: [0, 0.1],
    praised: [0, 0.15],
    edited: [0, 0.3],
    echoes: [0, 0.4],
    namesakes: [0, 0.2],
    journalists: [0, 5],
    newsletters: [0, 0],
    staffAddress: [0, 1],
    utc: [0, 1],
    atOnce: [0, 0.08],
    callers: [0, 0.35],
    media: [0, 0.35],
    asides: [0, 0.4],
    surveys: [0, 0.3],
    autoClosed: [0, 0.3],
    franchise: [0, 0.8],
    overlaps: [0, 1],
    twice: [0, 1],
  },
  exports: 'fourth',
};

/** A brand of families who dictate, number or stiffly phrase what they say, answer a robot first, and come in private when a public reply asks them to. */
const FIFTH_HAND: Hand = {
  ...FOURTH_HAND,
  texts: FIFTH,
  food: [
    'le nougat tendre',
    'la tapenade verte',
    'le maroilles affiné',
    'la soupe de poisson',
    'le pain de mie complet',
    'la faisselle',
    'le sirop de menthe',
    'la galette de pois chiches',
    'le boudin blanc',
    'la gaufre fourrée',
  ],
  shop: [
    'le déshumidificateur',
    'la machine à coudre',
    'le vélo pliant',
    'la bouilloire sifflante',
    'le tabouret de bar',
    'la tente familiale',
    'le rasoir à grille',
    'la table à repasser',
  ],
  stems: ['Arb', 'Cigal', 'Merv', 'Tour', 'Bast', 'Flor', 'Houbl', 'Sanv'],
  ends: ['eille', 'onne', 'acq', 'ouse', 'ilhac', 'enque', 'age', 'ensac'],
  tails: ['', '', ' Provence', ' Nord', ' et Filles'],
  agents: ['Solange', 'Idriss', 'Perrine', 'Valentin', 'Ghislaine', 'Nawel', 'Côme', 'Lilou'],
  cases: (draw) => Math.round(150 * Math.exp(draw.between(0, 1.8))),
  english: [0, 0.04],
  life: {
    ...FOURTH_HAND.life,
    newsletters: [0, 0],
    franchise: [0, 0],
    menus: [0, 0.6],
    invited: [0, 0.5],
  } as LifeRanges,
  exports: 'fifth',
};

/** A dairy or a box of vegetables, or a drive with its loyalty app: households, canteens and islanders; staff goes away, tools break and are changed. */
const SIXTH_HAND: Hand = {
  ...FIFTH_HAND,
  texts: SIXTH,
  food: [
    'la tomme des alpages',
    'le lait cru entier',
    'la crème épaisse',
    'le beurre de baratte',
    'la fourme au lait cru',
    'le panier de légumes',
    'la poêlée surgelée',
    'le gratin de chou-fleur',
    'la barquette de framboises',
    'le hachis végétal',
  ],
  shop: [
    'la litière minérale',
    'le sac de croquettes',
    'la pâtée pour chaton',
    'le pack d’eau gazeuse',
    'la lessive en poudre',
    'le lot de couches',
    'la caisse de jus',
    'le savon de ménage',
  ],
  stems: ['Alpr', 'Drav', 'Estiv', 'Lait', 'Pom', 'Corb', 'Quenn', 'Ravi'],
  ends: ['anelle', 'oval', 'agnac', 'issou', 'enda', 'orial', 'ubac', 'esque'],
  tails: ['', '', ' Drive', ' & Champs', ' Coopé'],
  agents: ['Ninon', 'Bakary', 'Marie-Ève', 'Loïs', 'Sélim', 'Joséphine', 'Teva', 'Aude'],
  cases: (draw) => Math.round(140 * Math.exp(draw.between(0, 1.9))),
  complaints: [0.4, 0.85],
  english: [0, 0.05],
  life: {
    ...FIFTH_HAND.life,
    again: [0.03, 0.15],
    household: [0, 0.15],
    thirdDoor: [0, 0.5],
    publicThanks: [0, 0.3],
    deleted: [0, 0.3],
    closedWrong: [0, 0.15],
    shut: [0, 0.7],
    strike: [0, 0.6],
    outage: [0, 0.7],
    moved: [0, 0.8],
  } as LifeRanges,
  exports: 'sixth',
};

/** Bread and baby food, or a cellar, a butcher and meal kits: flat facts and long stories, one account for a family, public first, notices to mediators. */
const SEVENTH_HAND: Hand = {
  ...SIXTH_HAND,
  texts: SEVENTH,
  food: [
    'la purée de panais',
    'le petit pot pomme-châtaigne',
    'le biscuit premier âge',
    'le pain de seigle',
    'la brioche feuilletée',
    'la tarte aux pralines',
    'la fougasse aux lardons',
    'le sandwich suédois',
    'la gourde coing-vanille',
    'le cake aux marrons',
  ],
  shop: [
    'le coffret dégustation',
    'le carton de rouge',
    'la bouteille de mirabelle',
    'le fût de blonde',
    'la côte de veau',
    'le colis de bœuf',
    'le kit bo bun',
    'la box trois repas',
    'la caisse de cidre',
    'le vrac de lentilles',
  ],
  stems: ['Pétr', 'Mich', 'Fourn', 'Barr', 'Sarm', 'Goul', 'Treil', 'Clav'],
  ends: ['ardine', 'euil', 'essane', 'iquet', 'elotte', 'ombrac', 'ysse', 'andou'],
  tails: ['', '', ' & Compagnie', ' Artisans', ' Bio'],
  agents: ['Mélisande', 'Ousmane', 'Clothilde', 'Yanis', 'Bérengère', 'Mehdi', 'Solenn', 'Gaspard'],
  cases: (draw) => Math.round(130 * Math.exp(draw.between(0, 1.9))),
  baseSpill: [0.03, 0.3],
  driverSpread: [0.15, 2.2],
  english: [0, 0.12],
  life: {
    ...SIXTH_HAND.life,
    atOnce: [0.01, 0.1],
    asides: [0.05, 0.4],
    otherAddress: [0, 0.15],
    sharedAccount: [0, 0.5],
    relapse: [0.03, 0.2],
    formal: [0, 0.6],
    chatter: [0, 0.5],
    misplaced: [0, 0.12],
    privateReply: [0, 0.3],
    publicFirst: [0, 0.25],
    windows: [0, 0.8],
  } as LifeRanges,
  exports: 'seventh',
};

/** Seeds from here on are of the second hand, of the third, of the fourth, of the fifth, of the sixth and of the seventh. */
const SECOND_FROM = 5001,
  THIRD_FROM = 7001,
  FOURTH_FROM = 9001,
  FIFTH_FROM = 11_001,
  SIXTH_FROM = 13_001,
  SEVENTH_FROM = 15_001;
export const handOf = (seed: number): Hand =>
  seed < SECOND_FROM
    ? FIRST_HAND
    : seed < THIRD_FROM
      ? SECOND_HAND
      : seed < FOURTH_FROM
        ? THIRD_HAND
        : seed < FIFTH_FROM
          ? FOURTH_HAND
          : seed < SIXTH_FROM
            ? FIFTH_HAND
            : seed < SEVENTH_FROM
              ? SIXTH_HAND
              : SEVENTH_HAND;
