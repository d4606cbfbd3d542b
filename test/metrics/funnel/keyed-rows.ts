import type { CaseMessage, EnrichedMessage } from '../../../src/model/index.js';
import type { FakeRows } from '../fake-corpus.js';

const DAY = 86_400_000;
const KEYS = ['order', 'email', 'phone', 'handle', 'name', 'parts'];
/** One key of each kind, of a name of two words. */
export const keysOf = (who: string): string[] => KEYS.map((key) => `${key}:${who}`);

/**
 * Rows whose private cases show all their keys, and a public complaint with all of its own a day for as long as they are followed: all
 * that spills can be seen.
 */
export function keyedRows(rows: FakeRows): FakeRows {
  const cases = (rows.cases ?? []).map((one, at) => ({
    caseId: `case:${String(at + 1).padStart(5, '0')}`,
    ...one,
  }));
  const privately = cases.filter(
    ({ firstStage, openedAt, observedUntil }) =>
      (firstStage ?? 'private') === 'private' &&
      typeof openedAt === 'number' &&
      typeof observedUntil === 'number',
  );
  const messages: Partial<EnrichedMessage>[] = [],
    links: Partial<CaseMessage>[] = [];
  for (const { caseId, openedAt } of privately) {
    messages.push({
      messageId: `opens:${caseId}`,
      stage: 'private',
      channel: 'whatsapp',
      platform: 'whatsapp',
      sentAt: openedAt ?? null,
      contactKeys: keysOf(caseId),
    });
    links.push({ caseId, messageId: `opens:${caseId}` });
  }
  const instants = privately.flatMap(({ openedAt, observedUntil }) => [
    Number(openedAt),
    Number(observedUntil),
  ]);
  if (instants.length > 0) {
    const [first, last] = [Math.min(...instants), Math.max(...instants)];
    for (let at = first; at < last + DAY; at += DAY)
      messages.push({
        messageId: `watch:${at}`,
        sentAt: Math.min(at, last),
        authorKey: `watch:${at}`,
        intents: ['complaint'],
        contactKeys: keysOf(`watch:${at}`),
      });
  }
  return {
    ...rows,
    cases,
    messages: [...(rows.messages ?? []), ...messages],
    caseMessages: [...(rows.caseMessages ?? []), ...links],
  };
}
