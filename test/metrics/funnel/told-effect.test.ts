import { expect, it } from 'vitest';
import { resolveFunnelOptions } from '../../../src/metrics/funnel/funnel-cases.js';
import { effectOf } from '../../../src/metrics/funnel/told-effect.js';
import { fakeCorpus, type FakeRows } from '../fake-corpus.js';
import { hourCase } from './funnel-rows.js';
import { keyedRows } from './keyed-rows.js';

const cases = Array.from({ length: 90 }, (_, k) =>
  hourCase({
    answered: 5 + (k % 7) * 10,
    until: 900,
    ...(k % 3 === 0 && { spilled: k % 2 ? 5 + k / 9 : 30 + k }),
  }),
);

it.each<[string, FakeRows, boolean]>([
  ['of what can be seen, where sides show keys', keyedRows({ cases }), true],
  ['by Wald, where they do not', { cases }, false],
])('tells a ratio whose bounds are quantiles of its law: %s', async (_, rows, isCorrected) => {
  const corpus = await fakeCorpus(rows),
    options = resolveFunnelOptions({ level: 0.9 });
  const effect = await effectOf(corpus, options);
  expect(effect.corrected !== undefined).toBe(isCorrected);
  const { ratio = NaN, low, high, quantiles } = effect.told ?? {};
  const [least = NaN, middle = NaN, most = NaN] = quantiles?.([0.05, 0.5, 0.95]) ?? [];
  expect([least, middle, most]).toEqual([low, ratio, high].map((one) => expect.closeTo(Number(one), 9)));
  // one fit, whoever asks
  expect(await effectOf(corpus, options)).toBe(effect);
});
