import { emptyBatch, caseColumns, caseMessageColumns, transitionColumns, type CaseState, type ColumnBatch, type Stage } from '../model/index.js';

/** What stitching reads of one message. */
export interface CaseInput {
  readonly messageId: string;
  readonly threadId: string | null;
  readonly authorKey: string | null;
  readonly contactKeys: readonly string[];
  readonly stage: Stage;
  readonly channel: string;
  readonly direction: string;
  readonly sentAt: number;
  readonly drivers: readonly string[];
  readonly brand: string | null;
  readonly polarity: number | null;
  readonly complaint: boolean;
  readonly thanks: boolean;
  readonly status: string | null;
}

export interface Stitched {
  readonly cases: ColumnBatch<typeof caseColumns>;
  readonly caseMessages: ColumnBatch<typeof caseMessageColumns>;
  readonly transitions: ColumnBatch<typeof transitionColumns>;
}

const DAY = 86_400_000;
/** Messages of one person further apart belong to different cases. */
const LONGEST_SILENCE = 30 * DAY;
const SOLVED = new Set(['solved', 'closed', 'résolu', 'resolu', 'fermé']);

/**
 * Joins messages into cases: same private thread, same author, same order number, e-mail, phone or handle, without a silence of
 * more than 30 days. Messages must be in order of time. Public-only groups count as cases when they hold a complaint.
 */
export function stitchCases(messages: readonly CaseInput[], observedUntil: number): Stitched {
  const parent = messages.map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    while (parent[index] !== root) { const next = parent[index] ?? root; parent[index] = root; index = next; }
    return root;
  };
  const last = new Map<string, number>();
  messages.forEach((message, index) => {
    const keys = [
      ...(message.stage === 'private' && message.threadId !== null ? [`thread:${message.threadId}`] : []),
      ...(message.direction === 'inbound' && message.authorKey !== null ? [`author:${message.authorKey}`] : []),
      ...(message.direction === 'inbound' ? message.contactKeys.filter((key) => !key.startsWith('name:')) : message.contactKeys.filter((key) => key.startsWith('order:'))),
    ];
    for (const key of keys) {
      const before = last.get(key);
      if (before !== undefined && message.sentAt - (messages[before]?.sentAt ?? 0) <= LONGEST_SILENCE) parent[find(index)] = find(before);
      last.set(key, index);
    }
  });
  const groups = new Map<number, CaseInput[]>();
  messages.forEach((message, index) => {
    const root = find(index);
    const group = groups.get(root);
    if (group) group.push(message);
    else groups.set(root, [message]);
  });
  const out: Stitched = { cases: emptyBatch(caseColumns), caseMessages: emptyBatch(caseMessageColumns), transitions: emptyBatch(transitionColumns) };
  for (const group of groups.values()) {
    if (group.some(({ stage, direction, complaint }) => direction === 'inbound' && (stage === 'private' || complaint))) addCase(out, group, observedUntil);
  }
  return out;
}

function addCase(out: Stitched, group: readonly CaseInput[], observedUntil: number): void {
  const inbound = group.filter(({ direction }) => direction === 'inbound');
  const [first] = inbound;
  if (first === undefined) return;
  const after = (test: (message: CaseInput) => boolean, from = -Infinity): CaseInput | undefined => group.find((message) => message.sentAt >= from && test(message));
  const caseId = `case:${first.messageId}`;
  const firstPublic = first.stage === 'private' ? after(({ stage, direction }) => stage === 'public' && direction === 'inbound', first.sentAt) : undefined;
  const answered = after(({ direction }) => direction === 'outbound', first.sentAt);
  const solved = after(({ status }) => status !== null && SOLVED.has(status.toLowerCase()), first.sentAt);
  const thanked = answered && after(({ thanks, complaint, direction }) => direction === 'inbound' && thanks && !complaint, answered.sentAt);
  const resolved = [solved, thanked].filter((message) => message !== undefined).toSorted((a, b) => a.sentAt - b.sentAt)[0];
  const complaint = inbound.find((message) => message.complaint);
  const drivers = mostNamed(inbound.flatMap((message) => message.drivers));
  const push = <T extends Record<string, unknown[]>>(columns: T, row: { [K in keyof T]: T[K][number] }): void => {
    for (const name of Object.keys(columns)) columns[name]?.push(row[name]);
  };
  push(out.cases, {
    caseId, firstStage: first.stage, furthestStage: firstPublic ? 'public' : first.stage, firstChannel: first.channel,
    spillChannel: firstPublic?.channel ?? null, openedAt: first.sentAt, lastAt: group.at(-1)?.sentAt ?? null, observedUntil,
    complaint: complaint !== undefined, complaintAt: complaint?.sentAt ?? null, answeredAt: answered?.sentAt ?? null,
    resolvedAt: resolved?.sentAt ?? null, resolvedBy: resolved === undefined ? null : resolved === solved ? 'status' : 'thanks',
    reopenedAt: resolved ? after((message) => message.direction === 'inbound' && message.complaint && message.sentAt > resolved.sentAt)?.sentAt ?? null : null,
    spilledAt: firstPublic?.sentAt ?? null, pressAt: null,
    answeredInPrivateAt: firstPublic ? after(({ stage, direction }) => stage === 'private' && direction === 'outbound', firstPublic.sentAt)?.sentAt ?? null : null,
    driver: drivers[0] ?? null, drivers, brand: inbound.find(({ brand }) => brand !== null)?.brand ?? null,
    polarity: inbound.reduce<number | null>((low, { polarity }) => (polarity === null ? low : Math.min(low ?? polarity, polarity)), null),
    messages: group.length, inbound: inbound.length, linkProbability: 1,
  });
  for (const { messageId } of group) push(out.caseMessages, { caseId, messageId, linkProbability: 1, evidence: [] });
  const steps: { to: CaseState; message: CaseInput | undefined }[] = [{ to: 'resolved', message: resolved }, { to: 'public', message: firstPublic }];
  let from: CaseState = first.stage;
  for (const { to, message } of steps.toSorted((a, b) => (a.message?.sentAt ?? 0) - (b.message?.sentAt ?? 0))) {
    if (message === undefined || to === from) continue;
    push(out.transitions, { caseId, from, to, at: message.sentAt, delayHours: (message.sentAt - first.sentAt) / 3_600_000, messageId: message.messageId });
    from = to;
  }
}

function mostNamed(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([name]) => name);
}
