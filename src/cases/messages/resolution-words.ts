import { fold } from '../../util/fold.js';

/** What a message says about the end of a case: it is settled, it is not (or no more), or nothing. */
export type Outcome = 'settled' | 'unsettled' | undefined;

/** Ends of clauses, caught; a sign between two figures ends none: `12,50 €`, `14:30`. */
const ENDS =
  /((?:[!?;…\n()]|(?<!\d)[.,:]|[.,:](?!\d))(?:\s*[!?;…\n().,:])*| (?:mais|sauf que|par contre|pourtant|cependant|but|however|although) )/;
/** `ne … que` is no negation; `pas de souci` neither. */
const NEGATED =
  / (?:ne|n|pas|jamais|aucune?|rien|ni|sans|not|never|no|isn t|hasn t|wasn t|haven t|didn t|don t|cannot|can t) /;
export const HARMLESS =
  / (?:pas de (?:souci|probleme)s?|plus (?:aucun|de|le moindre) (?:souci|probleme|retard)s?(?! (?:\w+ )?(?:resolu|regle|traite))|sans (?:souci|probleme)s?|rien a (?:redire|dire)|no (?:worries|problem)|(?:pas|plus|jamais|sans|inutile|renonc\w+|besoin) (?:\w+ ){0,4}(?:saisi\w*(?! (?:\w+ )?(?:demandes?|questions?|problemes?|soucis?|sens|messages?))|en demeure)) /g;
/** What has not happened yet, or only might. */
const UNREAL =
  / (?:si|quand|lorsque|des que|une fois|afin|pour que|avant|jusqu|sera|seront|serait|vais|(?<! tout )va|allons|vont|en cours|pourra|devrait|doit etre|esper\w*|if|when|once|until|will|would|should|may|to be) /;
/** An English question, without its mark: its verb goes before its subject. */
const ASKS =
  /^ (?:and |so )?(?:(?:why|where|how) )?(?:have|has|had|is|are|was|were|did|does|do|can|could) (?:(?:i|you|we|they|he|she|it|any|anyone|anybody|someone|somebody)|(?:the|my|your|our|this|that) \w+) /;

/** Behind what is said, it makes a question of it. */
const TAG =
  /^ (?:n est ce pas|pas vrai|non|hein|si|right|correct|(?:isn|hasn|wasn|haven|aren) t (?:it|they|you)) $/;

const FILE =
  '(?:dossiers?|demandes?|tickets?|reclamations?|conversations?|problemes?|soucis?|incidents?|cas|litiges?|affaires?|erreurs?|anomalies?)';
const DONE =
  '(?:re)?(?:clos|close|clotur(?:ee?s?)|fermee?s?|reglee?s?|resolue?s?|terminee?s?|soldee?s?|solutionnee?s?|classee?s?|archivee?s?|bouclee?s?|corrigee?s?|regularisee?s?)';
/** What a brand owes when something went wrong. */
const DUE =
  '(?:remboursements?|avoirs?|gestes? commercia\\w+|echanges?|virements?|renvois?|bons? (?:d achat|de reduction)|remplacements?|nouve(?:au|aux|lle|lles)|cheques?|cartes? cadeaux?|dedommagements?|indemnisations?|compensations?|credits?)';
const SENT =
  '(?:effectuee?s?|validee?s?|(?:r?en|ren)voyee?s?|emis|emise|(?:re)?creditee?s?|faite?s?|partie?s?|(?:re)?versee?s?|confirmee?s?|(?:re)?expediee?s?|postee?s?|realisee?s?|accordee?s?|traitee?s?)';
const SETTLE =
  '(?:procede|rembours\\w+|(?:re)?credit\\w+|echang\\w+|remplac\\w+|dedommag\\w+|indemnis\\w+|regularis\\w+|reexpedi\\w+|corrig\\w+|resolu\\w*|regle)';
