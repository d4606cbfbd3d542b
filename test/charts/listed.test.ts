import { expect, it } from 'vitest';
import type { Metric } from '../../src/model/index.js';
import { bars, coded, column, counted, inner, joined, names, text } from '../../src/charts/listed.js';
import { rankedBars } from '../../src/charts/ranked-bars.js';
import { timeSpans } from '../../src/charts/time-spans.js';
import { plain } from '../report/written.js';
import { drawn } from './drawing.js';

const LAYOUT = { width: 500, title: 'Un titre', subtitle: 'n = 3' };

it('names lines apart, by their place where asked, and cuts long texts at a word', () => {
  const rows = [{ driver: 'taste' }, { driver: 'taste' }, { driver: null }];
  expect(names(rows, coded('driver', 'driver'))).toEqual(['Goût', 'Goût (2)', '…']);
  expect(names(rows, coded('driver', 'driver'), true)).toEqual(['1. Goût', '2. Goût', '3. …']);
  expect(joined(text('brand'), inner(coded('driver', 'driver')))({ brand: 'Brel', driver: 'taste' })).toBe(
    'Brel, goût',
  );
  const titles = ['Rappel', 'Rappel', 'Rappel (2)'].map((title) => ({ title }));
  expect(names(titles, text('title'))).toEqual(['Rappel', 'Rappel (2)', 'Rappel (2) (2)']);
  expect(text('text')({ text: `a${'😀'.repeat(80)}` })).toBe(`a${'😀'.repeat(69)}…`);
  const listed = bars(['title'], text('title'), column('n'), counted('n', 'copie'));
  expect(plain(listed.drawn({} as Metric).alt([{ title: null, n: 2 }]))).toBe('Barres. … : 2 copies.');
  const [cut = ''] = names([{ text: 'mot '.repeat(40) }], text('text'));
  expect([cut.length <= 71, cut.endsWith('mot…')]).toEqual([true, true]);
});

it('draws bars of counts, and spans beside instants', async () => {
  const ranked = rankedBars(
    [
      { label: 'un nom', value: 3, told: '3 messages' },
      { label: 'un autre nom, si long qu’il passe sur plusieurs lignes du dessin', value: 0, told: '0' },
    ],
    LAYOUT,
  );
  const day = (date: number): number => Date.UTC(2026, 2, date);
  const spans = timeSpans(
    [
      { label: 'dure', from: day(1), to: day(9), told: '12 messages' },
      { label: 'un instant', from: day(4), to: day(4), told: '1 message' },
    ],
    LAYOUT,
  );
  for (const spec of [ranked, spans]) {
    const { boxes, faults } = await drawn(spec);
    expect(faults).toEqual([]);
    expect(boxes.map((box) => box.text).join(' ')).toMatch(/messages/);
  }
});
