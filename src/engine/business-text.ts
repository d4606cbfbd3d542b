import { sqlText } from './database.js';

/** What somebody writes to a firm otherwise than as its customer. */
export type Business = 'application' | 'offer' | 'supply' | 'internal' | 'bulk';

interface Cues {
  /** One is enough where nobody complains. */
  readonly sure: readonly string[];
  /** Two are needed, and nothing a buyer says. */
  readonly hints: readonly string[];
}

const A_JOB = `(un|une|d.un|d.une|mon|en|an?|my)( |.)?(contrat d.|summer |part.time |full.time )?(stage|alternance|apprentissage|emploi|job|poste|contrat d|internship|placement|apprenticeship|vacancy)`;
const SITE = `(site( (web|internet))?|website|boutique en ligne|page|chaine|profil|profile|entreprise|business|brand|marque|company)`;

/** Patterns over folded text: lower case without accents; a dot stands for any apostrophe. */
const CUES: Readonly<Record<Business, Cues>> = {
  application: {
    sure: [
      `candidature (spontanee|au poste|pour (le|un|une|votre))`,
      `\\b(ma|une) candidature`,
      `\\b(mon|mes|de mon) (cv|c\\.v\\.|curriculum)\\b|\\bcv (ci.joint|en (piece|fichier)|joint|et (ma )?lettre)|lettre de motivation`,
      `(recherche|cherche|trouver|effectuer|obtenir|faire|looking for|seeking|find) (actuellement |currently |activement )?${A_JOB}\\b`,
      `(postuler|poser ma candidature|souhaite(rais)? (rejoindre|integrer) (votre|vos|l.une de vos) (equipe|entreprise|societe|enseigne|groupe))`,
      `est-ce que vous (recrutez|embauchez)|\\bvous (recrutez|embauchez)[^.!?]{0,40}[?]|recrutez.vous|(avez|auriez).vous (des|un|une) (postes?|offres?|places?) (d.emploi|a pourvoir|en alternance|de stage|pour un stagiaire)|(avez|auriez).vous (des|un) postes? disponibles?`,
      `(job|internship|my) application|apply (for|to) (the|a|any|your) (job|position|role|post|vacancy|internship|team)|(my|attached) (cv|resume|cover letter)|are you (currently )?hiring|any (job )?vacanc(y|ies)|join your team`,
      `(aimerais|souhaite(rais)?|voudrais|serais (tres )?(heureu(x|se)|ravie?) de|would (like|love) to|interested in) (pouvoir )?(travailler|faire (mon|un) stage|working|work) (chez|dans|pour|for|at|in) (vous|votre|vos|you|your)`,
      `(accueill(ir|ez)|pren(dre|ez)|recherchez|cherchez) (un|une|des) (stagiaires?|alternante?s?|apprentie?s?)\\b|(avez|auriez).vous( actuellement)? besoin (de|d.un|d.une) (personnel|renfort|saisonniers?|extras?|stagiaires?)|(convention|periode|lieu|terrain) de stage`,
      `(suite a|en reponse a|j.ai vu|je reponds a) (votre |l.|une )annonce (d.emploi|de (poste|recrutement|stage)|pour (un|une|le) (poste|stage|alternance|emploi))|(your|the) job (ad|advert|advertisement|posting|offer)|offre d.emploi`,
      `(stage|alternance) (d.observation|de (fin d.etudes|troisieme|3e|3eme|seconde)|de [0-9]+ (semaines|mois))`,
      `(acceptez|accepteriez|prenez|prendriez|accueillez|recevez).vous [^.!?]{0,20}(stagiaires?|apprentis?|apprenties?|alternante?s?|saisonniers?)|do you (take|accept|hire) [^.!?]{0,20}(interns|trainees|apprentices)`,
      `\\b(postulo (para|a|al)|(mi|il mio|meu|o meu) (curr?iculum|curriculo|cv)|(busco|procuro|cerco( un)?) (trabajo|empleo|practicas|emprego|lavoro|tirocinio)|candidatura espontanea|solicitud de empleo|bewerbe mich|meine bewerbung|mein(en)? lebenslauf|solliciteer|mijn (sollicitatie|cv))\\b`,
    ],
    hints: [
      `(dans le cadre de|as part of) (mes etudes|ma formation|mon (cursus|bts|bac|master|diplome|memoire)|my (studies|degree|course|dissertation))`,
      `(en piece jointe|ci.joint|attached)[^.!?]*\\b(cv|curriculum|resume)\\b|\\bcv\\b`,
      `\\b(etudiante?|lyceenne?|collegienne?|en (bts|bac|master|licence|but|cap)|diplomee?|student|graduate)\\b`,
      `\\b(motivee?|dynamique|rigoureu(x|se)|polyvalente?|disponible (des|immediatement|a partir)|available (immediately|from))\\b`,
      `(mon profil|mes competences|mon parcours|mon experience (professionnelle|en|dans)|my (skills|profile|background|experience in))`,
      `entretien d.embauche|job interview|\\b(embauche|recrutement|ressources humaines|rh|human resources|recruitment)\\b`,
      `\\bun (stagiaire|alternant|apprenti)\\b|besoin (de|d.un|d.une) (personnel|renfort|saisonniers?|extras?|stagiaires?)|(en tant que|comme|as an?) (saisonni(er|ere)|stagiaire|alternante?|apprentie?|intern|trainee)\\b|\\bvous (recrutez|embauchez)|embauchez.vous`,
      `(travailler|work(ing)?) (avec|with) (vous|votre|vos|you|your)\\b`,
      `\\b(stage|alternance|apprentissage|interim|cdd|cdi|job (d.ete|etudiant|saisonnier)|(student|summer) job|internship|traineeship)\\b`,
    ],
  },
  offer: {
    sure: [
      `\\b(backlinks?|netlinking|seo (services?|agency|agence|audit|experts?)|(agence|expert|audit|prestations?) seo|guest posts?|articles? (sponsorises?|invites?)|link building)\\b`,
      `(referencement (naturel|google|web|de votre)|(premiere page|1ere page|page 1|first page|top) (de|of|on|sur) google|google (ranking|rankings|ads)\\b)`,
      `(lead generation|generation de leads|prospects qualifies|qualified leads|base de donnees (b2b|d.entreprises)|b2b (database|contacts|leads)|emailing lists?)`,
      `(augment(er|ez)|amelior(er|ez)|boost(er|ez)|developp(er|ez)|optimis(er|ez)|doubl(er|ez)|multipli(er|ez)|increase|boost|improve|grow|double) (le trafic (de|vers) (votre|vos)|la visibilite de (votre|vos)|votre visibilite|votre trafic|votre presence|votre clientele|votre portefeuille|vos ventes|votre chiffre d.affaires|votre notoriete|vos abonnes|your (traffic|sales|visibility|followers|online presence|revenue))`,
      `(creation|audit|optimisation) (gratuite? )?(de|du) votre ${SITE}|creation de sites? (web|internet)|(redesign|audit) (of )?your (site|website)|(web|website) (design|development) (services?|company|agency)`,
      `(notre) (agence|societe|entreprise|cabinet|start.?up) (est |, ?|qui |de |web |digitale? )?(specialise|accompagne|propose|leader|basee|intervient|conseil en)|(we are|i am from) (a|an|one of) [^.!?]*(agency|manufacturer|supplier|company|firm|factory|studio)`,
      `(personne|interlocuteur|responsable) (en charge|charge|qui s.occupe) (de|des|du) (vos |votre |la |l.)?(achats?|marketing|communication|partenariats?|sponsoring|recrutements?|rh|ressources humaines|referencement|fournisseurs|developpement|comptabilite|parc|flotte)|(votre|au|le) responsable (des achats|achats|marketing|communication)`,
      `(objets?|insertions?|encarts?) (publicitaires?|promotionnels?)|regie publicitaire|(vos|des) goodies (a|au|pour|personnalises)|(promotional|branded) (items|merchandise|products)|advertising (space|rates)`,
      `(travail temporaire|agence d.interim|pret professionnel|affacturage|business (loan|funding))`,
      `\\b(notre|une) (association|club|amicale|ecole|comite|collectif)[^.!?]* (organise|recherche|sollicite|cherche)[^.!?]*\\b(lots?|dons?|sponsors?|mecen\\w+|partenaires?|soutien|tombola|loto|kermesse)\\b|(recherch|cherch|sollicit|collect)[^.!?]*(sponsors?|mecen\\w+|lots? pour|dons? pour|partenaires financiers)|(lots?|dons?) (pour|a l.occasion de) (notre|la|une) (tombola|loto|kermesse)`,
      `(repondre|participer|diffuser) (a |ce |au )?(mon|un|ce|notre|cette)? ?(questionnaire|sondage|enquete|etude)[^.!?]*(memoire|these|etudes|recherche|master)|(my|a) (thesis|dissertation)|mon memoire`,
      `\\b(exhibitors?|reserve[rz] (votre|un) stand|book (your|a) (booth|stand))\\b|inscri(vez.vous|ption) (gratuite )?(au|a notre) (webinaire|webinar|seminaire)|join (our|the) webinar`,
      `(analyse|audite|came across|audited) (de )?(votre site|your (web)?site)|votre site (n.apparait|n.est pas (bien )?(reference|positionne|visible|optimise))|your (web)?site (is not|isn.t|does not|doesn.t) (rank|appear|show)`,
      `(^|[.!?:\\n] ?|\\b(pour|a|de|to|you) |\\bd.)(gagne[rz]|obten(ir|ez)|achete[rz]|attire[rz]|trouve[rz]|genere[rz]|get|buy|gain|attract) [^.!?]*(abonnes|followers|de nouveaux clients|nouveaux prospects|plus de clients|avis (google|positifs|5 etoiles)|more (customers|clients|leads|reviews)|new (customers|clients))`,
      `propos\\w+ (mes|nos|de vous presenter|nos nouvelles?|un partenariat) ?(services|prestations|solutions?|produits|emballages|offres?)|(offer|provide|introduce|present) (you )?(my|our) (services|products|company|solutions?|range)`,
      `(\\b(de|pour|peux|pouvons|pouvoir|pourr\\w+|souhait\\w+|aimer\\w+|voudr\\w+) vous (envoyer|faire parvenir|adresser|presenter|transmettre|proposer)|send you|share) [^.!?]*(\\b(des|nos|quelques|our|some|free) (echantillons?|samples?)|echantillons? gratuits?|notre catalogue|nos catalogues|notre plaquette|nos tarifs|notre offre|nos offres|notre gamme|nos references|un devis|une demo|\\bour catalog(ue)?|\\bour price|a quote|a proposal|an audit)`,
      `(presenter|vous (faire )?(decouvrir|presenter)) (notre|nos|ma) (societe|entreprise|solutions?|gamme|activite|offre|produits|services|savoir.faire|marque|agence)|(impression|flyers|plv|packaging|emballages?|etiquettes) (sur mesure|en gros|a votre logo)`,
      `(parution|annonces?|visibilite|presence|article|figurer|apparaitre)[^.!?]* (dans|sur) (notre|nos) (magazines?|journal|annuaires?|radio|guide|ecrans?|revue|supports? de communication)|(encart|parution|page de (pub|publicite)|publi.?(redactionnel|reportage)|advertorial)`,
      `(votre nom de domaine|your domain name) [^.!?]*(expir|echeance|renouvel|renew)|notre technicien [^.!?]*(entretien|maintenance|controle|verification) (de|des|annuel)|(entretien|maintenance|verification) (annuelle? )?de (vos|votre) (installations?|equipements?|materiels?|extincteurs?|chambres? froides?|ascenseurs?|machines?)|formations? (haccp|obligatoires?|a l.hygiene|de vos (equipes|salaries))`,
      `(tarifs?|offres?|remises?|prix) (preferentiels?|speciale?s?|exclusi(f|fs|ve|ves)|pro|professionnels?|pour les (professionnels|entreprises)) [^.!?]*(sur (nos|notre)|pour (votre|vos) (entreprise|equipes|activite|magasins?))`,
      `(collaboration|partenariat) (remuneree?|d.influence|avec (votre|vous))|(paid|brand) (collaboration|partnership)|kit media|media kit`,
      `(je represente|nous representons|i represent|we represent) (une?|la|le|l.|an?|the) ?([a-z-]+ )?(maison d|societe|entreprise|agence|marque|imprimerie|cabinet|fabricant|fabrique|usine|laboratoire|atelier|groupe|cooperative|domaine|start.?up|plateforme|manufacturer|company|agency|brand|printer|supplier|studio|factory)`,
      `(nous organisons|on organise|we are (organising|organizing|hosting)) [^.!?]*(\\blots?\\b|\\bdons?\\b|sponsor|donat|\\bprizes?\\b)`,
      `\\b(ma|my) (these|thesis|dissertation)\\b|(je prepare|nous preparons|i am (writing|preparing)) (une?|an?) (article|reportage|enquete|documentaire|podcast|feature)`,
      `(reduire|baisser|reduce|cut|lower) (vos|your) (factures|charges|couts|frais|energy|bills|costs)|(vos|your) (factures|charges|bills|costs) (peuvent|pourraient|can|could) [^.!?]{0,20}(baisser|diminuer|drop|lower)`,
      `your (web)?site (could|can|should|might) (rank|perform|convert|get)|(controle|verification|visite) (periodique|annuelle?|reglementaire|obligatoire) de (vos|votre)`,
    ],
    hints: [
      `(je me permets|nous nous permettons) de (vous|me) (contacter|ecrire|presenter|proposer|rapprocher|solliciter)`,
      `(nous vous proposons|nous proposons|je vous propose|nous offrons|nous accompagnons|nous aidons|nous concevons|nous fabriquons|we (offer|provide|help|specialise|specialize|manufacture|supply))`,
      `(profitez|beneficiez) [^.!?]{0,40}(sur|de) (nos|notre|toute notre)\\b|we can (place|promote|feature|list|get) (your|you)\\b|qui (decide|s.occupe) des achats`,
      `(je suis|i am|i.m) (le |la |une? |the |an? )?(commerciale?|representante?|sales (rep|representative|manager|executive)) (chez|pour|dans|at|for|with)`,
      `\\b(nos|notre) (solutions?|services|prestations?|offres?|tarifs?|catalogue|gamme|plaquette|expertise|logiciel|plateforme|equipe d.experts)|\\bour (services|solutions?|catalog(ue)?|price list|platform|software|prices)`,
      `(demo|demonstration|devis|audit|essai|echantillons?|samples?|quote|trial) (gratuite?|offerte?|sans engagement|free)|free (demo|audit|quote|samples?|trial)|sans engagement|\\b(une|a) (demo|demonstration) ?[?]`,
      `(rendez.vous|rdv|visio|creneau|echange|appel|call|chat) (telephonique |rapide |de )?(de )?[0-9]+ ?(min|minutes)|(cinq|dix|quinze|vingt|trente|quelques|five|ten|fifteen|twenty|thirty|a few) minutes (pour|au telephone|to (talk|discuss|chat)|for (a|an))|(convenir|fixer) (d.un|un|ensemble)|(shall|can|could) we (talk|chat|connect|meet|discuss)|(convenir d.un|fixer un|caler un) (rendez.vous|rdv|creneau|echange)|(quick|short|brief) (call|chat)|book a (call|meeting|demo)|seriez.vous (disponible|interesse|ouvert)|would you be (interested|open)`,
      `(partenariat|collaboration|partnership|collaborate|sponsor)`,
      `(je suis|i am an?|i.m an?) (influenceu(r|se)|creat(eur|rice) de contenus?|content creator|blogueu(r|se)|blogger|influencer)|\\b(exposants?|salon professionnel)\\b`,
      `(right|appropriate) (person|contact) (to|for)|(supports?|espaces?|panneaux?|cadeaux) (publicitaires?|promotionnels?)|(refonte|visite|consulte|parcouru) (de )?votre site|(looked at|reviewed|visited) your (web)?site`,
      `(panneaux (solaires|photovoltaiques)|photovoltaique|fontaines? a eau|extincteurs?|controle d.acces|videosurveillance|logiciel de (caisse|gestion|paie)|expert.comptable|mutuelle d.entreprise|nettoyage (de bureaux|industriel))|location de (local|bureaux|entrepots?|materiel|vehicules)`,
      `\\b(notre|our) (societe|entreprise|agence|cabinet|atelier|groupe|usine|studio|company|agency|firm|factory|team)|nous sommes (une? (societe|agence|entreprise|cabinet|fabricant|association|start)|specialis|fabricant|implante)|(directeur|responsable|charge|chargee|conseiller|ingenieur) (commercial|d.affaires|de clientele|de developpement)|business development|account (manager|executive)|sales (manager|representative)`,
      `(vos concurrents|vos prospects|votre marche|votre secteur|vos campagnes|votre communication|vos besoins|votre marque aupres|your competitors|your industry|your marketing|your needs)`,
      `\\b(nos|our) (clients|references|clients? satisfaits|customers include)|(plus de|over|more than) [0-9][0-9 .]* (clients|entreprises|enseignes|marques|companies|brands|businesses)`,
      `(votre|vos|your) (equipes?|salaries|collaborateurs|employees|staff|activite|locaux|bureaux|flotte|parc|etablissement)`,
      `(fournisseur|prestataire|fabricant|grossiste|distributeur|importateur|manufacturer|wholesale|supplier|distributor) (de|d|of|en|specialis)`,
    ],
  },
  supply: {
    sure: [
      `factures? [^.!?]*(echue?s?|impayee?s?|en souffrance|en attente de (reglement|paiement)|a echeance|restee?s? (a ce jour )?(impayee?|due|sans reglement))|(overdue|unpaid|outstanding) (invoices?|balance)|invoices? [^.!?]*(overdue|unpaid|outstanding|past due)`,
      `(ci.joint|joint|joins|transmettons|adressons|adresse|envoyons)[^.!?]* (notre|nos) (factures?|avoirs?|bons? de livraison|releve|devis|tarifs?|conditions)|attached[^.!?]* (is |are )?our (invoices?|statement|quotation|price list|pro.?forma)`,
      `sauf erreur (ou omission )?de notre part|(proceder|merci de proceder) (au|a son|a leur) (reglement|paiement|virement)|(factures?|invoices?) [^.!?]*relative a (notre|nos)|(en votre|de votre) aimable reglement|a regler avant le`,
      `\\b(notre|nos) (livreur|camion|chauffeur|transporteur) [^.!?]*(sera|seront|arrivera|passera|livrera|(se |va )presenter)|\\b(notre|nos) (palettes?|prochaine livraison|livraisons?) [^.!?]*(a (votre )?quai|(votre|vos) (entrepots?|quais?|plateformes?))|(creneau|rdv|rendez.vous|fenetre) de (livraison|dechargement|reception) (pour|sur|a|au)[^.!?]*(vos|votre|entrepot|quai|plateforme|palettes?)`,
      `(conditionnement|fiche technique|fiches techniques|colisage|allotissement|cahier des charges|appel d.offres|bon de commande|demande de devis)[^.!?]*(matieres? premieres?|fournisseur|signe|retour signe|votre service|reponse a votre|votre consultation)`,
      `[0-9]+ jours fin de mois|modalites de reglement|conditions de (reglement|vente pro)|remittance advice`,
      `(changement|modification|mise a jour) (de|d) (nos )?(coordonnees bancaires|rib|iban)|\\b(nos|notre nouveau|notre nouvel) (coordonnees bancaires|rib|iban)|\\bour (new )?bank (details|account)`,
      `(hausse|evolution|revision|nouvelle grille) de nos (tarifs|prix)|\\bnos (nouveaux|prochains) tarifs|\\bnos conditions (tarifaires|commerciales)|\\bour new (prices|price list)`,
      `(confirmation de (votre )?commande fournisseur|your purchase order|votre (commande|reference) fournisseur)`,
      `(trouver|trouverez|joint|jointe|annexe|relance|rappel|regler|attached|find|reminder)[^.!?]*(factures?|invoices?)[^.!?]*(payable|echeance|restent? due?s?|fin de mois|due (by|on|date)|net [0-9]+)`,
      `comptabilite fournisseurs?|accounts (payable|receivable)`,
      `\\b(nos|notre) (nouveaux? |nouvelle )?(tarifs?|conditions)[^.!?]*(en vigueur|applicables?|a compter du|a partir du)`,
    ],
    hints: [
      `(votre bon de commande|bon de commande n|accuse de reception de (votre )?commande|purchase order|statement of account|releve de compte)`,
      `(reglement|paiement|payment) (a|sous|within|in) [0-9]+ (jours|days)|(factures?|invoices?) [^.!?]*(du mois de|pour le mois de|a regler|a reception|for the month)`,
      `(hausse|evolution|revision|grille) tarifaire`,
      `nous vous informons|we (would like to )?inform you`,
      `(votre|vos|le) (service|departement) (comptabilite|comptable|achats?|facturation)|(accounts payable|accounting department|purchasing department)|\\bservice (comptabilite|achats)\\b`,
      `\\b(facture|invoice) (n|no|num|numero|number|#)`,
      `\\b(palettes?|quai|plateforme logistique|affretement|incoterm|franco de port|pallets?|warehouse|freight)\\b`,
      `\\b(cariste|ordre de transport|bon d.enlevement|lettre de voiture|planning des livraisons|dock)\\b`,
      `\\b(siret|tva intracommunautaire|rcs|kbis|iban|bic|echeance|ht\\b|vat number)`,
      `(votre|vos|your) (reglements?|paiements?|virements?|payments?|facturation|comptabilite|numero de tva)\\b`,
      `\\b(notre|nos|our) (factures?|devis|avoirs?|invoices?|livraisons?|commande fournisseur)\\b`,
      `(livraison|enlevement|expedition|reception|delivery|pickup)[^.!?]*(prevue?|programmee?|decalee?|reportee?|planifiee?|scheduled)[^.!?]*(merci de|veuillez|pouvez.vous|please|confirm)`,
      `(confirm(er|ez|ation)|accuser|valider)[^.!?]*(reception|horaires? de|la commande|les quantites|votre besoin|receipt|quantities)`,
      `(references? fournisseurs?|referencement (fournisseur|produits?|en magasin)|etre reference|centrale d.achats?|\\bb2b\\b|acheteu(r|se)s?|category manager|purchasing|procurement)`,
      `(reglement|paiement|virement|payment) (de|d|of|for) (la|notre|nos|cette|our|this) (facture|invoice)`,
    ],
  },
  internal: {
    sure: [
      `(cheres? (et chers? )?collegues|chers collegues|dear colleagues)`,
      `(ordre du jour|compte.?rendu) (de|du) (la |notre )?(reunion|comite|copil|point)|notes? de service|minutes of (the|our) meeting|planning (des equipes|du personnel|des conges|de l.equipe)`,
      `\\b(votre|vos|le|les|your) (bulletins?|fiches?) de (paie|paye|salaire)\\b|\\byour pay ?slips?\\b|(^|[.!?\n] ?)convocation a l.assemblee`,
    ],
    hints: [
      `chers tous`,
      `notes? de frais|(fiches?|bulletins?) de (paie|paye|salaire)|pay ?slip`,
      `declaration sociale|\\burssaf\\b|medecine du travail|coffre.fort (numerique|electronique)|digital vault|dematerialise`,
      `espace (employeur|fournisseur|collaborateur)|(deposer|saisir|valider|poser|transmettre) vos (notes|conges|heures|plannings?)`,
    ],
  },
  bulk: {
    sure: [],
    hints: [
      `(se|vous) (desinscrire|desabonner)|unsubscribe|opt.?out`,
      `(voir|lire|consulter|afficher|ouvrir) (ce message|cet e-?mail|la version|le mail|cette newsletter) (dans|en ligne|sur|web)|version en ligne|view (this )?(e-?mail |message |it )?(in|on) (your )?(browser|web)|view online`,
      `(vous recevez|vous avez recu) (ce|cet|cette) (message|e-?mail|courriel|mail|newsletter|lettre)[^.!?]* (car|parce|puisque|suite)|you (are receiving|received|are getting) this (e-?mail|message|newsletter)`,
      `(gerer|modifier|mettre a jour) (vos|mes) (preferences|abonnements)|(manage|update) (your )?(e-?mail )?(preferences|subscription)`,
      `(tous droits reserves|all rights reserved|mentions legales|politique de confidentialite|privacy policy)`,
    ],
  },
};

