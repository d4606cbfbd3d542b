import { fold } from '../../util/fold.js';

const CODES = new Set(
  'af am ar az bg bn br bs ca co cs cy da de el en eo es et eu fa fi fr ga gl ha he hi hr ht hu hy id is it ja ka kk km ko la lb lo lt lv mg mk ms mt my nb ne nl no oc pl pt ro ru si sk sl so sq sr sv sw ta te th tl tr uk ur uz vi xh yi yo zh zu'.split(
    ' ',
  ),
);
/** Codes of three letters, and codes that ISO 639 has replaced. */
const OTHER_CODES = new Map(
  'fra:fr fre:fr eng:en deu:de ger:de spa:es ita:it por:pt nld:nl dut:nl ara:ar zho:zh chi:zh jpn:ja kor:ko rus:ru tur:tr pol:pl swe:sv dan:da nor:no fin:fi ces:cs slk:sk hun:hu ron:ro bul:bg ell:el heb:he hin:hi ind:id msa:ms tha:th vie:vi ukr:uk cat:ca hrv:hr srp:sr slv:sl lit:lt lav:lv est:et fas:fa urd:ur ben:bn tam:ta sqi:sq mkd:mk aze:az kat:ka hye:hy in:id iw:he ji:yi nb:no nob:no'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);
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
    for (const code of [...CODES, 'nb']) {
      const name = display.of(code);
      if (name !== undefined && !map.has(fold(name))) map.set(fold(name), OTHER_CODES.get(code) ?? code);
    }
  }
  byName = map;
  return map;
}

/**
 * ISO 639-1 code of a language given by code (`EN`, `fr-FR`, `zhTW`, `fra`) or by name in one of the large languages (`Englisch`,
 * `Français`, `GERMAN; DEUTSCH`); `undefined` when it is neither, or is undetermined.
 *
 * @example
 * ['GERMAN; DEUTSCH', 'fr-CA', 'Anglais', 'spa', 'und'].map(languageCode)
 * // → ['de', 'fr', 'en', 'es', undefined]
 */
export function languageCode(text: string | undefined): string | undefined {
  for (const part of (text ?? '').split(/[;,/|()]/)) {
    const word = fold(part.trim());
    const named = names().get(word);
    if (named !== undefined) return named;
    const tag =
      /^([a-z]{2,3})(?:[-_][a-z\d]+)*$/.exec(word)?.[1] ?? /^([a-z]{2})[A-Z]{2}$/.exec(part.trim())?.[1];
    const code = tag === undefined ? undefined : (OTHER_CODES.get(tag) ?? tag);
    if (code !== undefined && CODES.has(code)) return code;
    const first = names().get(word.split(' ', 1)[0] ?? '');
    if (first !== undefined) return first;
  }
  return undefined;
}
