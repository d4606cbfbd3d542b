/** What tools call languages, sentiments, networks and kinds of source, in the words of the model. */

const CODES = [
  'fr',
  'en',
  'de',
  'es',
  'it',
  'pt',
  'nl',
  'ar',
  'zh',
  'ja',
  'ko',
  'ru',
  'tr',
  'pl',
  'sv',
  'da',
  'no',
  'nb',
  'fi',
  'cs',
  'sk',
  'hu',
  'ro',
  'bg',
  'el',
  'he',
  'hi',
  'id',
  'ms',
  'th',
  'vi',
  'uk',
  'ca',
  'eu',
  'gl',
  'hr',
  'sr',
  'sl',
  'lt',
  'lv',
  'et',
  'fa',
  'ur',
  'bn',
  'ta',
  'te',
  'am',
  'sw',
  'tl',
  'af',
  'is',
  'ga',
  'cy',
  'br',
  'oc',
  'co',
  'lb',
  'mt',
  'sq',
  'mk',
  'bs',
  'ka',
  'hy',
  'az',
  'kk',
  'uz',
  'my',
  'km',
  'lo',
  'ne',
  'si',
  'ha',
  'yo',
  'zu',
  'xh',
  'so',
  'mg',
  'ht',
  'eo',
  'la',
];
const THREE_LETTERS: Readonly<Record<string, string>> = {
  fra: 'fr',
  fre: 'fr',
  eng: 'en',
  deu: 'de',
  ger: 'de',
  spa: 'es',
  ita: 'it',
  por: 'pt',
  nld: 'nl',
  dut: 'nl',
  ara: 'ar',
  zho: 'zh',
  chi: 'zh',
  jpn: 'ja',
  kor: 'ko',
  rus: 'ru',
  tur: 'tr',
  pol: 'pl',
  swe: 'sv',
  dan: 'da',
  nor: 'no',
  fin: 'fi',
  ces: 'cs',
  slk: 'sk',
  hun: 'hu',
  ron: 'ro',
  bul: 'bg',
  ell: 'el',
  heb: 'he',
  hin: 'hi',
  ind: 'id',
  msa: 'ms',
  tha: 'th',
  vie: 'vi',
  ukr: 'uk',
  cat: 'ca',
  hrv: 'hr',
  srp: 'sr',
  slv: 'sl',
  lit: 'lt',
  lav: 'lv',
  est: 'et',
  fas: 'fa',
  urd: 'ur',
  ben: 'bn',
  tam: 'ta',
  sqi: 'sq',
  mkd: 'mk',
  aze: 'az',
  kat: 'ka',
  hye: 'hy',
};
let languageNames: Map<string, string> | undefined;

function namesOfLanguages(): Map<string, string> {
  const names = new Map<string, string>();
  for (const locale of ['en', 'fr', 'de', 'es']) {
    const display = new Intl.DisplayNames([locale], { type: 'language' });
    for (const code of CODES) names.set((display.of(code) ?? code).toLowerCase(), code);
  }
  return names;
}

/**
 * ISO 639-1 code of a language as a tool writes it: a code, a tag, a three-letter code, or a name in English, French, German
 * or Spanish; `undefined` for anything else.
 *
 * @example
 * [languageOf('English'), languageOf('fr-CA'), languageOf('néerlandais'), languageOf('spa'), languageOf('und')]
 * // → ['en', 'fr', 'nl', 'es', undefined]
 */
export function languageOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const name = text.trim().toLowerCase();
  const code = /^([a-z]{2})(?:[-_][a-z\d]+)*$/.exec(name)?.[1];
  if (code !== undefined) return CODES.includes(code) ? code : undefined;
  if (Object.hasOwn(THREE_LETTERS, name)) return THREE_LETTERS[name];
  languageNames ??= namesOfLanguages();
  return languageNames.get(name) ?? languageNames.get(name.split(/[\s(]/)[0] ?? '');
}

/**
 * Sentiment as a tool writes it: a word in French, English, German or Spanish, or a signed number.
 *
 * @example
 * [sentimentOf('Négatif'), sentimentOf('-5'), sentimentOf('0'), sentimentOf('Not Rated')]
 * // → ['negative', 'negative', 'neutral', undefined]
 */
export function sentimentOf(text: string | undefined): 'negative' | 'neutral' | 'positive' | undefined {
  if (text === undefined) return undefined;
  const word = text.trim().toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
  if (/^(?:very |tres |sehr |muy )?(?:negati|neg$)/.test(word)) return 'negative';
  if (/^(?:very |tres |sehr |muy )?(?:positi|pos$)/.test(word)) return 'positive';
  if (/^(?:neutr|neu$)/.test(word)) return 'neutral';
  if (!/^-?\d+(?:[.,]\d+)?$/.test(word)) return undefined;
  const value = Number(word.replace(',', '.'));
  return value < 0 ? 'negative' : value > 0 ? 'positive' : 'neutral';
}

