import type { Row } from './columns.js';
import { STAGES } from './message.js';

export const CASE_STATES = ['private', 'resolved', 'public', 'press', 'crisis'] as const;
/** State of a case: private-open, resolved, public, press, crisis. */
export type CaseState = (typeof CASE_STATES)[number];

/** Columns of `cases.parquet`: one customer problem over all its messages. */
export const caseColumns = {
  caseId: { kind: 'string', required: true, doc: 'hash of the first message; stable' },
  firstStage: { kind: 'string', required: true, values: STAGES, doc: 'stage of the first message' },
  furthestStage: { kind: 'string', required: true, values: STAGES, doc: 'furthest stage reached' },
  firstChannel: { kind: 'string', required: true, doc: 'channel of the first message' },
  spillChannel: { kind: 'string', doc: 'channel of the first public message after a private one' },
  openedAt: { kind: 'instant', doc: 'first inbound message' },
  lastAt: { kind: 'instant', doc: 'last message' },
  observedUntil: {
    kind: 'instant',
    doc: 'end of what the exports show of the stage in which the case opened, stray dates apart: it is censored here',
  },
  complaint: {
    kind: 'boolean',
    required: true,
    doc: 'an inbound message of its first stage is a complaint: what it spills into does not count',
  },
  complaintAt: { kind: 'instant', doc: 'first inbound complaint of its first stage' },
  acknowledgedAt: { kind: 'instant', doc: 'first automatic acknowledgement; it answers nobody' },
  answeredAt: { kind: 'instant', doc: 'first human reply of the brand seen by the customer' },
  resolvedAt: {
    kind: 'instant',
    doc: 'first resolution that no later message of its stage takes back: status, closing, confirmation or thanks',
  },
  resolvedBy: {
    kind: 'string',
    values: ['status', 'closing', 'confirmed', 'thanks'],
    doc: 'what shows the resolution',
  },
  reopenedAt: {
    kind: 'instant',
    doc: 'first message of the customer that took a resolution back; it may have been settled again since',
  },
  waitingSince: {
    kind: 'instant',
    doc: 'of a case neither resolved nor spilled, the word that still waits: its opening where no person answered, else the first complaint, question or protest since the last answer; empty where an answered customer fell silent and nothing tells whether it is settled',
  },
  spilledAt: { kind: 'instant', doc: 'first public message after a private one' },
  pressAt: { kind: 'instant', doc: 'first article that reports the movement' },
  answeredInPrivateAt: { kind: 'instant', doc: 'first private reply after going public' },
  driver: { kind: 'string', doc: 'main quality driver' },
  drivers: { kind: 'strings', required: true, doc: 'all quality drivers' },
  brand: { kind: 'string', doc: 'brand' },
  polarity: { kind: 'float', doc: 'lowest polarity of an inbound message, −1 to 1' },
  messages: { kind: 'int', required: true, doc: 'number of messages' },
  inbound: { kind: 'int', required: true, doc: 'number of inbound messages' },
  linkProbability: {
    kind: 'float',
    required: true,
    doc: 'lowest probability of a link that joins stages; 1 when none was needed',
  },
} as const;
export type Case = Row<typeof caseColumns>;

/** Columns of `case-messages.parquet`: which message belongs to which case, and how sure. */
export const caseMessageColumns = {
  caseId: { kind: 'string', required: true, doc: 'case' },
  messageId: { kind: 'string', required: true, doc: 'message' },
  linkProbability: { kind: 'float', required: true, doc: 'probability that the message belongs to the case' },
  evidence: {
    kind: 'evidence',
    required: true,
    doc: 'what links it: thread or author (certain), else fields with their weight in bits',
  },
} as const;
export type CaseMessage = Row<typeof caseMessageColumns>;

/** Columns of `links/*.parquet`: every link that was weighed and is not negligible, used or not. Counts and bounds stand on it. */
export const linkColumns = {
  caseId: { kind: 'string', required: true, doc: 'case of the earlier message' },
  fromMessageId: { kind: 'string', required: true, doc: 'first message of the earlier part' },
  toMessageId: { kind: 'string', required: true, doc: 'first message of the later part, or the article' },
  fromStage: { kind: 'string', required: true, values: STAGES, doc: 'stage of the earlier part' },
  toStage: { kind: 'string', required: true, values: STAGES, doc: 'stage of the later part' },
  linkProbability: {
    kind: 'float',
    required: true,
    doc: 'probability that both are one case (or that the article reports the movement)',
  },
  evidence: { kind: 'evidence', required: true, doc: 'fields with their weight in bits, strongest first' },
  used: { kind: 'boolean', required: true, doc: 'both are in one case' },
} as const;
export type CaseLink = Row<typeof linkColumns>;

/** Columns of `transitions.parquet`: each change of state of each case. */
export const transitionColumns = {
  caseId: { kind: 'string', required: true, doc: 'case' },
  from: { kind: 'string', required: true, values: CASE_STATES, doc: 'state left' },
  to: { kind: 'string', required: true, values: CASE_STATES, doc: 'state entered' },
  at: { kind: 'instant', required: true, doc: 'instant of the change' },
  delayHours: { kind: 'float', required: true, doc: 'hours since the case opened' },
  messageId: { kind: 'string', required: true, doc: 'message that shows it' },
} as const;
export type Transition = Row<typeof transitionColumns>;
