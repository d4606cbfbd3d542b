import { writeMetaInbox, writeTelegram, writeWhatsapp } from '../exports/chats.js';
import { writeZendesk, writeZendeskPages } from '../exports/helpdesk.js';
import { writeExportComments, writeReviewTable, writeTalkwalker } from '../exports/listening.js';
import { writeMbox } from '../exports/mail.js';
import { writeBrandwatch, writeMeltwater } from '../exports/mentions.js';
import { writeEuropresse, writeFactiva, writeRss } from '../exports/press-exports.js';
import { writeTrustpilot } from '../exports/reviews.js';
import { utf8, type WrittenFile } from '../exports/written-file.js';
import type { Stage } from '../../model/index.js';
import { rowTable, truthJson } from '../truth-files.js';
import type { Knobs } from './knobs.js';
import { type SimulatedWorld, simulateWorld } from './simulate-world.js';
import type { WorldMessage } from './world-truth.js';

/** An export file of a world: its rows hold world messages. */
export interface WorldFile extends Omit<WrittenFile, 'rows'> {
  readonly rows: readonly { readonly message: WorldMessage; readonly exportId: string | null }[];
}

/** The exports of a world, in formats drawn for it. */
export function writeWorld({ exported, setting }: SimulatedWorld): WorldFile[] {
  const { brand, brandSlug } = setting.sector,
    draw = setting.draw('formats');
  const of = (channel: string, stage: Stage): WorldMessage[] =>
    exported.filter((message) => message.channel === channel && message.stage === stage);
  const mentions = of('x-post', 'public'),
    press = of('press', 'press');
  // A table of reviews has no column for the brand's answers: they are not in it.
  const table = draw.chance(0.5);
  const reviews = of('review', 'public').filter(({ direction }) => !table || direction === 'inbound');
  const tickets = of('ticket', 'private');
  const half = (odd: number): WorldMessage[] => press.filter((_, i) => i % 2 === odd);
  const files: WrittenFile[] = [
    ...writeWhatsapp(of('whatsapp', 'private'), brand),
    ...writeMetaInbox(of('facebook-dm', 'private'), brand, 'messenger'),
    ...writeMetaInbox(of('instagram-dm', 'private'), brand, 'instagram/your_instagram_activity'),
    ...writeTelegram(of('telegram', 'private'), brand),
    ...writeMbox(
      of('email', 'private'),
      { name: `Service clients ${brand}`, address: `contact@${brandSlug}.example` },
      'mail/boite.mbox',
    ),
    ...(setting.knobs.ticketRepeats === 'yes'
      ? writeZendeskPages(tickets, brandSlug, 'zendesk')
      : writeZendesk(tickets, [], brandSlug, 'zendesk/tickets.json')),
    ...writeExportComments(of('facebook-comment', 'public'), brandSlug),
    ...draw.pick([
      () => writeTalkwalker(mentions, brand, 'talkwalker/mentions.xlsx'),
      () => writeBrandwatch(mentions, brand, 'brandwatch/mentions.csv'),
      () => writeMeltwater(mentions, brand, 'meltwater/mentions.csv'),
    ])(),
    ...(table
      ? writeReviewTable(reviews, brand, 'avis/avis.csv')
      : writeTrustpilot(reviews, 'trustpilot/avis.json')),
    ...(draw.chance(0.5)
      ? writeEuropresse(half(0), 'presse/europresse.html')
      : writeFactiva(half(0), 'presse/factiva.html')),
    ...writeRss(half(1), brand, 'presse/veille.xml'),
  ];
  return files.filter(({ rows }) => rows.length > 0) as WorldFile[];
}

/** One line a row of the exports: where it is, and what is true of it. `position` counts the rows of a file from 1. */
function truthTable(files: readonly WorldFile[]): string {
  const seen = new Set<string>();
  return rowTable(
    files.flatMap(({ path, rows }) =>
      rows.map(({ message, exportId }, i) => {
        const again = seen.has(message.id);
        seen.add(message.id);
        return {
          file: path,
          position: i + 1,
          exportId,
          messageId: message.id,
          sentAt: new Date(message.sentAt).toISOString(),
          stage: message.stage,
          channel: message.channel,
          direction: message.direction,
          role: message.role,
          speech: again ? 'repeat' : message.speech,
          complaint: message.complaint ? 1 : 0,
          sentiment: message.planted.sentiment,
          drivers: message.planted.drivers.join(' '),
          caseId: message.planted.caseId,
          crisisId: message.planted.crisisId,
          copyId: message.planted.copyId,
          causeId: message.causeId,
          trueSentAt: message.trueAt === undefined ? null : new Date(message.trueAt).toISOString(),
        };
      }),
    ),
  );
}

/**
 * Makes a random world: `exports/`, `deversoir.json` beside them, and `truth/`: `truth.json` (knobs, figures a report should
 * find, crises, cases), `messages.csv` (a line a row of the exports). Same seed and knobs, same bytes.
 *
 * @returns bytes by path
 *
 * @example
 * makeWorld(1).has('truth/truth.json')
 * // → true
 */
export const makeWorld = (seed: number, given: Partial<Knobs> = {}): Map<string, Uint8Array> =>
  filesOf(simulateWorld(seed, given));

/** What `makeWorld` makes, of a world that is there. */
export function filesOf(world: SimulatedWorld): Map<string, Uint8Array> {
  const { setting } = world,
    { brand, brandSlug, competitors } = setting.sector;
  const written = writeWorld(world).map((file) => ({ ...file, path: `exports/${file.path}` }));
  const files = new Map(written.map(({ path, bytes }) => [path, bytes]));
  const config = {
    brand,
    brandAccounts: [brand, `Service clients ${brand}`, `contact@${brandSlug}.example`, brandSlug],
    competitors,
    sector: setting.sectorName,
    zone: 'Europe/Paris',
  };
  files.set('deversoir.json', utf8(`${JSON.stringify(config, null, 2)}\n`));
  files.set('truth/truth.json', utf8(truthJson(world.truth)));
  files.set('truth/messages.csv', utf8(truthTable(written)));
  return files;
}