const HOSTS: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\.)(?:twitter|x)\.com$/, 'x'],
  [/(?:^|\.)(?:facebook\.com|fb\.com|fb\.watch)$/, 'facebook'],
  [/(?:^|\.)instagram\.com$/, 'instagram'],
  [/(?:^|\.)(?:youtube\.com|youtu\.be)$/, 'youtube'],
  [/(?:^|\.)tiktok\.com$/, 'tiktok'],
  [/(?:^|\.)(?:reddit\.com|redd\.it)$/, 'reddit'],
  [/(?:^|\.)linkedin\.com$/, 'linkedin'],
  [/(?:^|\.)(?:t\.me|telegram\.me)$/, 'telegram'],
  [/(?:^|\.)trustpilot\.[a-z.]+$/, 'trustpilot'],
  [/(?:^|\.)threads\.(?:net|com)$/, 'threads'],
  [/(?:^|\.)bsky\.(?:app|social)$/, 'bluesky'],
  [/(?:^|\.)pinterest\.[a-z.]+$/, 'pinterest'],
  [/^play\.google\.com$/, 'google-play'],
  [/^(?:apps|itunes)\.apple\.com$/, 'app-store'],
  [/(?:^|\.)tripadvisor\.[a-z.]+$/, 'tripadvisor'],
  [/(?:^|\.)snapchat\.com$/, 'snapchat'],
  [/(?:^|\.)twitch\.tv$/, 'twitch'],
  [/(?:^|\.)vk\.com$/, 'vk'],
  [/(?:^|\.)tumblr\.com$/, 'tumblr'],
];

const NETWORKS: readonly (readonly [RegExp, string])[] = [
  [/^(?:x|twitter|x \(twitter\)|twitter \(x\)|x_twitter)$/, 'x'],
  [/facebook|^fb$/, 'facebook'],
  [/instagram|^ig$/, 'instagram'],
  [/youtube|^yt$/, 'youtube'],
  [/tik ?tok/, 'tiktok'],
  [/reddit/, 'reddit'],
  [/linkedin/, 'linkedin'],
  [/telegram/, 'telegram'],
  [/threads/, 'threads'],
  [/bluesky|bsky/, 'bluesky'],
  [/pinterest/, 'pinterest'],
  [/trustpilot/, 'trustpilot'],
  [/google ?play|play store/, 'google-play'],
  [/app ?store|itunes/, 'app-store'],
  [/whatsapp/, 'whatsapp'],
  [/messenger/, 'messenger'],
  [/snapchat/, 'snapchat'],
  [/mastodon/, 'mastodon'],
  [/discord/, 'discord'],
  [/google (?:my )?business|google (?:maps|reviews)|gmb/, 'google-business'],
  [/tripadvisor/, 'tripadvisor'],
  [/twitter/, 'x'],
  [/quora/, 'quora'],
  [/tumblr/, 'tumblr'],
  [/twitch/, 'twitch'],
  [/^vk(?:ontakte)?$/, 'vk'],
];

/** Host of an address, lower case, without `www.`; `undefined` when it is no address. */
export function hostOf(url: string | undefined): string | undefined {
  const match =
    url === undefined
      ? undefined
      : (/^(?:[a-z][a-z\d+.-]*:)?\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(url) ??
        /^((?:[\w-]+\.)+[a-z]{2,})(?=[/?#:]|$)/i.exec(url));
  return match?.[1]?.toLowerCase().replace(/^(?:www|m|mobile|fr-fr|l)\./, '');
}

const platforms = new Map<string, string | undefined>();

/** A file has few hosts: each is looked up once. */
function platformOfHost(host: string): string | undefined {
  if (platforms.has(host)) return platforms.get(host);
  const platform = HOSTS.find(([pattern]) => pattern.test(host))?.[1];
  if (platforms.size < 10_000) platforms.set(host, platform);
  return platform;
}

/**
 * The platform that carries an item, from its address or the name of the network; `undefined` for other sites.
 *
 * @example
 * [platformOf('https://twitter.com/a/status/1'), platformOf(undefined, 'Instagram Business'), platformOf('https://example.org/')]
 * // → ['x', 'instagram', undefined]
 */
export function platformOf(url: string | undefined, network?: string): string | undefined {
  const host = hostOf(url);
  const byHost = host === undefined ? undefined : platformOfHost(host);
  if (byHost !== undefined || network === undefined) return byHost;
  const name = network.trim().toLowerCase();
  return NETWORKS.find(([pattern]) => pattern.test(name))?.[1];
}

const PRESS =
  /\b(?:news(?:paper)?s?|online ?news|print|broadcast|tv|television|radio|magazine|press(?:e)?|journal(?:s|aux)?|podcast|agency|agence|wire|media_?web|pr[ée]sse|zeitung|nachrichten|noticias)\b/i;
const NOT_PRESS =
  /\b(?:social|blogs?|forums?|reviews?|twitter|facebook|instagram|youtube|tiktok|reddit|comments?)\b/i;

/** `true` when the kind of source that a tool gives is the press: news, print, broadcast, agency. */
export function isPress(sourceType: string | undefined): boolean {
  if (sourceType === undefined) return false;
  const words = sourceType.replaceAll('_', ' ');
  return PRESS.test(words) && !NOT_PRESS.test(words);
}
