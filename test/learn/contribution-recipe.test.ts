import { expect, it } from 'vitest';
import { CONTRIBUTIONS } from '../../src/model/enrichment.js';
import { CONTRIBUTION_RECIPE } from '../../src/learn/contribution-recipe.js';
import { fakeReader } from './fake-reader.js';

const NONE = CONTRIBUTIONS.length;
const told = (rows: Parameters<typeof fakeReader>[0]) => CONTRIBUTION_RECIPE.examples(fakeReader(rows));

it('of messages to a firm: a complaint may be what was lived, a question may serve others, a request is left out', () => {
  const rows = ['complaint', 'question', 'request', 'praise'].map((intent) => ({ intents: [intent] }));
  const [complaint, question, praise, ...others] = told({ care: rows });
  expect(others).toEqual([]);
  const open = (known: readonly number[] = []): string[] =>
    CONTRIBUTIONS.filter((_, at) => !known.includes(at));
  expect([complaint?.labels, complaint?.known?.includes(CONTRIBUTIONS.indexOf('experience'))]).toEqual([
    [],
    false,
  ]);
  expect(open(question?.known)).toContain('question');
  expect(praise).toMatchObject({ labels: [NONE], weight: 0.3 });
});

it('of real comments takes the label, and leaves out one that is no contribution of ours', () => {
  expect(told({ comments: ['idea', 'none', 'autre'] }).map(({ labels, weight }) => [labels, weight])).toEqual(
    [
      [[CONTRIBUTIONS.indexOf('idea')], 1.5],
      [[NONE], 1.5],
    ],
  );
});

it('news and promotions bring nothing; what else is said is not known to', () => {
  expect(told({ registers: [{ register: 'promotion' }, { register: 'customer' }] })).toEqual([
    { text: 'un texte', labels: [NONE], weight: 0.5, calibrate: false },
  ]);
});
