import { PRIVATE, type CaseMessage } from '../messages/case-message.js';
import type { Unit } from '../units/units.js';

/** A model is never surer than this: as `case-input.ts` holds it. */
const SUREST = 0.98;
/** Before data protests are as frequent after an answer as complaints are anywhere, and their words tell nothing: worth so many messages. */
const STRENGTH = 2;
const ROUNDS = 200;
/** Before data one in ten protests gives what was asked too, and seven in ten of the others do: worth so many messages. */
const INFORMS = { protest: 0.1, other: 0.7, messages: 10 } as const;

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

/** Says of what a customer wrote in private after an answer, and that says nothing of how the case ends, whether it protests. */
export type Protest = (message: CaseMessage) => boolean;

/**
 * Learns which messages after an answer are protests. Most give what was asked, or thank: a model that learnt from whole complaints is set right
 * for the odds of the place, found by expectation-maximisation (Saerens, Latinne and Decaestecker 2002) over those that are not read
 * as thanks. Two witnesses stand beside it: words of a protest, whose worth is learnt from all private messages, and whether
 * the message gives what agents ask for, learnt here. What is read as a complaint and has such words is one.
 */
export function learnProtests(messages: readonly CaseMessage[], units: readonly Unit[]): Protest {
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
  const weightOf = (message: CaseMessage): number =>
    (oddsOf(chanceOf(message)) / oddsOf(usual)) * (message.protests ? hit / slip : (1 - hit) / (1 - slip));
  const later = laterMessages(messages, units)
    .filter((message) => known(message) !== 0)
    .map((message) => ({
      informs: message.informs,
      weight: known(message) === 1 ? Infinity : weightOf(message),
    }));
  let share = usual,
    inform: { readonly protest: number; readonly other: number } = INFORMS;
  const oddsFor = (weight: number, informs: boolean): number =>
    weight *
    oddsOf(share) *
    (informs ? inform.protest / inform.other : (1 - inform.protest) / (1 - inform.other));
  for (let round = 0; round < ROUNDS; round++) {
    let protests = 0,
      informing = 0,
      informingProtests = 0;
    for (const { weight, informs } of later) {
      const odds = oddsFor(weight, informs),
        chance = odds === Infinity ? 1 : odds / (1 + odds);
      protests += chance;
      informing += Number(informs);
      informingProtests += Number(informs) * chance;
    }
    const next = (protests + STRENGTH * usual) / (later.length + STRENGTH);
    const moved = Math.abs(next - share);
    share = next;
    const rate = (n: number, of: number, before: number): number =>
      (n + before * INFORMS.messages) / (of + INFORMS.messages);
    inform = {
      protest: rate(informingProtests, protests, INFORMS.protest),
      other: rate(informing - informingProtests, later.length - protests, INFORMS.other),
    };
    if (moved < 1e-6) break;
  }
  return (message) =>
    known(message) === undefined
      ? (message.complaint && message.protests) || oddsFor(weightOf(message), message.informs) >= 1
      : known(message) === 1;
}
