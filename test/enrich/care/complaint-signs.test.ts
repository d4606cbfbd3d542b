import { expect, it } from 'vitest';
import {
  COMPLAINT_SIGNS,
  ComplaintSigns,
  loadComplaintModel,
  SIGN_HEADS,
} from '../../../src/enrich/care/complaint-signs.js';
import { COMPLAINT_TURNS } from '../../../src/enrich/tone/complaint-turns.js';
import { createFeatures } from '../../../src/enrich/heads/head-reader.js';
import { loadHeads } from '../../../src/enrich/heads/model-files.js';
import { REGISTERS } from '../../../src/model/enrichment.js';

const features = createFeatures();
const signs = new ComplaintSigns();
const person = { toFirm: 1, impersonal: 0, firm: 0 };
const heads = SIGN_HEADS.map((name) => loadHeads().get(name)!);
/** What heads say of a text; of others each label is even. */
const said: Readonly<Record<string, readonly number[]>> = {
  sentiment: [0.5, 0.25, 0.2],
  register: REGISTERS.map((_, k) => (k === 0 ? 1 : 0)),
  'sentiment-tweet': [0.8, 0.2, 0],
};
const values: number[] = [],
  places: number[] = [];
for (const { name, labels } of heads) {
  places.push(values.length);
  values.push(...(said[name] ?? labels.map(() => 0.5)));
}
const read = (text: string, register = person): ReadonlyMap<string, number> => {
  features.read(text);
  signs.read(features, values, places, register);
  return new Map(COMPLAINT_SIGNS.map((sign, i) => [sign, signs.values[i] as number]));
};

it('shows log-odds of heads, marks to four, and polarities turned where they are denied', () => {
  const found = read('Ce n’est pas bon !!!!! Nul ?');
  expect([found.get('complaint'), found.get('customer')]).toEqual([0, Math.log(1 / 1e-4)]);
  expect([found.get('sentiment-review neutral'), found.get('contributions idea')]).toEqual([0, 0]);
  expect(found.get('sentiment-tweet negative')).toBeCloseTo(Math.log(4));
  expect(found.get('sentiment-tweet positive')).toBeCloseTo(Math.log(1e-4));
  expect(found.get('positive')).toBeCloseTo(Math.log(0.2 / 0.8));
  expect([found.get('!'), found.get('?')]).toEqual([4, 1]);
  expect(found.get('good')).toBe(0);
  expect(found.get('bad')).toBeGreaterThan(2);
  expect(read('Bon').get('good')).toBeGreaterThan(0);
});

it('weighs the signs, and lets a firm complain of nobody', () => {
  read('Bon');
  const weights = COMPLAINT_SIGNS.map((sign) => (sign === 'toFirm' ? 2 : 0));
  expect(signs.probability({ weights, bias: -2 })).toBe(0.5);
  read('Bon', { toFirm: 0, impersonal: 0, firm: 1 });
  expect(signs.probability({ weights, bias: 9 })).toBe(0);
});

it('knows the labels of the heads that ship, in their order, and ships a weight for each sign', () => {
  const beside = heads.slice(3).flatMap(({ name, labels }) => labels.map((label) => `${name} ${label}`));
  expect(COMPLAINT_SIGNS.slice(-beside.length - COMPLAINT_TURNS.length)).toEqual([
    ...beside,
    ...COMPLAINT_TURNS,
  ]);
  expect(loadComplaintModel().weights).toHaveLength(COMPLAINT_SIGNS.length);
});
