import { STAGES, type caseColumns, type Row, type Stage } from '../model/index.js';
import { PUBLIC, type CaseMessage } from './messages/case-message.js';
import type { Cluster } from './links/clusters.js';
import type { Timeline } from './timeline/timeline.js';

export interface CaseNames {
  /** Where the observation of each stage ends: cases are censored there, by the stage in which they opened. */
  readonly observedUntil: Readonly<Record<Stage, number | null>>;
  /** Name of a driver bit, and of a brand code. */
  readonly driverName: (bit: number) => string;
  readonly brandName: (code: number) => string | null;
}

/** The row of a case, from its messages and the steps of its timeline. */
export function caseRow(
  caseId: string,
  messages: readonly CaseMessage[],
  indices: readonly number[],
  timeline: Timeline,
  cluster: Cluster,
  options: CaseNames,
): Row<typeof caseColumns> {
  const at = (index: number | undefined): number | null =>
    index === undefined ? null : (messages[index]?.sentAt ?? null);
  const all = indices.map((index) => messages[index] as CaseMessage).filter(({ repeated }) => !repeated);
  const inbound = all.filter(({ outbound }) => !outbound);
  const first = messages[timeline.first] as CaseMessage;
  const drivers = driversByMention(inbound, options.driverName);
  const spilled = timeline.spilled === undefined ? undefined : messages[timeline.spilled];
  const furthest =
    timeline.press !== undefined
      ? 'press'
      : inbound.some(({ stage }) => stage === PUBLIC) &&
          (timeline.spilled !== undefined || first.stage === PUBLIC)
        ? 'public'
        : 'private';
  const polarities = inbound.map(({ polarity }) => polarity).filter((value) => !Number.isNaN(value));
  return {
    caseId,
    firstStage: STAGES[first.stage] ?? 'private',
    furthestStage: furthest,
    firstChannel: first.channel,
    spillChannel: spilled?.channel ?? null,
    openedAt: first.sentAt,
    lastAt: all.at(-1)?.sentAt ?? null,
    observedUntil: options.observedUntil[STAGES[first.stage] ?? 'private'],
    complaint: timeline.complaint !== undefined,
    complaintAt: at(timeline.complaint),
    acknowledgedAt: at(timeline.acknowledged),
    answeredAt: at(timeline.answered),
    resolvedAt: timeline.resolvedAt ?? null,
    resolvedBy: timeline.resolvedBy ?? null,
    reopenedAt: at(timeline.reopened),
    waitingSince: at(timeline.waiting),
    spilledAt: at(timeline.spilled),
    pressAt: timeline.press?.at ?? null,
    answeredInPrivateAt: at(timeline.answeredInPrivate),
    driver: drivers[0] ?? null,
    drivers,
    brand: options.brandName(
      inbound.find(({ brand }) => brand !== 0)?.brand ?? all.find(({ brand }) => brand !== 0)?.brand ?? 0,
    ),
    polarity: polarities.length === 0 ? null : Math.min(...polarities),
    messages: all.length,
    inbound: inbound.length,
    linkProbability: [...cluster.links.values()].reduce(
      (low, { probability }) => Math.min(low, probability),
      1,
    ),
  };
}

/** Every later message of a case asks for an answer: how it is handled says what it is about only where nothing else does. */
const HANDLING = 'after-sales';

/** Drivers of the inbound messages, complaints counting double, most named first, handling last. */
function driversByMention(inbound: readonly CaseMessage[], name: (bit: number) => string): string[] {
  const counts = new Map<number, number>();
  for (const { drivers, complaint } of inbound) {
    for (let bit = 0; bit < 31; bit++)
      if ((drivers & (1 << bit)) !== 0) counts.set(bit, (counts.get(bit) ?? 0) + (complaint ? 2 : 1));
  }
  const handling = (bit: number): number => Number(name(bit) === HANDLING);
  return [...counts]
    .toSorted((a, b) => handling(a[0]) - handling(b[0]) || b[1] - a[1] || a[0] - b[0])
    .map(([bit]) => name(bit));
}
