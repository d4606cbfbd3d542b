import type { Case, CaseMessage, EnrichedMessage } from '../../../src/model/index.js';
import { simulateCorpus, type SimulationPlan, type Truth } from '../../../src/simulate/index.js';
import type { FakeRows } from '../fake-corpus.js';

/** Rows of a corpus whose cases are the planted ones, without reading or stitching: what the metrics alone make of the truth. */
export function plantedRows(plan: Partial<SimulationPlan>): {
  readonly rows: FakeRows;
  readonly truth: Truth;
} {
  const { messages, truth } = simulateCorpus({ texts: false, noisePerDay: {}, ...plan });
  const byId = new Map(messages.map((message) => [message.id, message]));
  const { observedUntil } = truth;
  const before = (at: number | null): number | null => (at !== null && at <= observedUntil ? at : null);
  const cases: Partial<Case>[] = truth.cases.map((one) => ({
    caseId: one.caseId,
    firstChannel: one.channel,
    driver: one.driver,
    drivers: [one.driver],
    openedAt: one.openedAt,
    observedUntil,
    answeredAt: before(one.answeredAt),
    resolvedAt: before(one.resolvedAt),
    spilledAt: before(one.spilledAt),
    furthestStage: before(one.spilledAt) === null ? 'private' : 'public',
  }));
  const rows: Partial<EnrichedMessage>[] = [],
    links: Partial<CaseMessage>[] = [];
  for (const { at, type, messageId } of truth.events) {
    if (type === 0) continue;
    const channel = byId.get(messageId)?.channel ?? 'article';
    rows.push({
      messageId,
      sentAt: at,
      stage: type === 1 ? 'public' : 'press',
      channel,
      intents: type === 1 ? ['complaint'] : [],
    });
    if (type === 2) continue;
    const caseId = `public:${messageId}`;
    cases.push({
      caseId,
      firstStage: 'public',
      furthestStage: 'public',
      firstChannel: channel,
      openedAt: at,
      observedUntil,
    });
    links.push({ caseId, messageId });
  }
  return { rows: { cases, messages: rows, caseMessages: links }, truth };
}
