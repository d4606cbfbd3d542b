/** What columns of who writes are called, and of how to reach them. */
import { type Rule, isShort } from './column-facts.js';

/** In order, after those of texts and threads. */
export const AUTHOR_RULES: readonly Rule[] = [
  [
    'authorId',
    /\b(?:author|user|poster|actor|commenter|auteur|utilisateur|client|customer|sender|account|profile) ?(?:id|key|ref|number|numero)$|^(?:id|identifiant|numero|no|n|code|ref|reference) (?:du |de l |de la |d )?(?:client|cliente|customer|utilisateur|user|auteur|author|abonne|adherent|membre|consommateur)$/,
    isShort,
  ],
  [
    'authorContact',
    /^(?!.*\bmessage id$|.*\b(?:assignee|assigned|assigne|agent|conseiller|conseillere|responsable|operat(?:eur|or))\b)(?:.*\b)?(?:e ?mail|courriel|mail|phone|telephone|tel|mobile)\b|^(?:(?:n|no|numero|num|number|id) (?:de l |du |of )?)?(?:appelant|caller)(?: (?:id|number|numero))?$|^(?:from|sender|de|expediteur|von|da|van)(?: field)? (?:address|adresse|direccion|indirizzo|endereco|adres)$/,
    (facts) => isShort(facts) && facts.contacts >= 0.3,
  ],
  [
    'authorName',
    /^(?:author|auteur|autor|autore|user|username|user name|(?:user|author|owner|account|sender|from(?: user)?) (?:username|login|handle|screen name|display name)|(?:reviewer|author|actor|commenter|poster|customer|consumer|client|display|full|sender|profile|visitor|passenger|guest|traveller|traveler|buyer|shopper|member) ?name|(?:reviewer|author|user|customer|commenter|actor) display ?name|(?:from|de|von|da|van)(?: field)? (?:name|nom|nombre|nome|naam)|(?:your|votre) (?:full )?(?:name|nom(?: complet)?)|(?:demandeur|requester|caller|appelant|contact|client|customer) (?:nom complet|full name)|(?:client|auteur|utilisateur|expediteur|contact) (?:nom|pseudo)|nick|(?:details )?nick ?name|surnom|utilisateur|usuario|name|nom|nombre|pseudo|pseudonyme|influencer|sender|expediteur|from|de|customer|client|handle|screen name|account|compte|author name|nom de l auteur|(?:auteur|pseudo|nom) (?:du |de la |de l |d )?(?:commentaire|avis|message|post)|pseudo(?:nyme)? (?:du |de la |de l |d )?(?:voyageur|client|membre|internaute|auteur|utilisateur|acheteur|consommateur)|(?:comment|review|post) author|post username|nom d utilisateur|reviewer|owner|requester|requester name|contact name|demandeur|nom (?:et prenom )?(?:du |de la |de l )?(?:contact|cliente?|demandeur|consommat(?:eur|rice)|reclamante?|plaignante?|appelante?|usager)|consommat(?:eur|rice)|reclamante?|plaignante?|nom complet)$/,
    isShort,
  ],
  [
    'authorHandle',
    /^(?!.*(?:mention|hashtag|brand|marque|profil de la|recipient|destinataire|repl|reponse|target|cible|\bto\b|^a$|tagged|page|suivi|monitored|query|requete|search|recherche|keyword|mot cle|concurrent|competitor)).*$/,
    (facts) => facts.handles >= 0.8,
  ],
  // also how to reach somebody, or whom a firm has there
  ['authorName', /^contact$/, (facts) => isShort(facts) && facts.words >= 0.5 && facts.contacts < 0.3],
];
