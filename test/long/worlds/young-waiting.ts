import type { SimulatedWorld } from '../../../src/simulate/index.js';

const DORMANT = 60 * 86_400_000;
const HUMAN_ANSWERS: ReadonlySet<string> = new Set(['answer', 'solved']);

/** Open cases whose customer waits for an answer, for sixty days at most: what `waitingCases` estimates. */
export function youngWaiting({ messages, truth }: SimulatedWorld): number {
  const inPrivate = messages.filter(({ stage }) => stage === 'private');
  const end = Math.max(...inPrivate.map(({ sentAt }) => sentAt));
  return truth.cases.filter(({ caseId, openedAt, resolvedAt, spilledAt }) => {
    if (resolvedAt !== null || spilledAt !== null) return false;
    const own = inPrivate.filter(({ planted }) => planted.caseId === caseId);
    const answered = Math.max(
      ...own.filter(({ role }) => HUMAN_ANSWERS.has(role)).map(({ sentAt }) => sentAt),
    );
    const since =
      answered === -Infinity
        ? openedAt
        : Math.min(
            ...own
              .filter((one) => one.direction === 'inbound' && one.complaint && one.sentAt > answered)
              .map(({ sentAt }) => sentAt),
          );
    return since < Infinity && end - since <= DORMANT;
  }).length;
}
