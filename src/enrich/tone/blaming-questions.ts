/** Questions that want no answer: « Il faut combien de mails pour avoir une réponse ? » */

const LETTER = '[a-zà-öø-ÿœ]';
const CONTACTS = String.raw`(?:mails?|e-?mails?|courriels?|messages?|appels?|relances?|coups de fil|réclamations?|courriers?|lettres?|tickets?|calls?|times do i have)`;
const ASKED = String.raw`(?:votre|vos|ton|your) (?:${LETTER}+[ -]){0,3}?(?:service|sav|numéro|hotline|standard|chat|appli|application|site|support|helpline|number|app|website|line|conseillers?|carte|garantie|promesses?|engagements?)`;
const BLAMING = new RegExp(
  [
    String.raw`combien de (?:fois (?:faut|dois|devrai|va)|${CONTACTS}(?: ${LETTER}+){0,6}? (?:pour|avant|faut|dois))`,
    String.raw`how many (?:times|${CONTACTS})[^.?!]{0,30}(?:before|until|take|need|have to)`,
    String.raw`(?:quelqu['’]un|y a[- ]t[- ]il quelqu['’]un|y a (?:que|du) monde|anyone|anybody)[^.?!]{0,30} (?:lit|li(?:t|sent)|répond|bosse|travaille|décroche|au bout|derrière|actually|even|read|reads|answer|answers|reply|replies|pick|picks|home)(?!${LETTER})`,
    String.raw`(?:quelqu['’]un|anyone|anybody) (?:a |ever |has )?(?:déjà |ever |actually )?(?:réussi|pu|managed|able|got through|reached|succeeded)[^.?!]{0,20}(?:joindre|contacter|avoir|parler|réponse|rembours|reach|contact|speak|talk|through|reply|answer|refund)`,
    String.raw`à quoi (?:ça )?(?:ser(?:t|vent)|bon)[^.?!]{0,15}(?:${ASKED}|(?:de|d['’]) ?(?:payer|réserver|commander|appeler|écrire|avoir|prendre|prévenir))`,
    String.raw`what(?:['’]s| is) the point (?:of|in) (?:having |paying |${ASKED})`,
    String.raw`(?:how|is it (?:really )?(?:that|so|too)) (?:hard|difficult|much)(?: to ask)?(?: can| is| would)? (?:it|to|for)|(?:too much|trop) (?:to ask|(?:vous )?(?:en )?demander)|(?:c['’]est|est[- ]ce) (?:vraiment |donc )?si (?:difficile|compliqué|dur|sorcier)`,
    String.raw`(?:vous|on) (?:vous |se )?(?:moquez|moque|foutez|fout|fichez|fiche)(?:[- ]vous)? (?:de (?:nous|moi|qui|la)|du monde)`,
    String.raw`(?:comptez|pensez|allez)[- ](?:vous )?(?:enfin |un jour |vraiment )?(?:me |nous |le |la |les )?(?:rembourser|répondre|rappeler|livrer|réparer|régler|corriger|daigner|traiter|ouvrir une (?:deuxième|autre) caisse)|daign(?:e|er|ez|era)|(?:are you|anyone) (?:ever )?(?:going to|gonna) (?:answer|reply|refund|respond|fix|deliver)|bother(?:ing|ed)? (?:to )?(?:answer|reply|respond)`,
  ].join('|'),
  'i',
);

/**
 * Whether a text asks in order to blame.
 *
 * @example
 * ['How hard can it be to pack a box?', 'Il faut combien de points pour le bon ?'].map(asksInBlame)
 * // → [true, false]
 */
export const asksInBlame = (text: string): boolean => text.includes('?') && BLAMING.test(text);
