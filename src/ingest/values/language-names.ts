import { fold } from '../../util/fold.js';

const CODES =
  'ar bg ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu id is it ja ko lb lt lv mk ms mt nb nl no pl pt ro ru sk sl sq sr sv th tr uk ur vi zh';
/** Languages in which press databases and listening tools name languages. */
const NAMED_IN = ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'zh', 'zh-Hant', 'ja', 'ru', 'pl', 'sv'];
/** Names that tools write and dictionaries do not. */
const MORE: Readonly<Record<string, string>> = {
  castellano: 'es',
  'chinese simplified': 'zh',
  'chinese traditional': 'zh',
  'simplified chinese': 'zh',
  'traditional chinese': 'zh',
  mandarin: 'zh',
  flemish: 'nl',
  brazilian: 'pt',
};

let byName: ReadonlyMap<string, string> | undefined;

function names(): ReadonlyMap<string, string> {
  if (byName) return byName;
  const map = new Map<string, string>(Object.entries(MORE));
  for (const locale of NAMED_IN) {
    const display = new Intl.DisplayNames([locale], { type: 'language' });
    for (const code of CODES.split(' ')) {
      const name = display.of(code);
      if (name !== undefined && !map.has(fold(name))) map.set(fold(name), code === 'nb' ? 'no' : code);
    }
  }
  byName = map;
  return map;
}

/**
 * ISO 639-1 code of a language given by code (`EN`, `fr-FR`, `zhTW`) or by name in one of the large languages
 * (`Englisch`, `Français`, `GERMAN; DEUTSCH`); `undefined` when it is neither.
 *
 * @example
 * [languageCode('GERMAN; DEUTSCH'), languageCode('fr-CA'), languageCode('Anglais')]
 * // → ['de', 'fr', 'en']
 */
export function languageCode(text: string | undefined): string | undefined {
  for (const part of (text ?? '').split(/[;,/|()]/)) {
    const word = fold(part.trim());
    const code = /^([a-z]{2})(?:[-_]?[a-z]{2,4}(?:[-_][a-z]{2})?)?$/.exec(word)?.[1];
    const named = names().get(word);
    if (named !== undefined) return named;
    if (
      code !== undefined &&
      ` ${CODES} `.includes(` ${code} `) &&
      (word.length === 2 || word.length === 4 || /[-_]/.test(word))
    ) {
      return code === 'nb' ? 'no' : code;
    }
  }
  return undefined;
}
