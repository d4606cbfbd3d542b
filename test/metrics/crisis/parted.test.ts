import { describe, expect, it } from 'vitest';
import { risen } from '../../../src/metrics/crisis/parted.js';
import type { CriticalMessage } from '../../../src/metrics/crisis/public-movement.js';

const HOUR = 3_600_000;
const START = 1000 * HOUR;

const message = (hour: number, drivers: string[], products: string[] = []): CriticalMessage => ({
  messageId: `${hour} ${drivers.join(' ')} ${products.join(' ')}`,
  at: START + hour * HOUR,
  brand: 'Brel',
  drivers,
  products,
  places: [],
  textKey: null,
  reach: null,
  authorKey: null,
});

describe('risen', () => {
  const messages = Array.from({ length: 40 }, (_, k) => message(k / 5, ['packaging'], ['sirop']));
  const burst = {
    brand: 'Brel',
    driver: 'packaging',
    level: 2,
    start: START,
    end: START + 8 * HOUR,
    weight: 1,
    messages,
    articles: [],
  };
  const calm = { messages: [], span: 2000 * HOUR };
  const startOf = (others: readonly CriticalMessage[]): number =>
    (risen(burst, others, calm).start - START) / HOUR;

  it('begins with messages just before on its subject or its product, and on no other', () => {
    expect(startOf([message(-0.5, ['packaging'])])).toBe(-0.5);
    expect(startOf([message(-0.5, ['price'], ['sirop'])])).toBe(-0.5);
    expect(startOf([message(-0.5, ['price'], ['pain']), message(-0.25, [])])).toBe(0);
  });

  it('leaves out those of the day before', () => {
    expect(startOf([message(-30, ['packaging']), message(-15, ['packaging'])])).toBe(0);
  });

  it('drops what it held before its rise', () => {
    const early = {
      ...burst,
      start: START - 20 * HOUR,
      messages: [message(-20, ['packaging']), ...messages],
    };
    expect(risen(early, [], calm).messages).toHaveLength(40);
  });
});
