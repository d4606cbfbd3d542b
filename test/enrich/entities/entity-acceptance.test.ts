import { describe, expect, it } from 'vitest';
import { accepts, shouts, type Alias } from '../../../src/enrich/entities/entity-acceptance.js';
import type { EntityKind } from '../../../src/enrich/entities/gazetteer.js';
import { foldWord, hashWord } from '../../../src/enrich/words/token-hashes.js';
import { TokenBuffer } from '../../../src/enrich/words/tokens.js';

interface Named {
  readonly kind: EntityKind;
  readonly ambiguous?: boolean;
  readonly strict?: boolean;
  readonly context?: readonly string[];
}

/** Whether the name in brackets is taken for one. */
function accepted(marked: string, { kind, ambiguous = false, strict = false, context = [] }: Named): boolean {
  const tokens = new TokenBuffer();
  tokens.tokenize(marked.replace(/[[\]]/g, ''));
  const name = /\[(.*)\]/.exec(marked)?.[1] ?? '',
    from = marked.indexOf('[');
  const start = Array.from(tokens.starts.subarray(0, tokens.count)).indexOf(from);
  let end = start;
  while (end < tokens.count && (tokens.ends[end] as number) <= from + name.length) end++;
  const folded = foldWord(/** as listed */ LISTED[foldWord(name)] ?? name);
  const alias: Alias = {
    entry: { kind, name, aliases: [], ambiguous, strict, context },
    folded,
    letters: folded.replaceAll(/[^\p{L}\p{N}]/gu, ''),
    ambiguous,
    context: new Set(context.map(hashWord)),
  };
  return accepts(tokens, alias, start, end, new Set([hashWord('nantes')]));
}
/** Inflected forms and typos of names in the list. */
const LISTED: Readonly<Record<string, string>> = {
  presidente: 'president',
  saintess: 'saintes',
  fleurymichonn: 'fleurymichon',
};

describe('a place', () => {
  it('is one with a capital, after a word of place, or in several words', () => {
    const city: Named = { kind: 'city' };
    expect(accepted('je vis à [nantes]', city)).toBe(true);
    expect(accepted('[Nantes] est loin', city)).toBe(true);
    expect(accepted('une [nantes] loin', city)).toBe(false);
    expect(accepted('une [la roche] loin', city)).toBe(true);
  });
  it('that is also a word needs both', () => {
    const orne: Named = { kind: 'department', ambiguous: true };
    expect(accepted('dans l’[Orne] hier', orne)).toBe(true);
    expect(accepted('elle [Orne] la table', orne)).toBe(false);
    expect(accepted('dans [orne] hier', orne)).toBe(false);
  });
});

describe('a name', () => {
  it('that is no word is one as it stands; a short one only as it is spelled', () => {
    expect(accepted('merci [danone] pour tout', { kind: 'brand' })).toBe(true);
    expect(accepted('à [Saintess] hier', { kind: 'city' })).toBe(false);
    expect(accepted('merci [fleurymichonn] !', { kind: 'brand' })).toBe(true);
  });
  it('that is a word is one by its capital, not after an article or at the start of a sentence', () => {
    const president: Named = { kind: 'brand', ambiguous: true };
    expect(accepted('le camembert [Président] est bon', president)).toBe(true);
    expect(accepted('le camembert [président] est bon', president)).toBe(false);
    expect(accepted('merci au [Président] hier', president)).toBe(false);
    expect(accepted('Fini. [Président] est bon', president)).toBe(false);
    expect(accepted('5 [Président] hier', president)).toBe(false);
    expect(accepted('une femme [Présidente] hier', president)).toBe(false);
    expect(accepted('LE CAMEMBERT [PRÉSIDENT] EST BON', president)).toBe(false);
  });
  it('that is a word is settled by its context, close by after an article', () => {
    const president: Named = { kind: 'brand', ambiguous: true, context: ['camembert'] };
    expect(accepted('[président] fait un camembert', president)).toBe(true);
    expect(accepted('du [Président] et du camembert', president)).toBe(true);
    expect(accepted('le [Président] est venu manger un peu de camembert', president)).toBe(false);
    expect(accepted('le [président] du camembert', president)).toBe(false);
  });
  it('that is strict asks for more than a capital', () => {
    const mars: Named = { kind: 'brand', ambiguous: true, strict: true, context: ['barre'] };
    expect(accepted('on mange [Mars] ce soir', mars)).toBe(false);
    expect(accepted('une barre [Mars] ce soir', mars)).toBe(true);
    expect(accepted('un barre [mars] ce soir', mars)).toBe(true);
  });
});

describe('a retailer that is a word', () => {
  const carrefour: Named = { kind: 'retailer', ambiguous: true };
  it('is one after "chez", with a town, and in small letters after "à"', () => {
    expect(accepted('je vais chez [carrefour]', carrefour)).toBe(true);
    expect(accepted('Le [Carrefour] Nantes', carrefour)).toBe(true);
    expect(accepted('Au [Carrefour] de Brignolet', carrefour)).toBe(true);
    expect(accepted('je vais à [carrefour] demain', carrefour)).toBe(true);
    expect(accepted('je vais au [carrefour] demain', carrefour)).toBe(false);
  });
  it('is none as a crossroads', () => {
    expect(accepted('un grand [Carrefour] dangereux', carrefour)).toBe(false);
  });
});

it('a text mostly in capitals shouts', () => {
  const tokens = new TokenBuffer();
  tokens.tokenize('TOUT EST NUL ici');
  expect(shouts(tokens)).toBe(true);
  tokens.tokenize('TOUT est nul ici');
  expect(shouts(tokens)).toBe(false);
  tokens.tokenize('OK NON');
  expect(shouts(tokens)).toBe(false);
});
