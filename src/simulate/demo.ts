import type { DriverId } from '../model/index.js';
import { simulateCorpus } from './corpus.js';
import { writeMetaInbox, writeTelegram, writeWhatsapp } from './exports/chats.js';
import { writeTable } from './exports/csv.js';
import { writeZendesk } from './exports/helpdesk.js';
import { writeExportComments, writeReviewTable, writeTalkwalker } from './exports/listening.js';
import { writeMbox } from './exports/mail.js';
import { writeBrandwatch, writeMeltwater } from './exports/mentions.js';
import { writeEuropresse, writeFactiva, writeRss } from './exports/press.js';
import { writeTrustpilot } from './exports/reviews.js';
import { utf8, type WrittenFile } from './exports/written-file.js';
import { DEFAULT_PLAN, type SimulationPlan } from './plan.js';
import { sectorTexts } from './texts/index.js';
import type { SimulatedCorpus, SimulatedMessage, Truth } from './truth.js';

export const DEMOS = ['agri-food', 'retail'] as const;
export type DemoName = (typeof DEMOS)[number];

/** Seed of the demos in `datasets/`. */
export const DEMO_SEED = 2026;

const day = (month: number, date: number, hour: number): number => Date.UTC(2026, month - 1, date, hour);
const cases = { ...DEFAULT_PLAN.cases, officeHours: [8, 20] } as const;

/** What is planted in each demo: two quarters of a fictitious brand. */
export const DEMO_PLANS: Readonly<Record<DemoName, Partial<SimulationPlan>>> = {
  'agri-food': {
    sector: 'agri-food',
    cases,
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

/** Writes a corpus as the export files an analyst of that sector receives. */
export function writeExports(plan: SimulationPlan, { messages, truth }: SimulatedCorpus): WrittenFile[] {
  const { brand, brandSlug } = sectorTexts(plan.sector);
  const of = (channel: string, stage: 'private' | 'public' | 'press'): SimulatedMessage[] =>
    messages.filter((message) => message.channel === channel && message.stage === stage);
  const within = (folder: string, files: readonly WrittenFile[]): WrittenFile[] =>
    files.filter(({ rows }) => rows.length > 0).map((file) => ({ ...file, path: `${folder}/${file.path}` }));
  const mentions = of('x-post', 'public'),
    reviews = of('review', 'public'),
    press = of('press', 'press');
  const half = (odd: number): SimulatedMessage[] => press.filter((_, i) => i % 2 === odd);
  // The tool was changed in June; both ran in the second half of May, so that fortnight is in both exports.
  const before = mentions.filter(({ sentAt }) => sentAt < day(6, 1, 0)),
    after = mentions.filter(({ sentAt }) => sentAt >= day(5, 15, 0));
  return [
    ...within('prive', [
      ...writeWhatsapp(of('whatsapp', 'private'), brand),
      ...writeMetaInbox(of('facebook-dm', 'private'), brand, 'messenger'),
      ...writeMetaInbox(of('instagram-dm', 'private'), brand, 'instagram/your_instagram_activity'),
      ...writeTelegram(of('telegram', 'private'), brand),
      ...writeMbox(
        of('email', 'private'),
        { name: `Service consommateurs ${brand}`, address: `conso@${brandSlug}.example` },
        'mail/service-consommateurs.mbox',
      ),
      ...writeZendesk(of('ticket', 'private'), truth.cases, brandSlug, 'zendesk/tickets.json'),
    ]),
    ...within('public', [
      ...writeExportComments(of('facebook-comment', 'public'), brandSlug),
      ...(plan.sector === 'agri-food'
        ? [
            ...writeTalkwalker(mentions, brand, 'talkwalker/mentions-x.xlsx'),
            ...writeReviewTable(reviews, brand, 'avis/avis-boutique.csv'),
          ]
        : [
            ...writeBrandwatch(before, brand, 'brandwatch/mentions-janvier-mai.csv'),
            ...writeMeltwater(after, brand, 'meltwater/mentions-mai-juin.csv'),
            ...writeTrustpilot(reviews, 'trustpilot/avis.json'),
          ]),
    ]),
    ...within(
      'presse',
      plan.sector === 'agri-food'
        ? [
            ...writeEuropresse(half(0), 'europresse/revue.html'),
            ...writeRss(half(1), brand, 'rss/veille.xml'),
          ]
        : [...writeFactiva(half(0), 'factiva/revue.html'), ...writeRss(half(1), brand, 'rss/veille.xml')],
    ),
  ];
}

/** JSON with one line an item of each list, so that a change shows as a short diff. Numbers to six digits. */
function truthJson(truth: Truth): string {
  const short = (value: unknown): string =>
    JSON.stringify(value, (_, item: unknown) => (typeof item === 'number' ? Number(item.toFixed(6)) : item));
  const lines = Object.entries(truth).map(
    ([key, value]) =>
      ` "${key}": ${Array.isArray(value) && value.length > 0 ? `[\n  ${value.map(short).join(',\n  ')}\n ]` : short(value)}`,
  );
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** One line a message of a file: where it is, and what is true of it. */
function labelTable(files: readonly WrittenFile[]): string {
  const header = [
    'file',
    'exportId',
    'sentAt',
    'messageId',
    'caseId',
    'crisisId',
    'copyId',
    'stage',
    'channel',
    'direction',
    'sentiment',
    'drivers',
    'intents',
    'harms',
  ];
  const rows = files.flatMap(({ path, rows: inside }) =>
    inside.map(({ message, exportId }) => [
      path,
      exportId ?? '',
      new Date(message.sentAt).toISOString(),
      message.id,
      message.planted.caseId ?? '',
      message.planted.crisisId ?? '',
      message.planted.copyId ?? '',
      message.stage,
      message.channel,
      message.direction,
      message.planted.sentiment,
      message.planted.drivers.join(' '),
      message.planted.intents.join(' '),
      message.planted.harms.join(' '),
    ]),
  );
  return writeTable([header, ...rows], { newline: '\n' });
}

/**
 * Makes a demo: the exports under `exports/`, the planted truth under `truth/`. Same name and seed, same bytes.
 *
 * @returns bytes by path, relative to the folder of the demo
 *
 * @example
 * makeDemo('retail', 1).has('truth/truth.json')
 * // → true
 */
export function makeDemo(name: DemoName, seed = DEMO_SEED): Map<string, Uint8Array> {
  const plan: SimulationPlan = { ...DEFAULT_PLAN, ...DEMO_PLANS[name], seed };
  const corpus = simulateCorpus(plan);
  const written = writeExports(plan, corpus);
  const files = new Map<string, Uint8Array>(written.map(({ path, bytes }) => [`exports/${path}`, bytes]));
  files.set('truth/truth.json', utf8(truthJson(corpus.truth)));
  files.set('truth/messages.csv', utf8(labelTable(written)));
  return files;
}
