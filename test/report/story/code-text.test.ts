import { expect, it } from 'vitest';
import { scoreDecomposition } from '../../../src/metrics/change/score-decomposition.js';
import { codeText } from '../../../src/report/story/code-text.js';
import { wordsOf } from '../../../src/report/story/words.js';
import { fakeCorpus } from '../../metrics/fake-corpus.js';

it('says a code as its column, its metric and its row mean it', async () => {
  const corpus = await fakeCorpus({ messages: [] });
  const metric = await scoreDecomposition(corpus);
  const french = wordsOf('fr', 'UTC');
  const say = (text: string, column: string, row: Record<string, string> = {}): string =>
    codeText(text, column, metric, row, french);
  expect(say('facebook-dm', 'firstChannel')).toBe('Facebook (messages privés)');
  expect(say('click-and-collect', 'group', { by: 'driver' })).toBe('Drive et retrait');
  expect(say('x-post', 'group', { by: 'channel' })).toBe('X (publications)');
  expect(say('brindaure', 'group', { by: 'brand' })).toBe('brindaure');
  expect(say('channel:email', 'term')).toBe('E-mail');
  expect(say('real exports, UMSAB French, real exports', 'reference')).toBe('Exports réels, UMSAB français');
  expect(say('second reader camembert, its errors known on real exports', 'reference')).toBe(
    'Second lecteur camembert, erreurs connues sur Exports réels',
  );
  expect(say('crisis', 'kind')).toBe('crisis');
  expect(say('stands above the header', 'hint')).toBe('au-dessus de l’en-tête');
  expect(codeText('stands above the header', 'hint', metric, {}, wordsOf('en', 'UTC'))).toBe(
    'stands above the header',
  );
  expect([say('week', 'grain'), say('2026-04-01', 'quarter'), say('2026-Q1', 'previousPeriod')]).toEqual([
    'Semaine',
    'T2\u00a02026',
    'T1\u00a02026',
  ]);
});
