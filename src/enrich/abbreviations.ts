import { parseTsv, readDataFile } from './data-file.js';
import { TOKEN, TokenBuffer, hashWord } from './tokens.js';

/**
 * Short forms of informal French and the words they stand for, by the hash of the short form: `svp`, `jpp`, `tkt`, `pk`, …
 *
 * @example
 * loadAbbreviations().get(hashWord('JPP'))
 * // → "j'en peux plus"
 */
export function loadAbbreviations(): ReadonlyMap<number, string> {
  return new Map(parseTsv(readDataFile('lexicons/abbreviations.fr.tsv'), 2).map(([short = '', long = '']) => [hashWord(short), long]));
}

/**
 * A text with its short forms written out; the rest stays as it is.
 *
 * @example
 * expandAbbreviations('Slt, dispo svp ?', loadAbbreviations())
 * // → "salut, disponible s'il vous plaît ?"
 */
export function expandAbbreviations(text: string, abbreviations: ReadonlyMap<number, string>, tokens = new TokenBuffer()): string {
  const count = tokens.tokenize(text);
  let out = '', from = 0;
  for (let i = 0; i < count; i++) {
    const long = tokens.kinds[i] === TOKEN.word ? abbreviations.get(tokens.hashes[i] as number) : undefined;
    if (long === undefined) continue;
    out += text.slice(from, tokens.starts[i]) + long;
    from = tokens.ends[i] as number;
  }
  return out + text.slice(from);
}
