import { fold } from '../util/fold.js';

/** What a message says about the end of a case: it is settled, it is not (or no more), or nothing. */
export type Outcome = 'settled' | 'unsettled' | undefined;

const CLAUSES = /[.!?;:…\n,()]+| (?:mais|sauf que|par contre|pourtant|cependant|but|however|although) /;
/** `ne … que` is no negation; `pas de souci` neither. */
const NEGATED =
  / (?:ne|n|pas|jamais|aucune?|rien|ni|sans|not|never|no|isn t|hasn t|wasn t|haven t|didn t|don t|cannot|can t) /;
const HARMLESS =
  / (?:pas de (?:souci|probleme)s?|sans (?:souci|probleme)s?|rien a (?:redire|dire)|no (?:worries|problem)) /g;
/** What has not happened yet, or only might. */
const UNREAL =
  / (?:si|quand|lorsque|des que|une fois|afin|pour que|avant|jusqu|sera|seront|serait|va etre|vont etre|pourra|devrait|doit etre|esper\w*|if|when|once|until|will|would|should|may|to be) /;

const FILE =
  '(?:dossiers?|demandes?|tickets?|reclamations?|conversations?|problemes?|soucis?|incidents?|cas|litiges?)';
const DONE = '(?:clos|close|cloturee?s?|fermee?s?|reglee?s?|resolue?s?|terminee?s?|soldee?s?|solutionnee?s?)';
const PAYMENT =
  '(?:remboursements?|avoirs?|gestes? commercia\\w+|echanges?|virements?|renvois?|bons? d achat)';
/** What an agent writes when a case is settled. */
const CLOSES: readonly RegExp[] = [
  new RegExp(
    ` ${FILE} (?:${DONE}|(?:\\w+ ){0,4}(?:est|sont|a ete|ont ete|etait|vient d etre) (?:\\w+ ){0,2}${DONE}) `,
  ),
  / (?:je|nous) (?:clos|cloture|cloturons|ferme|fermons|solde|soldons) (?:votre|ce|cette|le|la|donc|ainsi) /,
  new RegExp(
    ` ${PAYMENT} (?:\\w+ ){0,5}(?:effectuee?s?|validee?s?|envoyee?s?|emis|emise|creditee?s?|faite?|partie?s?|verse|confirmee?) `,
  ),
  / (?:avons|ai|venons de|viens de|vient d etre|avez ete) (?:bien )?(?:procede|rembourse\w*|credite\w*|echange\w*) /,
  / (?:case|ticket|request|complaint|issue|order) (?:\w+ ){0,3}(?:is|was|been|now) (?:\w+ )?(?:closed|resolved|solved|settled) /,
  / refund (?:\w+ ){0,4}(?:issued|sent|processed|completed) /,
];
const GOT =
  '(?:colis|commandes?|avoirs?|remboursements?|virements?|bons?|courriers?|cheques?|produits?|articles?|remplacements?|pots?)';
/** What a customer writes when it is over. */
const CONFIRMS: readonly RegExp[] = [
  / (?:c est|cest|tout est|tout|probleme|problemes|souci|affaire|dossier|question|le reste est) (?:\w+ ){0,2}(?:reglee?|resolue?|arrangee?|close?|rentree? dans l ordre|en ordre|solutionnee?) /,
  / (?:rentre dans l ordre|c est bon(?: pour moi)?|tout est ok|tout va bien|c est parfait) /,
  new RegExp(` (?:bien )?(?:recue?s?|eu|arrivee?s?) (?:\\w+ ){0,2}${GOT} `),
  new RegExp(` ${GOT} (?:\\w+ ){0,3}(?:recue?s?|arrivee?s?|la|creditee?s?|livree?s?) `),
  / (?:bien recu|ai ete (?:bien )?(?:rembourse|credite|livre)\w*|suis rembourse\w*) /,
  / (?:ca|cela) (?:re)?(?:marche|fonctionne) (?:\w+ )?(?:nouveau|maintenant|enfin|desormais|parfaitement|bien) /,
  / (?:all|it s|that s|everything|issue|problem) (?:\w+ ){0,2}(?:good|sorted|fixed|resolved|solved|settled) /,
  / (?:received|got) (?:my|the|your) (?:refund|parcel|replacement|voucher|order|money) /,
];
/** Alone in its clause, a word of content after an answer says the same. */
const CONTENT = /^ (?:nickel|impeccable|parfait|super|top|genial|au top|perfect|great|wonderful|brilliant) $/;
/** What takes a resolution back. */
const TAKES_BACK: readonly RegExp[] = [
  / (?:rouvr\w*|reouvr\w*|reopen\w*|relance) /,
  / (?:toujours|encore) (?:pas|rien|en attente|aucune?|la meme|le meme|pareil|moi|en panne|attend\w*) /,
  / (?:(?:ca|cela|probleme|meme chose) (?:\w+ )?(?:re)?commence|rien n a change|meme probleme|de mal en pis|c est long|attends? (?:encore|toujours)) /,
  / (?:still (?:not|no|nothing|waiting|broken|missing)|same (?:problem|issue)|happening again|waiting for) /,
];

/**
 * What a message of the brand (`outbound`) or of a customer says about the end of its case, read in clauses: a sign that is negated,
 * conditional or still to come is none, and a clause that contradicts goes before one that confirms.
 *
 * @example
 * [outcomeOf('Votre dossier n’est pas encore clos.', true), outcomeOf('Bien reçu le colis, merci !', false)]
 * // → ['unsettled', 'settled']
 */
export function outcomeOf(text: string, outbound: boolean): Outcome {
  let outcome: Outcome;
  for (const part of ` ${fold(text)} `.split(CLAUSES)) {
    const clause = ` ${part.replace(/[^a-z0-9]+/g, ' ').trim()} `.replace(HARMLESS, ' ');
    const signs = outbound ? CLOSES : CONFIRMS;
    if (!outbound && TAKES_BACK.some((sign) => sign.test(clause))) return 'unsettled';
    if (!outbound && CONTENT.test(clause)) outcome = 'settled';
    if (!signs.some((sign) => sign.test(clause)) || UNREAL.test(clause)) continue;
    if (NEGATED.test(clause)) return 'unsettled';
    outcome = 'settled';
  }
  return outcome;
}
