import { PRIVATE, type CaseMessage } from './case-message.js';
import type { Unit } from './units.js';

/** A model is never surer than this: as `case-input.ts` holds it. */
const SUREST = 0.98;
/** Before data protests are as frequent after an answer as complaints are anywhere, and their words tell nothing: worth so many messages. */
const STRENGTH = 2;
const ROUNDS = 200;
/** Even after an answer, what is likelier none than one is no complaint. */
const LEAST = 0.5;

const chanceOf = ({ complaintChance }: CaseMessage): number =>
  Math.min(SUREST, Math.max(1 - SUREST, complaintChance));
const oddsOf = (chance: number): number => chance / (1 - chance);

/** What customers wrote in private after a person had answered them. */
function laterMessages(messages: readonly CaseMessage[], units: readonly Unit[]): CaseMessage[] {
  const later: CaseMessage[] = [];
  for (const unit of units) {
    if (unit.stage !== PRIVATE) continue;
    let answered = false;
    for (const index of unit.messages) {
      const message = messages[index] as CaseMessage;
      if (message.outbound) answered ||= !message.automatic;
      else if (answered && !message.repeated) later.push(message);
    }
  }
  return later;
}

/** What the text alone settles: 1 a protest, 0 none. */
function known({ outcome, thanks, protests }: CaseMessage): number | undefined {
  if (outcome !== undefined) return outcome === 'unsettled' ? 1 : 0;
  return thanks && !protests ? 0 : undefined;
}

/**
 * The probability of a complaint from which a message that comes after an answer and has no words of a protest is one. Most such messages
 * give what was asked, or thank: a model that learnt from whole complaints is set right for the odds of the place. How
 * frequent protests are there is found by expectation-maximisation (Saerens, Latinne and Decaestecker 2002), with the words of
 * a protest as second witness: how far these are to be believed is learnt from all private messages.
 */
export function protestFloor(messages: readonly CaseMessage[], units: readonly Unit[]): number {
  let complaints = STRENGTH / 2,
    all = STRENGTH,
    worded = STRENGTH / 2,
    wordedComplaints = STRENGTH / 4;
  for (const message of messages) {
    if (message.stage !== PRIVATE || message.outbound || message.repeated) continue;
    const chance = chanceOf(message);
    all++;
    complaints += chance;
    worded += Number(message.protests);
    wordedComplaints += Number(message.protests) * chance;
  }
  const usual = complaints / all,
    hit = wordedComplaints / complaints,
    slip = (worded - wordedComplaints) / (all - complaints);
  const later = laterMessages(messages, units);
  const weights = later.map(
    (message) =>
      known(message) ??
      (oddsOf(chanceOf(message)) / oddsOf(usual)) * (message.protests ? hit / slip : (1 - hit) / (1 - slip)),
  );
  const settled = later.map((message) => known(message) !== undefined);
  let share = usual;
  for (let round = 0; round < ROUNDS; round++) {
    const odds = oddsOf(share);
    const protests = weights.reduce(
      (sum, weight, at) => sum + (settled[at] === true ? weight : (weight * odds) / (1 + weight * odds)),
      0,
    );
    const next = (protests + STRENGTH * usual) / (later.length + STRENGTH);
    const moved = Math.abs(next - share);
    share = next;
    if (moved < 1e-6) break;
  }
  const odds = (oddsOf(usual) * (1 - slip)) / (1 - hit) / oddsOf(share);
  return Math.max(LEAST, odds / (1 + odds));
}
