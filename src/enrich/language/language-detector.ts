import { readFileSync } from 'node:fs';
import { decodeHead, type LinearHead } from '../heads/head.js';
import {
  eldScores,
  FRANC_CONFIDENCE,
  FRANC_LETTERS,
  francOpinion,
  type SecondOpinion,
} from './language-opinions.js';
import { askedOf, shareOf, softmaxTop } from './language-shares.js';
import { LanguageSums } from './language-sums.js';
import { SCRIPTS, type Script, countScripts } from './script.js';

/** Label of the language head for the languages it does not tell apart. */
export const OTHER_LANGUAGE = 'other';
/** Code of a text too short, or too unclear, to say. */
export const UNDETERMINED = 'und';

/** What is known of the language of one text. */
export interface LanguageGuess {
  /** ISO 639-1 code, or `und`. */
  readonly code: string;
  /** Calibrated probability of `code`, 0 to 1; NaN for `und`. */
  readonly confidence: number;
  /** Two languages in one text. */
  readonly mixed: boolean;
  /** Probability that it is in one of the languages asked for, where they were and enough letters tell. */
  readonly among?: number;
}

/** Languages of many texts, one place a text. */
export interface LanguageBatch {
  readonly codes: string[];
  /** NaN for `und`. */
  readonly confidences: Float32Array;
  /** 1: two languages in one text. */
  readonly mixed: Uint8Array;
}

export interface LanguageDetector {
  /**
   * Language of one text, and the probability of `among` together: languages near each other may be sure to be none of
   * others, with none of them sure. Time linear in its length, and at most that of 600 letters.
   */
  detect(text: string, among?: ReadonlySet<string>): LanguageGuess;
  /** Languages of many texts; `null` is `und`. */
  detectAll(texts: readonly (string | null)[]): LanguageBatch;
}

export interface LanguageOptions {
  /** Another language head, from `trainLanguageHead`. */
  readonly head?: LinearHead;
}

/** Probability from which the first stage is believed. */
const SURE = 0.95;
/** Under this probability the text is `und`. */
const UNCLEAR = 0.35;
const FEWEST_LETTERS = 3;
/** Under this probability franc is asked. */
const FRANC_DOUBT = 0.6;
/** Weight of the logarithm of eld's score beside our logits, and slope of the sum: fitted on held-out texts. */
const OPINION_WEIGHT = 6,
  OPINION_FLOOR = 0.05,
  JOINT_SLOPE = 0.8;
/** Gain in log-likelihood, over one language, from which a text cut in two is of two languages. */
const MIXED_GAIN = 6;

const ONE_LANGUAGE: Readonly<Partial<Record<Script, string>>> = {
  Greek: 'el',
  Hebrew: 'he',
  Thai: 'th',
  Bengali: 'bn',
  Tamil: 'ta',
  Telugu: 'te',
  Gujarati: 'gu',
  Gurmukhi: 'pa',
  Kannada: 'kn',
  Malayalam: 'ml',
  Oriya: 'or',
  Lao: 'lo',
  Georgian: 'ka',
  Armenian: 'hy',
  Ethiopic: 'am',
  Hangul: 'ko',
  Kana: 'ja',
  Han: 'zh',
};
/** Scripts of several languages: the first is the answer without a second opinion. */
const MANY_LANGUAGES: Readonly<Partial<Record<Script, readonly string[]>>> = {
  Arabic: ['ar', 'fa', 'ur', 'ku'],
  Cyrillic: ['ru', 'uk', 'bg', 'sr', 'be'],
  Devanagari: ['hi', 'mr'],
};
/** Letters that Arabic does not have and Persian, Urdu and Kurdish do. */
const NOT_ARABIC = /[پچژگکیےٹڈڑںەۆێ]/;
/** Languages of other scripts than Latin, which eld sometimes gives a Latin text. */
const NOT_LATIN = new Set([
  ...Object.values(ONE_LANGUAGE),
  ...Object.values(MANY_LANGUAGES)
    .flat()
    .filter((code) => code !== 'hi'),
]);

const loadHead = (): LinearHead =>
  decodeHead(readFileSync(new URL('../models/language.head', import.meta.url)), 'language.head');

class Detector implements LanguageDetector {
  private readonly words: LanguageSums;
  private readonly scripts = new Int32Array(SCRIPTS.length);
  private readonly scores: Float64Array;

  constructor(
    private readonly head: LinearHead,
    private readonly opinion: SecondOpinion,
  ) {
    this.words = new LanguageSums(head, head.labels.indexOf(OTHER_LANGUAGE));
    this.scores = new Float64Array(head.labels.length);
  }

  detectAll(texts: readonly (string | null)[]): LanguageBatch {
    const batch: LanguageBatch = {
      codes: [],
      confidences: new Float32Array(texts.length),
      mixed: new Uint8Array(texts.length),
    };
    texts.forEach((text, i) => {
      const guess = text === null ? UNKNOWN : this.detect(text);
      batch.codes.push(guess.code);
      batch.confidences[i] = guess.confidence;
      batch.mixed[i] = guess.mixed ? 1 : 0;
    });
    return batch;
  }

