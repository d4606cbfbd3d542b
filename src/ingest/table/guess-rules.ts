/** What columns are called (French, English and neighbours) and what their cells must look like, field by field. */
import { AUTHOR_RULES } from './author-rules.js';
import { type Rule, isCount, isCountry, isDate, isKey, isShort } from './column-facts.js';
import { DATE_NAMES, OF_A_FILE, OPEN_QUESTIONS, TEXT_NAMES } from './text-names.js';

/** In order: a column goes to the first field that takes it. */
export const RULES: readonly Rule[] = [
  ['day', /^(?:day|jour|dia|tag|giorno)$/, (facts) => isCount(facts) && facts.maximum <= 31],
  ['month', /^(?:month|mois|mes|monat|mese)$/, (facts) => facts.meanLength <= 10],
  ['year', /^(?:year|annee|an|ano|jahr|anno)$/, isCount],
  ['date', DATE_NAMES, isDate],
  [
    'time',
    /^(?:(?:time|heure|hora|uhrzeit|ora|hour)(?: (?:utc|gmt))?|(?:start|call) time|heure (?:de |d |du |de l )?(?:debut|appel|reception|arrivee|depot|saisie|creation|envoi))$/,
    (facts) => facts.meanLength <= 12 && facts.dates < 0.5,
  ],
  ['text', TEXT_NAMES, (facts) => facts.words >= 0.25 || facts.meanLength >= 15],
  // of a few answers of a survey most are a word: « Parfait »
  [
    'text',
    /^(?:commentaires?|comments?|verbatims?)$/,
    (facts) => facts.words > 0 && facts.numbers === 0 && facts.dates === 0 && facts.urls === 0,
  ],
  ['text', OPEN_QUESTIONS, (facts) => facts.words >= 0.4],
  [
    'title',
    /^(?:title|titre|headline|subject|sujet|objet|betreff|asunto|oggetto|assunto|onderwerp|titulo|titel|titolo|(?:review|post) (?:title|headline)|summary|resume|heading|(?:news|article) (?:headline|title)|(?:ticket|case|conversation) (?:subject|title|name)|nom (?:du |de la |de l )?(?:ticket|demande|dossier)|(?:objet|sujet|titre) (?:du |de la |de l |d )?(?:ticket|demande|dossier|mail|message|article|avis|commentaire|publication|discussion|incident|requete)|(?:your|votre) (?:subject|sujet|objet))$/,
    (facts) => facts.urls < 0.5,
  ],
  [
    'rating',
    // shares of ratings, means of a shop and what a model says are no rating of the row
    /^(?!.*(?:\b(?:percent(?:age)?|pourcentage|average|avg)\b|sentiment|polarity|hate|toxicity|emotion|predict|confidence|influenc|\b(?:reactions?|engagement|virality)\b|\b(?:min|max)$)).*\b(?:rating|ratings|note|notes|stars?|star rating|etoiles?|estrellas?|estrelas?|stelle|sterne|bintang|score|evaluation (?:globale|generale)|bewertung|puntuacion|valoracion|satisfaction|nps|csat|overall|review grade)\b/,
    // what goes up to 1 at most is a probability or a tone, no scale of ratings, but where every rating is the worst
    (facts) =>
      facts.maximum <= 100 &&
      (facts.meanLength <= 12 || facts.ratings >= 0.8) &&
      (facts.numbers === 0 || facts.maximum > 1 || facts.minimum === 1),
  ],
  [
    'rating',
    /^(?:grade|evaluation|rate(?: (?:us|our|your)\b.*)?)$/,
    (facts) => isCount(facts) && facts.maximum > 1 && facts.maximum <= 20,
  ],
  [
    'url',
    /^(?!.*(?:profile?|avatar|author|auteur|user|image|photo|picture|parent|reponse|reply|(?:media|thumbnail|logo|display|video) ?url)).*(?:\b(?:link|lien|permalink|permalien|enlace|href|address)\b|url\b)/,
    (facts) => facts.urls >= 0.5,
  ],
  [
    'url',
    /\b(?:url|link|lien|permalink|enlace|href|address)\b/,
    (facts) => facts.urls >= 0.5 && !OF_A_FILE.test(facts.name),
  ],
  [
    'threadId',
    /^(?!.*\b(?:statut|status|state|etat|etape|stage|pipeline|objet|sujet|subject|titre|title|nom|name|description|priorit[ey]|urgence|canal|channel|source|origine?|type|categor(?:ie|y)|motif|raison|reason|propriet\w+|owner|groupe?|equipe|team|date|heure|created|cree|closed|clos|satisfaction)\b)(?:.*\b)?(?:thread|conversation|chat|ticket|discussion|dialogue|fil|case|dossier|incident)(?: ?(?:id|number|numero|no|ref|slug))?$|^id (?:du )?(?:dialogue|chat|fil)$|^cs ?id$|\btopic ?(?:id|number|no)$|^(?:ref|reference|numero|n|no|id) (?:de |du |de la |d )?(?:demande|requete|reclamation)$|^(?:id (?:du )?document (?:associe|lie)|related document id|res id)$/,
    isKey,
  ],
  [
    'parentId',
    /^(?!.*\bpost number$).*\b(?:parent|in reply to|reply to|en reponse a)(?: ?id)?\b|\bparent ?(?:comment|message|post|tweet) ?(?:id|url)?$|^(?:lien|permalien|url|link) (?:du )?(?:message )?parente?$|^(?:id|url|lien) (?:du |de la )?(?:tweet|post|message|publication|commentaire) (?:d origine|parente?|initiale?)$/,
    (facts) => isShort(facts) || facts.urls >= 0.8,
  ],
  ...AUTHOR_RULES,
  [
    'id',
    /^(?:id|identifiant|uuid|key|cle|ref|reference|numero|(?:comment|message|post|(?:store |product )?review|tweet|mention|record|item|response|respondent|feedback|submission|avis|e ?mail) ?id|id product comment|id (?:du |de l |de )?\w+)$/,
    (facts) => facts.distinct >= 0.9 && facts.words < 0.2,
  ],
  ['language', /^(?:lang|language|langue|idioma|sprache|lingua|locale|language code)$/, isShort],
  ['sentiment', /\b(?:sentiment|tonalite|polarity|polarite|tone|ton)\b/, isShort],
  [
    'network',
    // a store of applications is where reviews are written
    /^(?:categor(?:y|ie)|resource type|source category|content source|channel type|(?:app )?store)$/,
    (facts) => facts.networks >= 0.5 && facts.social > 0,
  ],
  [
    'network',
    /^(?:platform|plateforme|network|reseau|reseau social|support|source type|social network|(?:social media|review) (?:source|platform|site)|(?:source|site) (?:de l |d )avis|type de (?:source|media|support)|media type)$/,
    isShort,
  ],
  [
    'network',
    /^(?:source|channel|canal|via|site|media)$|^(?:(?:ticket|case|contact|conversation|initial|request) (?:source|channel|origin)|(?:canal|source|origine) (?:(?:de |du |de la |d )?(?:ticket|demande|dossier|requete|contact|reclamation|entree|entrant|reception)))$/,
    isShort,
  ],
  ['network', /^type$/, ({ networks, chats }) => networks >= 0.9 || networks - chats >= 0.5],
  [
    'sourceName',
    /^(?:source|site|media|publication|domain|domaine|newspaper|journal|(?:domain|outlet|source|page) name|outlet|page)$/,
    // a page of a newspaper is a number: « p. 7 »
    (facts) => isShort(facts) && !(facts.name === 'page' && facts.meanLength <= 6),
  ],
  [
    'brand',
    /^(?:brand|marque|marca|marke|company|company name|enterprise|entreprise|enseigne|query|requete)$/,
    isShort,
  ],
  [
    'likes',
    /^(?:n ?likes|likes?|(?:likes?|favou?rites?|digg|heart|reactions?|upvotes?|thumbs up) ?count|reaction score|nb likes|j aime|nombre de likes|(?:nb|nombre de) j aime|reactions?|upvotes|favorites|thumbs up)$/,
    isCount,
  ],
  [
    'shares',
    /^(?:n ?retweets|(?:shares?|retweets?|reposts?) ?count|shares?|partages|retweets?|reposts?|nb partages)$/,
    isCount,
  ],
  [
    'replies',
    /^(?:n ?replies|replies|reponses|(?:repl(?:y|ies)|comments?) ?count|nb commentaires|nombre de commentaires)$/,
    isCount,
  ],
  ['views', /^(?:views?|(?:views?|play) ?count|vues|impressions|plays)$/, isCount],
  ['reach', /^(?:reach|portee|audience|followers|abonnes)$/, isCount],
  [
    'status',
    /^(?:(?:ticket |case |conversation |review )?(?:status|state|stage)|etape|(?:statut|etat)(?: (?:du |de la |de l |de )?(?:ticket|demande|dossier|avis|requete|conversation))?|(?:raison du statut|status reason)|estado)$/,
    isShort,
  ],
  [
    'store',
    /^(?:stores?|shop|magasins?|boutique|point de vente|pdv|agence|succursale|filiale|filial|tienda|negozio|loja|restaurant|drive|etablissement|lieu|nom du lieu|unit name|branch|location|venue|hotel|(?:store|shop|branch|location) (?:name|code|id|number|no)|(?:venue|hotel|restaurant|place|business) name|(?:nom|code|numero|n|id) (?:du |de la |de |d )?(?:magasin|boutique|point de vente|pdv|agence|restaurant)|magasin concerne|lieu d achat)$/,
    (facts) => isShort(facts) && !isCountry(facts),
  ],
  [
    'product',
    /^(?:products?|produits?|produto|producto|produkt|prodotto|article|item|sku|ean|gtin|gamme|product (?:name|title|code|id|sku|line|handle)|item name|(?:nom|libelle|code|reference|ref) (?:du |de l |de |d )?(?:produit|article)|produit (?:concerne|achete)|libelle produit)$/,
    isShort,
  ],
  [
    'region',
    /^(?:regions?|region (?:name|code|commerciale)|departement|province|direction regionale|secteur geographique|zone geographique|bundesland|(?:nom|code) (?:de )?(?:la )?region)$/,
    isShort,
  ],
  [
    'campaign',
    /^(?:campaigns?|campagnes?|kampagne|campana|campanha|(?:utm )?campaign(?: (?:name|id))?|nom (?:de la |de )?campagne|operation commerciale)$/,
    isShort,
  ],
  [
    'segment',
    /^(?:segments?|segment (?:client|clients|name)|(?:customer|client) (?:segment|type|tier)|type (?:de )?client(?:ele)?|persona|cible)$/,
    isShort,
  ],
  [
    'orderAmount',
    /^(?:amount|total|order (?:amount|total|value)|(?:purchase|basket|cart) (?:amount|value|total)|basket|montant|montant (?:de la |de l |du |de |d )?(?:commande|panier|achat|total|ttc|ht)|(?:montant )?panier|valeur (?:de la |du |de )?(?:commande|panier)|total (?:commande|panier|ttc)|bestellwert|importe|betrag)$/,
    (facts) => facts.amounts >= 0.8,
  ],
];
