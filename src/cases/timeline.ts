import type { CaseState } from '../model/index.js';
import { PRIVATE, PUBLIC, type CaseMessage } from './case-message.js';
import { AGAINST } from './units.js';

/** When the article that reports the movement of the case came out. */
export interface PressReport {
  readonly at: number;
  readonly article: number;
  readonly inBurst: boolean;
}

/** What shows a resolution: the ticket's status, words of the brand, words of the customer, or thanks after an answer. */
export type ResolvedBy = 'status' | 'closing' | 'confirmed' | 'thanks';

export interface Step {
  readonly from: CaseState;
  readonly to: CaseState;
  readonly at: number;
  /** Index of the message that shows it. */
  readonly message: number;
}

/** What happened to a case, each time with the index of the message that shows it. */
export interface Timeline {
  readonly first: number;
  readonly complaint: number | undefined;
  readonly acknowledged: number | undefined;
  readonly answered: number | undefined;
  readonly resolved: number | undefined;
  readonly resolvedBy: ResolvedBy | undefined;
  readonly reopened: number | undefined;
  readonly spilled: number | undefined;
  readonly answeredInPrivate: number | undefined;
  readonly press: PressReport | undefined;
  readonly steps: readonly Step[];
}

interface Resolution {
  readonly message: number;
  readonly by: ResolvedBy;
}

/** A spill speaks of the problem: a public message that neither complains nor speaks of anything bad is none. */
const spills = (message: CaseMessage): boolean =>
  message.stage === PUBLIC && !message.outbound && (message.complaint || message.polarity <= AGAINST);

/** A customer takes a resolution back: in so many words, or with a complaint or a question that confirms nothing. */
const takesBack = (message: CaseMessage): boolean =>
  !message.outbound &&
  (message.outcome === 'unsettled' ||
    ((message.complaint || message.question) && message.outcome !== 'settled'));

/** Every sign of a resolution, in order: closing words of the brand, the customer's own, thanks after an answer, the end of a solved ticket. */
function resolutions(messages: readonly CaseMessage[], indices: readonly number[]): Resolution[] {
  const found: Resolution[] = [];
  let answered = false;
  let lastSolved: number | undefined;
  indices.forEach((index, at) => {
    const message = messages[index] as CaseMessage;
    if (message.solved) lastSolved = index;
    if (message.automatic) return;
    if (message.outbound) {
      answered = true;
      if (message.outcome === 'settled') found.push({ message: index, by: 'closing' });
    } else if (at > 0 && message.outcome === 'settled') found.push({ message: index, by: 'confirmed' });
    else if (answered && message.thanks && !takesBack(message)) found.push({ message: index, by: 'thanks' });
  });
  if (lastSolved !== undefined) found.push({ message: lastSolved, by: 'status' });
  return found.toSorted((a, b) => (messages[a.message]?.sentAt ?? 0) - (messages[b.message]?.sentAt ?? 0));
}

/**
 * The timeline of a case from its messages in order of time. Answered: first message of the brand that the customer sees after the
 * case opened. Resolved: first sign of a resolution after the last message of the customer that takes one back; where none stands, the
 * first sign, with what took it back. Spilled: first public message of the customer after a private one.
 */
export function timelineOf(
  messages: readonly CaseMessage[],
  indices: readonly number[],
  press: PressReport | undefined,
): Timeline | undefined {
  const at = (index: number): CaseMessage => messages[index] as CaseMessage;
  const first = indices.find((index) => !at(index).outbound);
  if (first === undefined) return undefined;
  const openedAt = at(first).sentAt;
  const later = indices.filter((index) => at(index).sentAt >= openedAt);
  const complaint = later.find(
    (index) => !at(index).outbound && at(index).complaint && at(index).stage === at(first).stage,
  );
  const acknowledged = later.find((index) => at(index).automatic);
  const answered = later.find((index) => at(index).outbound && !at(index).automatic);
  const spilled = at(first).stage === PRIVATE ? later.find((index) => spills(at(index))) : undefined;
  const signs = resolutions(messages, later);
  const lastBack = later.findLast((index) => takesBack(at(index)));
  const backAt = lastBack === undefined ? -Infinity : at(lastBack).sentAt;
  const standing = signs.find(({ message, by }) => by === 'status' || at(message).sentAt > backAt);
  const resolution = standing ?? signs[0];
  const resolvedAt = resolution === undefined ? Infinity : at(resolution.message).sentAt;
  const reopened =
    standing === undefined
      ? later.find((index) => at(index).sentAt > resolvedAt && takesBack(at(index)))
      : undefined;
  const wentPublic = spilled ?? (at(first).stage === PUBLIC ? first : undefined);
  const answeredInPrivate =
    wentPublic === undefined
      ? undefined
      : later.find(
          (index) =>
            at(index).outbound &&
            !at(index).automatic &&
            at(index).stage === PRIVATE &&
            at(index).sentAt > at(wentPublic).sentAt,
        );
  return {
    first,
    complaint,
    acknowledged,
    answered,
    resolved: resolution?.message,
    resolvedBy: resolution?.by,
    reopened,
    spilled,
    answeredInPrivate,
    press,
    steps: stepsOf(messages, at(first).stage === PRIVATE ? 'private' : 'public', signs, spilled, press),
  };
}

/** Changes of state in order of time: P→R, P→U, R→U, U→R, U→N, N→C. Signs that change nothing are left out. */
function stepsOf(
  messages: readonly CaseMessage[],
  start: CaseState,
  signs: readonly Resolution[],
  spilled: number | undefined,
  press: PressReport | undefined,
): Step[] {
  const events: { readonly to: CaseState; readonly at: number; readonly message: number }[] = [
    ...signs.map(({ message }) => ({ to: 'resolved' as const, at: messages[message]?.sentAt ?? 0, message })),
    ...(spilled === undefined
      ? []
      : [{ to: 'public' as const, at: messages[spilled]?.sentAt ?? 0, message: spilled }]),
    ...(press === undefined ? [] : [{ to: 'press' as const, at: press.at, message: press.article }]),
    ...(press?.inBurst ? [{ to: 'crisis' as const, at: press.at, message: press.article }] : []),
  ].toSorted((a, b) => a.at - b.at);
  const allowed: Readonly<Record<CaseState, readonly CaseState[]>> = {
    private: ['resolved', 'public'],
    resolved: ['public'],
    public: ['resolved', 'press'],
    press: ['crisis', 'resolved'],
    crisis: [],
  };
  const steps: Step[] = [];
  let state = start;
  for (const { to, at, message } of events) {
    if (!allowed[state].includes(to)) continue;
    steps.push({ from: state, to, at, message });
    state = to;
  }
  return steps;
}