  detect(text: string, among?: ReadonlySet<string>): LanguageGuess {
    const { scripts, words } = this;
    countScripts(text, 1200, scripts);
    let top = 0,
      letters = 0;
    for (let k = 0; k < scripts.length; k++) {
      letters += scripts[k] as number;
      if ((scripts[k] as number) > (scripts[top] as number)) top = k;
    }
    const latin = scripts[0] as number;
    if (top > 0) {
      const guess = this.otherScript(text, SCRIPTS[top] as Script, latin >= 12 && latin > letters / 4),
        asked = askedOf(among, letters);
      return asked === undefined ? guess : { ...guess, among: asked.has(guess.code) ? guess.confidence : 0 };
    }
    words.read(text);
    if (words.letters < FEWEST_LETTERS) return UNKNOWN;
    const guess = this.latin(text, askedOf(among, words.letters));
    return letters - latin >= 8 && letters - latin > letters / 4 ? { ...guess, mixed: true } : guess;
  }

  private otherScript(text: string, script: Script, mixed: boolean): LanguageGuess {
    const sure = (code: string, confidence: number): LanguageGuess => ({ code, confidence, mixed });
    if (script === 'Han' && (this.scripts[SCRIPTS.indexOf('Kana')] as number) > 0) return sure('ja', 0.99);
    const only = ONE_LANGUAGE[script];
    if (only !== undefined) return sure(only, 0.99);
    const many = MANY_LANGUAGES[script] ?? [];
    if (script === 'Arabic' && !NOT_ARABIC.test(text.slice(0, 1200))) return sure('ar', 0.99);
    const scores = this.opinion(text);
    let best = many[0];
    for (const code of many) if ((scores[code] ?? 0) > (scores[best ?? ''] ?? 0)) best = code;
    return best === undefined ? UNKNOWN : { code: best, confidence: 0.9, mixed };
  }

  private latin(text: string, among: ReadonlySet<string> | undefined): LanguageGuess {
    const { head, scores, words } = this;
    const slope = (head.slopes[0] as number) / Math.sqrt(words.grams);
    for (let k = 0; k < scores.length; k++) scores[k] = (words.sums[k] as number) * slope;
    const first = softmaxTop(scores);
    const code = head.labels[first.at];
    const mixed = words.gainOfTwo(MIXED_GAIN / slope) * slope > MIXED_GAIN;
    if (code !== undefined && first.share >= SURE && code !== OTHER_LANGUAGE)
      return { code, confidence: first.share, mixed, ...shareOf(among, head.labels, scores) };
    return this.joint(text, this.opinion(text), mixed, among);
  }

  /** Our logits and eld's scores together; languages we don't tell apart share our `other`. */
  private joint(
    text: string,
    opinion: Readonly<Record<string, number>>,
    mixed: boolean,
    among: ReadonlySet<string> | undefined,
  ): LanguageGuess {
    const { labels } = this.head;
    const other = labels.indexOf(OTHER_LANGUAGE);
    const codes: string[] = [],
      logits: number[] = [];
    const add = (code: string, ours: number): void => {
      codes.push(code);
      logits.push(JOINT_SLOPE * (ours + OPINION_WEIGHT * Math.log(OPINION_FLOOR + (opinion[code] ?? 0))));
    };
    labels.forEach((label, k) => {
      if (label !== OTHER_LANGUAGE) add(label, Math.log(this.scores[k] as number));
    });
    const rest = other < 0 ? Math.log(1e-3) : Math.log(Math.max(this.scores[other] as number, 1e-6));
    for (const code of Object.keys(opinion)) {
      if (!labels.includes(code) && !NOT_LATIN.has(code)) add(code, rest);
    }
    const shares = Float64Array.from(logits),
      top = softmaxTop(shares);
    if (top.share < FRANC_DOUBT && this.words.letters >= FRANC_LETTERS) {
      const rare = francOpinion(text);
      if (rare !== undefined)
        return { code: rare, confidence: FRANC_CONFIDENCE, mixed, ...shareOf(among, codes, shares) };
    }
    if (top.at < 0 || top.share < UNCLEAR) return UNKNOWN;
    return { code: codes[top.at] as string, confidence: top.share, mixed, ...shareOf(among, codes, shares) };
  }
}

const UNKNOWN: LanguageGuess = { code: UNDETERMINED, confidence: Number.NaN, mixed: false };

/**
 * Detects the language of short informal texts. First stage: the script, then a softmax regression over character n-grams
 * (French, English, German, Spanish, Italian, Portuguese, romanised Hindi, others); where it is not sure, its logits and
 * the scores of `eld` (60 languages) are added up; where that is unclear too, `franc` is asked about the languages that only it
 * knows (Haitian Creole, Malagasy, Wolof, Swahili, Somali, Hausa, Lingala). `und` when too short or unclear.
 *
 * @example
 * const detector = await createLanguageDetector();
 * detector.detect('Toujours pas reçu ma commande').code
 * // → 'fr'
 */
export async function createLanguageDetector(options: LanguageOptions = {}): Promise<LanguageDetector> {
  return new Detector(options.head ?? loadHead(), eldScores());
}
