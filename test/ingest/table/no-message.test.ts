import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/ingest/table/column-map.js';
import { emptiness, noMessage } from '../../../src/ingest/table/no-message.js';

const ROW: Draft = { row: 9, platform: 'table', stage: 'public', kind: 'message' };
const told = (draft: Partial<Draft>, cells: readonly string[], width = 4): string | undefined =>
  noMessage({ ...ROW, ...draft }, { cells }, width);
const emptinessOf = (draft: Partial<Draft>): ReturnType<typeof emptiness> => emptiness({ ...ROW, ...draft });

describe('noMessage', () => {
  it('tells totals and notes from rows', () => {
    expect(told({}, ['Total', '12', '3,5 %', ''])).toBe('a total');
    expect(told({ text: 'Total général' }, ['Total général', '', '', ''])).toBe('a total');
    expect(told({ text: '4 avis' }, ['TOTAL GÉNÉRAL', '', '4 avis', '6'])).toBe('a total');
    expect(told({}, ['Source : export du 3 mars', '', '', ''])).toBe('a note under or between the rows');
    expect(told({}, ['Fin', '', '', ''])).toBe('one cell that is no text: a note under or between the rows');
  });

  it('tells lines that are drawn between rows from dashes that someone wrote', () => {
    expect(told({ text: '---' }, ['', '---', ':---:', ''])).toBe('a line between the rows');
    expect(told({ text: '--' }, ['Zoé', '--', '', ''])).toBeUndefined();
    expect(told({ text: '--' }, ['--', '', '', ''])).toBeUndefined();
  });

  it('keeps what a customer wrote, whatever the first word', () => {
    expect(told({ text: 'Totalement déçue' }, ['Totalement déçue', '', '', ''])).toBeUndefined();
    expect(told({ text: 'Total raté' }, ['Total raté', 'Lyon', '1', ''])).toBeUndefined();
    expect(told({ text: 'Total raté' }, ['Total raté', '5 étoiles', '1', ''])).toBeUndefined();
    expect(told({ text: 'Note : 2/10' }, ['Note : 2/10', 'Lyon', '', ''])).toBeUndefined();
    expect(told({ text: 'Total' }, ['Total'], 1)).toBeUndefined();
    expect(
      told({ sentAt: { raw: '2026-03-01', epochMs: 0, zone: 'explicit' } }, ['Total', '12', '', '']),
    ).toBeUndefined();
    expect(told({ rating: 4 }, ['4', '', '', ''])).toBeUndefined();
    expect(told({}, [`Total ${'x'.repeat(300)}`, '', '', ''])).toBeUndefined();
  });
});

describe('emptiness', () => {
  it('tells a picture from a row with nothing in it', () => {
    expect(emptinessOf({ text: 'mot' })).toBeUndefined();
    expect(emptinessOf({ rating: 5 })).toBeUndefined();
    expect(emptinessOf({})).toBe('nothing');
    expect(emptinessOf({ url: 'https://example.org/1' })).toBe('media');
    expect(emptinessOf({ id: '1', kind: 'review' })).toBeUndefined();
  });
});
