import type { MessageLabel } from '../../../src/metrics/index.js';
import type { FakeRows } from '../fake-corpus.js';
import { keyedRows } from './keyed-rows.js';

const HOUR = 3_600_000;

/**
 * 300 private conversations: of 200 told as complaints 40 are none, of 100 others 20 are; of the 180 that are, 45 go public, 9 of them unread. Those that
 * are none are filed as a question by the care tool, and one complaint in four is.
 */
export const CASES = Array.from({ length: 300 }, (_, k) => {
  const told = k < 200,
    complains = k < 160 || (k >= 200 && k < 220),
    spilled = k < 36 || (k >= 200 && k < 209);
  return {
    caseId: `c${k}`,
    told,
    complains,
    spilled,
    driver: k % 2 === 0 ? 'price' : 'taste',
    filed: complains && k % 4 !== 0 ? 'Réclamation' : 'Question',
    // half are answered soon, half late
    answeredAt: k % 3 === 0 ? 2 : 50,
  };
});

/** As they are read, or as they are. */
export function misreadRows(truly: boolean, { apart = false }: { readonly apart?: boolean } = {}): FakeRows {
  const rows = keyedRows({
    cases: CASES.map(({ caseId, told, complains, spilled, driver, answeredAt }, k) => ({
      caseId,
      complaint: truly ? complains : told,
      openedAt: 0,
      observedUntil: 900 * HOUR,
      answeredAt: answeredAt * HOUR,
      // some before the answer, some after it
      spilledAt: spilled ? (k % 5 === 0 ? 1 : 10 + k) * HOUR : null,
      furthestStage: spilled ? 'public' : 'private',
      driver,
    })),
  });
  const known = new Map(CASES.map((one) => [`opens:${one.caseId}`, one]));
  return {
    ...rows,
    messages: (rows.messages ?? []).map((message) => {
      const one = known.get(message.messageId ?? '');
      if (one === undefined) return message;
      const told = truly ? one.complains : one.told;
      return {
        ...message,
        text: 'Texte',
        complaintProbability: told ? 0.9 : 0.2,
        intents: told ? ['complaint'] : [],
        ...(apart && { attributes: JSON.stringify({ 'Motif de contact': one.filed }), campaign: 'recette' }),
      };
    }),
  };
}

/** Labels of the messages that open some of the cases. */
export const labelsOf = (holds: (k: number) => boolean): MessageLabel[] =>
  CASES.flatMap(({ caseId, complains }, k) =>
    holds(k)
      ? [
          {
            messageId: `opens:${caseId}`,
            head: 'complaint',
            label: complains ? 'complaint' : 'none',
          } as const,
        ]
      : [],
  );
export const ALL_LABELS = labelsOf(() => true);
/** Three of ten, in a row that meets each kind of case alike. */
export const SOME_LABELS = labelsOf((k) => (k * 7) % 10 < 3);