/** A new jar or machine, not a new photo or label. */
const NEW =
  'new (?!(?:\\w+ )?(?:address|photo|picture|form|label|link|code|mail|email|message|invoice|password)(?:es|s)? )\\w+';
/** What an agent writes when a case is settled. */
const CLOSES: readonly RegExp[] = [
  new RegExp(
    ` ${FILE} (?:${DONE}|(?:\\w+ ){0,4}(?:est|sont|a ete|ont ete|etait|vient d etre) (?:\\w+ ){0,2}${DONE}) `,
  ),
  / (?:je|nous|on) (?:\w+ )?(?:clos|closons|cloturer?|cloturons|solder?|soldons|archiver?|archivons) (?:votre|ce|cette|le|la|donc|ainsi) /,
  new RegExp(` (?:re)?(?:ferm|class|boucl)(?:e|ons|er) (?:donc |ainsi )?(?:votre|ce|cette|le|la|l) ${FILE} `),
  new RegExp(` ${DUE} (?:\\w+ ){0,5}${SENT} `),
  new RegExp(` (?:avons|ai|venons de|viens de|vient d etre|avez ete|a ete) (?:\\w+ )?${SETTLE} `),
  new RegExp(` ${SENT} (?:ce jour |aujourd hui |hier )?(?:un|une|votre|le|la|l) (?:\\w+ ){0,2}${DUE} `),
  / (?:case|ticket|request|complaint|issue|order) (?:\w+ ){0,3}(?:is|was|been|now) (?:\w+ )?(?:closed|resolved|solved|settled) /,
  new RegExp(
    ` (?:refund|replacement|credit|voucher|${NEW}) (?:\\w+ ){0,6}(?:issued|sent|processed|completed|shipped|dispatched|on (?:its|the) way) `,
  ),
  / (?:have|ve|been|just) (?:now |already |just |been |not )?(?:refunded|reimbursed|credited|replaced|compensated|corrected) /,
  new RegExp(
    `(?<! you(?: have| ve)?) (?:sent|issued|shipped|dispatched) (?:you )?(?:\\w+ )?(?:refund|replacement|voucher|credit|${NEW}) `,
  ),
];
const GOT =
  '(?:colis|commandes?|avoirs?|remboursements?|virements?|bons?|courriers?|cheques?|produits?|articles?|remplacements?|pots?|argent|sommes?|montants?|credits?|cartes?)';
