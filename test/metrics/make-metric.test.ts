import { expect, it } from 'vitest';
import { catalogue } from '../../src/metrics/measure.js';
import { makeMetric, metricFrame } from '../../src/metrics/make-metric.js';

it('writes a percentage in English without a space, in French as it stands', () => {
  const frame = metricFrame({
    name: 'x',
    label: { fr: 'x', en: 'x' },
    unit: 'share',
    denominator: { fr: 'messages', en: 'messages' },
    method: { fr: 'À 95 %.', en: 'At 95 %, of 99.8 % or % alone.' },
    columns: {},
  });
  expect(frame.method).toEqual({ fr: 'À 95 %.', en: 'At 95%, of 99.8% or % alone.' });
  const told = makeMetric(frame, {
    value: 1,
    n: 1,
    rows: [],
    limits: { fr: '12 à 30 %', en: '12 to 30 %' },
    notMeasured: { fr: 'sous 5 %', en: 'under 5\u00a0%' },
  });
  expect(told.limits).toEqual({ fr: '12 à 30 %', en: '12 to 30%' });
  expect(told.notMeasured?.en).toBe('under 5%');
});

it('leaves no percentage apart in any English text of the catalogue', () => {
  const english = catalogue().map(({ name, denominator, definition, limits }) => [
    name,
    [denominator, definition, limits].map((text) => text?.en ?? '').join(' '),
  ]);
  expect(english.filter(([, text]) => /\d[ \u00a0]%/.test(text ?? '')).map(([name]) => name)).toEqual([]);
});
