import type { Sector } from '../model/config.js';
import type { DriverId } from '../model/index.js';
import { CUSTOMER_RHYTHM, type Rhythm } from './rhythm.js';

export const PRIVATE_CHANNELS = [
  'whatsapp',
  'facebook-dm',
  'instagram-dm',
  'telegram',
  'email',
  'ticket',
] as const;
export type PrivateChannel = (typeof PRIVATE_CHANNELS)[number];

export const PRIVATE_PLATFORM: Readonly<Record<PrivateChannel, string>> = {
  whatsapp: 'whatsapp',
  'facebook-dm': 'facebook',
  'instagram-dm': 'instagram',
  telegram: 'telegram',
  email: 'email',
  ticket: 'zendesk',
};

export const PUBLIC_CHANNELS = ['x-post', 'facebook-comment', 'review'] as const;
export type PublicChannel = (typeof PUBLIC_CHANNELS)[number];

/** How alike people are, and how often the same ones come back. */
export interface PeoplePlan {
  /** Share of people who bear the name of somebody met before. */
  readonly namesakes: number;
  /** Share of ordinary public messages written by two dozen regulars. */
  readonly regulars: number;
  /** Share of cases opened by somebody who had one before. */
  readonly severalCases: number;
}

/** How a case ends. Hazards are per hour of the case's age. */
export interface CasePlan {
  /** Hazard to go public at age 0, unanswered, for a driver and a channel of multiplier 1. */
  readonly spillPerHour: number;
  /** The hazard to go public falls as e^(−age / spillDecayHours): whoever has waited for weeks gives up. */
  readonly spillDecayHours: number;
  /** Hazard ratio of having been answered (the effect a Cox model should find). */
  readonly answeredHazardRatio: number;
  /** Multipliers of the hazard to go public. Absent: 1. */
  readonly driverMultiplier: Readonly<Partial<Record<DriverId, number>>>;
  readonly channelMultiplier: Readonly<Partial<Record<PrivateChannel, number>>>;
  /** Median hours to the first human answer, by channel; log-normal. */
  readonly answerMedianHours: Readonly<Record<PrivateChannel, number>>;
  readonly answerSigma: number;
  /** Share of cases that are never answered. */
  readonly neverAnswered: number;
  /** Agents answer and resolve from the first to the second hour of the day (wall clock): what comes later waits for the next opening. `null`: at all hours. */
  readonly officeHours: readonly [number, number] | null;
  /** Hazard to be resolved, once answered. */
  readonly resolvedPerHour: number;
  /** Share of resolved cases that are reopened within a week. */
  readonly reopened: number;
}

/** A planted crisis: a wave of private cases, public messages and articles about one driver. */
export interface CrisisPlan {
  readonly id: string;
  /** `quiet`: few messages, health or ethics, yet the press; `storm`: many messages, no article; `classic`: both. */
  readonly kind: 'quiet' | 'storm' | 'classic';
  readonly driver: DriverId;
  /** What it is about; chooses the texts. */
  readonly story: string;
  readonly startsAt: number;
  /** Mean numbers; each wave decays exponentially with `halfLifeHours`. */
  readonly privateCases: number;
  readonly publicMessages: number;
  readonly articles: number;
  /** Hours from the start to the first public message and to the first article. */
  readonly publicAfterHours: number;
  readonly pressAfterHours: number;
  readonly halfLifeHours: number;
}

/** A text that travels: the same words, slightly changed, across channels. */
export interface CopyPlan {
  readonly id: string;
  readonly story: string;
  readonly startsAt: number;
  readonly copies: number;
  readonly halfLifeHours: number;
}

