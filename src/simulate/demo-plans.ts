import type { DriverId } from '../model/index.js';
import { DEFAULT_PLAN, type SimulationPlan } from './plan.js';

export const DEMOS = ['agri-food', 'retail'] as const;
export type DemoName = (typeof DEMOS)[number];

/** Seed of the demos in `datasets/`. */
export const DEMO_SEED = 2026;

const day = (month: number, date: number, hour: number): number => Date.UTC(2026, month - 1, date, hour);
const cases = { ...DEFAULT_PLAN.cases, officeHours: [8, 20] } as const;
/** What makes exports hard to read, as real ones are. */
const people = {
  people: { namesakes: 0.1, regulars: 0.2, severalCases: 0.15 },
  missingIds: 0.3,
  linkErrors: 0.015,
  acknowledged: 0.6,
} as const;

/** What is planted in each demo: two quarters of a fictitious brand. */
export const DEMO_PLANS: Readonly<Record<DemoName, Partial<SimulationPlan>>> = {
  'agri-food': {
    sector: 'agri-food',
    cases,
    ...people,
    perDay: [2.6, 2.2, 0.04],
    drivers: {
      taste: 1.6,
      freshness: 1.2,
      price: 1.4,
      packaging: 1.2,
      safety: 0.5,
      origin: 0.7,
      traceability: 0.3,
      nutrition: 0.8,
      additives: 0.5,
      'animal-welfare': 0.4,
      'producer-pay': 0.3,
      'organic-label': 0.3,
      availability: 0.9,
    } satisfies Partial<Record<DriverId, number>>,
    privateChannels: { whatsapp: 1, 'facebook-dm': 1.6, 'instagram-dm': 1, telegram: 0.5, email: 2.2 },
    publicChannels: { 'x-post': 3, 'facebook-comment': 3, review: 1 },
    crises: [
      {
        id: 'plastique-bleu',
        kind: 'classic',
        driver: 'safety',
        story: 'plastique-bleu',
        startsAt: day(3, 2, 8),
        privateCases: 22,
        publicMessages: 120,
        articles: 4,
        publicAfterHours: 70,
        pressAfterHours: 104,
        halfLifeHours: 30,
      },
      {
        id: 'ferme-partenaire',
        kind: 'quiet',
        driver: 'animal-welfare',
        story: 'ferme-partenaire',
        startsAt: day(5, 4, 9),
        privateCases: 4,
        publicMessages: 6,
        articles: 3,
        publicAfterHours: 190,
        pressAfterHours: 215,
        halfLifeHours: 60,
      },
      {
        id: 'nouvelle-recette',
        kind: 'storm',
        driver: 'taste',
        story: 'nouvelle-recette',
        startsAt: day(4, 14, 11),
        privateCases: 12,
        publicMessages: 240,
        articles: 0,
        publicAfterHours: 3,
        pressAfterHours: 0,
        halfLifeHours: 16,
      },
    ],
    copies: [
      {
        id: 'chaine-ferments',
        story: 'chaine-ferments',
        startsAt: day(2, 9, 18),
        copies: 24,
        halfLifeHours: 50,
      },
    ],
  },
  retail: {
    sector: 'retail',
    cases,
    ...people,
    perDay: [2.6, 2.2, 0.04],
    drivers: {
      price: 1.5,
      delivery: 1.4,
      'click-and-collect': 1.1,
      store: 0.8,
      checkout: 0.9,
      staff: 0.8,
      loyalty: 0.7,
      'app-site': 0.8,
      'after-sales': 1,
      availability: 0.8,
      freshness: 0.9,
      safety: 0.25,
    } satisfies Partial<Record<DriverId, number>>,
    privateChannels: { whatsapp: 0.6, 'facebook-dm': 1.2, 'instagram-dm': 0.5, email: 0.8, ticket: 3 },
    publicChannels: { 'x-post': 3, 'facebook-comment': 2.5, review: 1.8 },
    crises: [
      {
        id: 'steaks-rappeles',
        kind: 'classic',
        driver: 'safety',
        story: 'steaks-rappeles',
        startsAt: day(5, 26, 7),
        privateCases: 16,
        publicMessages: 110,
        articles: 3,
        publicAfterHours: 62,
        pressAfterHours: 92,
        halfLifeHours: 32,
      },
      {
        id: 'travailleurs-entrepot',
        kind: 'quiet',
        driver: 'delivery',
        story: 'travailleurs-entrepot',
        startsAt: day(2, 3, 10),
        privateCases: 3,
        publicMessages: 4,
        articles: 2,
        publicAfterHours: 160,
        pressAfterHours: 230,
        halfLifeHours: 70,
      },
      {
        id: 'caisses-automatiques',
        kind: 'storm',
        driver: 'checkout',
        story: 'caisses-automatiques',
        startsAt: day(3, 24, 9),
        privateCases: 8,
        publicMessages: 220,
        articles: 0,
        publicAfterHours: 2,
        pressAfterHours: 0,
        halfLifeHours: 18,
      },
    ],
    copies: [
      { id: 'chaine-bons', story: 'chaine-bons', startsAt: day(4, 21, 17), copies: 20, halfLifeHours: 40 },
    ],
  },
};
