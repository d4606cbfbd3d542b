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
  [/^(?:maps\.google\.[a-z.]+|maps\.app\.goo\.gl|g\.page)$/, 'google'],
  [/(?:^|\.)yelp\.[a-z.]+$/, 'yelp'],
  [/^(?:apps|itunes)\.apple\.com$/, 'app-store'],
  [/(?:^|\.)tripadvisor\.[a-z.]+$/, 'tripadvisor'],
  [/(?:^|\.)snapchat\.com$/, 'snapchat'],
  [/(?:^|\.)twitch\.tv$/, 'twitch'],
  [/(?:^|\.)vk\.com$/, 'vk'],
  [/(?:^|\.)tumblr\.com$/, 'tumblr'],
];

/** Reviews on Google stand under its maps, beside searches and news. */
const GOOGLE_MAPS = /^https?:\/\/(?:www\.)?google\.[a-z.]{2,6}\/maps\//i;

const NETWORKS: readonly (readonly [RegExp, string])[] = [
  [/^(?:x|twitter|x \(twitter\)|twitter \(x\)|x twitter)$/, 'x'],
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
  [/^google$|google (?:my )?business|google (?:maps|reviews)|gmb/, 'google'],
  [/tripadvisor/, 'tripadvisor'],
  [/^yelp\b/, 'yelp'],
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
  const byHost =
    host === undefined
      ? undefined
      : (platformOfHost(host) ?? (GOOGLE_MAPS.test(url ?? '') ? 'google' : undefined));
  if (byHost !== undefined || network === undefined) return byHost;
  const name = network.trim().toLowerCase().replaceAll('_', ' ');
  return NETWORKS.find(([pattern]) => pattern.test(name))?.[1];
}

const PRESS =
  /\b(?:news(?:paper)?s?|online ?news|print|broadcast|tv|television|radio|magazine|press(?:e)?|journal(?:s|aux)?|podcast|agency|agence|wire|media_?web|actualit[ée]s?|pq[rn]|pr[ée]sse|zeitung|nachrichten|noticias)(?!\w)|^m[ée]dias?$/i;
const NOT_PRESS =
  /\b(?:social|blogs?|forums?|reviews?|twitter|facebook|instagram|youtube|tiktok|reddit|comments?)\b/i;

/** `true` when the kind of source that a tool gives is the press: news, print, broadcast, agency. */
export function isPress(sourceType: string | undefined): boolean {
  if (sourceType === undefined) return false;
  const words = sourceType.replaceAll('_', ' ');
  return PRESS.test(words) && !NOT_PRESS.test(words);
}

/** `true` for the kinds of source that are no press: social networks, blogs, forums, reviews. */
export const isSocialKind = (sourceType: string): boolean => NOT_PRESS.test(sourceType.replaceAll('_', ' '));