/** All that is planted. Times are milliseconds since 1970 in UTC. */
export interface SimulationPlan {
  readonly seed: number;
  readonly sector: Sector;
  readonly startsAt: number;
  readonly endsAt: number;
  /** Background events a day: [private cases, public messages, articles]. */
  readonly perDay: readonly [number, number, number];
  /**
   * Branching matrix A over [private, public, press]: `branching[i][j]` = expected direct events of type i per event of
   * type j. Spills of cases come on top of it and are counted apart, in `truth.spillShare`.
   */
  readonly branching: readonly (readonly number[])[];
  /** Decay β of the exponential kernel, per hour; half-life ln 2 / β. */
  readonly decayPerHour: number;
  readonly rhythm: Rhythm;
  readonly cases: CasePlan;
  readonly drivers: Readonly<Partial<Record<DriverId, number>>>;
  readonly privateChannels: Readonly<Partial<Record<PrivateChannel, number>>>;
  readonly publicChannels: Readonly<Partial<Record<PublicChannel, number>>>;
  /** Share of spilled cases whose public author has no name, handle, e-mail, phone or order number in common with the case. */
  readonly missingIds: number;
  /** Share of public messages of strangers that carry the name of somebody who has an unrelated private case. */
  readonly linkErrors: number;
  /** What makes real people hard to tell apart: shares from 0 to 1. */
  readonly people: PeoplePlan;
  /** Share of mails, tickets and Messenger threads that a machine acknowledges before anybody reads them. */
  readonly acknowledged: number;
  /** Messages a day that are no complaint: thanks, praise, questions, spam, scam, hate, off-topic. */
  readonly noisePerDay: Readonly<Partial<Record<NoiseKind, number>>>;
  readonly crises: readonly CrisisPlan[];
  readonly copies: readonly CopyPlan[];
  /** Write texts. `false`: short unique stand-ins, for large corpora in memory. */
  readonly texts: boolean;
}

const NOISE_KINDS = [
  'praise',
  'thanks',
  'question',
  'idea',
  'spam',
  'scam',
  'hate',
  'offTopic',
  'brandPost',
] as const;
export type NoiseKind = (typeof NOISE_KINDS)[number];

const DAY = 24 * 3_600_000;

/** Half a year of a mid-sized brand; every value can be replaced through `simulateCorpus`. */
export const DEFAULT_PLAN: SimulationPlan = {
  seed: 1,
  sector: 'agri-food',
  startsAt: Date.UTC(2026, 0, 1),
  endsAt: Date.UTC(2026, 0, 1) + 181 * DAY,
  perDay: [2.5, 1.2, 0.05],
  branching: [
    [0.02, 0.02, 0.3],
    [0.03, 0.25, 0.8],
    [0, 0.01, 0.15],
  ],
  decayPerHour: Math.LN2 / 8,
  rhythm: CUSTOMER_RHYTHM,
  cases: {
    spillPerHour: 0.002,
    spillDecayHours: 96,
    answeredHazardRatio: 0.35,
    driverMultiplier: {
      safety: 2.5,
      'animal-welfare': 2,
      delivery: 1.4,
      'after-sales': 1.5,
      'click-and-collect': 1.2,
      packaging: 0.6,
      loyalty: 0.7,
    },
    channelMultiplier: { 'instagram-dm': 1.6, 'facebook-dm': 1.3, email: 0.7, ticket: 0.6 },
    answerMedianHours: {
      whatsapp: 5,
      'facebook-dm': 9,
      'instagram-dm': 14,
      telegram: 8,
      email: 30,
      ticket: 22,
    },
    answerSigma: 1.1,
    neverAnswered: 0.14,
    officeHours: null,
    resolvedPerHour: 1 / 30,
    reopened: 0.06,
  },
  drivers: {
    taste: 1,
    freshness: 1,
    price: 1,
    packaging: 1,
    safety: 0.6,
    origin: 0.6,
    nutrition: 0.5,
    availability: 0.7,
  },
  privateChannels: { whatsapp: 2, 'facebook-dm': 2, 'instagram-dm': 1, telegram: 0.5, email: 2, ticket: 1.5 },
  publicChannels: { 'x-post': 3, 'facebook-comment': 3, review: 1 },
  missingIds: 0.1,
  linkErrors: 0.01,
  people: { namesakes: 0, regulars: 0, severalCases: 0 },
  acknowledged: 0,
  noisePerDay: {
    praise: 1.5,
    thanks: 0.4,
    question: 1,
    idea: 0.2,
    spam: 0.3,
    scam: 0.15,
    hate: 0.1,
    offTopic: 0.6,
    brandPost: 0.06,
  },
  crises: [],
  copies: [],
  texts: true,
};
