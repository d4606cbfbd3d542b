import { expect, it } from 'vitest';
import { demoSentences, runsUnder, shared, strings, variants } from '../../simulate/word-runs.js';
import { worldTexts } from '../../../src/simulate/worlds/world-texts.js';
import { shared as sharedPath } from '../../shared.js';

it('the sentences of the demos and of random worlds share no five words in a row with the public labelled sets', () => {
  const known = runsUnder(sharedPath('data/labelled'));
  expect(known.size).toBeGreaterThan(500_000);
  expect(shared(demoSentences(), known)).toEqual([]);
  const { drivers, conversation, public: open } = worldTexts();
  expect(shared(strings([drivers, conversation, open]).flatMap(variants), known)).toEqual([]);
});
