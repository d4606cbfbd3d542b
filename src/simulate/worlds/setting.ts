import type { DriverId } from '../../model/index.js';
import { createDraw, type Draw } from '../draw.js';
import type { PrivateChannel, PublicChannel } from '../plan.js';
import type { SectorTexts } from '../texts/sector.js';
import { createCrowd, type Crowd } from './crowd.js';
import { drawKnobs, type Knobs } from './knobs.js';
import { createWords, type Words } from './sentences.js';
import type { OpenWorldCase, WorldMessage } from './world-truth.js';
import { worldTexts } from './world-texts.js';
import type { Sector } from '../../model/config.js';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** A world under construction: what was drawn for it, and what has happened so far. */
export interface Setting {
  readonly seed: number;
  readonly knobs: Knobs;
  readonly sector: SectorTexts;
  readonly sectorName: Sector;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly drivers: Readonly<Partial<Record<DriverId, number>>>;
  /** Multipliers of the hazard to go public. */
  readonly driverHazard: Readonly<Partial<Record<DriverId, number>>>;
  readonly channelHazard: Readonly<Record<PrivateChannel, number>>;
  readonly privateChannels: Readonly<Record<PrivateChannel, number>>;
  readonly publicChannels: Readonly<Record<PublicChannel, number>>;
  readonly answerMedianHours: Readonly<Record<PrivateChannel, number>>;
  readonly neverAnswered: number;
  /** Share of public complaints and questions that the brand answers in public. */
  readonly publicReplyShare: number;
  readonly resolvedPerHour: number;
  /** Expected direct events: private cases per public complaint and per article, public complaints per article, articles per public complaint. */
  readonly effects: {
    readonly privateByPublic: number;
    readonly privateByPress: number;
    readonly publicByPress: number;
    readonly pressByPublic: number;
  };
  readonly words: Words;
  readonly crowd: Crowd;
  /** A stream of draws by purpose, so that a change in one part leaves the others as they were. */
  readonly draw: (purpose: string) => Draw;
  readonly messages: WorldMessage[];
  readonly cases: OpenWorldCase[];
}

/** Mean-one multipliers, spread as e^(σz). */
function multipliers<K extends string>(draw: Draw, keys: readonly K[], sigma: number): Record<K, number> {
  return Object.fromEntries(
    keys.map((key) => [key, Math.exp(sigma * draw.normal() - sigma ** 2 / 2)]),
  ) as Record<K, number>;
}

const PRIVATE: readonly PrivateChannel[] = [
  'whatsapp',
  'facebook-dm',
  'instagram-dm',
  'telegram',
  'email',
  'ticket',
];

/** Draws what a world is like. `given` fixes some knobs; the others are drawn from the seed. */
export function drawSetting(seed: number, given: Partial<Knobs> = {}): Setting {
  const root = createDraw(seed);
  const knobs: Knobs = { ...drawKnobs(root.fork('knobs')), ...given };
  const draw = root.fork('setting');
  const brand = draw.pick(worldTexts().public.brands);
  const drivers = [...brand.drivers].slice(0, draw.between(6, brand.drivers.length));
  const sector: SectorTexts = {
    brand: brand.brand,
    brandSlug: brand.brand.toLowerCase().replace(/[^a-z]/g, ''),
    competitors: brand.competitors,
    products: brand.products.map(([name, feminine]) => ({ name, feminine, traits: [] })),
    needs: [],
    driverTraits: {},
    drivers: {},
    stories: {},
    articles: [],
    brandPosts: [],
    ideas: [],
  };
  const startsAt = Date.UTC(draw.between(2024, 2026), draw.below(12), draw.between(1, 28));
  const prompt = knobs.answering === 'prompt';
  const median = multipliers(draw, PRIVATE, 0.5);
  const streams = new Map<string, Draw>();
  return {
    seed,
    knobs,
    sector,
    sectorName: brand.sector,
    startsAt,
    endsAt: startsAt + draw.between(95, 190) * DAY,
    drivers: multipliers(draw, drivers, 0.6),
    driverHazard: multipliers(draw, drivers, 0.45),
    channelHazard: multipliers(draw, PRIVATE, 0.25),
    privateChannels: multipliers(draw, PRIVATE, 0.9),
    publicChannels: multipliers(draw, ['x-post', 'facebook-comment', 'review'], 0.7),
    answerMedianHours: Object.fromEntries(
      PRIVATE.map((channel) => [channel, median[channel] * (prompt ? 5 : 26)]),
    ) as Record<PrivateChannel, number>,
    publicReplyShare: draw.pick([0.15, 0.35, 0.6]),
    neverAnswered: prompt ? 0.06 : 0.3,
    resolvedPerHour: 1 / draw.logNormal(30, 0.5),
    effects: {
      privateByPublic: draw.pick([0.01, 0.04]),
      privateByPress: draw.pick([0.1, 0.6]),
      publicByPress: draw.pick([0.5, 2]),
      pressByPublic: draw.pick([0.002, 0.008]),
    },
    words: createWords(root.fork('words'), sector),
    crowd: createCrowd(root.fork('crowd'), knobs.namesakes, knobs.cases * 6),
    draw: (purpose) => {
      const stream = streams.get(purpose) ?? root.fork(purpose);
      streams.set(purpose, stream);
      return stream;
    },
    messages: [],
    cases: [],
  };
}
