import { drawBrand, type Brand } from './brand.js';
import { drawCalendar, type Calendar } from './calendar.js';
import type { Draw } from './draw.js';
import { handOf } from './hand.js';
import type { Law } from './laws.js';
import type { Life } from './life.js';
import { DAY } from './rhythm.js';
import { DRIVER_NAMES, type Driver } from './texts/texts.js';
import { PRIVATE, PUBLIC, type PrivateChannel, type PublicChannel } from './message.js';

/** What holds for a whole quarter; each drawn by its seed. */
export interface Plan extends Calendar {
  readonly seed: number;
  readonly brand: Brand;
  /** When the exports begin; the first cases may have opened before. */
  readonly start: number;
  readonly opens: number;
  readonly end: number;
  readonly cases: number;
  readonly complaints: number;
  readonly law: Law;
  /** Share that would ever spill if nobody answered and nothing settled. */
  readonly baseSpill: number;
  readonly hazardRatio: number;
  readonly byDriver: Readonly<Record<string, number>>;
  readonly drivers: readonly (readonly [Driver, number])[];
  readonly channels: readonly (readonly [PrivateChannel, number])[];
  readonly publics: readonly (readonly [PublicChannel, number])[];
  /** By channel: share ever answered, median hours of work, spread. */
  readonly care: Readonly<Record<PrivateChannel, { answered: number; hours: number; sigma: number }>>;
  readonly acknowledged: number;
  readonly solvedByAnswer: number;
  /** How a case settles: in words, by a status alone, without a trace. */
  readonly settled: readonly (readonly ['words' | 'status' | 'silent', number])[];
  readonly secondCase: number;
  /** How people who spill show themselves. */
  readonly shown: readonly (readonly ['name' | 'short' | 'handle' | 'nick', number])[];
  readonly vague: number;
  readonly publicOnly: number;
  readonly praise: number;
  readonly publicAnswered: number;
  readonly crisis: boolean;
  /** How often what the first two hands never do happens. */
  readonly life: Life | undefined;
  readonly layout: Readonly<Record<string, number>>;
}

const QUARTERS = [
  [Date.UTC(2024, 11, 31, 23), Date.UTC(2025, 2, 31, 22)],
  [Date.UTC(2025, 2, 31, 22), Date.UTC(2025, 5, 30, 22)],
  [Date.UTC(2025, 5, 30, 22), Date.UTC(2025, 8, 30, 22)],
  [Date.UTC(2025, 8, 30, 22), Date.UTC(2025, 11, 31, 23)],
  [Date.UTC(2025, 11, 31, 23), Date.UTC(2026, 2, 31, 22)],
] as const;
const FOOD_ONLY: ReadonlySet<Driver> = new Set(['taste', 'freshness']);

export function drawPlan(draw: Draw, seed: number): Plan {
  const hand = handOf(seed),
    brand = drawBrand(draw, hand);
  const [first, end] = draw.pick(QUARTERS);
  // Some exports begin amid a quarter, and amid conversations.
  const late = hand.life !== undefined && draw.chance(0.4) ? draw.integer(10, 40) * DAY : 0;
  const start = first + late,
    opens = late === 0 ? start : start - 10 * DAY;
  const fits = DRIVER_NAMES.filter((driver) => brand.sector === 'agri-food' || !FOOD_ONLY.has(driver));
  const drivers = fits.map((driver) => [driver, draw.between(0.4, 2)] as const);
  const mean = drivers.reduce((sum, [, weight]) => sum + weight, 0) / drivers.length;
  const multipliers = drivers.map(
    ([driver, weight]) => [driver, weight, draw.between(...hand.driverSpread)] as const,
  );
  const average = multipliers.reduce((sum, [, weight, by]) => sum + weight * by, 0) / (mean * drivers.length);
  const care = (low: number, high: number, hours: readonly [number, number]) => ({
    answered: draw.between(low, high),
    hours: draw.between(...hours),
    sigma: draw.between(0.6, 1.2),
  });
  const last = Math.min(end, first + 92 * DAY);
  const drawn = {
    seed,
    brand,
    start,
    opens,
    end: last,
    cases: hand.cases(draw),
    complaints: draw.between(...hand.complaints),
    law: hand.law(draw, hand.patience),
    baseSpill: draw.between(...hand.baseSpill),
    hazardRatio: draw.between(...hand.hazardRatio),
    byDriver: Object.fromEntries(multipliers.map(([driver, , by]) => [driver, by / average])),
    drivers,
    channels: PRIVATE.map((channel) => [channel, draw.between(0.5, 2)] as const),
    publics: PUBLIC.map((channel) => [channel, draw.between(0.4, 1.6)] as const),
    care: {
      mail: care(0.6, 0.95, [3, 14]),
      ticket: care(0.7, 0.97, [2, 10]),
      whatsapp: care(0.7, 0.97, [0.7, 5]),
      dm: care(0.45, 0.9, [1, 9]),
    },
    acknowledged: draw.pick([0, 0.6, 0.95]),
    solvedByAnswer: draw.between(0.4, 0.75),
    settled: [
      ['words', draw.between(0.4, 0.7)],
      ['status', draw.between(0.1, 0.3)],
      ['silent', draw.between(0.05, 0.3)],
    ],
    secondCase: draw.between(...hand.secondCase),
    shown: [
      ['name', draw.between(0.3, 0.6)],
      ['short', draw.between(0.05, 0.2)],
      ['handle', draw.between(0.1, 0.3)],
      ['nick', draw.between(...hand.nick)],
    ],
    vague: draw.between(0.05, 0.25),
    publicOnly: draw.between(...hand.publicOnly),
    praise: draw.between(...hand.praise),
    publicAnswered: draw.between(0.1, 0.6),
    crisis: draw.chance(0.5),
    layout: Object.fromEntries(
      ['mail', 'ticket', 'whatsapp', 'dm', 'google', 'trustpilot', 'facebook', 'instagram', 'x', 'press'].map(
        (channel) => [channel, draw.next()],
      ),
    ),
    life:
      hand.life &&
      (Object.fromEntries(
        Object.entries(hand.life).map(([what, range]) => [what, draw.between(...range)]),
      ) as unknown as Life),
  } satisfies Omit<Plan, keyof Calendar>;
  return { ...drawn, ...drawCalendar(draw, drawn.life, start, last) };
}
