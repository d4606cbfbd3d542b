import type { CaseState } from '../../model/index.js';
import { PRIVATE, PUBLIC, type CaseMessage } from '../messages/case-message.js';
import type { Protest } from './protest-odds.js';
import { resolutions, takingBack, waitingFor, type Resolution, type ResolvedBy } from './resolutions.js';
import { AGAINST } from '../units/units.js';

/** When the article that reports the movement of the case came out. */
export interface PressReport {
  readonly at: number;
  readonly article: number;
  readonly inBurst: boolean;
}

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
  /** When: by a status, when the ticket was closed, where its export says that. */
  readonly resolvedAt: number | undefined;
  readonly resolvedBy: ResolvedBy | undefined;
  readonly reopened: number | undefined;
  /** The customer's word that nobody has answered yet: see `waitingFor`. */
  readonly waiting: number | undefined;
  readonly spilled: number | undefined;
  readonly answeredInPrivate: number | undefined;
  readonly press: PressReport | undefined;
  readonly steps: readonly Step[];
}

const NONE: ReadonlySet<number> = new Set();

/** A spill speaks of the problem: a public message that neither complains nor speaks of anything bad is none, unless what links it says so. */
const spills = (message: CaseMessage): boolean =>
  message.stage === PUBLIC && !message.outbound && (message.complaint || message.polarity <= AGAINST);

/**
 * The message of a stage by which a case is a complaint: the first that is one, else the one by which it is likelier than not that one of
 * the customer's messages is.
 */
function complaintOf(
  messages: readonly CaseMessage[],
  indices: readonly number[],
  stage: number,
): number | undefined {
  const own = indices.filter((index) => {
    const { outbound, repeated, stage: where } = messages[index] as CaseMessage;
    return !outbound && !repeated && where === stage;
  });
  const said = own.find((index) => messages[index]?.complaint === true);
  let none = 1;
  return (
    said ??
    own.find((index) => {
      none *= 1 - (messages[index]?.complaintChance ?? 0);
      return none <= 0.5;
    })
  );
}

/**
 * The timeline of a case from its messages in order of time. Answered: first message of the brand that the customer sees after the
 * case opened. Resolved: first sign of a resolution that no later message takes back before the case spills; reopened: what first took one
 * back. Spilled: first public message of the customer after a private one. `about`: messages that are about the problem, whatever their tone.
 * `protests`: which later messages protest, see `learnProtests`.
 */
export function timelineOf(
  messages: readonly CaseMessage[],
  indices: readonly number[],
  press: PressReport | undefined,
  about: ReadonlySet<number> = NONE,
  protests: Protest = ({ complaint }) => complaint,
): Timeline | undefined {
  const at = (index: number): CaseMessage => messages[index] as CaseMessage;
  const first = indices.find((index) => !at(index).outbound);
  if (first === undefined) return undefined;
  const openedAt = at(first).sentAt;
  const later = indices.filter((index) => at(index).sentAt >= openedAt);
  const complaint = complaintOf(messages, later, at(first).stage);
  const acknowledged = later.find((index) => at(index).automatic);
  const answered = later.find((index) => at(index).outbound && !at(index).automatic);
  const spilled =
    at(first).stage === PRIVATE ? later.find((index) => spills(at(index)) || about.has(index)) : undefined;
  const opened = complaint === undefined ? openedAt : at(complaint).sentAt;
  const takesBack = takingBack(protests);
  const all = resolutions(messages, later, takesBack).filter((sign) => sign.at >= opened);
  const backs = later.filter(
    (index) =>
      at(index).stage === at(first).stage &&
      at(index).sentAt > opened &&
      !at(index).repeated &&
      takesBack(at(index)),
  );
  const lastBack = backs.at(-1);
  const backAt = lastBack === undefined ? -Infinity : at(lastBack).sentAt;
  const signs = all.filter((sign) => !sign.dated || sign.at > backAt);
  const resolution = signs[0];
  const reopened = backs.find((index) => all.some((sign) => sign.at < at(index).sentAt));
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
    resolvedAt: resolution?.at,
    resolvedBy: resolution?.by,
    reopened,
    waiting:
      resolution === undefined && spilled === undefined
        ? waitingFor(messages, later, complaint ?? first, takesBack, all)
        : undefined,
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
    ...signs.map(({ at, message }) => ({ to: 'resolved' as const, at, message })),
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
