import { describe, expect, it } from 'vitest';
import type { CaseMessage } from '../../../src/cases/messages/case-message.js';
import { buildUnits } from '../../../src/cases/units/units.js';
import { rarityOf } from '../../../src/cases/pairs/value-rarity.js';
import { caseMessage } from '../case-messages.js';

const chanceIn = (fields: Partial<CaseMessage>[], parts = 1): ReturnType<typeof rarityOf> => {
  const messages = fields.map((one, row) =>
    caseMessage({ row, thread: 100 + row, author: 1000 + row, ...one }),
  );
  return rarityOf(messages, buildUnits(messages), parts);
};

describe('rarityOf', () => {
  it('is 1 where nothing is shared', () => {
    expect(chanceIn([{ order: 1 }, { order: 2 }])('order', [1], [2])).toBe(1);
  });

  it('takes an order, an address or a number for unique, until more show it than can share it', () => {
    expect(chanceIn([{ order: 1 }, { order: 1 }])('order', [1], [1])).toBe(1e-7);
    // the hotline that ten of twenty quote names nobody: one in two shows it
    const quoted = Array.from({ length: 20 }, (_, at) => (at < 10 ? { phone: 5 } : {}));
    expect(chanceIn(quoted)('phone', [5], [5])).toBe(0.5);
    expect(chanceIn(quoted, 2)('phone', [5], [5])).toBe(0.25);
  });

  it('makes a name rarer the fewer bear it, and homonyms commoner the more there are', () => {
    const crowd = (bearers: number) =>
      chanceIn(Array.from({ length: 200 }, (_, at) => ({ name: at < bearers ? 7 : 100 + at })));
    const [few, many] = [crowd(2)('name', [7], [7]), crowd(40)('name', [7], [7])];
    expect(few).toBeLessThan(0.01);
    expect(many).toBeGreaterThan(10 * few);
    expect(many).toBeLessThan(0.25);
  });

  it('weighs the rarest of what two units share', () => {
    const chance = chanceIn([{ order: 1 }, { order: 1 }]);
    expect(chance('order', [1, 2], [1, 3])).toBe(1e-7);
  });
});
