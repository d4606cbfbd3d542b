import { simulateCorpus } from './simulate-corpus.js';
import { writeMetaInbox, writeTelegram, writeWhatsapp } from './exports/chats.js';
import { writeZendesk } from './exports/helpdesk.js';
import { writeExportComments, writeReviewTable, writeTalkwalker } from './exports/listening.js';
import { writeMbox } from './exports/mail.js';
import { writeBrandwatch, writeMeltwater } from './exports/mentions.js';
import { writeEuropresse, writeFactiva, writeRss } from './exports/press-exports.js';
import { writeTrustpilot } from './exports/reviews.js';
import { utf8, type WrittenFile } from './exports/written-file.js';
import { type DemoName, DEMO_PLANS, DEMO_SEED } from './demo-plans.js';
import { DEFAULT_PLAN, type SimulationPlan } from './plan.js';
import { rowTable, truthJson } from './truth-files.js';
import { storeOf } from './store-of.js';
import { sectorTexts } from './texts/index.js';
import type { SimulatedCorpus, SimulatedMessage } from './truth.js';

export { DEMO_PLANS, DEMO_SEED, DEMOS, type DemoName } from './demo-plans.js';

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
  const before = mentions.filter(({ sentAt }) => sentAt < Date.UTC(2026, 5, 1)),
    after = mentions.filter(({ sentAt }) => sentAt >= Date.UTC(2026, 4, 15));
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
            ...writeTrustpilot(reviews, 'trustpilot/avis.json', (review) => storeOf(review, brand)),
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

/** One line a message of a file: where it is, and what is true of it. */
const labelTable = (files: readonly WrittenFile[]): string =>
  rowTable(
    files.flatMap(({ path, rows }) =>
      rows.map(({ message, exportId }) => ({
        file: path,
        exportId,
        sentAt: new Date(message.sentAt).toISOString(),
        messageId: message.id,
        caseId: message.planted.caseId,
        crisisId: message.planted.crisisId,
        copyId: message.planted.copyId,
        stage: message.stage,
        channel: message.channel,
        direction: message.direction,
        sentiment: message.planted.sentiment,
        drivers: message.planted.drivers.join(' '),
        intents: message.planted.intents.join(' '),
        harms: message.planted.harms.join(' '),
      })),
    ),
  );

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
  return demoFiles(corpus, writeExports(plan, corpus));
}

/** The files of a demo: its exports, and the truth beside them. */
export function demoFiles(
  { truth }: SimulatedCorpus,
  written: ReturnType<typeof writeExports>,
): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>(written.map(({ path, bytes }) => [`exports/${path}`, bytes]));
  files.set('truth/truth.json', utf8(truthJson(truth)));
  files.set('truth/messages.csv', utf8(labelTable(written)));
  return files;
}
