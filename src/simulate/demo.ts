import { simulateCorpus } from './simulate-corpus.js';
import { writeMetaInbox, writeTelegram, writeWhatsapp } from './exports/chats.js';
import { writeTable } from './exports/write-csv.js';
import { writeZendesk } from './exports/helpdesk.js';
import { writeExportComments, writeReviewTable, writeTalkwalker } from './exports/listening.js';
import { writeMbox } from './exports/mail.js';
import { writeBrandwatch, writeMeltwater } from './exports/mentions.js';
import { writeEuropresse, writeFactiva, writeRss } from './exports/press-exports.js';
import { writeTrustpilot } from './exports/reviews.js';
import { utf8, type WrittenFile } from './exports/written-file.js';
import { type DemoName, DEMO_PLANS, DEMO_SEED } from './demo-plans.js';
import { DEFAULT_PLAN, type SimulationPlan } from './plan.js';
import { sectorTexts } from './texts/index.js';
import type { SimulatedCorpus, SimulatedMessage, Truth } from './truth.js';

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
