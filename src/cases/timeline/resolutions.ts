import { PRIVATE, type CaseMessage } from '../messages/case-message.js';
import type { Protest } from './protest-odds.js';

/** What shows a resolution: the ticket's status, words of the brand, words of the customer, or thanks after an answer that neither asks nor only promises. */
export type ResolvedBy = 'status' | 'closing' | 'confirmed' | 'thanks';

/** A sign of a resolution, the message that shows it, and when it was settled. */
export interface Resolution {
  readonly message: number;
  readonly by: ResolvedBy;
  readonly at: number;
  /** A status whose export tells no closing holds whenever it was set: nothing before it takes it back. */
  readonly dated: boolean;
}

/** A customer takes a resolution back: in so many words, with a question, or with a protest; nothing that confirms does. */
export const takingBack =
  (protests: Protest): Protest =>
  (message) =>
    !message.outbound &&
    (message.outcome === 'unsettled' ||
      (message.outcome !== 'settled' && (message.asks || protests(message))));

const answers = ({ outbound, automatic }: CaseMessage): boolean => outbound && !automatic;

/**
 * The word of the customer that still waits at the end of a case: its opening where no person of the brand has answered nor closed the ticket
 * and it is no mere rating, else the first complaint, question, protest or word of who waits for more since the last answer and closing. Without one, an answered customer fell silent, or only said
 * what was asked: nothing tells whether the matter is settled.
 */
export function waitingFor(
  messages: readonly CaseMessage[],
  indices: readonly number[],
  opening: number,
  takesBack: Protest,
  signs: readonly Resolution[],
): number | undefined {
  const at = (index: number): CaseMessage => messages[index] as CaseMessage;
  const answered = indices.findLastIndex((index) => answers(at(index)));
  const closed = signs.findLast(({ by, dated }) => by === 'status' && dated)?.at ?? -Infinity;
  if (answered === -1 && closed === -Infinity && !at(opening).mute) return opening;
  return indices.slice(answered + 1).find((index) => {
    const message = at(index);
    return (
      message.sentAt > closed &&
      !message.repeated &&
      (takesBack(message) || (message.awaits && message.outcome === undefined))
    );
  });
}

/** The last status of the tickets of a case where it is solved, unless it settles nothing. */
function statusOf(
  messages: readonly CaseMessage[],
  indices: readonly number[],
  takesBack: Protest,
): Resolution | undefined {
  const at = (index: number): CaseMessage => messages[index] as CaseMessage;
  const stated = indices.findLast((index) => at(index).solved !== undefined);
  if (stated === undefined || at(stated).solved !== true || at(stated).misfiled) return undefined;
  const own = indices.filter((index) => at(index).thread === at(stated).thread);
  const told = Math.max(...own.map((index) => at(index).closedAt ?? -Infinity));
  const before = own.findLast((index) => at(index).sentAt <= told);
  const end = before === undefined ? Infinity : told;
  const answered = indices.findLast((index) => answers(at(index)) && at(index).sentAt <= end);
  const protested =
    answered !== undefined &&
    indices.some((index) => {
      const message = at(index);
      return (
        message.stage === PRIVATE &&
        message.sentAt > at(answered).sentAt &&
        message.sentAt <= end &&
        takesBack(message)
      );
    });
  if (protested) return undefined;
  const message = before ?? own.at(-1) ?? stated;
  return before === undefined
    ? { message, by: 'status', at: at(message).sentAt, dated: false }
    : { message, by: 'status', at: told, dated: true };
}

/**
 * Every sign of a resolution, in order: closing words of the brand, the customer's own, thanks after an answer that neither asks nor only promises, the last status of the
 * ticket where it is solved, at its closing where the export tells it. A ticket closed as something else, or over the protest of a customer
 * whom nobody answered, settles nothing; what a customer contradicts after the closing is open again.
 */
export function resolutions(
  messages: readonly CaseMessage[],
  indices: readonly number[],
  takesBack: Protest,
): Resolution[] {
  const found: Resolution[] = [];
  let answered = false,
    asked = false;
  indices.forEach((index, place) => {
    const message = messages[index] as CaseMessage;
    const sign = (by: ResolvedBy): number =>
      found.push({ message: index, by, at: message.sentAt, dated: true });
    if (message.automatic) return;
    if (message.outbound) {
      answered = true;
      asked = message.asks && message.outcome !== 'settled';
      if (message.outcome === 'settled') sign('closing');
    } else if (place > 0 && message.outcome === 'settled') sign('confirmed');
    else if (answered && !asked && message.thanks && !takesBack(message)) sign('thanks');
  });
  const status = statusOf(messages, indices, takesBack);
  return status === undefined ? found : [...found, status].toSorted((a, b) => a.at - b.at);
}
