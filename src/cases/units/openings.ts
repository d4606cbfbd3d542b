import { PRIVATE, type CaseMessage } from '../messages/case-message.js';

const HOUR = 3_600_000;
/** What comes within the hour of a first message tells the rest of it. */
export const SAME_BREATH = HOUR;
/** Added to each count: before data nothing speaks for either side. */
const SMOOTHING = 1;
/** Words of at least four letters, as `wordsOf` counts them, by doublings. */
const lengthOf = ({ words }: CaseMessage): number => Math.min(4, Math.floor(Math.log2(words.length + 1)));

/** What is looked at, each as a level. */
const TRAITS: readonly ((message: CaseMessage) => number)[] = [
  ({ cue }) => (cue === 'opens' ? 2 : cue === undefined ? 1 : 0),
  lengthOf,
  ({ complaint, question }) => Number(complaint || question),
  ({ drivers, product, order }) => Number(drivers !== 0) + Number(product !== 0 || order !== 0),
];
const MOST_LEVELS = 5;

/** Whether a message looks more like the first of a conversation than like a later one. */
export type Opens = (message: CaseMessage) => boolean;

/**
 * Learns from the conversations themselves how first messages differ from later ones: Bayes over a few traits, each for itself, equal
 * odds before. `conversations`: the conversation of each message, −1 for none; messages in order of time.
 */
export function learnOpenings(messages: readonly CaseMessage[], conversations: Int32Array): Opens {
  const counts = TRAITS.map(() => [new Float64Array(MOST_LEVELS), new Float64Array(MOST_LEVELS)] as const);
  const totals = [0, 0];
  const begun = new Map<number, number>();
  messages.forEach((message, index) => {
    if (message.stage !== PRIVATE || message.outbound || message.repeated) return;
    const conversation = conversations[index] as number;
    const since = begun.get(conversation);
    if (since === undefined) begun.set(conversation, message.sentAt);
    else if (message.sentAt - since < SAME_BREATH) return;
    const side = since === undefined ? 0 : 1;
    totals[side] = (totals[side] as number) + 1;
    TRAITS.forEach((trait, at) => {
      const own = counts[at]?.[side] as Float64Array;
      own[trait(message)] = (own[trait(message)] as number) + 1;
    });
  });
  const logs = counts.map(([first, later]) =>
    Float64Array.from(first, (count, level) =>
      Math.log(
        (count + SMOOTHING) /
          ((totals[0] as number) + SMOOTHING * MOST_LEVELS) /
          (((later[level] as number) + SMOOTHING) / ((totals[1] as number) + SMOOTHING * MOST_LEVELS)),
      ),
    ),
  );
  return (message) => TRAITS.reduce((sum, trait, at) => sum + (logs[at]?.[trait(message)] as number), 0) > 0;
}
