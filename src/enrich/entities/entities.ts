import { type EntityKind, type GazetteerEntry, loadGazetteer } from './gazetteer.js';
import { accepts, type Alias, isForeign, isPlace, lettersOf } from './entity-acceptance.js';
import type { EntityMention } from './entity-mention.js';
import { joinStores } from './stores.js';
import { TermTrie } from '../terms/term-trie.js';
import type { TermWords } from '../terms/term-words.js';
import { TOKEN } from '../words/token-kinds.js';
import type { TokenBuffer } from '../words/tokens.js';
import { foldWord, hashWord } from '../words/token-hashes.js';

export interface EntityFinder {
  /** Names of a tokenized text in the order of the text, without overlap; `language`: what it was read as. */
  find(tokens: TokenBuffer, language?: string): readonly EntityMention[];
}

/** Endings of the accounts of brands: @CarrefourFrance. */
const ACCOUNT_END = /(?:france|fr|officiel|official|sav|service|drive|conso|market)$/;
const wordCount = (text: string): number => text.split(/[\s'-]+/).length;

/** Words and their plurals, for the tokens near an ambiguous name. */
function contextHashes(context: readonly string[]): ReadonlySet<number> {
  const hashes = new Set<number>();
  for (const word of context.flatMap((item) => item.split(/\s+/))) {
    if (word.length > 2) for (const form of [word, `${word}s`]) hashes.add(hashWord(form));
  }
  return hashes;
}

class Finder implements EntityFinder {
  private readonly trie: TermTrie;
  private readonly aliases: Alias[] = [];
  private readonly accounts = new Map<string, GazetteerEntry>();
  /** First words of the names of places. */
  private readonly placeStarts = new Set<number>();
  private readonly hits: { alias: Alias; start: number; end: number }[] = [];
  private readonly collect = (payloads: readonly number[], start: number, end: number): void => {
    for (const payload of payloads) this.hits.push({ alias: this.aliases[payload] as Alias, start, end });
  };

  constructor(entries: readonly GazetteerEntry[], words?: TermWords) {
    this.trie = new TermTrie([], words);
    for (const entry of entries) {
      const name = foldWord(entry.name);
      const context = contextHashes(entry.context);
      for (const form of new Set([entry.name, ...entry.aliases])) {
        const folded = foldWord(form);
        // "camembert Président" says more than the name; "St Michel" does not.
        this.aliases.push({
          entry,
          folded,
          letters: lettersOf(folded),
          ambiguous: entry.ambiguous && wordCount(folded) <= wordCount(name),
          context,
        });
        this.trie.add(form, this.aliases.length - 1);
        if (isPlace(entry.kind)) this.placeStarts.add(hashWord(/[\p{L}\p{N}]+/u.exec(form)?.[0] ?? form));
        const account = lettersOf(folded);
        if (
          account.length >= 4 &&
          (entry.kind === 'brand' || entry.kind === 'retailer') &&
          !this.accounts.has(account)
        )
          this.accounts.set(account, entry);
      }
    }
  }

  find(tokens: TokenBuffer, language?: string): readonly EntityMention[] {
    this.hits.length = 0;
    this.trie.scan(tokens, this.collect);
    const mentions = this.hits.length === 0 ? [] : this.longest(tokens, language);
    this.addAccounts(tokens, mentions);
    return mentions.some(({ kind }) => kind === 'retailer') ? joinStores(tokens, mentions) : mentions;
  }

  /** The longest accepted names from the left. */
  private longest(tokens: TokenBuffer, language: string | undefined): EntityMention[] {
    const mentions: EntityMention[] = [];
    if (this.hits.length > 1)
      this.hits.sort(
        (a, b) => a.start - b.start || b.end - a.end || rank(a.alias.entry.kind) - rank(b.alias.entry.kind),
      );
    let until = 0;
    for (const { alias, start, end } of this.hits) {
      if (start < until || isForeign(tokens, alias, start, end, language)) continue;
      if (!accepts(tokens, alias, start, end, this.placeStarts)) continue;
      mentions.push({ kind: alias.entry.kind, name: alias.entry.name, start, end });
      until = end;
    }
    return mentions;
  }

  private addAccounts(tokens: TokenBuffer, mentions: EntityMention[]): void {
    let added = false;
    for (let i = 0; i < tokens.count; i++) {
      if (tokens.kinds[i] !== TOKEN.mention) continue;
      const account = lettersOf(foldWord(tokens.written(i).slice(1, 48)));
      const entry = this.accounts.get(account) ?? this.accounts.get(account.replace(ACCOUNT_END, ''));
      if (entry !== undefined) {
        mentions.push({ kind: entry.kind, name: entry.name, start: i, end: i + 1 });
        added = true;
      }
    }
    if (added) mentions.sort((a, b) => a.start - b.start);
  }
}

const rank = (kind: EntityKind): number =>
  kind === 'brand' ? 0 : kind === 'retailer' ? 1 : kind === 'product' ? 3 : 2;

/**
 * Finds brands, retailers, products, places and stores by lists of names, in one pass. Names that are ordinary words too
 * count only where their surroundings say so.
 *
 * @example
 * const tokens = new TokenBuffer();
 * tokens.tokenize('Le Président était au Carrefour de Rezé avec du camembert Président');
 * createEntityFinder().find(tokens).map((mention) => mention.name)
 * // → ['Carrefour', 'Carrefour Rezé', 'Président']
 */
export function createEntityFinder(
  entries: readonly GazetteerEntry[] = [...loadGazetteer('brands'), ...loadGazetteer('places')],
  words?: TermWords,
): EntityFinder {
  return new Finder(entries, words);
}
