import type { CorpusTables } from '../../../src/engine/corpus-tables.js';
import type { Case, CaseLink, CaseMessage, EnrichedMessage } from '../../../src/model/index.js';
import type { SimulatedWorld, WorldCase, WorldMessage } from '../../../src/simulate/index.js';
import { simulatedRows } from '../../../src/simulate/simulated-rows.js';
import { fakeCorpus } from '../../metrics/fake-corpus.js';

/** Bits of a key that both sides show and that agrees, or that both show and that differs. */
const SAME = 12,
  OTHER = -6;

/** What an error-free linking says of a spill: the key that agrees, and the names that then differ. */
const evidenceOf = ({ sharedId, channel }: WorldCase): CaseLink['evidence'] => [
  { field: sharedId ?? 'name', bits: SAME },
  ...(sharedId === 'name' || channel === 'whatsapp' || channel === 'instagram-dm'
    ? []
    : [{ field: 'name', bits: OTHER }]),
];

/**
 * A corpus in which reading, classifying and linking made no mistake, so that what is wrong with its figures is the estimators'
 * doing. Spills whose two sides have nothing in common are not linked: nobody could.
 */
export async function truthCorpus({ exported, truth }: SimulatedWorld): Promise<CorpusTables> {
  const messages: Partial<EnrichedMessage>[] = simulatedRows(
    exported.map((message) => ({ ...message, sentAt: message.trueAt ?? message.sentAt })),
    truth.brand,
  ).map((row, i) => ({ ...row, speech: (exported[i] as WorldMessage).speech }));
  const shown = new Map(exported.map((message) => [message.id, message]));
  const cases: Partial<Case>[] = [],
    caseMessages: Partial<CaseMessage>[] = [],
    links: Partial<CaseLink>[] = [];
  const add = (one: Partial<Case>, ids: readonly string[]): void => {
    cases.push({ observedUntil: truth.endsAt, brand: truth.brand, linkProbability: 1, ...one });
    for (const messageId of ids.filter((id) => shown.has(id)))
      caseMessages.push({ caseId: one.caseId ?? '', messageId, linkProbability: 1 });
  };
  for (const one of truth.cases) {
    const spilled = one.sharedId === 'none' ? undefined : one.publicIds.find((id) => shown.has(id));
    const pressed = spilled !== undefined && one.articleIds.some((id) => shown.has(id));
    add(
      {
        caseId: one.caseId,
        firstStage: 'private',
        furthestStage: pressed ? 'press' : spilled === undefined ? 'private' : 'public',
        firstChannel: one.channel,
        spillChannel: spilled === undefined ? null : one.spillChannel,
        complaint: true,
        complaintAt: one.openedAt,
        openedAt: one.openedAt,
        answeredAt: one.answeredAt,
        resolvedAt: one.resolvedAt,
        resolvedBy: one.resolvedAt === null ? null : 'thanks',
        spilledAt: spilled === undefined ? null : one.spilledAt,
        driver: one.driver,
        drivers: [one.driver],
        polarity: -0.8,
      },
      [...one.privateIds, ...(spilled === undefined ? [] : [...one.publicIds, ...one.articleIds])],
    );
    if (spilled !== undefined)
      links.push({
        caseId: one.caseId,
        fromMessageId: one.privateIds[0] ?? '',
        toMessageId: spilled,
        fromStage: 'private',
        toStage: 'public',
        linkProbability: 1,
        evidence: evidenceOf(one),
        used: true,
      });
  }
  const taken = new Set(caseMessages.map(({ messageId }) => messageId));
  const replies = new Map(
    exported.flatMap((message) =>
      message.role === 'publicReply' ? [[message.parentId, message] as const] : [],
    ),
  );
  for (const message of exported) {
    if (taken.has(message.id) || message.stage !== 'public' || message.direction !== 'inbound') continue;
    if (!message.complaint) continue;
    const reply = replies.get(message.id);
    add(
      {
        caseId: `public-${message.id}`,
        firstStage: 'public',
        furthestStage: 'public',
        firstChannel: message.channel,
        complaint: message.complaint,
        complaintAt: message.complaint ? message.sentAt : null,
        openedAt: message.sentAt,
        answeredAt: reply?.sentAt ?? null,
        driver: message.planted.drivers[0] ?? null,
        drivers: message.planted.drivers,
        polarity: message.complaint ? -0.8 : 0,
      },
      [message.id, ...(reply === undefined ? [] : [reply.id])],
    );
  }
  const questions = new Map<string, WorldMessage[]>();
  for (const message of exported) {
    const { talkId, planted } = message;
    if (talkId === undefined || planted.caseId !== undefined) continue;
    const own = questions.get(talkId);
    if (own === undefined) questions.set(talkId, [message]);
    else own.push(message);
  }
  for (const [talkId, own] of questions) {
    const asked = own.find(({ role }) => role === 'question' || role === 'compliment');
    if (asked === undefined) continue;
    add(
      {
        caseId: talkId,
        firstStage: 'private',
        furthestStage: 'private',
        firstChannel: asked.channel,
        complaint: false,
        openedAt: asked.sentAt,
        answeredAt: own.find(({ role }) => role === 'answer')?.sentAt ?? null,
        polarity: 0,
      },
      own.map(({ id }) => id),
    );
  }
  return fakeCorpus({ messages, cases, caseMessages, links });
}
