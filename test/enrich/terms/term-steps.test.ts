import { describe, expect, it } from 'vitest';
import { TermSteps } from '../../../src/enrich/terms/term-steps.js';
import { seededRandom } from '../../../src/util/random.js';

describe('steps of a trie', () => {
  it('lead where a map of maps leads, also after the table has grown', () => {
    const steps = new TermSteps(),
      wanted = new Map<string, number>(),
      random = seededRandom(5);
    for (let i = 0; i < 800; i++) {
      const node = Math.floor(random() * steps.nodes),
        word = Math.floor(random() * 60) + 1,
        key = `${node} ${word}`;
      const known = wanted.get(key);
      const to = steps.make(node, word);
      expect(to).toBe(known ?? wanted.size + 1);
      wanted.set(key, to);
    }
    for (let node = 0; node < steps.nodes; node++) {
      let leaves = false;
      for (let word = 1; word <= 60; word++) {
        const to = wanted.get(`${node} ${word}`) ?? 0;
        leaves ||= to > 0;
        if (steps.of(node, word) !== to) expect.fail(`${node} ${word}`);
      }
      expect(steps.goOn(node)).toBe(leaves);
    }
  });
});
