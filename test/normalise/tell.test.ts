import { describe, expect, it } from 'vitest';
import { maskText } from '../../src/normalise/mask.js';
import { NOBODY } from '../../src/normalise/persons.js';
import { createTeller, tellValue } from '../../src/normalise/tell.js';
import { seededRandom } from '../../src/util/random.js';

describe('values that rejects and dates tell', () => {
  it('are instants as tools write them, in which no mask finds anything', () => {
    const random = seededRandom(3),
      digits = (count: number): string =>
        Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
    const ends = ['', 'Z', '.', '+', '-'];
    for (let i = 0; i < 5000; i++) {
      const end = ends[i % ends.length] as string;
      const zone =
        end === '.'
          ? `.${digits(3)}Z`
          : end.length === 0 || end === 'Z'
            ? end
            : `${end}${digits(2)}:${digits(2)}`;
      const instant = `${1 + (i % 2)}${digits(3)}-${digits(2)}-${digits(2)}T${digits(2)}:${digits(2)}:${digits(2)}${zone}`;
      expect([tellValue(instant, () => ''), maskText(instant, () => '').text]).toEqual([instant, instant]);
    }
  });

  it('are dates of two digits a part, whose month, year and time look like a number to call', () => {
    for (const date of [
      '15/06/26 21:08:43',
      '15.06.26, 21:08:43',
      '6/15/26 01:08:43 PM',
      '15/06/2026 21:08',
      '15.06.26 21:08:43.123',
      '2026-06-15-21.08.43.123456',
    ]) {
      expect(tellValue(date, () => '')).toBe(date);
    }
    expect(maskText('15/06/26 21:08:43', () => '').text).toBe('15/06/26 21:08:43');
    expect(tellValue('06/26/21/08/43', () => '')).toBe('[téléphone]');
  });

  it('are masked or shaped otherwise', () => {
    expect(
      ['06 12 34 56 78', 'Camille Exemple', '2026-01-01T00:00:00Z Jo'].map((value) =>
        tellValue(value, () => ''),
      ),
    ).toEqual(['[téléphone]', 'Xxxxxxx Xxxxxxx', '9999-99-99X99:99:99X Xx']);
  });

  it('name no column that is called after a person', () => {
    const { text } = createTeller(() => '0011', { ...NOBODY, isPerson: (name) => name === 'Julie Martin' });
    expect(text('columns: text ← Avis, other ← Julie Martin; kept: "Julie Martin"')).toBe(
      'columns: text ← Avis, other ← [0011]; kept: "[0011]"',
    );
  });
});