/** A machine tells a firm what it tells every customer; who quotes it speaks of themselves too. */
const NOTICE = [
  `^[^.!?]*(votre (colis|commande|envoi|livraison|expedition)|your (parcel|order|package|shipment))[^.!?]*(expedie|en cours de|sera livre|a ete livre|est en route|confirme|out for delivery|(has been|was) (shipped|dispatched|delivered)|on its way|will be delivered)`,
  `(votre|your) ([a-z]+ )?code [^.!?]*[0-9]{4}|(cliquez|click|tap|suivez)[^.!?]*(reinitialis|reset)|(reinitialis|reset)[^.!?]*(cliquez|click|tap|lien ci.dessous|link below)|nouvelle connexion (a|sur) votre compte|new sign.in to your account`,
  `(vous avez|you have|you.ve) (ete |been )?(gagne|remporte|selectionne|tire au sort|won|selected|chosen)\\b[^?]{0,120}\\b(clique|click|confirm|claim|recuperer|lien|link)`,
];
/** What telephones write under a mail. */
const SENT_FROM = sqlText(
  `(envoye|sent|enviado|gesendet|inviato) (depuis|de|a partir de|from|von|desde|da) (mon|my|mi|mein\\w*|il mio) [^\n]{0,40}$`,
);
const SELF = [`\\b(je|j|moi|mon|ma|mes|i|me|my|we|on m|nous)\\b`, `[?]`];

