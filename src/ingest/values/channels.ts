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
