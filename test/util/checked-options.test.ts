import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { renderSvg } from '../../src/charts/index.js';
import {
  buildCorpus,
  drawLabelSample,
  follow,
  headlineFigures,
  measure,
  openCorpus,
  parseConfig,
  productTruth,
  similarTo,
  spillRate,
  writeReport,
} from '../../src/index.js';
import { kaplanMeier, wilsonInterval } from '../../src/stats/index.js';
import { checkOptions, checkPath, checkValues, valueInWords } from '../../src/util/checked-options.js';
import { inFolder } from '../ingest/in-folder.js';

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
  expect(() =>
    checkValues({ n: 'x', m: 1 }, { n: { expected: 'a number', ok: (n) => typeof n === 'number' } }),
  ).toThrow('n "x": expected a number');
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

it('refuses values that would change nothing in silence, or fail far from where they are given', async () => {
  const build = untyped(buildCorpus);
  for (const [name, value, expected] of [
    ['dateOrder', 'DMY', '"dmy" or "mdy"'],
    ['zone', 'Paris', 'an IANA zone'],
    ['workers', -1, 'a whole number from 0'],
    ['memoryLimitMb', '2 GB', 'a number from 1'],
    ['demo', 'yes', 'true or false'],
    ['onProgress', 'log', 'a function'],
    ['signal', {}, 'an AbortSignal'],
  ] as const)
    await expect(build('exports', 'corpus', { demo: true, [name]: value })).rejects.toThrow(
      new RegExp(`^${name} .*expected ${expected}`),
    );
  await expect(build('exports', 'corpus', { key: 4815162342 })).rejects.toThrow('key a number: expected');
  await expect(build('exports', 'corpus', { demo: true, config: { brand: 5n } })).rejects.toThrow(
    'config: "brand" is 5: expected a text',
  );
  await expect(build('exports', 'corpus', { demo: true, config: { brnad: 'Brel' } })).rejects.toThrow(
    'config: unknown key "brnad": expected brand',
  );
  await expect(build('exports', 'corpus', { demo: true, config: 'deversoir.json' })).rejects.toThrow(
    'config: not an object',
  );
  await expect(untyped(parseConfig)({ brand: 'Brel' })).rejects.toThrow('not the text of a JSON document');
  for (const one of [drawLabelSample, follow, headlineFigures, measure, similarTo, writeReport])
    await expect(untyped(one as (corpus: never) => unknown)('corpus')).rejects.toThrow(
      `${one.name} of "corpus": expected a corpus`,
    );
  await expect(untyped(renderSvg)({ chart: () => ({}) })).rejects.toThrow(
    'expected a Vega-Lite specification',
  );
});

it('refuses them of a corpus and of a report too', async () => {
  await inFolder({ 'avis.csv': 'id;date;avis\n1;01/03/2026;Un beurre très bon\n' }, async (folder) => {
    const corpus = await buildCorpus(join(folder, 'avis.csv'), join(folder, 'c'), { demo: true, workers: 0 });
    const report = (options: object, to: string = join(folder, 'r')): Promise<unknown> =>
      untyped(writeReport)(corpus, to, options);
    await expect(report({ language: 'de' })).rejects.toThrow('language "de": expected "fr" or "en"');
    await expect(report({ lang: 'en' })).rejects.toThrow('unknown option "lang"');
    await expect(report({ files: ['pdf'] })).rejects.toThrow('files a list of 1: expected a list of html');
    await expect(report({ theme: { accent: 'red' } })).rejects.toThrow('theme: accent: "red"');
    await expect(report({ peers: 'peers.json' })).rejects.toThrow('peers "peers.json": expected a peer set');
    await expect(report({ config: { brnad: 'Brel' } })).rejects.toThrow('config: unknown key "brnad"');
    await expect(report({}, join(folder, 'avis.csv'))).rejects.toThrow('avis.csv is a file: give a folder');
    await expect(report({ signal: AbortSignal.abort('enough') })).rejects.toBe('enough');
    expect(() => corpus.where(null as never)).toThrow('where null: expected an object with some of from');
    await expect(untyped(similarTo)(corpus)).rejects.toThrow('text undefined');
    await expect(untyped(similarTo)(corpus, 'beurre', { limit: 3 })).rejects.toThrow(
      'unknown option "limit"',
    );
    await expect(untyped(measure)(corpus, { by: 'channel' })).rejects.toThrow('measure takes no "by"');
    await expect(productTruth(corpus, { productFacts: folder })).rejects.toThrow('is no file');
    corpus.close();
    await expect(spillRate(corpus)).rejects.toThrow('the corpus is closed: open it again');
    await expect(corpus.query('FROM messages')).rejects.toMatchObject({ code: 'corpus-closed' });
  });
});

it('refuses no path at all, and tells a missing one before it asks for a key', async () => {
  const out = join(tmpdir(), 'never-written');
  await expect(buildCorpus([], out, { demo: true })).rejects.toThrow('no path given');
  await expect(buildCorpus('/nowhere/at/all', out)).rejects.toMatchObject({ code: 'input-not-found' });
});
