import { describe, expect, it } from 'vitest';
import { DriverChoice } from '../../../src/enrich/drivers/driver-choice.js';
import { createDriverMatcher } from '../../../src/enrich/drivers/drivers.js';
import type { LinearHead } from '../../../src/enrich/heads/head.js';
import { parseTaxonomy } from '../../../src/enrich/drivers/taxonomy.js';
import { TokenBuffer } from '../../../src/enrich/words/tokens.js';

const taxonomy = parseTaxonomy(
  JSON.stringify({
    id: 'mine',
    drivers: {
      price: {
        label: { fr: 'Prix', en: 'Price' },
        fr: ['cher', 'marge'],
        en: ['expensive'],
        weak: ['marge'],
        exclude: ['grand prix'],
      },
      noise: { label: { fr: 'Bruit', en: 'Noise' }, fr: ['bruit'], en: ['noise'] },
      checkout: { label: { fr: 'Caisse', en: 'Checkout' }, fr: ['caisse'], en: ['till'] },
      smell: { label: { fr: 'Odeur', en: 'Smell' }, fr: ['odeur'], en: ['smell'] },
    },
  }),
);
/** Only labels and thresholds are read: probabilities are given by the test. */
const head: LinearHead = {
  name: 'drivers',
  labels: ['noise', 'price'],
  choice: 'many',
  bits: 8,
  weights: new Int8Array(512),
  scales: [1, 1],
  biases: [0, 0],
  slopes: [1, 1],
  shifts: [0, 0],
  thresholds: [0.4, 0.4],
  sources: [],
};
const tokens = new TokenBuffer();
const told = (
  text: string,
  noise: number,
  price: number,
  with_: LinearHead | null = head,
  names: Parameters<DriverChoice['choose']>[5] = [],
): readonly string[] => {
  tokens.tokenize(text);
  const choice = new DriverChoice(createDriverMatcher([taxonomy]), with_);
  return choice.choose(tokens, 'fr', [9, noise, price], 1, undefined, names).drivers;
};

describe('DriverChoice', () => {
  it('tells a term unless the head is nearly sure of the contrary', () => {
    expect(told('trop cher', 0, 0.03)).toEqual(['price']);
    expect(told('trop cher', 0, 0.01)).toEqual([]);
  });

  it('takes the till for no other matter than a price that only a weak term names', () => {
    expect(told('la marge en caisse', 0, 0.3)).toEqual(['price', 'checkout']);
    expect(told('la marge et le bruit', 0.03, 0.3)).toEqual([]);
  });

  it('tells no driver by a word in the name of what is sold', () => {
    const name = (kind: string, start: number, end: number) => [{ kind, start, end }];
    expect(told('mon pas cher cru', 0, 0.03, head, name('product', 1, 4))).toEqual([]);
    expect(told('mon pas cher cru', 0, 0.03, head, name('brand', 1, 3))).toEqual([]);
    // a shop is named by what it does, a product may be the thing itself
    expect(told('mon pas cher cru', 0, 0.03, head, name('retailer', 1, 4))).toEqual(['price']);
    expect(told('mon cher ami', 0, 0.03, head, name('product', 1, 2))).toEqual(['price']);
    expect(told('mon pas cher cru', 0, 0.03, null, name('product', 1, 4))).toEqual(['price']);
  });

  it('tells a weak term on its own when the head finds it likely', () => {
    expect(told('quelle marge', 0, 0.2)).toEqual(['price']);
    expect(told('quelle marge', 0, 0.17)).toEqual([]);
  });

  it('tells what the head says without a term, after the terms of the text', () => {
    expect(told('on ne s’entend plus', 0.4, 0)).toEqual(['noise']);
    expect(told('on ne s’entend plus', 0.39, 0)).toEqual([]);
    expect(told('trop cher et on ne s’entend plus', 0.5, 0.3)).toEqual(['price', 'noise']);
  });

  it('takes terms alone where no word stands', () => {
    expect(told('👍 12 !!', 0.9, 0.9)).toEqual([]);
    expect(told('#tapage', 0.9, 0)).toEqual(['noise']);
  });

  it('weighs terms and the head together where the text addresses an account', () => {
    const sure = { ...head, thresholds: [0.85, 0.85] };
    expect(told('@acme on ne s’entend plus', 0.45, 0, sure)).toEqual(['noise']);
    expect(told('on ne s’entend plus @acme', 0.35, 0, sure)).toEqual([]);
    expect(told('on ne s’entend plus', 0.78, 0, sure)).toEqual([]);
    // a term or a hint asks for less of the head
    expect(told('trop cher', 0, 0.03, sure)).toEqual(['price']);
    expect(told('@acme trop cher', 0, 0.003, sure)).toEqual([]);
    expect(told('@acme trop cher', 0, 0.03, sure)).toEqual(['price']);
    expect(told('@acme quelle marge', 0, 0.3, sure)).toEqual(['price']);
    expect(told('@acme tout un programme', 0, 0.3, sure)).toEqual([]);
    // what is far likelier takes the place of what no term says
    expect(told('@acme on ne s’entend plus', 0.55, 0.5, sure)).toEqual(['price', 'noise']);
    expect(told('@acme on ne s’entend plus', 0.45, 0.97, sure)).toEqual(['price']);
    // a phrase that means something else stops the head here too; an address of mail addresses no account
    expect(told('@acme le grand prix', 0, 0.7, sure)).toEqual([]);
    expect(told('a@acme.fr on ne s’entend plus', 0.7, 0, sure)).toEqual([]);
    // a driver that the head does not know stands on its terms, without a head all do
    expect(told('@acme une odeur', 0, 0, sure)).toEqual(['smell']);
    expect(told('@acme trop cher', 0, 0, null)).toEqual(['price']);
  });

  it('needs a term and a head that agrees where nobody speaks to a firm', () => {
    const elsewhere = (text: string, price: number): readonly string[] => {
      tokens.tokenize(text);
      return new DriverChoice(createDriverMatcher([taxonomy]), head).choose(
        tokens,
        'fr',
        [9, 0, price],
        1,
        0.5,
      ).drivers;
    };
    expect(elsewhere('trop cher', 0.49)).toEqual([]);
    expect(elsewhere('trop cher', 0.51)).toEqual(['price']);
    expect(elsewhere('rien', 0.99)).toEqual([]);
  });

  it('lets a phrase that means something else stop the head', () => {
    expect(told('le grand prix de dimanche', 0, 0.9)).toEqual([]);
    expect(told('le grand prix, trop cher', 0, 0.9)).toEqual(['price']);
  });

  it('drops what no term says beside a far more probable driver', () => {
    expect(told('rien', 0.41, 0.83)).toEqual(['price']);
    expect(told('rien', 0.41, 0.81)).toEqual(['price', 'noise']);
    expect(told('du bruit', 0.1, 0.9)).toEqual(['noise', 'price']);
  });

  it('counts terms alone for drivers that the head does not know, and for all without a head', () => {
    expect(told('une odeur', 0, 0)).toEqual(['smell']);
    expect(told('trop cher', 0, 0, null)).toEqual(['price']);
    expect(told('quelle marge', 1, 1, null)).toEqual([]);
  });

  it('takes a head with one label a text: told when more likely than not', () => {
    const one: LinearHead = { ...head, choice: 'one', thresholds: [1, 1] };
    expect(told('on ne s’entend plus', 0.5, 0.4, one)).toEqual(['noise']);
    expect(told('trop cher', 0.1, 0.2, one)).toEqual(['price']);
  });
});
