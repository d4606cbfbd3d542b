import { type EntityKind, type GazetteerEntry, loadGazetteer } from './gazetteer.js';
import { TermTrie } from './term-trie.js';
import { FLAG, TOKEN, type TokenBuffer, foldWord, hashWord } from './tokens.js';

/** A name found, with its tokens. */
export interface EntityMention {
  readonly kind: EntityKind;
  /** Canonical name; of a store: the retailer and the place. */
  readonly name: string;
  readonly start: number;
  /** Token after the last. */
  readonly end: number;
}

export interface EntityFinder {
  /** Names of a tokenized text in the order of the text, without overlap. */
  find(tokens: TokenBuffer): readonly EntityMention[];
}

const words = (list: string): ReadonlySet<number> => new Set(list.split(' ').map(hashWord));

/** Before an ordinary noun; before the name of a brand much less. */
const DETERMINERS = words(
  "le la les un une des du au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs monsieur madame mr mme ex vice the a an this that my your our his her l' d' chaque quel quelle",
);
const OF_PLACE = words(
  "à de d' en sur dans vers depuis près chez du au le la l' from in near at quartier région ville magasin",
);
const AT_RETAILER = words('chez');
const TO_RETAILER = words('à vers chez');
const STORE_TYPES = words(
  'market city express contact drive supermarché hypermarché hyper super magasin centre shop',
);
const STORE_LINKS = words("de d' à du des");
/** After "carrefour" as a crossroads. */
const CROSSROADS = words('giratoire dangereux routier routière feu feux entre');
/** Endings of the accounts of brands: @CarrefourFrance. */
const ACCOUNT_END = /(?:france|fr|officiel|official|sav|service|drive|conso|market)$/;
/** Tokens on each side in which a context word counts; after an article it must stand close. */
const CONTEXT_REACH = 12,
  ARTICLE_REACH = 3;
const SHORTEST_LOWER_RETAILER = 6;
/** A shorter name must be spelled as it is: "sainte" is not Saintes. */
const TYPO_LETTERS = 8;

interface Alias {
  readonly entry: GazetteerEntry;
  readonly folded: string;
  /** Letters and digits of `folded`. */
  readonly letters: string;
  readonly ambiguous: boolean;
  readonly context: ReadonlySet<number>;
}

const lettersOf = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '');

