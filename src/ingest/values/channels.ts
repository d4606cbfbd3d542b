/** The ways a customer came in, as desks write them in French, English and neighbouring languages. */
const CHANNELS: readonly (readonly [RegExp, string])[] = [
  [/whats ?app/, 'whatsapp-dm'],
  [/\bsms\b|^(?:text messages?|textos?)$/, 'sms'],
  [/messenger|facebook|^fb\b/, 'facebook-dm'],
  [/instagram/, 'instagram-dm'],
  [/twitter|^x(?: dm)?$/, 'x-dm'],
  [/\b(?:live ?)?chat(?:bot)?\b|messagerie instantanee|^messaging$|web ?widget/, 'chat'],
  [
    /\bforms?\b|formulaires?|formularios?|portails?|portal|help ?center|centre d.aide|^web(?:site| service)?$|^site(?: web| internet)?$/,
    'form',
  ],
  [/\be[- ]?mails?\b|\bmails?\b|courriels?|correo/, 'email'],
  [/phone|\btel\b|telefono|\bcalls?\b|\bappels?\b|^(?:voice|voix)$/, 'phone'],
];

/** What others read too: a desk takes it in all the same. */
const PUBLIC = /comment|\b(?:mentions?|avis|reviews?|posts?|publications?|ads?)\b/;

const folded = (word: string): string =>
  word
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[_/-]+/g, ' ');

/**
 * The channel of a ticket, from what its desk calls it; `undefined` for other words.
 *
 * @example
 * [deskChannel('E-mail'), deskChannel('Web form'), deskChannel('Téléphone'), deskChannel('Incident')]
 * // → ['email', 'form', 'phone', undefined]
 */
export function deskChannel(word: string): string | undefined {
  const name = folded(word);
  return PUBLIC.test(name) ? undefined : CHANNELS.find(([pattern]) => pattern.test(name))?.[1];
}

/** What only the brand reads: a channel of its care, a direct message. */
const PRIVATE =
  /whats ?app|messenger|\b(?:dms?|(?:direct|private) messages?|messages? (?:prives?|directs?)|messageries? privees?|(?:instagram|facebook|twitter|x) direct|story repl(?:y|ies)|(?:repl(?:y|ies)|reponses?) (?:to|a) (?:\w+ )?stor(?:y|ies)|e mails?|courriels?|courrier electronique|sms|contact form|formulaire de contact)\b|^(?:mails?|phone|telephone|appels?(?: telephoniques?)?|calls?|(?:live ?)?chat|formulaire|mp|prive|private|inbox)$/;

/**
 * `true` for a channel whose messages only the brand reads.
 *
 * @example
 * [isPrivateChannel('Message privé'), isPrivateChannel('instagram_dm'), isPrivateChannel('Commentaire')] // → [true, true, false]
 */
export const isPrivateChannel = (kind: string): boolean => PRIVATE.test(folded(kind));
