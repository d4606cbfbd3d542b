import { makeFolder } from '../engine/disk.js';
import { writeWhole } from '../engine/write-whole.js';
import { join } from 'node:path';
import type { CorpusTables } from '../engine/corpus-tables.js';
import { measure } from '../metrics/measure.js';
import type { Language } from '../util/language.js';
import type { OnProgress } from '../util/progress.js';
import { englishDate } from '../util/english.js';
import { formatDate, localParts } from '../util/french.js';
import { completeFiles, listFolder, type ListedFile } from './complete-files.js';
import { atomFeed, eventRows, eventTable, jsonFeed } from './event-feeds.js';
import { mailFile, mailText } from './event-mail.js';
import { inQuietHours, type WatchConfig } from './watch-config.js';
import { EVENT_METRICS, eventsOf, sameEvent, type WatchEvent } from './watch-event.js';
import { deliver, type DeliverOptions } from './deliver.js';
import { readState, writeState, type Pending, type WatchState } from './watch-state.js';

export interface LookOptions extends DeliverOptions {
  /** Folder in which exports are dropped. */
  readonly folder: string;
  /** Folder of feeds, tables, mails and of what the watch remembers. */
  readonly out: string;
  /** Adds exports to the corpus and opens it. */
  readonly read: (paths: readonly string[]) => Promise<CorpusTables>;
  /** How a file is remembered and told: exports are named after people. Must tell any two files apart. */
  readonly nameOf: (path: string) => string;
  /** How long a file must lie unchanged. Default 10 seconds. */
  readonly settleMs?: number;
  /** Events older than this at the end of the first exports are known, not told. Default 7 days. */
  readonly freshDays?: number;
  readonly language?: Language;
  readonly zone?: string;
  readonly onProgress?: OnProgress;
}

/** What one look did. */
export interface Look {
  /** Exports that were read, by the names that `nameOf` gives. */
  readonly read: readonly string[];
  /** Exports that are not complete yet. */
  readonly waiting: readonly string[];
  /** Events told for the first time. */
  readonly events: readonly WatchEvent[];
  /** Posts that an address took, and those still to do. */
  readonly delivered: number;
  readonly pending: number;
}

const DAY = 86_400_000;

/**
 * One look at a folder: exports that are complete are added to the corpus, metrics and alert rules run, and what is new goes to feeds,
 * tables, mails and webhooks. What is to be told is remembered before it is told: after a crash the next look goes on, and a
 * receiver knows a second post by its key.
 */
export async function lookOnce(options: LookOptions): Promise<Look> {
  const { folder, out, now, config = {}, nameOf, settleMs = 10_000, zone = 'Europe/Paris' } = options;
  const memory = join(out, 'watch-state.json');
  let state = readState(memory);
  const listed = listFolder(folder);
  const kept = (file: ListedFile): ListedFile => ({ ...file, path: nameOf(file.path) });
  const before = listed.flatMap((file) =>
    state.listed.filter(({ path }) => path === nameOf(file.path)).map((one) => ({ ...one, path: file.path })),
  );
  const complete = completeFiles(listed, before, { now, settleMs });
  const isRead = ({ path, bytes, changedAt }: ListedFile): boolean =>
    state.read.some((one) => one.path === nameOf(path) && one.bytes === bytes && one.changedAt === changedAt);
  const fresh = complete.filter((file) => !isRead(file));
  let told: readonly WatchEvent[] = [];
  if (fresh.length > 0) {
    const corpus = await options.read(fresh.map(({ path }) => join(folder, path)));
    try {
      const found = await eventsIn(corpus, options, zone);
      const last = Date.parse(corpus.manifest.lastAt ?? '');
      const old = ({ at }: WatchEvent): boolean =>
        !state.begun && Date.parse(at) < last - (options.freshDays ?? 7) * DAY;
      const unknown = found.filter(
        (event) => ![...state.events, ...state.known].some((known) => sameEvent(known, event)),
      );
      told = unknown.filter((event) => !old(event));
      state = {
        ...state,
        begun: true,
        events: [...state.events, ...told],
        known: [
          ...state.known,
          ...unknown.filter(old).map(({ kind, subject, at }) => ({ kind, subject, at })),
        ],
        pending: [...state.pending, ...deliveriesOf(told, config, now)],
        unmailed: config.email === undefined ? [] : [...state.unmailed, ...told.map(({ id }) => id)],
        read: [
          ...state.read.filter(({ path }) => !fresh.some((file) => nameOf(file.path) === path)),
          ...fresh.map(kept),
        ],
      };
    } finally {
      corpus.close();
    }
  }
  state = { ...state, listed: listed.map(kept) };
  writeState(memory, state);
  writeFeeds(out, state.events, options);
  const hour = hourOf(now, zone);
  const quiet = inQuietHours(hour.time, config.quietHours);
  if (!quiet) {
    state = writeMails(out, state, config, { now, ...hour, language: options.language ?? 'fr' });
    writeState(memory, state);
  }
  const open = ({ pending, givenUp }: WatchState): number => pending.length + givenUp.length;
  const due = open(state);
  if (!quiet) state = await deliver(state, options, (next) => writeState(memory, next));
  return {
    read: fresh.map(({ path }) => nameOf(path)),
    waiting: listed
      .filter((file) => !complete.includes(file) && !isRead(file))
      .map(({ path }) => nameOf(path)),
    events: told,
    delivered: due - open(state),
    pending: state.pending.length,
  };
}

