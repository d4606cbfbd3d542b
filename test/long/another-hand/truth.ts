import { createHash } from 'node:crypto';
import { isLost } from './calendar.js';
import type { HandCase } from './conversation.js';
import type { HandFile, HandMessage } from './message.js';
import type { Plan } from './plan.js';
import { DAY, HOUR } from './rhythm.js';
import type { Quarter } from './quarter.js';
import { sharedKeys } from './shared-keys.js';

export interface Share {
  readonly n: number;
  readonly of: number;
}
/** What a quarter was, in figures. */
export interface TruthFigures {
  /** Complaint cases whose person spoke in public before the quarter ended, of all complaint cases. */
  readonly spillRate: Share;
  readonly byDriver: Readonly<Record<string, Share>>;
  readonly byChannel: Readonly<Record<string, Share>>;
  /** Share that ever speaks in public within so many days, after the quarter too. */
  readonly incidence: readonly { readonly days: number; readonly share: number }[];
  readonly hazardRatio: number;
  /** Public posts of private complaint cases in the quarter, per such case. */
  readonly matrixPrivatePublic: number;
  /** Spills expected in the 24 hours after the quarter. */
  readonly reservoir: number;
  readonly iceberg: { readonly private: number; readonly public: number; readonly ratio: number };
  /** Open complaint cases, opened before the exports too where these hold a word of them, and those of them in which the customer waits for a word. */
  readonly open: number;
  /** Those opened in the last sixty days, as the reservoir holds. */
  readonly openYoung: number;
  readonly waiting: number;
  /** Those that have waited for sixty days at most, as `waitingCases` tells of. */
  readonly waitingYoung: number;
  readonly responseRate: Readonly<Record<string, Share>>;
  /** Hours to the first human reply, Kaplan-Meier median; null where fewer than half are answered. */
  readonly firstReplyMedian: Readonly<Record<string, number | null>>;
  /** Customers' messages that the exports hold. */
  readonly customers: Readonly<Record<string, number>>;
  /** Suppliers, applicants and advertisers that they hold, by channel. */
  readonly asides: Readonly<Record<string, number>>;
  readonly crises: readonly { readonly start: string; readonly posts: number; readonly driver: string }[];
  readonly articles: { readonly all: number; readonly crisis: number };
}

const share = (n: number, of: number): Share => ({ n, of });

function shares(
  cases: readonly HandCase[],
  keyOf: (one: HandCase) => string,
  holds: (one: HandCase) => boolean,
): Record<string, Share> {
  const keys = [...new Set(cases.map(keyOf))].toSorted();
  return Object.fromEntries(
    keys.map((key) => {
      const own = cases.filter((one) => keyOf(one) === key);
      return [key, share(own.filter(holds).length, own.length)];
    }),
  );
}

/** Kaplan-Meier median of delays, of which `undefined` are censored at the end. */
function median(cases: readonly HandCase[], end: number): number | null {
  const rows = cases
    .map(({ openedAt, firstReplyAt = Infinity }) => ({
      hours: (Math.min(firstReplyAt, end) - openedAt) / HOUR,
      seen: firstReplyAt < end,
    }))
    .toSorted((a, b) => a.hours - b.hours);
  let left = 1;
  for (const [index, { hours, seen }] of rows.entries()) {
    if (seen) left *= 1 - 1 / (rows.length - index);
    if (left <= 0.5) return hours;
  }
  return null;
}

export const spilledIn = ({ spillAt = Infinity }: HandCase, end: number): boolean => spillAt < end;
export const resolvedIn = ({ resolvedAt = Infinity }: HandCase, end: number): boolean => resolvedAt < end;

/** An open case waits when the last word before the end is the customer's. */
export function waits(one: HandCase, end: number): boolean {
  const last = one.messages.findLast(({ at, side }) => at < end && (side === 'customer' || side === 'staff'));
  return last?.side === 'customer';
}

/** When the customer began to wait for a word: the first of theirs after the brand's last; `-Infinity` where nobody waits. */
export function waitsSince(one: HandCase, end: number): number {
  if (!waits(one, end)) return -Infinity;
  const said = one.messages.filter(({ at, side }) => at < end && (side === 'customer' || side === 'staff'));
  return said[said.findLastIndex(({ side }) => side === 'staff') + 1]?.at ?? -Infinity;
}

/** Whether the exports hold a word of a case; those that opened before them, or while their source was silent, may be without. */
export const shownIn = ({ messages }: HandCase, plan: Plan): boolean =>
  messages.some((one) => one.at >= plan.start && one.at < plan.end && !isLost(plan, one));

/** On X, posts of their own and answers to others are two channels: the former are judged. */
export const ownPost = ({ channel, thread, id }: HandMessage): boolean => channel !== 'x' || thread === id;

