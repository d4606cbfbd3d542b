import type { MessageRecord } from '../model/index.js';
import { fold } from '../util/fold.js';
import { siteName } from './addresses.js';
import { lettersOf, type PublicName } from './handles.js';
import type { Pseudonymiser } from './pseudonym.js';

/** Words of the statuses that care tools and publishers give; anything else may name who has the ticket. */
const STATUS_WORDS = new Set(
  (
    'new nouveau nouvelle open opened ouvert ouverte en in cours progress pending attente attend waiting wait on hold suspended suspendu suspendue solved resolved resolu resolue ' +
    'closed close clos cloture cloturee ferme fermee reopened rouvert rouverte a traiter traite traitee non not un unassigned assigned attribue assigne affecte done termine terminee ' +
    'replied answered repondu repondue sans reponse awaiting customer client response reply agent third party tiers transmis escalated escalade archived archive deleted supprime spam ' +
    'trash snoozed active inactive published publie publiee approved approuve approuvee refused refuse rejected rejete hold draft brouillon scheduled flagged signale hidden masque pending_publish ' +
    'de du la le les des et ou to for by merged fusionne done wont fix duplicate doublon unresolved irresolu partiel partial information info informations complete complet incomplete ' +
    'verification verifie verified unverified invited invite standard state status statut etat ok ko oui yes no encours pris prise charge relance remboursement refund livraison retour qualification'
  ).split(' '),
);
const CHANNEL_WORDS = new Set(
  (
    'dm post comment review ticket email mail message messages chat live direct reply story mention web form formulaire widget api mobile sdk sms call phone voice voicemail telephone appel ' +
    'tweet favorite wall native messaging business messenger page group channel forum help center centre portal any answer bot note internal newsletter mailing list custom app rule import system admin outbound inbound ' +
    'email rest closed follow up merge notification push video stream event short reel ads ad marketing survey csat feedback store play google apple visitor offline conversation article share media like us de la le du en contact cases sav'
  ).split(' '),
);
/** Names of networks and tools in channels. */
const NETWORKS = new Set(
  'facebook fb x twitter instagram youtube tiktok linkedin whatsapp telegram messenger signal line snapchat viber wechat google apple zendesk intercom freshdesk front discord reddit mastodon bluesky trustpilot amazon press blog wordpress disqus'.split(
    ' ',
  ),
);
const words = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** What is written of a record about who carries it, in what state and through what channel, without naming a person. */
export interface LabelWriter {
  readonly status: (status: string | undefined) => string | null;
  readonly channel: (record: MessageRecord) => string;
  /** `givenBrand` or `sourceName`: a keyed pseudonym where it is the author's name, or a handle. */
  readonly carrier: (name: string | undefined, record: MessageRecord) => string | null;
}

/** What is known of a page, brand or source: a file names few. */
interface Carrier {
  readonly letters: string;
  readonly handle: boolean;
  readonly masked: string;
}
const REMEMBERED = 1000;

/**
 * Makes the writer of labels. A status or channel with a word that no tool is known to write gets a keyed pseudonym (`[…]`), or the
 * form of the message: equal ones stay equal, and who is named in them is not told.
 *
 * @example
 * createLabelWriter(() => '0011', () => false, (text) => text).status('En attente de Camille')
 * // → '[0011]'
 */
export function createLabelWriter(
  pseudonym: Pseudonymiser,
  isPublic: PublicName,
  mask: (text: string) => string,
): LabelWriter {
  const carriers = new Map<string, Carrier>();
  const carrierOf = (name: string): Carrier => {
    let carrier = carriers.get(name);
    if (carrier === undefined) {
      carrier = {
        letters: lettersOf(name),
        handle: /^(?:@|(?:r\/)?u[/_])/i.test(name.trim()),
        masked: mask(siteName(name)),
      };
      if (carriers.size >= REMEMBERED) carriers.clear();
      carriers.set(name, carrier);
    }
    return carrier;
  };
  const isAuthor = (letters: string, { authorName, authorHandle, authorId }: MessageRecord): boolean =>
    [authorName, authorHandle, authorId].some((one) => {
      if (one === undefined) return false;
      const theirs = lettersOf(one);
      return theirs.length > 2 && (letters === theirs || (theirs.length > 4 && letters.includes(theirs)));
    });
  return {
    status: (status) => {
      const told = words(status ?? '');
      if (status === undefined || told.length === 0) return null;
      return told.every((word) => STATUS_WORDS.has(word) || /^\d{1,2}$/.test(word))
        ? status
        : `[${pseudonym('status', fold(status))}]`;
    },
    channel: (record) => {
      const { channel, platform, stage, kind } = record;
      if (channel !== undefined) {
        const own = new Set(platform.split('-'));
        if (words(channel).every((word) => CHANNEL_WORDS.has(word) || own.has(word) || NETWORKS.has(word)))
          return channel;
      }
      return `${platform}-${stage === 'private' ? (kind === 'ticket' ? 'ticket' : 'dm') : kind}`;
    },
    carrier: (name, record) => {
      if (name === undefined || name.trim() === '') return null;
      const { letters, handle, masked } = carrierOf(name);
      const names =
        record.stage !== 'press' && (handle || (isAuthor(letters, record) && record.authorIsBrand !== true));
      return names && !isPublic(name) ? `[${pseudonym('name', fold(name))}]` : masked;
    },
  };
}
