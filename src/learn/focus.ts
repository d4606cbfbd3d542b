import { findClauses } from '../enrich/clauses.js';
import { TermTrie } from '../enrich/term-trie.js';
import { TokenBuffer } from '../enrich/tokens.js';

/** Finds the clauses of a text that hold one of some terms; `*` at the end of a term's word stands for any ending. */
export class FocusFinder {
  private readonly trie: TermTrie;
  private readonly tokens = new TokenBuffer();
  private clauses = new Int32Array(256);

  constructor(terms: readonly string[]) {
    this.trie = new TermTrie();
    for (const term of terms) this.trie.add(term, 1);
  }

  /** Spans of the clauses with a term, in the order of the text; neighbouring spans are not joined. */
  find(text: string): [number, number][] {
    this.read(text);
    const wanted = new Set<number>();
    this.trie.scan(this.tokens, (_, start) => {
      wanted.add(this.clauses[start] as number);
    });
    return [...wanted].toSorted((a, b) => a - b).map((clause) => this.span(clause));
  }

  /** Span of the clause that holds the character `at`. */
  clauseAt(text: string, at: number): [number, number] {
    this.read(text);
    const { tokens } = this;
    let i = 0;
    while (i + 1 < tokens.count && (tokens.ends[i] as number) <= at) i++;
    return tokens.count === 0 ? [0, text.length] : this.span(this.clauses[i] as number);
  }

  private read(text: string): void {
    const { tokens } = this;
    tokens.tokenize(text);
    if (this.clauses.length < tokens.count) this.clauses = new Int32Array(tokens.kinds.length);
    findClauses(tokens, this.clauses);
  }

  private span(clause: number): [number, number] {
    const { tokens, clauses } = this;
    let from = 0;
    while (from < tokens.count && clauses[from] !== clause) from++;
    let to = from;
    while (to < tokens.count && clauses[to] === clause) to++;
    return [tokens.starts[from] ?? 0, tokens.ends[to - 1] ?? 0];
  }
}
