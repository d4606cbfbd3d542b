import { describe, expect, it } from 'vitest';
import { driversOf, withSheetIds, type Told } from '../../../src/metrics/crisis/sheet-id.js';

const movement = (more: Partial<Told>): Told =>
  ({
    brand: 'Brel',
    burst: true,
    subjects: ['taste', 'price', 'staff', 'safety'],
    start: Date.UTC(2026, 3, 14, 9),
    end: Date.UTC(2026, 3, 16),
    messages: [],
    articles: [],
    ...more,
  }) as unknown as Told;

describe('the name of a sheet', () => {
  it('is brand, first subject and day; of two that begin on one day the second has a number', () => {
    const later = movement({ start: Date.UTC(2026, 3, 14, 22) });
    expect(
      withSheetIds([movement({}), later, movement({ subjects: ['price'] }), movement({ subjects: [] })]).map(
        ({ sheetId }) => sheetId,
      ),
    ).toEqual([
      'Brel|taste|2026-04-14',
      'Brel|taste|2026-04-14|2',
      'Brel|price|2026-04-14',
      'Brel|all|2026-04-14',
    ]);
  });
  it('tells three subjects at most: those of articles where few voices have spoken', () => {
    expect(driversOf(movement({}))).toEqual(['taste', 'price', 'staff']);
    const articles = [
      { drivers: ['origin'] },
      { drivers: ['origin', 'price'] },
    ] as unknown as Told['articles'];
    expect(driversOf(movement({ burst: false, articles }))[0]).toBe('origin');
    expect(driversOf(movement({ burst: false }))).toEqual(['taste', 'price', 'staff']);
  });
});