async function eventsIn(
  corpus: CorpusTables,
  { config = {}, language = 'fr', onProgress }: LookOptions,
  zone: string,
): Promise<WatchEvent[]> {
  const { falseAlarmsPerMonth } = config;
  const metrics = await measure(corpus, {
    which: EVENT_METRICS,
    zone,
    ...(falseAlarmsPerMonth !== undefined && { falseAlarmsPerMonth }),
    ...(onProgress && { onProgress }),
  });
  return eventsOf(metrics, { observedAt: corpus.manifest.lastAt, language, zone });
}

const deliveriesOf = (
  events: readonly WatchEvent[],
  { webhooks = [] }: WatchConfig,
  now: number,
): Pending[] =>
  events.flatMap(({ id }) => webhooks.map(({ url }) => ({ eventId: id, url, attempts: 0, notBefore: now })));

function writeFeeds(out: string, events: readonly WatchEvent[], { language = 'fr' }: LookOptions): void {
  makeFolder(out);
  const head = { title: language === 'fr' ? 'Veille déversoir' : 'Spillway watch', language };
  writeWhole(join(out, 'atom.xml'), atomFeed(events, head));
  writeWhole(join(out, 'feed.json'), jsonFeed(events, head));
  writeWhole(join(out, 'events.csv'), eventTable(events));
  writeWhole(join(out, 'events.json'), eventRows(events));
}

const two = (value: number): string => String(value).padStart(2, '0');

function hourOf(now: number, zone: string): { readonly time: string; readonly day: string } {
  const { year, month, day, hour, minute } = localParts(now, zone);
  return { time: `${two(hour)}:${two(minute)}`, day: `${year}-${two(month)}-${two(day)}` };
}

/** Mails of new events: one each, or one a day from the hour of the digest on; none on a day without events. */
function writeMails(
  out: string,
  state: WatchState,
  { email, digestAt = '08:00' }: WatchConfig,
  {
    now,
    time,
    day,
    language,
  }: { readonly now: number; readonly time: string; readonly day: string; readonly language: Language },
): WatchState {
  if (email === undefined || state.unmailed.length === 0) return state;
  const daily = email.when === 'daily';
  if (daily && (state.digestDay === day || time < digestAt)) return state;
  const events = state.events.filter(({ id }) => state.unmailed.includes(id));
  const mails = join(out, 'mails');
  makeFolder(mails);
  const { from, to } = email;
  const at = new Date(now).toISOString();
  if (daily) {
    const date = new Date(`${day}T00:00:00Z`);
    const subject =
      language === 'fr'
        ? `Veille du ${formatDate(date, { zone: 'UTC' })} (${events.length})`
        : `Watch of ${englishDate(localParts(date.getTime(), 'UTC'))} (${events.length})`;
    writeWhole(
      join(mails, `digest-${day}.eml`),
      mailFile({ id: `digest-${day}`, from, to, subject, at }, mailText(events)),
    );
  } else
    for (const event of events)
      writeWhole(
        join(mails, `${event.id}.eml`),
        mailFile({ id: event.id, from, to, subject: event.title, at: event.at }, mailText([event])),
      );
  return { ...state, unmailed: [], ...(daily && { digestDay: day }) };
}
