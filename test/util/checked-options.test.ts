import { expect, it } from 'vitest';
import { buildCorpus, openCorpus, spillRate } from '../../src/index.js';
import { kaplanMeier, wilsonInterval } from '../../src/stats/index.js';
import { checkOptions, checkPath, valueInWords } from '../../src/util/checked-options.js';

/** As plain JavaScript calls it. */
const untyped =
  <Call>(call: Call): ((...given: readonly unknown[]) => Promise<unknown>) =>
  async (...given) =>
    (call as (...all: readonly unknown[]) => unknown)(...given);

it('tells a value in a few words', () => {
  expect(['3', 42, undefined, null, [1], {}, Promise.resolve()].map(valueInWords)).toEqual([
    '"3"',
    '42',
    'undefined',
    'null',
    'a list of 1',
    'an object',
    'a promise',
  ]);
  expect(() => checkOptions([], ['zone'])).toThrow(
    'options: a list of 0: expected an object with some of zone',
  );
  expect(() => checkPath('folder', '')).toThrow('folder: "": expected a path');
});

it('refuses what no compiler told, with the value and what is expected', async () => {
  const build = untyped(buildCorpus),
    open = untyped(openCorpus),
    rate = untyped(spillRate),
    curve = untyped(kaplanMeier),
    wilson = untyped(wilsonInterval);
  await expect(build('exports', 'corpus', { demo: true, dateOrdre: 'dmy' })).rejects.toThrow(
    /unknown option "dateOrdre": expected some of .*dateOrder/,
  );
  await expect(build(42, 'corpus', { demo: true })).rejects.toThrow('exports: 42: expected a path');
  await expect(build('exports', undefined, { demo: true })).rejects.toThrow('corpus folder: undefined');
  await expect(build('exports', 'corpus', null)).rejects.toThrow('options: null');
  await expect(open(42)).rejects.toThrow('corpus folder: 42: expected a path');
  await expect(open('corpus', { memory: 3 })).rejects.toThrow('unknown option "memory"');
  await expect(rate(undefined)).rejects.toThrow('spillRate of undefined: expected a corpus');
  await expect(rate(Promise.resolve())).rejects.toThrow('spillRate of a promise');
  await expect(wilson('3', 40)).rejects.toThrow('k = "3" of n = 40: k must be a number');
  await expect(wilson(3, '40')).rejects.toThrow('n = "40": n must be a number');
  await expect(wilson(3, 40, '0.9')).rejects.toThrow('level "0.9"');
  await expect(curve()).rejects.toThrow('options: undefined: expected an object with some of durations');
  await expect(curve({ durations: [1] })).rejects.toThrow('eventObserved: undefined: give an array');
  await expect(curve({ durations: [1], events: [1] })).rejects.toThrow('unknown option "events"');
  await expect(curve({ durations: '1', eventObserved: [1] })).rejects.toThrow(
    'durations: "1": give an array',
  );
  await expect(curve({ durations: [1], eventObserved: ['yes'] })).rejects.toThrow(
    'eventObserved: "yes" at index 0: give true or false',
  );
});
