import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Gives a score from 0 to 1 to each ISO 639-1 code. */
export type SecondOpinion = (text: string) => Readonly<Record<string, number>>;

/**
 * Both libraries are ES modules of 1 MB and 0.3 MB that few texts need: `require` loads them when the first one does, without
 * making detection asynchronous (Node 20.19 requires ES modules).
 */
function requireLazily<T>(specifier: string): () => T {
  let loaded: T | undefined;
  return () =>
    (loaded ??= createRequire(import.meta.url)(fileURLToPath(import.meta.resolve(specifier))) as T);
}

const requireEld = requireLazily<typeof import('eld/extrasmall')>('eld/extrasmall');
const requireFranc = requireLazily<typeof import('franc')>('franc');

/** Scores of eld, 60 languages. */
export function eldScores(): SecondOpinion {
  let own: ReturnType<(typeof import('eld/extrasmall'))['eld']['newInstance']> | undefined;
  return (text) => (own ??= requireEld().eld.newInstance()).detect(text).getScores();
}

/** ISO 639-3 of franc: languages of the French-speaking world that eld does not have, and those they could be taken for. */
const FRANC_ONLY: Readonly<Record<string, string>> = {
  hat: 'ht',
  plt: 'mg',
  wol: 'wo',
  swh: 'sw',
  som: 'so',
  hau: 'ha',
  lin: 'ln',
};
const FRANC_LANGUAGES = [
  ...Object.keys(FRANC_ONLY),
  'fra',
  'eng',
  'deu',
  'spa',
  'ita',
  'por',
  'nld',
  'ron',
  'pol',
  'tur',
  'ind',
  'tgl',
];
/** franc ranks, it gives no probability: this one is set by hand, not fitted, for want of labelled texts. */
export const FRANC_CONFIDENCE = 0.6;
/** Letters that franc needs. */
export const FRANC_LETTERS = 30;
const FRANC_GAP = 0.1;

/** A language that only franc knows, when it ranks it first by far. */
export function francOpinion(text: string): string | undefined {
  const [first, second] = requireFranc().francAll(text.slice(0, 600), {
    only: FRANC_LANGUAGES,
    minLength: FRANC_LETTERS,
  });
  if (first === undefined || (second !== undefined && first[1] - second[1] < FRANC_GAP)) return undefined;
  return FRANC_ONLY[first[0]];
}
