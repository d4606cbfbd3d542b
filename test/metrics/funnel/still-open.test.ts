import { describe, expect, it } from 'vitest';
import { resolveFunnelOptions } from '../../../src/metrics/funnel/funnel-cases.js';
import { riskCases } from '../../../src/metrics/funnel/answer-spells.js';
import { stillOpen } from '../../../src/metrics/funnel/still-open.js';
import { fakeCorpus, type FakeRows } from '../fake-corpus.js';

const HOUR = 3_600_000,
  START = Date.UTC(2026, 2, 1),
  DAYS = 40;
const at = (hours: number): number => START + hours * HOUR;
type Kind = 'waits' | 'writes again' | 'silent';

/** Cases answered after an hour: of those answered, who is open writes again within two days. */
function answered(kinds: readonly Kind[]): FakeRows {
  const until = at(DAYS * 24);
  const said = (k: number, hours: number, direction: 'inbound' | 'outbound') => ({
    messageId: `${k}:${hours}`,
    stage: 'private' as const,
    direction,
    sentAt: at(k + hours),
  });
  const messages = kinds.map((kind, k) => [
    said(k, 0, 'inbound'),
    ...(kind === 'waits' ? [] : [said(k, 1, 'outbound')]),
    ...(kind === 'writes again' ? [said(k, 2 + (k % 46), 'inbound')] : []),
  ]);
  return {
    cases: kinds.map((kind, k) => ({
      caseId: `case:${k}`,
      firstStage: 'private' as const,
      complaint: true,
      openedAt: at(k),
      observedUntil: until,
      answeredAt: kind === 'waits' ? null : at(k + 1),
      waitingSince: kind === 'silent' ? null : at(k),
      resolvedAt: null,
      spilledAt: null,
    })),
    messages: messages.flat(),
    caseMessages: messages.flatMap((own, k) =>
      own.map(({ messageId }) => ({ caseId: `case:${k}`, messageId })),
    ),
  };
}

describe('stillOpen', () => {
  const many = (kind: Kind, n: number): Kind[] => Array.from({ length: n }, () => kind);
  const toldOf = async (rows: FakeRows, waiting = 0) => {
    const corpus = await fakeCorpus(rows);
    return stillOpen(corpus, await riskCases(corpus), waiting, resolveFunnelOptions());
  };
  const told = async (kinds: readonly Kind[]) => {
    const open = await toldOf(answered(kinds));
    if (open === null) throw new Error('not told');
    return open;
  };

  it('is who waits and half of who has been silent for longer than anybody breaks a silence, between none and all of them', async () => {
    const { expected, low, high } = await told([
      ...many('waits', 10),
      ...many('writes again', 30),
      ...many('silent', 40),
    ]);
    expect(expected).toBeCloseTo(60, 0);
    expect(low).toBeCloseTo(40, 0);
    expect(high).toBeCloseTo(80, 0);
  });

  it('is who waits where nobody is silent', async () => {
    const { expected, low, high } = await told(many('waits', 12));
    expect([expected, low, high]).toEqual([12, 12, 12]);
  });

  it('is the same where public exports end some hours after the last private message', async () => {
    const rows = answered([...many('waits', 10), ...many('writes again', 30), ...many('silent', 40)]);
    const post = { messageId: 'post', stage: 'public' as const, channel: 'x', sentAt: at(DAYS * 24 + 3) };
    const later = await toldOf({ ...rows, messages: [...(rows.messages ?? []), post] });
    expect(later?.expected).toBeCloseTo(60, 0);
    expect(later?.low).toBeCloseTo(40, 0);
  });

  it('is not told where fewer are open than customers wait, some in cases too old to be counted', async () => {
    expect(await toldOf(answered(many('waits', 12)), 13)).toBeNull();
  });
});
