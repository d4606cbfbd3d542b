import type { Language } from '../util/language.js';
import { shippedJson } from '../util/shipped-json.js';
import { lowerFirst } from '../util/lower-first.js';

/** What codes are of. */
export type LabelKind =
  | 'stage'
  | 'state'
  | 'sentiment'
  | 'driver'
  | 'harm'
  | 'contribution'
  | 'platform'
  | 'form'
  | 'language'
  | 'reject'
  | 'doubt'
  | 'check'
  | 'cue'
  | 'compared'
  | 'spread'
  | 'direction'
  | 'movement'
  | 'cluster'
  | 'rule'
  | 'priority'
  | 'escalation'
  | 'outside'
  | 'point'
  | 'transition'
  | 'kind'
  | 'grain'
  | 'given'
  | 'window'
  | 'model'
  | 'unit'
  | 'role'
  | 'voice'
  | 'base'
  | 'taxonomy'
  | 'by'
  | 'trend'
  | 'reading'
  | 'genre'
  | 'correction'
  | 'reference'
  | 'place'
  | 'term'
  | 'tab';

/** Names of the codes of the model in French, and in English where it is not the code in words. */
export const WORDING = shippedJson('./wording.json', import.meta.url) as Readonly<
  Record<LabelKind, Readonly<Record<string, string | readonly [fr: string, en: string]>>>
>;

/**
 * Name of a code in French, or in English. A code without a name of its own is written as words.
 *
 * @example
 * [label('driver', 'taste'), label('driver', 'taste', 'en'), label('platform', 'signal')]
 * // → ['Goût', 'Taste', 'Signal']
 */
export function label(kind: LabelKind, code: string, language: Language = 'fr'): string {
  const named = Object.hasOwn(WORDING[kind], code) ? WORDING[kind][code] : undefined;
  if (typeof named === 'object') return named[language === 'fr' ? 0 : 1];
  return (language === 'fr' ? named : undefined) ?? asWords(code);
}

/**
 * The name inside a sentence, without its capital.
 *
 * @example
 * [labelInside('driver', 'taste'), labelInside('driver', 'taste', 'en')]
 * // → ['goût', 'taste']
 */
export function labelInside(kind: LabelKind, code: string, language: Language = 'fr'): string {
  return lowerFirst(label(kind, code, language));
}

/** A place, named in French by our lists, as the language calls it; others, towns and shops, have one name. */
export const placeName = (place: string, language: Language): string =>
  Object.hasOwn(WORDING.place, place) ? label('place', place, language) : place;

const asWords = (code: string): string => code.charAt(0).toUpperCase() + code.slice(1).replace(/-/g, ' ');

/**
 * Name of a channel, from its platform and form.
 *
 * @example
 * [channelLabel('facebook-dm'), channelLabel('email'), channelLabel('discourse-comment')]
 * // → ['Facebook (messages privés)', 'E-mail', 'Discourse (commentaires)']
 */
export function channelLabel(channel: string, language: Language = 'fr'): string {
  if (Object.hasOwn(WORDING.platform, channel)) return label('platform', channel, language);
  const dash = channel.lastIndexOf('-');
  const [platform, form] = [channel.slice(0, dash), channel.slice(dash + 1)];
  if (dash < 1 || !Object.hasOwn(WORDING.form, form)) return asWords(channel);
  const [name, what] = [label('platform', platform, language), label('form', form, language)];
  return name.toLowerCase() === what.replace(/s$/, '').toLowerCase() ? name : `${name} (${what})`;
}
