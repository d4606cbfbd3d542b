import { fold } from '../../util/fold.js';
import { loadCompromise, type NameReader } from './compromise.js';
import type { EntityFinder } from '../entities/entities.js';
import { isGivenName, loadGivenNames } from './given-names.js';
import { loadNameWords } from './name-words.js';
import {
  ANNOUNCED,
  AT_WORK,
  EDGE,
  GREETED,
  INITIALED,
  INITIALS,
  JOINED,
  NOT_NAMES,
  rule,
  SHOUTED,
  TRUSTED,
} from './name-patterns.js';
import { namesActing, namesAnswered, namesGreeted } from './name-acts.js';
import { isBesideThing, isOfBrand } from './name-bearers.js';
import { HANDLED, namesInContext } from './name-contexts.js';
import { maskHandles } from './name-handles.js';
import { createGuards, guardedSpans } from './name-guards.js';
import { loadNameKnowledge } from './name-knowledge.js';
import { namesMentioned, withSmallSurname, withoutShouts } from './name-mentions.js';
import { isSignedAsBrand, namesSigned, withSurname } from './name-signatures.js';
import { afterVerb, namesIn, piecesOf, shouts } from './name-spans.js';
import { english, isLoose, listedIn, midSentence, type NameSpan } from './told-names.js';
import { isCompound, isEmphasis, withoutWords } from './name-lookalikes.js';
import { placesAndThings } from './places-and-things.js';
import { isThing } from './sold-things.js';
import { TokenBuffer } from '../words/tokens.js';

export interface MaskNamesOptions {
  readonly language: 'fr' | 'en';
  /** Names and handles that stay: the brand, its accounts, its products, its competitors. */
  readonly keep?: readonly string[];
}

const MASK = '[nom]';
const FULL = rule(String.raw`(?<![\p{L}\p{N}’'-])NAME${EDGE}`);

/** Bits of the kinds of `names/words.tsv`. */
const FIRST_NAME = 1,
  GEOGRAPHY = 2 | 4 | 8,
  THING = 16 | 32;

const lettersOf = (text: string): string => fold(text).replaceAll(/[^\p{L}\p{N}]/gu, '');

class NameMasker {
  private readonly tokens = new TokenBuffer();
  private readonly finder: EntityFinder;
  private readonly kept: readonly string[];
  private readonly nameWords = loadNameWords();
  private readonly given = loadGivenNames();
  private readonly knowledge = loadNameKnowledge();

  constructor(
    private readonly reader: NameReader | undefined,
    private readonly language: 'fr' | 'en',
    keep: readonly string[],
  ) {
    this.finder = createGuards(keep);
    this.kept = keep.map(lettersOf).filter((name) => name !== '');
  }

  mask(text: string): string {
    const handled = this.withoutHandles(text);
    const guarded = new Uint8Array(handled.length);
    for (const { start, end } of guardedSpans(handled, this.finder, this.tokens).concat(
      placesAndThings(handled),
    ))
      guarded.fill(1, start, end);
    const chosen: NameSpan[] = [];
    for (const wide of this.candidates(handled, guarded)) {
      const span = this.withoutBrand(handled, wide, guarded);
      const stays = guarded.subarray(span.start, span.end).includes(1) || isOfBrand(handled, span, guarded);
      if (stays || chosen.some((one) => one.start < span.end && span.start < one.end)) continue;
      if (isThing(handled, span)) {
        guarded.fill(1, span.start, span.end);
        continue;
      }
      chosen.push(span);
    }
    let masked = '',
      at = 0;
    for (const { start, end } of chosen.toSorted((a, b) => a.start - b.start)) {
      masked += handled.slice(at, start) + MASK;
      at = end;
    }
    return masked + handled.slice(at);
  }

  /** "Julie Carrefour Lyon": the first name alone, where a brand stands behind it. */
  private withoutBrand(text: string, span: NameSpan, guarded: Uint8Array): NameSpan {
    const brand = guarded.indexOf(1, span.start);
    if (brand <= span.start || brand >= span.end) return span;
    if (isSignedAsBrand(text, span) && !this.stays(text.slice(span.start, span.end))) {
      guarded.fill(0, span.start, span.end);
      return span;
    }
    const first = text.slice(span.start, brand).trimEnd();
    return isGivenName(first, this.given.only) ? { start: span.start, end: span.start + first.length } : span;
  }

  private withoutHandles(text: string): string {
    if (!text.includes('@')) return text;
    this.tokens.tokenize(text);
    const known = new Set(
      this.finder.find(this.tokens).map(({ start }) => this.tokens.starts[start] as number),
    );
    return maskHandles(
      text,
      (handle, offset) => known.has(offset) || this.kept.includes(lettersOf(handle)),
      (word) => this.knowledge.isKnown(word),
    );
  }

