import { simulateCorpus } from './corpus.js';
import { utf8, writeMetaInbox, writeTelegram, writeWhatsapp, type ExportFiles } from './exports/chats.js';
import { writeExportComments, writeReviewTable, writeTalkwalker } from './exports/listening.js';
import { writeMbox } from './exports/mail.js';
import { writeEuropresse, writeRss } from './exports/press.js';
import { DEFAULT_PLAN, type SimulationPlan } from './plan.js';
import { sectorTexts } from './texts/index.js';
import type { SimulatedMessage } from './truth.js';

export const DEMOS = ['agri-food', 'retail'] as const;
export type DemoName = (typeof DEMOS)[number];

const day = (month: number, date: number, hour: number): number => Date.UTC(2026, month - 1, date, hour);

/** What is planted in each demo: two quarters of a fictitious brand. */
export const DEMO_PLANS: Readonly<Record<DemoName, Partial<SimulationPlan>>> = {
  'agri-food': {
    sector: 'agri-food',
    perDay: [2.6, 2.2, 0.04],
    drivers: { taste: 1.6, freshness: 1.2, price: 1.4, packaging: 1.2, safety: 0.5, origin: 0.7, traceability: 0.3, nutrition: 0.8, additives: 0.5, 'animal-welfare': 0.4, 'producer-pay': 0.3, 'organic-label': 0.3, availability: 0.9 },
    privateChannels: { whatsapp: 1, 'facebook-dm': 1.6, 'instagram-dm': 1, telegram: 0.5, email: 2.2 },
    publicChannels: { 'x-post': 3, 'facebook-comment': 3, review: 1 },
    crises: [
      { id: 'plastique-bleu', kind: 'classic', driver: 'safety', story: 'plastique-bleu', startsAt: day(3, 2, 8), privateCases: 22, publicMessages: 120, articles: 4, publicAfterHours: 70, pressAfterHours: 104, halfLifeHours: 30 },
      { id: 'ferme-partenaire', kind: 'quiet', driver: 'animal-welfare', story: 'ferme-partenaire', startsAt: day(5, 4, 9), privateCases: 4, publicMessages: 6, articles: 3, publicAfterHours: 190, pressAfterHours: 215, halfLifeHours: 60 },
      { id: 'nouvelle-recette', kind: 'storm', driver: 'taste', story: 'nouvelle-recette', startsAt: day(4, 14, 11), privateCases: 12, publicMessages: 260, articles: 0, publicAfterHours: 3, pressAfterHours: 0, halfLifeHours: 16 },
    ],
    copies: [{ id: 'chaine-ferments', story: 'chaine-ferments', startsAt: day(2, 9, 18), copies: 24, halfLifeHours: 50 }],
  },
  retail: { sector: 'retail' },
};

/** A demo: exports by path under `exports/`, and `truth/truth.json`. */
export function makeDemo(name: DemoName, seed = 2026): ExportFiles {
  const plan: SimulationPlan = { ...DEFAULT_PLAN, ...DEMO_PLANS[name], seed };
  const { messages, truth } = simulateCorpus(plan);
  const { brand, brandSlug } = sectorTexts(plan.sector);
  const of = (channel: string, stage: 'private' | 'public' | 'press'): SimulatedMessage[] => messages.filter((message) => message.channel === channel && message.stage === stage);
  const files: ExportFiles = new Map();
  const add = (more: Iterable<readonly [string, Uint8Array]>, folder: string): void => { for (const [path, bytes] of more) files.set(`exports/${folder}/${path}`, bytes); };
  add(writeWhatsapp(of('whatsapp', 'private'), brand), 'prive');
  add(writeMetaInbox(of('facebook-dm', 'private'), brand, 'messenger'), 'prive');
  add(writeMetaInbox(of('instagram-dm', 'private'), brand, 'instagram/your_instagram_activity'), 'prive');
  add(writeTelegram(of('telegram', 'private'), brand), 'prive');
  add([['mail/service-consommateurs.mbox', writeMbox(of('email', 'private'), { name: `Service consommateurs ${brand}`, address: `conso@${brandSlug}.example` })]], 'prive');
  add(writeExportComments(of('facebook-comment', 'public'), brandSlug), 'public');
  add([['talkwalker/mentions-x.xlsx', writeTalkwalker(of('x-post', 'public'), brand)], ['avis/avis-boutique.csv', writeReviewTable(of('review', 'public'), brand)]], 'public');
  const press = of('press', 'press');
  add([['europresse/revue.html', writeEuropresse(press.filter((_, i) => i % 2 === 0))], ['rss/veille.xml', writeRss(press.filter((_, i) => i % 2 === 1), brand)]], 'presse');
  files.set('truth/truth.json', utf8(`${JSON.stringify(truth, null, 1)}\n`));
  return files;
}
