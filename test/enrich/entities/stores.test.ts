import { describe, expect, it } from 'vitest';
import type { EntityMention } from '../../../src/enrich/entities/entity-mention.js';
import { joinStores } from '../../../src/enrich/entities/stores.js';
import { TokenBuffer } from '../../../src/enrich/words/tokens.js';

/** Mentions of a text whose names are `Carrefour` (a retailer), `Lyon` (a city) and `France`. */
function joined(text: string): string[] {
  const tokens = new TokenBuffer();
  tokens.tokenize(text);
  const kinds = { Carrefour: 'retailer', Lyon: 'city', France: 'country', Danone: 'brand' } as const;
  const mentions: EntityMention[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const name = tokens.written(i) as keyof typeof kinds;
    if (name in kinds) mentions.push({ kind: kinds[name], name, start: i, end: i + 1 });
  }
  return joinStores(tokens, mentions).map(({ kind, name, start, end }) => `${kind} ${name} ${start}-${end}`);
}

describe('joinStores', () => {
  it('makes one store of a retailer and a place, with what stands between', () => {
    expect(joined('Carrefour Lyon')).toEqual(['retailer Carrefour 0-1', 'store Carrefour Lyon 0-2']);
    expect(joined('Carrefour Market de Lyon')).toEqual([
      'retailer Carrefour 0-1',
      'store Carrefour Lyon 0-4',
    ]);
    expect(joined('Carrefour (Lyon)')).toContain('store Carrefour Lyon 0-3');
  });
  it('takes a capitalised word after "de" or "à" for a town, not without the link', () => {
    expect(joined('au Carrefour de Brignolet hier')).toContain('store Carrefour Brignolet 1-4');
    expect(joined('au Carrefour Brignolet hier')).toEqual(['retailer Carrefour 1-2']);
    expect(joined('au Carrefour de brignolet')).toEqual(['retailer Carrefour 1-2']);
    expect(joined('au Carrefour de Bon goût')).toEqual(['retailer Carrefour 1-2']);
  });
  it('leaves a country, a brand and a place too far as they are', () => {
    expect(joined('Carrefour France')).toEqual(['retailer Carrefour 0-1', 'country France 1-2']);
    expect(joined('Danone Lyon')).toEqual(['brand Danone 0-1', 'city Lyon 1-2']);
    expect(joined('Carrefour est loin de Lyon')).toEqual(['retailer Carrefour 0-1', 'city Lyon 4-5']);
  });
});
