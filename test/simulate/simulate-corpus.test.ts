import { describe, expect, it } from 'vitest';
import { simulateCorpus } from '../../src/simulate/simulate-corpus.js';
import { DEMO_PLANS } from '../../src/simulate/demo.js';

const DAY = 86_400_000,
  startsAt = Date.UTC(2026, 0, 1);

describe('a simulated corpus', () => {
  const corpus = simulateCorpus({ ...DEMO_PLANS.retail, seed: 8, endsAt: startsAt + 100 * DAY });
  const byId = new Map(corpus.messages.map((message) => [message.id, message]));

  it('is the same for the same seed and another for another', () => {
    const again = simulateCorpus({ ...DEMO_PLANS.retail, seed: 8, endsAt: startsAt + 100 * DAY });
    expect(again).toEqual(corpus);
    expect(simulateCorpus({ seed: 9, texts: false }).messages[0]).not.toEqual(corpus.messages[0]);
  });

  it('has unique ids, times in order and inside the observed time', () => {
    expect(byId.size).toBe(corpus.messages.length);
    for (const [i, { sentAt }] of corpus.messages.entries()) {
      expect(sentAt).toBeGreaterThanOrEqual(startsAt);
      expect(sentAt).toBeLessThan(corpus.truth.observedUntil);
      expect(sentAt).toBeGreaterThanOrEqual(corpus.messages[i - 1]?.sentAt ?? 0);
    }
  });

  it('says of every case what its messages show', () => {
    expect(corpus.truth.cases.length).toBeGreaterThan(150);
    for (const oneCase of corpus.truth.cases) {
      const inside = oneCase.privateIds.map((id) => byId.get(id));
      expect(
        inside.every((message) => message?.planted.caseId === oneCase.caseId && message.stage === 'private'),
      ).toBe(true);
      expect(Math.min(...inside.map((message) => message?.sentAt ?? 0))).toBe(oneCase.openedAt);
      expect(oneCase.publicIds.length > 0).toBe(oneCase.spilledAt !== null);
      if (oneCase.spilledAt !== null)
        expect(byId.get(oneCase.publicIds[0] ?? '')).toMatchObject({
          stage: 'public',
          sentAt: oneCase.spilledAt,
        });
      if (oneCase.pressAt !== null) expect(oneCase.pressAt).toBeGreaterThan(oneCase.spilledAt ?? Infinity);
      expect(oneCase.resolvedAt !== null && oneCase.spilledAt !== null).toBe(false);
    }
  });

  it('shares with the public what it says it shares', () => {
    for (const { sharedId, privateIds, publicIds } of corpus.truth.cases.filter(
      ({ spilledAt }) => spilledAt !== null,
    )) {
      const first = byId.get(privateIds[0] ?? ''),
        spill = byId.get(publicIds[0] ?? '');
      const inPrivate = `${first?.authorName} ${first?.authorId} ${first?.text}`,
        inPublic = `${spill?.authorName} ${spill?.authorId} ${spill?.text}`;
      if (sharedId === 'name') expect(spill?.authorName).toBe(first?.authorName);
      if (sharedId === 'handle') expect(spill?.authorId).toBe(first?.authorId);
      if (sharedId === 'email') expect(inPublic.toLowerCase()).toContain(first?.person?.email);
      if (sharedId === 'order')
        expect(inPublic.toUpperCase()).toContain(/HA\d{7}/.exec(inPrivate.toUpperCase())?.[0]);
      if (sharedId === 'none')
        expect([spill?.authorName === first?.authorName, spill?.authorId === first?.authorId]).toEqual([
          false,
          false,
        ]);
    }
  });

  it('takes the loud crisis to the public only, the quiet one to the press', () => {
    const crises = Object.fromEntries(corpus.truth.crises.map((crisis) => [crisis.kind, crisis]));
    expect(crises['storm']).toMatchObject({ articles: 0 });
    expect(crises['storm']?.publicMessages).toBeGreaterThan(150);
    expect(crises['quiet']).toMatchObject({ articles: 2 });
    expect(crises['quiet']?.publicMessages).toBeLessThan(12);
  });

  it('repeats no text of a customer longer than 60 characters, but for the travelling one', () => {
    const seen = new Map<string, number>();
    for (const { text, direction, planted, stage } of corpus.messages) {
      if (direction === 'inbound' && stage !== 'press' && planted.copyId === undefined && text.length > 60)
        seen.set(text, (seen.get(text) ?? 0) + 1);
    }
    expect([...seen].filter(([, n]) => n > 1).map(([text]) => text)).toEqual([]);
  });

  it('refuses times out of order', () => {
    expect(() => simulateCorpus({ endsAt: startsAt - 1 })).toThrow(RangeError);
  });
});
