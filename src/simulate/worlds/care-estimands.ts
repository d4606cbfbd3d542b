import { HOUR, type Setting } from './setting.js';
import type { Estimands, TrueShare } from './world-truth.js';
import { grouped } from '../../util/grouped.js';

export const share = (n: number, of: number): TrueShare => ({ n, of, share: of === 0 ? null : n / of });

const HUMAN_ANSWERS: ReadonlySet<string> = new Set(['answer', 'solved']);

export function careOf(setting: Setting): Pick<Estimands, 'responseRate' | 'firstReplyHours'> {
  const responseRate: Record<string, TrueShare> = {},
    firstReplyHours: Record<string, { answered: number; median: number | null }> = {};
  const inPrivate = setting.messages.filter(({ stage }) => stage === 'private');
  const matters = [
    ...grouped(inPrivate, ({ planted, talkId, id }) => planted.caseId ?? talkId ?? id).values(),
  ].flatMap((messages) => {
    const asked = messages.filter(({ direction, speech }) => direction === 'inbound' && speech === 'own');
    if (asked.length === 0) return [];
    const first = asked.reduce((best, one) => (one.sentAt < best.sentAt ? one : best));
    const answers = messages.filter(({ role }) => HUMAN_ANSWERS.has(role)).map(({ sentAt }) => sentAt);
    return [
      { channel: first.channel, role: first.role, hours: (Math.min(...answers) - first.sentAt) / HOUR },
    ];
  });
  for (const [channel, own] of grouped(
    matters.filter(({ role }) => role !== 'compliment'),
    (one) => one.channel,
  )) {
    const known = own
      .map(({ hours }) => hours)
      .filter(Number.isFinite)
      .toSorted((a, b) => a - b);
    responseRate[channel] = share(known.length, own.length);
    firstReplyHours[channel] = {
      answered: known.length,
      median: known[Math.floor((known.length - 1) / 2)] ?? null,
    };
  }
  const replied = new Set(
    setting.messages.filter(({ role }) => role === 'publicReply').map(({ parentId }) => parentId),
  );
  const asking = setting.messages.filter(({ stage, complaint }) => stage === 'public' && complaint);
  for (const [channel, messages] of grouped(asking, (message) => message.channel))
    responseRate[channel] = share(messages.filter(({ id }) => replied.has(id)).length, messages.length);
  return { responseRate, firstReplyHours };
}

/** Open cases whose customer waits: nobody of the brand has answered, or the customer has protested since. */
export function waitingOf({ cases, messages }: Setting): number {
  const byCase = grouped(
    messages.filter(({ stage, planted }) => stage === 'private' && planted.caseId !== undefined),
    ({ planted }) => planted.caseId as string,
  );
  return cases.filter(({ caseId, resolvedAt, spilledAt }) => {
    if (resolvedAt !== null || spilledAt !== null) return false;
    const own = byCase.get(caseId) ?? [];
    const answered = Math.max(
      ...own.filter(({ role }) => HUMAN_ANSWERS.has(role)).map(({ sentAt }) => sentAt),
    );
    return (
      answered === -Infinity ||
      own.some(
        ({ direction, complaint, sentAt }) => direction === 'inbound' && complaint && sentAt > answered,
      )
    );
  }).length;
}