/** What who bought or was let down says, whatever else stands in the text. */
const GRIEVANCE = [
  `rembours|refund|reclamation|plainte|\\bcomplain`,
  `(mon|ma|mes|my|our) (colis|commandes?|livraison|achats?|panier|carte|abonnement|produits?|parcel|orders?|package|delivery|purchase|refund|receipt|bon d.achat|ticket)\\b`,
  `inadmissible|inacceptable|honteu|scandaleu|lamentable|deplorable|unacceptable|disgust|disgrace|appalling`,
  `perime(e|s|es)?\\b|moisi|avarie|pourri(e|s|es|tures?)?\\b|([^x] |[^ ]|^)casse\\b|abime|defectueu|manquant|mould|mold|rotten|broken|damaged|faulty`,
  `(jamais|toujours pas|pas encore|never|not yet|still not|still no|hasn.t|haven.t|didn.t) [^.!?]*(recu|arrive|livre|received|arrived|delivered|come)`,
  `malade|intoxi|allergi|vomi|\\bsick\\b|poison|(trouve|found) [^.!?]*(plastique|metal|verre|cheveu|insecte|plastic|glass|\\bhair|insect)`,
  `catastroph|immangeable|malpoli|impoli|malhonnete|arnaque|\\bscam\\b|en panne\\b|introuvable|(charged|debited|preleve\\w*|facture\\w*|debite\\w*) (twice|deux fois)|crash|(days|weeks|hours) late|late deliver|(arrived|delivered) late`,
  `(does.?n.t|does not|won.t|not|ne|n.) [a-z.]{0,14} ?(work|marche|fonctionne|chauffe|demarre|refroidi|s.allume)|(marche|fonctionne|chauffe|demarre|refroidit|repond|passe) (pas|plus|mal)\\b`,
  `facture d.achat|(ticket|preuve|date) (de caisse|d.achat)|proof of purchase|\\b(ma|mes|my) (factures?|invoices?|bills?)\\b|unsubscribe me|desinscrivez|\\bme (desinscrire|desabonner)`,
  `(j.ai|je viens de|on a|nous avons|i|i.ve) [^.!?]{0,12}(recu|recevoir|eu|received|got|had) (une?|la|cette|votre|vos|an?|the|your) (factures?|invoices?|bills?)`,
];
/** What a customer says of themselves; an applicant may too. */
const BUYS = [
  `(j.ai|je n.ai( pas)?|on a|nous avons|i|we|i.ve|we.ve|i have|we have) (bien |just |juste )?(achete|commande|paye|bought|ordered|paid|purchased)`,
  `clientes? (fidele|depuis|chez|de chez|regulier)|fidele client|loyal customer|(je suis|i am|i.m) (une? |an? )?(client|customer)`,
  `decue?s?\\b|mecontent|disappoint|insatisf|unhappy`,
  `\\b(notre|nos) (commandes?|colis|achats?|panier)\\b|\\b(mon|my) (rib|iban|bic)\\b|(fidelite|loyalty|poste a souder|poste de radio)\\b|attend\\w* (toujours |encore )?(la|notre|nos|mon|ma|mes|une?|les?|des) [^.!?]{0,12}(livraison|commandes?|colis|avoir|marchandise)`,
  `(corriger|rectifier|refaire|obtenir|recevoir|besoin (de|d)|need|correct|copy of) (la |le |une? |notre |cette |an? |the |our )?(factures?|invoices?|receipts?|purchase order)`,
  `\\bne? ?(nous|m|me) ?.?[a-z]+ (pas|jamais|rien|plus)\\b`,
  `(mon|ma|mes|my|notre) (magasin|supermarche|compte|store|account|points|mari|femme|enfants?|wife|husband)\\b|(mon|ma|my) (fils|fille|son|daughter)([,.;!?]|$| (a|est|etait|ne|n.[a-z]+|s.est|adore|aime|qui|et|de|has|is|was|who|and|loves?)\\b)`,
  `(^|[.!?\n] ?)(commande|order) ?(n[^a-z]|no\\b|num|#|:|\\[)`,
  `(votre|vos|your) (produits?|yaourts?|gateaux?|caisse|rayon|caissiere|livreur|application|appli|app)\\b`,
];

