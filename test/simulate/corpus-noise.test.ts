import { describe, expect, it } from 'vitest';
import { playCopies, playNoise } from '../../src/simulate/corpus-noise.js';
import { DEFAULT_PLAN, type SimulationPlan } from '../../src/simulate/plan.js';
import { createWorld, type World } from '../../src/simulate/world.js';

const DAY = 24 * 3_600_000;
const world = (more: Partial<SimulationPlan>): World =>
  createWorld({ ...DEFAULT_PLAN, texts: true, endsAt: DEFAULT_PLAN.startsAt + 30 * DAY, ...more });
const perDay = (more: Partial<SimulationPlan['noisePerDay']>): SimulationPlan['noisePerDay'] => ({
  ...(Object.fromEntries(
    Object.keys(DEFAULT_PLAN.noisePerDay).map((kind) => [kind, 0]),
  ) as SimulationPlan['noisePerDay']),
  ...more,
});

describe('messages that are no complaint', () => {
  it('come as often as planned, with the tone, drivers, intents and harms of their kind', () => {
    const given = world({
      noisePerDay: perDay({ praise: 6, question: 4, thanks: 3, spam: 3, brandPost: 1 }),
    });
    playNoise(given);
    const of = (keep: (message: World['messages'][number]) => boolean) => given.messages.filter(keep);
    const near = (count: number, expected: number): void =>
      expect(Math.abs(count - expected)).toBeLessThan(4 * Math.sqrt(expected));
    near(of(({ direction }) => direction === 'outbound').length, 30);
    near(of(({ planted }) => planted.intents.includes('question')).length, 120);
    near(of(({ planted }) => planted.intents.includes('thanks')).length, 90);
    near(of(({ planted }) => planted.harms.includes('spam')).length, 90);
    near(of(({ planted }) => planted.sentiment === 'positive').length, 270);
    expect(of(({ planted }) => planted.intents.includes('complaint'))).toEqual([]);
    for (const { kind, rating, person, direction, planted } of given.messages) {
      expect(rating === undefined || (kind === 'review' && rating >= 4)).toBe(true);
      expect(person === undefined).toBe(direction === 'outbound');
      if (planted.harms.length > 0) expect(planted.drivers).toEqual([]);
    }
  });
  it('may be none', () => {
    const given = world({ noisePerDay: perDay({}) });
    playNoise(given);
    expect(given.messages).toEqual([]);
  });
});

describe('a travelling text', () => {
  const copy = {
    id: 'chaine',
    story: 'none',
    copies: 40,
    startsAt: DEFAULT_PLAN.startsAt + DAY,
    halfLifeHours: 12,
  };

  it('begins in private and is copied with small changes, in order of time', () => {
    const given = world({ copies: [copy] });
    const { copyId, messageIds } = playCopies(given, 'chaine');
    const sent = messageIds.map((id) => given.messages.find((message) => message.id === id));
    expect(copyId).toBe('chaine');
    expect(sent).toHaveLength(40);
    expect(sent[0]).toMatchObject({ stage: 'private', channel: 'whatsapp', sentAt: copy.startsAt });
    const times = sent.map((message) => message?.sentAt ?? 0);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    const texts = sent.map((message) => message?.text.toLowerCase() ?? '');
    expect(texts.every((text) => text.includes('travelling text chaine'))).toBe(true);
    expect(new Set(sent.map((message) => message?.text)).size).toBeGreaterThan(2);
    expect(new Set(sent.map((message) => message?.person?.id)).size).toBe(40);
    // half of them within the half-life: 20 ± 4 √10
    expect(
      Math.abs(times.filter((at) => at < copy.startsAt + copy.halfLifeHours * 3_600_000).length - 20),
    ).toBeLessThan(13);
  });
  it('that is not planned is none', () => {
    expect(playCopies(world({ copies: [] }), 'autre')).toEqual({ copyId: 'autre', messageIds: [] });
  });
});