/** What a customer, or an agent, writes when it is over. */
const OVER: readonly RegExp[] = [
  / (?:c est|cest|tout est|tout|probleme|problemes|souci|affaire|dossier|question|le reste est) (?:\w+ ){0,2}(?:reglee?|resolue?|arrangee?|close?|classee?|oubliee?|rentree? dans l ordre|en ordre|solutionnee?) /,
  / (?:rentre dans l ordre|tout est ok|tout va bien(?! (?:se|aller|finir|arriver))) /,
];
/** What a customer writes when it is over. */
const CONFIRMS: readonly RegExp[] = [
  ...OVER,
  / (?:c est bon(?: pour moi)?|c est parfait) /,
  / (?:vous pouvez|tu peux) (?:\w+ )?(?:classer|clore|cloturer|fermer|archiver) (?:(?:le|la|ce|cette|mon|ma) \w+ )?$| (?:suis|est|sommes) debrouillee?s? /,
  / (?:problemes?|soucis?|bugs?|pannes?|erreurs?|anomalies?|retards?) (?:\w+ ){0,2}(?:a|ont|avait) (?:\w+ ){0,2}disparu /,
  / (?:j|je|on|nous) (?:ai|a|avons) (?:enfin |finalement )?(?:fini par trouver|trouve) (?:une |la |notre |ma )?solution (?!(?:provisoire|temporaire|de (?:secours|fortune|rechange)) )/,
  / (?:problem|issue|bug|error)s? (?:\w+ ){0,2}(?:gone|disappeared|went away) | (?:i|we) (?:have |ve |finally )?(?:sorted|solved|fixed) it (?:out )?(?:\w+ )?(?:myself|ourselves) /,
  new RegExp(` (?:bien )?(?:recue?s?|eu|arrivee?s?) (?:\\w+ ){0,2}${GOT} `),
  new RegExp(` ${GOT} (?:\\w+ ){0,3}(?:recue?s?|arrivee?s?|la|(?:re)?creditee?s?|livree?s?|versee?s?) `),
  / (?:l|les) (?:ai|a|avons|ont) (?:pas |bien |enfin )?(?:recue?s?|eue?s?|recuperee?s?) /,
  / (?:bien recu|ai ete (?:bien )?(?:rembourse|credite|livre|rappele|dedommage)\w*|suis rembourse\w*) /,
  / (?:ca|cela) (?:re)?(?:marche|fonctionne) (?:\w+ )?(?:nouveau|maintenant|enfin|desormais|parfaitement|bien) /,
  / (?:je suis|nous sommes|me voila) (?:\w+ ){0,2}(?:satisfaite?s?|ravie?s?|soulagee?s?|rassuree?s?) /,
  / (?:all|it s|that s|everything|issue|problem) (?:\w+ ){0,2}(?:good|sorted|fixed|resolved|solved|settled) /,
  / (?:received|got) (?:my|the|your) (?:refund|parcel|replacement|voucher|order|money) /,
  / (?:refund|replacement|voucher|money) (?:has |was |have |not |finally |just ){0,3}(?:arrived|received|came (?:in|through)) /,
  / (?:ve|have|been|was) (?:now |just |finally |already |been ){0,2}(?:refunded|reimbursed|credited) /,
  / (?:works|working) (?:fine )?(?:again|now|perfectly) /,
];
/** Alone in its clause, a word of content after an answer says the same. */
const CONTENT = /^ (?:nickel|impeccable|parfait|super|top|genial|au top|perfect|great|wonderful|brilliant) $/;
/** What takes a resolution back. */
const TAKES_BACK: readonly RegExp[] = [
  / (?:rouvr\w*|reouvr\w*|reopen\w*|relance) /,
  / (?:toujours|encore) (?:pas|rien|en attente|aucune?|la meme|le meme|pareil|moi|en panne|attend\w*) /,
  / (?:(?:ca|cela|probleme|meme chose) (?:\w+ )?(?:re)?commence|meme probleme|de mal en pis|c est long|attends? (?:encore|toujours)) /,
  / (?:rien|ca|cela|situation|probleme|souci|defaut|panne) n a (?:\w+ ){0,2}(?:change|bouge) /,
  / (?:non merci|merci (?:mais non|pour rien)|no thanks?(?: you)?|thanks for nothing) /,
  / (?:ne|n) (?:\w+ ){0,3}(?:suffit|convient|repond\w*|resou\w*|satisfait|convainc\w*|change (?:rien|pas)) /,
  / (?:au meme (?:point|stade)|case depart|point (?:de depart|mort)|fausse joie|faux espoirs?|rebelote|recidiv\w+|rechute|(?:de|a) nouveau (?:en panne|bloque\w*|debite\w*|casse\w*|rejete\w*|refuse\w*)) /,
  / (?:remercie\w*|merci|rejoui\w*|content\w*|victoire|parle|spoke|thanked \w+) (?:\w+ ){0,3}(?:trop (?:tot|vite)|too (?:soon|early)) | (?:en fait|finalement) non /,
  new RegExp(
    ` ${DUE} (?:\\w+ ){0,3}(?:rejetee?s?|refusee?s?|annulee?s?|bloquee?s?|invalides?|inutilisables?|expiree?s?) `,
  ),
  / (?:je|j|nous|on|vais|allons) (?:\w+ ){0,2}(?:saisi\w*|port\w+ plainte|depos\w+ plainte|alert\w+|signal\w+|transmet\w+) (?:\w+ ){0,4}(?:mediat\w+|dgccrf|signalconso|justice|tribunal|conciliateur|repression|consommateurs|avocat|huissier|ombudsman) /,
  / (?:mise en demeure|(?:mets|mettons) (?:\w+ )?en demeure|formal notice|letter before action|small claims) /,
  / n est pas (?:\w+ )?(?:ma|notre|la) (?:question|demande) | gardez (?:votre|vos) (?:bon|avoir|geste|remise|excuse|argent)s? /,
  / (?:still (?:not|no|nothing|waiting|broken|missing)|same (?:problem|issue)|happening again|waiting for) /,
];
const BRAND_SIGNS: readonly RegExp[] = [...CLOSES, ...OVER];
/** Thanks for what is still asked. */
const AHEAD =
  / (?:merci|remercie) (?:\w+ )?(?:d avance|par avance|de (?:me|m|nous|vous en occuper|bien|faire|votre (?:retour|reponse|comprehension)(?! (?:et d avoir|et pour|si |aussi |tres |rapide|claire?|precise?)))) | thanks? (?:you )?in advance /;