const kinds = Object.values(CUES);
const SURE = kinds.flatMap(({ sure }) => sure);
const HINTS = kinds.flatMap(({ hints }) => hints);

const any = (text: string, patterns: readonly string[]): string =>
  `regexp_matches(${text}, ${sqlText(patterns.join('|'))})`;
const count = (text: string, patterns: readonly string[]): string =>
  `(${patterns.map((pattern) => `CAST(${any(text, [pattern])} AS INTEGER)`).join(' + ')})`;

/** Expressions put together until one more makes each slower than it spares. */
const TOGETHER = 8;
const SIGNS = [...SURE, ...HINTS, ...NOTICE];

/**
 * Whether a folded private text holds any sign of business: without one its `businessScore` is 0 at most. Half of the time that
 * takes, as expressions are looked for some at once.
 *
 * @example
 * mayBeBusiness('words').startsWith('(regexp_matches(words, ')
 * // → true
 */
export const mayBeBusiness = (text: string): string =>
  `(${Array.from({ length: Math.ceil(SIGNS.length / TOGETHER) }, (_, at) =>
    any(text, SIGNS.slice(at * TOGETHER, (at + 1) * TOGETHER)),
  ).join(' OR ')})`;

/**
 * How far a folded private text is none of a customer, in SQL over an expression: an application, an offer of services, what a supplier
 * or a colleague writes, or what is sent to many. A sure sign counts two, a hint one; what a buyer says is taken off alike. From
 * `BUSINESS_FROM` on nobody writes as a customer.
 *
 * @example
 * businessScore('words').includes('candidature')
 * // → true
 */
export const businessScore = (text: string): string =>
  `(2 * ${count(text, SURE)} + ${count(text, HINTS)} + 2 * CAST(${count(text, NOTICE)} > 0 AND NOT ${any(`regexp_replace(${text}, ${SENT_FROM}, '')`, SELF)} AS INTEGER)
    - 2 * ${count(text, GRIEVANCE)} - ${count(text, BUYS)})`;

export const BUSINESS_FROM = 2;
