import { hasCapital, isPlace, shouts, STORE_LINKS, words } from './entity-acceptance.js';
import type { EntityMention } from './entity-mention.js';
import { TOKEN } from '../words/token-kinds.js';
import type { TokenBuffer } from '../words/tokens.js';

const STORE_TYPES = words(
  'market city express contact drive supermarché hypermarché hyper super magasin centre shop',
);

/** A retailer, an optional kind of store and link word, and a place: one store. */
export function joinStores(tokens: TokenBuffer, mentions: readonly EntityMention[]): EntityMention[] {
  const joined: EntityMention[] = [];
  for (let m = 0; m < mentions.length; m++) {
    const mention = mentions[m] as EntityMention;
    if (mention.kind !== 'retailer') {
      joined.push(mention);
      continue;
    }
    let i = mention.end;
    while (
      i < tokens.count &&
      i < mention.end + 4 &&
      (STORE_TYPES.has(tokens.hashes[i] as number) ||
        STORE_LINKS.has(tokens.hashes[i] as number) ||
        (tokens.kinds[i] === TOKEN.punctuation &&
          '-('.includes(tokens.text.charAt(tokens.starts[i] as number))))
    )
      i++;
    const next = mentions[m + 1];
    joined.push(mention);
    if (next !== undefined && next.start === i && isPlace(next.kind) && next.kind !== 'country') {
      joined.push({
        kind: 'store',
        name: `${mention.name} ${next.name}`,
        start: mention.start,
        end: next.end,
      });
      m++;
    } else if (i < tokens.count && isTownLike(tokens, i, mention.end)) {
      joined.push({
        kind: 'store',
        name: `${mention.name} ${tokens.written(i)}`,
        start: mention.start,
        end: i + 1,
      });
    }
  }
  return joined;
}

/** A capitalised word after "de" or "à" and a retailer, in no list: a town all the same. */
function isTownLike(tokens: TokenBuffer, i: number, afterRetailer: number): boolean {
  if (tokens.kinds[i] !== TOKEN.word || !hasCapital(tokens, i) || shouts(tokens) || i === afterRetailer)
    return false;
  return (
    STORE_LINKS.has(tokens.hashes[i - 1] as number) &&
    (tokens.ends[i] as number) - (tokens.starts[i] as number) > 3
  );
}