export function figuresOf(
  { plan, cases, crisis, spills, messages }: Quarter,
  files: readonly HandFile[],
): TruthFigures {
  const { end } = plan;
  // What two exports hold is one message.
  const exported = [...new Set(files.flatMap((file) => file.messages).filter((one) => one !== undefined))];
  const ids = new Set(exported.map(({ id }) => id));
  const opened = cases.filter(({ openedAt }) => openedAt >= plan.start && openedAt < end),
    complaints = opened.filter(({ intent }) => intent === 'complaint');
  const spilled = (one: HandCase): boolean => spilledIn(one, end);
  const posts = complaints.flatMap(({ id }) => spills.get(id) ?? []).filter(({ at }) => at < end);
  const open = cases.filter(
    (one) => one.intent === 'complaint' && shownIn(one, plan) && !spilled(one) && !resolvedIn(one, end),
  );
  const publicComplaints = messages.filter(
    ({ side, purpose, channel, at }) =>
      side === 'customer' &&
      purpose === 'complaint' &&
      channel in PUBLIC_CHANNELS &&
      at >= plan.start &&
      at < end,
  );
  const people = new Set(publicComplaints.map(({ caseId, id }) => caseId ?? id));
  const asking = opened.filter(({ intent }) => intent !== 'praise');
  const answered = (one: HandCase): boolean => (one.firstReplyAt ?? Infinity) < end;
  const replied = new Set(
    exported.filter(({ purpose }) => purpose === 'publicReply').map(({ parent }) => parent),
  );
  const responses: Record<string, Share> = shares(asking, ({ channel }) => `private ${channel}`, answered);
  for (const channel of Object.keys(PUBLIC_CHANNELS)) {
    const own = publicComplaints.filter((one) => one.channel === channel && ids.has(one.id) && ownPost(one));
    if (own.some(({ id }) => replied.has(id)))
      responses[`public ${channel}`] = share(own.filter(({ id }) => replied.has(id)).length, own.length);
  }
  const customers: Record<string, number> = {},
    asides: Record<string, number> = {};
  for (const { side, channel, purpose } of exported)
    if (side === 'customer' && purpose !== 'reshare' && purpose !== 'aside')
      customers[channel] = (customers[channel] ?? 0) + 1;
  for (const { channel, purpose } of exported)
    if (purpose === 'aside') asides[channel] = (asides[channel] ?? 0) + 1;
  return {
    spillRate: share(complaints.filter(spilled).length, complaints.length),
    byDriver: shares(complaints, ({ matter }) => matter.driver, spilled),
    byChannel: shares(complaints, ({ channel }) => channel, spilled),
    incidence: [1, 3, 7, 30].map((days) => ({
      days,
      share:
        complaints.filter(({ openedAt, spillAt = Infinity }) => spillAt - openedAt <= days * DAY).length /
        complaints.length,
    })),
    hazardRatio: plan.hazardRatio,
    matrixPrivatePublic: posts.length / complaints.length,
    reservoir: open.reduce((sum, one) => sum + one.risk(end, 24), 0),
    iceberg: { private: complaints.length, public: people.size, ratio: complaints.length / people.size },
    open: open.length,
    openYoung: open.filter(({ openedAt }) => openedAt >= end - 60 * DAY).length,
    waiting: open.filter((one) => waitsSince(one, end) >= plan.start).length,
    waitingYoung: open.filter((one) => waitsSince(one, end) >= Math.max(plan.start, end - 60 * DAY)).length,
    responseRate: responses,
    firstReplyMedian: Object.fromEntries(
      [...new Set(asking.map(({ channel }) => channel))].toSorted().map((channel) => [
        channel,
        median(
          asking.filter((one) => one.channel === channel),
          end,
        ),
      ]),
    ),
    customers,
    asides,
    crises:
      crisis === undefined
        ? []
        : [
            {
              start: new Date(crisis.start).toISOString(),
              posts: crisis.posts.length,
              driver: crisis.matter.driver,
            },
          ],
    articles: {
      all: exported.filter(({ purpose }) => purpose === 'article').length,
      crisis: exported.filter(({ purpose, crisis: own }) => purpose === 'article' && own).length,
    },
  };
}

const PUBLIC_CHANNELS = { google: 1, trustpilot: 1, facebook: 1, instagram: 1, x: 1 } as const;

/** `truth.json`: the figures and every case. */
export function truthOf(quarter: Quarter, files: readonly HandFile[]): object {
  const { plan, cases, spills } = quarter;
  /** Where each message stands: its file, its place among the records of the file, from 1, and the SHA-1 of its text. */
  const where = new Map(
    files.flatMap(({ path, messages }) =>
      messages.flatMap((one, at) =>
        one === undefined
          ? []
          : [
              [
                one.id,
                { file: path, record: at + 1, sha1: createHash('sha1').update(one.text).digest('hex') },
              ] as const,
            ],
      ),
    ),
  );
  const time = (at: number | undefined): string | null =>
    at === undefined || at >= plan.end ? null : new Date(at).toISOString();
  return {
    seed: plan.seed,
    brand: plan.brand.name,
    sector: plan.brand.sector,
    from: new Date(plan.start).toISOString(),
    to: new Date(plan.end).toISOString(),
    law: plan.law.name,
    baseSpill: plan.baseSpill,
    figures: figuresOf(quarter, files),
    cases: cases
      .filter(({ openedAt }) => openedAt < plan.end)
      .map((one) => ({
        id: one.id,
        person: one.person.id,
        channel: one.channel,
        intent: one.intent,
        driver: one.matter.driver,
        opened: time(one.openedAt),
        firstReply: time(one.firstReplyAt),
        resolved: time(one.resolvedAt),
        resolvedHow: time(one.resolvedAt) === null ? null : one.resolvedHow,
        reopened: time(one.reopenedAt),
        waits:
          one.intent === 'complaint' &&
          !spilledIn(one, plan.end) &&
          !resolvedIn(one, plan.end) &&
          waits(one, plan.end),
        messages: one.messages
          .filter(({ at }) => at < plan.end)
          .map(({ id, side, purpose }) => ({ id, side, purpose, ...where.get(id) })),
        spills: (spills.get(one.id) ?? [])
          .filter(({ at }) => at < plan.end)
          .map(({ id, at, channel, shown, name, handle }) => ({
            id,
            at: time(at),
            channel,
            shown,
            name,
            handle,
            ...where.get(id),
          })),
        sharedKeys: sharedKeys(
          plan,
          one,
          (spills.get(one.id) ?? []).filter(({ at }) => at < plan.end),
        ),
      })),
  };
}