const wordCount = (text: string): number => text.split(/[\s'-]+/).length;

const isPlace = (kind: EntityKind): boolean =>
  kind === 'city' || kind === 'department' || kind === 'region' || kind === 'country';

/** Words and their plurals, for the tokens near an ambiguous name. */
function contextHashes(context: readonly string[]): ReadonlySet<number> {
  const hashes = new Set<number>();
  for (const word of context.flatMap((item) => item.split(/\s+/))) {
    if (word.length > 2) for (const form of [word, `${word}s`]) hashes.add(hashWord(form));
  }
  return hashes;
}

class Finder implements EntityFinder {
  private readonly trie = new TermTrie();
  private readonly aliases: Alias[] = [];
  private readonly accounts = new Map<string, GazetteerEntry>();
  /** First words of the names of places. */
  private readonly placeStarts = new Set<number>();
  private readonly hits: { alias: Alias; start: number; end: number }[] = [];
  private readonly collect = (payloads: readonly number[], start: number, end: number): void => {
    for (const payload of payloads) this.hits.push({ alias: this.aliases[payload] as Alias, start, end });
  };

  constructor(entries: readonly GazetteerEntry[]) {
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

  find(tokens: TokenBuffer): readonly EntityMention[] {
    this.hits.length = 0;
    this.trie.scan(tokens, this.collect);
    const mentions = this.hits.length === 0 ? [] : this.longest(tokens);
    this.addAccounts(tokens, mentions);
    return mentions.some(({ kind }) => kind === 'retailer') ? joinStores(tokens, mentions) : mentions;
  }

  /** The longest accepted names from the left. */
  private longest(tokens: TokenBuffer): EntityMention[] {
    const mentions: EntityMention[] = [];
    if (this.hits.length > 1)
      this.hits.sort(
        (a, b) => a.start - b.start || b.end - a.end || rank(a.alias.entry.kind) - rank(b.alias.entry.kind),
      );
    let until = 0;
    for (const { alias, start, end } of this.hits) {
      if (start < until || !accepts(tokens, alias, start, end, this.placeStarts)) continue;
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

/** Mostly capitals: a capital says nothing. */
const shouts = (tokens: TokenBuffer): boolean => tokens.letters > 10 && tokens.capitals * 2 > tokens.letters;

const hasCapital = (tokens: TokenBuffer, i: number): boolean =>
  ((tokens.flags[i] as number) & (FLAG.capital | FLAG.upper)) !== 0;

function startsSentence(tokens: TokenBuffer, i: number): boolean {
  if (i === 0 || ((tokens.flags[i] as number) & FLAG.lineStart) !== 0) return true;
  const kind = tokens.kinds[i - 1];
  if (kind === TOKEN.mark || kind === TOKEN.emoji || kind === TOKEN.mention || kind === TOKEN.url)
    return true;
  return (
    kind === TOKEN.punctuation && '.:;«"([-•'.includes(tokens.text.charAt(tokens.starts[i - 1] as number))
  );
}

function hasContext(
  tokens: TokenBuffer,
  alias: Alias,
  start: number,
  end: number,
  reach = CONTEXT_REACH,
): boolean {
  if (alias.context.size === 0) return false;
  const to = Math.min(tokens.count, end + reach);
  for (let i = Math.max(0, start - reach); i < to; i++) {
    if ((i < start || i >= end) && alias.context.has(tokens.hashes[i] as number)) return true;
  }
  return false;
}

/** The tokens are the alias, letter by letter: no plural, no typo. */
function isSpelled(tokens: TokenBuffer, alias: Alias, start: number, end: number): boolean {
  if (end - start === 1 && tokens.isFolded(start, alias.letters)) return true;
  const text = tokens.text.slice(tokens.starts[start], tokens.ends[end - 1]);
  return text.length < 100 && lettersOf(foldWord(text)) === alias.letters;
}

function accepts(
  tokens: TokenBuffer,
  alias: Alias,
  start: number,
  end: number,
  placeStarts: ReadonlySet<number>,
): boolean {
  const { kind } = alias.entry;
  const before = start > 0 ? (tokens.hashes[start - 1] as number) : 0;
  const capital = hasCapital(tokens, start) && !shouts(tokens);
  if (
    (alias.ambiguous || end - start === 1) &&
    alias.folded.length < TYPO_LETTERS &&
    !isSpelled(tokens, alias, start, end)
  )
    return false;
  if (isPlace(kind)) {
    const named = hasCapital(tokens, end - 1) && !shouts(tokens);
    if (alias.ambiguous) return named && OF_PLACE.has(before);
    return (
      named ||
      end - start > 1 ||
      OF_PLACE.has(before) ||
      shouts(tokens) ||
      ((tokens.flags[start] as number) & FLAG.inHashtag) !== 0
    );
  }
  if (!alias.ambiguous) return true;
  // An inflected form of an ordinary word is the ordinary word: "présidente" is never the cheese.
  if (!isSpelled(tokens, alias, start, end)) return false;
  if (AT_RETAILER.has(before)) return true;
  const next = end < tokens.count ? (tokens.hashes[end] as number) : 0;
  if (CROSSROADS.has(next)) return false;
  if (
    capital &&
    kind === 'retailer' &&
    !alias.entry.strict &&
    placeStarts.has(next) &&
    hasCapital(tokens, end)
  )
    return true;
  const article = start > 0 && DETERMINERS.has(before);
  if (
    capital &&
    kind === 'retailer' &&
    !alias.entry.strict &&
    STORE_LINKS.has(next) &&
    end + 1 < tokens.count &&
    hasCapital(tokens, end + 1)
  )
    return true;
  if (!article && hasContext(tokens, alias, start, end)) return true;
  if (article && capital && hasContext(tokens, alias, start, end, ARTICLE_REACH)) return true;
  if (alias.entry.strict) return false;
  if (!capital)
    return (
      kind === 'retailer' &&
      alias.folded.length >= SHORTEST_LOWER_RETAILER &&
      TO_RETAILER.has(before) &&
      !STORE_LINKS.has(next)
    );
  return !article && !startsSentence(tokens, start) && tokens.kinds[start - 1] !== TOKEN.number;
}

/** A retailer, an optional kind of store and link word, and a place: one store. */
function joinStores(tokens: TokenBuffer, mentions: readonly EntityMention[]): EntityMention[] {
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
): EntityFinder {
  return new Finder(entries);
}
