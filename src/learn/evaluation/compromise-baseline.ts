import { loadCompromise, type NameSpan } from '../../enrich/names/compromise.js';
import { createLanguageDetector } from '../../enrich/language/language-detector.js';
import type { TaggedSentence } from './tagged-spans.js';

/** Sentences whose language is looked at. */
const LOOKED_AT = 200;
const TYPES: Readonly<Record<NameSpan['kind'], string>> = {
  person: 'PER',
  place: 'LOC',
  organisation: 'ORG',
};

async function languageOf(sentences: readonly TaggedSentence[]): Promise<'fr' | 'en' | undefined> {
  const detector = await createLanguageDetector();
  const counts = { fr: 0, en: 0 };
  const looked = sentences.slice(0, LOOKED_AT);
  for (const { words } of looked) {
    const { code } = detector.detect(words.join(' '));
    if (code === 'fr' || code === 'en') counts[code]++;
  }
  const top = counts.fr >= counts.en ? 'fr' : 'en';
  return counts[top] * 2 > looked.length ? top : undefined;
}

function tagsOf(words: readonly string[], spans: readonly NameSpan[]): string[] {
  const tags = words.map(() => 'O');
  for (const { kind, start, end } of spans) {
    let at = 0,
      first = true;
    words.forEach((word, i) => {
      if (at < end && at + word.length > start && tags[i] === 'O') {
        tags[i] = `${first ? 'B' : 'I'}-${TYPES[kind]}`;
        first = false;
      }
      at += word.length + 1;
    });
  }
  return tags;
}

/** Names of sentences as compromise (English) or fr-compromise (French) tags them; `undefined` for another language. */
export async function tagByCompromise(
  sentences: readonly TaggedSentence[],
): Promise<{ readonly name: string; readonly tags: string[][] } | undefined> {
  const language = await languageOf(sentences);
  if (language === undefined) return undefined;
  const reader = await loadCompromise(language);
  return {
    name: reader.name,
    tags: sentences.map(({ words }) => tagsOf(words, reader.find(words.join(' ')))),
  };
}
