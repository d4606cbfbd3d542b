import type { Stage } from '../model/index.js';
import type { Pseudonymiser } from './pseudonym.js';

/** Second levels under which anybody has a name: `co.uk`, `gouv.fr`. */
const SECOND_LEVELS = /^(?:co|com|org|net|gov|gouv|ac|edu|asso|go|ne|or|gob|nom)$/;
/** Parts of a query that say where somebody came from, not what is shown. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|xtor|ref|ref_src|s|t|igshid|si|mibextid)$/;

/** The site of a host: the domain that is registered, without what comes before it, which may be an account. */
function siteOf(host: string): string {
  const labels = host.toLowerCase().split('.').filter(Boolean);
  if (labels.length < 2 || /^\d+$/.test(labels.at(-1) ?? '')) return 'site';
  const site = labels.slice(SECOND_LEVELS.test(labels.at(-2) ?? '') ? -3 : -2).join('.');
  return site === 'twitter.com' ? 'x.com' : site;
}

function parse(address: string): URL | undefined {
  try {
    const url = new URL(/^[a-z][a-z\d+.-]*:/i.test(address) ? address : `https://${address}`);
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

/** An address without what differs between two tools that export the same page. */
function canonical(url: URL, stage: Stage): string {
  const host = url.hostname.toLowerCase().replace(/^(?:www|m|mobile|amp)\./, '');
  const path = url.pathname.replace(/\/+$/, '');
  if (stage === 'press') return host + path;
  const query = [...url.searchParams].filter(([name]) => !TRACKING.test(name)).toSorted();
  return `${host}${path}?${query.map((pair) => pair.join('=')).join('&')}`;
}

/** Parts of a query that let somebody in, or tell how to reach a person. */
const SECRET =
  /^(?:(?:user_?)?e?-?mail|tel|phone|mobile|(?:access_?|auth_?)?token|auth|(?:api_?)?key|session(?:_?id)?|sid|sig|signature|pass(?:word)?)$/i;

/** An address as it is, but for names and passwords before its host, and secrets and mailboxes in its query. */
function withoutSecrets(address: string, url: URL): string {
  const secrets = [...url.searchParams]
    .filter(([name, value]) => SECRET.test(name) || /[^\s@]@[^\s@]+\.\w/.test(value))
    .map(([name]) => name);
  if (url.username === '' && url.password === '' && secrets.length === 0) return address;
  url.username = url.password = '';
  for (const name of secrets) url.searchParams.delete(name);
  return url.href;
}

/** Writes the address of an item: `null` where there is none, and for private messages. */
export type AddressWriter = (address: string | undefined, stage: Stage) => string | null;

/**
 * Makes the writer of addresses: site and keyed id, since accounts stand in paths, in hosts and in queries. The same page has the same
 * address whatever tool exports it.
 *
 * @param keep addresses of public posts and articles stay, accounts in them too, when the user decides so; without passwords, tokens and
 *   mailboxes, and what is no address of the web is a keyed id all the same
 *
 * @example
 * createAddressWriter(() => '0011223344556677', false)('https://x.com/camille/status/12', 'public')
 * // → 'https://x.com/~0011223344556677'
 */
export function createAddressWriter(hash: Pseudonymiser, keep: boolean): AddressWriter {
  return (address, stage) => {
    if (address === undefined || address.trim() === '' || stage === 'private') return null;
    const url = address.length <= 10_000 ? parse(address.trim()) : undefined;
    if (keep && url !== undefined) return withoutSecrets(address.trim(), url);
    return url === undefined
      ? `~${hash('address', address)}`
      : `https://${siteOf(url.hostname)}/~${hash('address', canonical(url, stage))}`;
  };
}

/**
 * A name of a site that may be a host: its registered domain.
 *
 * @example
 * siteName('www.camille.blog.example.org')
 * // → 'example.org'
 */
export const siteName = (name: string): string =>
  /^(?:https?:\/\/)?[a-z\d-]+(?:\.[a-z\d-]+)+\/?$/i.test(name.trim())
    ? siteOf(parse(name.trim())?.hostname ?? '')
    : name;

/** Networks on which the path of an address, or its host, is an account. */
const HOSTS = String.raw`(?:facebook\.com|fb\.com|fb\.me|instagram\.com|twitter\.com|x\.com|tiktok\.com|linkedin\.com|youtube\.com|threads\.net|threads\.com|bsky\.app|t\.me|wa\.me|whatsapp\.com|m\.me|messenger\.com|snapchat\.com|pinterest\.\w{2,3}|reddit\.com|twitch\.tv|vk\.com|tumblr\.com|medium\.com|substack\.com|paypal\.me|leetchi\.com)`;
const NETWORKS = new RegExp(String.raw`\bhttps?:\/\/(?:[^\s/@]*@)?((?:[\w-]+\.)*${HOSTS})\/[^\s<>"»]*`, 'gi');
/** The same as people write it, without its scheme. */
const BARE_NETWORKS = new RegExp(String.raw`(?<![\w/.@-])(?:[\w-]{1,20}\.){0,2}(${HOSTS})\/[^\s<>"»]+`, 'gi');
/** Addresses elsewhere that name an account: `https://mastodon.example/@camille`. */
const ACCOUNT_PATH =
  /\bhttps?:\/\/(?:[^\s/@]*@)?([^\s/?#:]+)[^\s<>"»]*(?:\/@|\/users?\/|\/u\/|\/profile\/|[?&](?:user|author|email|tel|phone)=)[^\s<>"»]*/gi;

/**
 * A text whose addresses of accounts are cut to their site.
 *
 * @example
 * withoutAccounts('voir https://www.facebook.com/camille.exemple/posts/1 merci')
 * // → 'voir https://facebook.com/… merci'
 */
export const withoutAccounts = (text: string): string =>
  text.includes('/')
    ? text
        .replace(NETWORKS, (_, host: string) => `https://${siteOf(host)}/…`)
        .replace(ACCOUNT_PATH, (_, host: string) => `https://${siteOf(host)}/…`)
        .replace(BARE_NETWORKS, (_, host: string) => `${siteOf(host)}/…`)
    : text;
