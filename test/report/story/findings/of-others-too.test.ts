import { expect, it } from 'vitest';
import { ofOthersToo } from '../../../../src/report/story/findings/of-others-too.js';
import { wordsOf } from '../../../../src/report/story/words.js';
import { written } from '../../written.js';

it('holds from a fifth of the messages on, peers left out; without a brand the one named most is it', async () => {
  const rows = [
    { by: 'brand', group: 'Anou', peer: false, messages: 20 },
    { by: 'brand', group: 'Brel', peer: false, messages: 60 },
    { by: 'brand', group: 'peer 1', peer: true, messages: 900 },
    { by: 'store', group: 'Lyon', peer: false, messages: 500 },
  ];
  const metrics = new Map([['benchmarks', await written('benchmarks', 'share', { rows })]]);
  const told = (n: number, brand = ''): boolean =>
    ofOthersToo({ metrics, words: wordsOf('fr', 'UTC'), zone: 'UTC', brand, quoted: new Set() }, n);
  expect([told(100), told(101), told(300, 'Anou'), told(301, 'Anou')]).toEqual([true, false, true, false]);
});
