import { describe, expect, it } from 'vitest';
import { createDraw } from '../../src/simulate/draw.js';
import { createNoise } from '../../src/simulate/noise-writer.js';
import { DEFAULT_PLAN, type NoiseKind } from '../../src/simulate/plan.js';
import { sectorTexts } from '../../src/simulate/texts/index.js';
import { createWorld, newPerson, newSubject } from '../../src/simulate/world.js';

const sector = sectorTexts('retail');
const world = createWorld({ ...DEFAULT_PLAN, sector: 'retail', texts: true });
const write = (kind: NoiseKind, count: number): string[] => {
  const noise = createNoise(createDraw(4), sector, new Set(), (template) => template);
  const driver = Object.keys(sector.drivers)[0] as keyof typeof sector.drivers;
  return Array.from({ length: count }, () =>
    noise(kind, newPerson(world), newSubject(world, driver), DEFAULT_PLAN.startsAt),
  );
};

describe('messages that are no complaint', () => {
  it('go through the brand’s posts in turn, as printed', () => {
    const posts = write('brandPost', sector.brandPosts.length);
    expect(new Set(posts).size).toBe(sector.brandPosts.length);
  });
  it.each(['praise', 'question', 'thanks', 'idea', 'spam', 'scam'] as const)(
    'of %s hardly repeat',
    (kind) => {
      const texts = write(kind, 12);
      expect(texts.every((text) => text.trim() !== '')).toBe(true);
      expect(new Set(texts).size).toBeGreaterThan(10);
    },
  );
});