/** Words of who waits for more; who writes « Merci de votre retour » and nothing else has had it. */
const AWAITS =
  / (?:ten(?:ez|ir|ons|dre)|tiens) (?:moi |nous |me |nous )?(?:\w+ )?(?:au courant|informee?s?|au jus) | (?:j ?|je |nous |on )attends?(?:ons)? | dans l attente | (?<! pour |^ (?:(?:bonjour|bonsoir|ok|d accord|tres bien) )*merci (?:beaucoup |bien |infiniment )?de )(?:vos|votre|tes) (?:nouvelles|retour)s? $| (?:keep|let) (?:me|us) (?:posted|updated|informed|know) | look(?:ing)? forward to (?:hear|your|the) | (?:i|ll|will) (?:\w+ )?wait | crois\w+ les doigts | on verra | en esperant (?:avoir|recevoir|une? ) | fingers crossed | we ll see /;

const wordsOf = (text: string): string =>
  ` ${fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;

/**
 * Whether a customer says that they wait for more.
 *
 * @example
 * ['Merci, tenez-moi au courant', 'Merci, bien reçu'].map(awaitsMore)
 * // → [true, false]
 */
export const awaitsMore = (text: string): boolean => AWAITS.test(wordsOf(text));

/**
 * Whether a text thanks for something that was done: not in advance, nor to refuse, nor while waiting for more.
 *
 * @example
 * ['Merci beaucoup', 'Merci de me rappeler', 'Non merci', 'Merci, tenez-moi au courant'].map(thanksForDone)
 * // → [true, false, false, false]
 */
export function thanksForDone(text: string): boolean {
  const words = wordsOf(text);
  return !AHEAD.test(words) && !AWAITS.test(words) && !TAKES_BACK.some((sign) => sign.test(words));
}

/** What an agent asks out of courtesy, when all is said. */
const COURTESY =
  /(?: autres? (?:questions?|demandes?|besoins?|choses?)| conv(?:ient|iendrait|enir)| satisf\w+| aider? | utiles? | clair | anything else| other (?:questions?|concerns?)| further (?:help|questions?)| help you| does (?:that|this)| all right| ok for you| (?:bon|ok) pour (?:vous|toi) | tout (?:est|va) (?:bien|bon|ok) | bien (?:recue?s?|arrivee?s?|livree?s?) )/;
/** What an agent needs of the customer, without a question mark. */
const NEEDS =
  / (?:merci de(?! (?:nous |m |l )?avoir | votre | vos )|veuillez|pouvez vous|pourriez vous|auriez vous|avez vous|please(?! find)|could you|can you) (?:\w+ ){0,3}(?:envoy|indiqu|precis|transmett|communiqu|fourn|joindre|joign|donner|photographi|verifi|confirm|conserv|send|share|provide|tell us|attach|confirm|let us have)/;

/**
 * Whether a message of the brand wants an answer: it asks for something, not out of courtesy whether all is well. Thanks that follow settle nothing.
 *
 * @example
 * ['Pourriez-vous envoyer une photo ?', 'Le bon part ce soir. Avez-vous d’autres questions ?'].map(wantsAnswer)
 * // → [true, false]
 */
export function wantsAnswer(text: string): boolean {
  const parts = ` ${fold(text)} `.split(ENDS);
  return parts.some((part, at) => {
    if (at % 2 === 1) return false;
    const clause = clauseOf(part);
    return (parts[at + 1]?.includes('?') === true || NEEDS.test(clause)) && !COURTESY.test(clause);
  });
}

/** An answer, news or a finding still to come. */
const TO_COME: readonly RegExp[] = [
  / (?:revien\w*|reviendr\w*|recontact\w*|rappeller\w*|repondr\w*) (?:vers (?:vous|toi) (?!(?:suite|concernant|au sujet|pour|afin|apres|a propos) )|(?:\w+ ){0,2}(?:sous|d ici|des que|dans les|dans la|rapidement|prochainement|au plus) )/,
  / (?:reponse|nouvelles|retour de (?:notre|leur|sa) part) (?:\w+ ){0,3}(?:sous|d ici|dans (?:les|un)|rapidement|prochainement|au plus) /,
  / (?:(?:apporter|donner)(?:ons?|a|ont)|recevrez|aurez) (?:\w+ ){0,2}(?:reponse|retour|nouvelles) /,
  / delais? de (?:traitement|reponse) /,
  / (?:enquete|recherche|verification|analyse|demande|dossier)s? (?:\w+ ){0,3}en cours /,
  / (?:get|come) back to you | be in touch | hear (?:back )?from (?:us|them) | (?:look|looking) into (?:it|this) | (?:will|ll) (?:let you know|update you|contact you) | investigat(?:e|ing) /,
];

/**
 * Whether a message of the brand only promises an answer, news or a finding. Thanks for it settle nothing until more comes.
 *
 * @example
 * ['Transmis au transporteur, délai de traitement : 8 jours', 'Un nouveau pot part ce soir'].map(promisesAnswer)
 * // → [true, false]
 */
export function promisesAnswer(text: string): boolean {
  const words = wordsOf(text);
  return TO_COME.some((sign) => sign.test(words));
}

const clauseOf = (part: string): string =>
  ` ${part
    .replace(/(?<=\d)[ .,:]+(?=\d)/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;

/**
 * What a message of the brand (`outbound`) or of a customer says about the end of its case, read in clauses: a sign that is negated,
 * conditional, asked or still to come is none, and a clause that contradicts goes before one that confirms.
 *
 * @example
 * [outcomeOf('Votre dossier n’est pas encore clos.', true), outcomeOf('Bien reçu le colis, merci !', false)]
 * // → ['unsettled', 'settled']
 */
export function outcomeOf(text: string, outbound: boolean): Outcome {
  let outcome: Outcome;
  const parts = ` ${fold(text)} `.split(ENDS);
  for (let at = 0; at < parts.length; at += 2) {
    const asked =
      parts[at + 1]?.includes('?') === true ||
      (parts[at + 3]?.includes('?') === true && TAG.test(clauseOf(parts[at + 2] ?? '')));
    const clause = clauseOf(parts[at] as string).replace(HARMLESS, ' ');
    const signs = outbound ? BRAND_SIGNS : CONFIRMS;
    if (!outbound && TAKES_BACK.some((sign) => sign.test(clause))) return 'unsettled';
    if (!outbound && !asked && CONTENT.test(clause)) outcome = 'settled';
    if (!signs.some((sign) => sign.test(clause)) || UNREAL.test(clause) || ASKS.test(clause)) continue;
    if (NEGATED.test(clause)) return 'unsettled';
    if (!asked) outcome = 'settled';
  }
  return outcome;
}