  private candidates(text: string, guarded: Uint8Array): NameSpan[] {
    const told = this.reader?.find(text, ['person']) ?? [];
    const startsFirstName = ({ start, end }: NameSpan): boolean =>
      told.some((one) => one.start === start) ||
      this.knowledge.mayBeGiven(/^[\p{L}’'-]+/u.exec(text.slice(start, end))?.[0] ?? '');
    const greeted = [
      ...[GREETED, AT_WORK]
        .flatMap((pattern) => namesIn(text, pattern))
        .filter((span) => startsFirstName(span) && !this.isFlavourOf(text, span)),
      ...namesIn(text, JOINED).filter(
        (span) =>
          startsFirstName(span) &&
          !isBesideThing(text, span, guarded, this.given.all) &&
          (!this.isFlavour(text, span) || /[ \u00A0]/.test(text.slice(span.start, span.end))),
      ),
    ];
    const full = namesIn(text, FULL)
      .map((span) => afterVerb(text, span))
      .filter(
        (span) =>
          /[ \u00A0]/.test(text.slice(span.start, span.end)) &&
          startsFirstName(span) &&
          !this.isFlavourOf(text, span),
      );
    return namesAnswered(text).concat(
      [
        ...[INITIALED, ...ANNOUNCED, INITIALS]
          .flatMap((pattern) => namesIn(text, pattern))
          .map((span) => withSmallSurname(text, span, this.knowledge)),
        ...[...TRUSTED, ...HANDLED]
          .flatMap((pattern) => namesIn(text, pattern))
          .filter(
            (span) => !this.isWord(text, span) && !this.isFlavourOf(text, span) && !isEmphasis(text, span),
          ),
        ...greeted,
        ...full,
        ...(this.language === 'en'
          ? [
              ...told
                .flatMap((span) => english(text, span))
                .flatMap((span) =>
                  withoutWords(text, span, (word) => this.isWord(word, { start: 0, end: word.length })),
                ),
              ...midSentence(text, listedIn(text, this.knowledge.isGiven).filter(isLoose(text))),
            ]
          : midSentence(text, listedIn(text, this.knowledge.isGiven)).filter(
              (span) => !isBesideThing(text, span, guarded, this.given.all),
            )),
      ]
        .map((span) => withoutShouts(text, span, this.knowledge))
        .filter(
          ({ start, end }) =>
            /^(?:(?:d[aeiu]|do|dos|den|der|van|von|ben|el)[ \u00A0])*\p{Lu}/u.test(text.slice(start, end)) &&
            !(/^-\p{L}/u.test(text.slice(end, end + 2)) || shouts(text, start, end)) &&
            !this.stays(text.slice(start, end)),
        )
        .concat(
          [namesSigned, namesInContext, namesMentioned, namesActing]
            .flatMap((read) => read(text, this.knowledge))
            .map((span) => withSurname(text, withoutShouts(text, span, this.knowledge), this.knowledge))
            .filter(({ start, end }) => !this.stays(text.slice(start, end))),
        )
        .concat(namesGreeted(text, this.knowledge.mayBeGiven))
        .concat(namesIn(text, SHOUTED).filter((span) => !this.isWord(text, span))),
    );
  }

  private isWord(text: string, { start, end }: NameSpan, names = this.given.all): boolean {
    const first =
      /^(?:(?:van|von|de[nr]?|d[iu]|da|el|ben|a[iï]t)[ \u00A0])*(?<word>[\p{L}’'-]+)/iu.exec(
        text.slice(start, end),
      )?.groups?.['word'] ?? '';
    return !isGivenName(first, names) && (this.knowledge.isKnown(first) || /^\p{Lu}{2,4}$/u.test(first));
  }

  /** Begins with a first name that is a word besides: "Blanche", "Prune". */
  private isFlavour(text: string, { start, end }: NameSpan): boolean {
    const first = fold(/^[\p{L}’'-]+/u.exec(text.slice(start, end))?.[0] ?? '');
    return this.given.all.has(first) && !this.given.only.has(first);
  }

  /** "Fleur de Sel"; "Parfait, livraison rapide" */
  private isFlavourOf(text: string, span: NameSpan): boolean {
    const said = text.slice(span.start, span.end + 1);
    const opens = /(?:^|[.!?…\n] ?)$/u.test(text.slice(0, span.start)) && said.endsWith(',');
    const word = /^\S+[ \u00A0]\p{Ll}/u.test(said) || (opens && this.isWord(text, span, this.given.only));
    return this.isFlavour(text, span) && word;
  }

  private stays(name: string): boolean {
    const letters = lettersOf(name),
      words = name.toLowerCase().split(/[ \u00A0]+/);
    const kinds = (word: string): number => this.nameWords.get(word) ?? 0;
    return (
      this.kept.some((kept) => letters.includes(kept)) ||
      isCompound(name) ||
      words.slice(1).some((word) => (kinds(word) & THING) !== 0) ||
      (words.length === 1 &&
        (NOT_NAMES.has(fold(name)) ||
          ((kinds(name.toLowerCase()) & GEOGRAPHY) !== 0 &&
            (kinds(name.toLowerCase()) & FIRST_NAME) === 0 &&
            !isGivenName(name, this.given.only))))
    );
  }
}

/**
 * Masks persons' names in texts to be quoted: "[nom]", and "@…" for handles that are no brand's and answer for no firm. What a title, a greeting, a closing
 * formula or a signature announces, first names of lists and registers wherever no article or thing stands before them, surnames behind them, and what
 * compromise tells in English. Brands, products, places, persons in public office and `keep` stay. Idempotent.
 *
 * Limits: a surname alone that nothing announces, and first names that are words outside of greetings and signatures, stay.
 *
 * @example
 * await maskNames(['Bonjour Madame Lefort, le camembert Président était moisi. Cordialement, Hélène Marchand'], { language: 'fr' })
 * // → ['Bonjour Madame [nom], le camembert Président était moisi. Cordialement, [nom]']
 */
export async function maskNames(
  texts: readonly string[],
  { language, keep = [] }: MaskNamesOptions,
): Promise<string[]> {
  if (texts.length === 0) return [];
  const masker = new NameMasker(language === 'en' ? await loadCompromise('en') : undefined, language, keep);
  return texts.map((text) =>
    piecesOf(text)
      .map((piece) => masker.mask(piece))
      .join(''),
  );
}
