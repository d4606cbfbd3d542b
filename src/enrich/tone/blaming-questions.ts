import { sieve } from '../../util/sieved.js';

/** Questions that want no answer: « Il faut combien de mails pour avoir une réponse ? » */

const LETTER = '[a-zà-öø-ÿœ]';
const CONTACTS = String.raw`(?:mails?|e-?mails?|courriels?|messages?|appels?|relances?|coups de fil|réclamations?|courriers?|lettres?|tickets?|calls?|times do i have)`;
const ASKED = String.raw`(?:votre|vos|ton|your) (?:${LETTER}+[ -]){0,3}?(?:service|sav|numéro|hotline|standard|chat|appli|application|site|support|helpline|number|app|website|line|conseillers?|carte|garantie|promesses?|engagements?)`;
const BLAMING = new RegExp(
  [
    String.raw`combien de (?:fois (?:faut|dois|devrai|va)[^.?!]{0,30}(?:vous|appel|rappel|relanc|écri|répét|réclam|signal|contact|dire)|${CONTACTS}(?: ${LETTER}+){0,6}? (?:pour|avant|faut|dois))`,
    String.raw`how many (?:(?:times|${CONTACTS})[^.?!]{0,30}(?:before (?:you|some|any)|until (?:you|some|any))|(?:times[^.?!]{0,30}(?:need|have|take)[^.?!]{0,10}(?:you|ask|call|tell|write|e-?mail|chase|complain|contact)|${CONTACTS}[^.?!]{0,30}(?:before|until|take|need|have to)))`,
    String.raw`(?:quelqu['’]un|y a[- ]t[- ]il quelqu['’]un|y a (?:que|du) monde)[^.?!]{0,30} (?:lit (?:ces|les|nos|mes|vos) (?:messages?|mails?|commentaires?|demandes?)|répond|bosse|décroche|au bout|derrière)(?!${LETTER})`,
    String.raw`(?:anyone|anybody)(?! (?:tell|know|help))[^.?!]{0,30} (?:(?:actually |even |ever )?(?:reads?|answers?|repl(?:y|ies)) (?:your|these|the|my|our|any)? ?(?:e?-?mails?|messages?|calls?|phones?|comments?|tweets?)|picks? up|(?:actually|even) (?:work|care|there|home))(?!${LETTER})`,
    String.raw`(?:quelqu['’]un|anyone|anybody) (?:a |ever |has )?(?:déjà |ever |actually )?(?:réussi|pu|managed|able|got through|reached|succeeded)[^.?!]{0,20}(?:joindre|contacter|parler|réponse|rembours|reach|contact|speak|talk|through|reply|answer|refund)`,
    String.raw`à quoi (?:ça )?(?:ser(?:t|vent)|bon)[^.?!]{0,15}(?:${ASKED}|(?:de|d['’]) ?(?:payer|réserver|commander|appeler|écrire|avoir|prendre|prévenir))`,
    String.raw`what(?:['’]s| is) the point (?:of|in) (?:having |paying |${ASKED})`,
    String.raw`how (?:hard|difficult) (?:can|could) it be|is it (?:really )?(?:that|so|too) (?:hard|difficult|much)(?: to ask)?(?: to| for)|(?:too much|trop) (?:to ask|(?:vous )?(?:en )?demander)|(?:c['’]est|est[- ]ce) (?:vraiment |donc )?si (?:difficile|compliqué|dur|sorcier)`,
    String.raw`(?:vous|on) (?:vous |se )?(?:moquez|moque|foutez|fout|fichez|fiche)(?:[- ]vous)? (?:de (?:nous|moi|qui|la)|du monde)`,
    String.raw`(?:comptez|pensez|allez)[- ](?:vous )?(?:enfin |un jour |vraiment )?(?:me |nous |le |la |les )?(?:rembourser|répondre|rappeler|réparer|régler|daigner|traiter|ouvrir une (?:deuxième|autre) caisse)|(?:comptez|pensez|allez)[- ](?:vous )?(?:enfin |un jour |vraiment |me |nous ){1,2}livrer|daign(?:e|er|ez|era)|(?:are you|anyone) (?:ever )?(?:going to|gonna) (?:answer|reply|refund|respond|fix|deliver)|bother(?:ing|ed)? (?:to )?(?:answer|reply|respond)`,
  ].join('|'),
  'i',
);

// every alternative above holds one of these
const mayBlame = sieve(
  'combien de |how many |quelqu|monde|anyone|anybody|à quoi |the point |can it be|could it be|is it |to ask|demander|si difficile|si compliqué|si dur|si sorcier|moqu|fout|fich|comptez|pensez|allez|daign|are you|bother',
);

/**
 * Whether a text asks in order to blame.
 *
 * @example
 * ['How hard can it be to pack a box?', 'Il faut combien de points pour le bon ?'].map(asksInBlame)
 * // → [true, false]
 */
export const asksInBlame = (text: string): boolean =>
  text.includes('?') && mayBlame(text) && BLAMING.test(text);
