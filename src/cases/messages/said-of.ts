import type { CaseMessage } from './case-message.js';
import { informsIn, protestsIn } from './protest-words.js';
import { awaitsMore, outcomeOf, promisesAnswer, thanksForDone, wantsAnswer } from './resolution-words.js';

/** What the words of a message say about the course of its case, beside what the model reads in it. */
export const saidOf = (
  said: string | null | undefined,
  outbound: boolean,
  question: boolean,
  thanks: boolean,
): Pick<CaseMessage, 'asks' | 'thanks' | 'awaits' | 'protests' | 'informs' | 'outcome'> => ({
  asks: outbound
    ? wantsAnswer(said ?? '') || promisesAnswer(said ?? '')
    : question || said?.includes('?') === true,
  thanks: thanks && thanksForDone(said ?? ''),
  awaits: !outbound && awaitsMore(said ?? ''),
  protests: !outbound && protestsIn(said ?? ''),
  informs: !outbound && informsIn(said ?? ''),
  outcome: said === null || said === undefined ? undefined : outcomeOf(said, outbound),
});
