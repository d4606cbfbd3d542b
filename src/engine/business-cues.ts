/** What somebody writes to a firm otherwise than as its customer. */
export type Business = 'application' | 'offer' | 'body' | 'supply' | 'internal' | 'bulk';

interface Cues {
  /** One is enough where nobody complains. */
  readonly sure: readonly string[];
  /** Two are needed, and nothing a buyer says. */
  readonly hints: readonly string[];
}

/** « Cherche », « chercher » and what a slip of the finger makes of them: a letter dropped, doubled or swapped. */
const SEEK = `c[cehr]{4,8}`;
const A_JOB = `(un|une|d.un|d.une|mon|en|an?|my)( |.)?(contrat d.|summer |part.time |full.time )?(stage|alternance|apprentissage|emploi|job|poste|contrat d|internship|placement|apprenticeship|vacancy)`;
/** Bodies that write to firms of their own affairs, and who writes for them. */
const BODY = `(association|club\\b|amicale|comite|cooperative scolaire|parents d.eleves|fanfare|chorale|federation|fondation|collectif|mjc\\b|centre (social|aere|de loisirs)|ehpad|maison de retraite|creche|ecoles?\\b|college|lycee|universite|foyer|scouts|troupe|equipe (de|feminine|masculine)|bureau des (eleves|etudiants)|commune\\b|paroisse|patronage|charity|school|society)`;
const FUNCTION = `(tresori(er|ere)|secretaire|(vice.)?presidente?|benevole|direct(eur|rice)|responsable|coordinat(eur|rice)|animat(eur|rice)|enseignante?|professeure?|prof|institut(eur|rice)|maitresse|maitre|educat(eur|rice)|documentaliste|bibliothecaire|entraineu(r|se)|coach|teacher|treasurer|chair(man|woman)?|headteacher)s?`;
/** Where who writes says who they are: as the text or a sentence begins. */
const AS_ONE_BEGINS = `(^|[.!?\\n] ?|\\b(bonjour|bonsoir|hello|monsieur|madame|messieurs|mesdames),? |\\b(je suis|nous sommes|en tant que|en qualite d.|i am|i.m|we are) ?((le|la|les|l.|une?|an?|the) ?)?)`;
const AUTHORITY = `(inspection (du travail|academique|generale)|direction (departementale|regionale|generale) (de|des|du)|dd[a-z]{0,4}pp\\b|dreets|drieets|dgccrf|repression des fraudes|urssaf|services? (des |de la )?(douanes|veterinaires?|fiscaux|impots)|douanes|tresor public|prefecture|mairie|gendarmerie|huissier|commissaire de justice|mediat(eur|rice|ion) (de|du|des)|(votre )?organisme (certificateur|de controle|de certification)|dossier de mediation|cpam|carsat|conseil (regional|departemental|municipal)|ministere|tribunal|greffe|chambre (de commerce|des metiers|d.agriculture)|syndicat (des|professionnel|national))`;
const WISH = `(voudr\\w+|aimer\\w+|souhait\\w+|desir\\w+|possible|pourri\\w+|pouv(ez|ons|oir)|cherch\\w+|propos\\w+|organis\\w+|could|would|may)`;
const GROUP = `((ma|mes|notre|nos|une|deux|trois|my|our) ([a-z]+ )?(classes?|eleves|residents?|lyceens|collegiens|groupe (d.enfants|scolaire|d.eleves)|class|pupils|students))\\b`;
const SITE = `(site( (web|internet))?|website|boutique en ligne|page|chaine|profil|profile|entreprise|business|brand|marque|company)`;

/** Patterns over folded text: lower case without accents; a dot stands for any apostrophe. */
export const CUES: Readonly<Record<Business, Cues>> = {
  application: {
    sure: [
      `(aimerait|souhaiterait|voudrait|souhaite|cherche a|pourrait|would like to|wants to) [^.!?]{0,20}(travailler|faire (son|un) stage|work|do (his|her|their) work experience) (chez|dans|pour|avec|with|for|at) (vous|votre|vos|l.un|you|your)|\\b(interessee?s?|interested) (par|in) (un|une|le|a|the) (poste|emploi|job|position) (chez|dans|at|with)|postuler (en tant|comme|chez|dans|a (un|une|la|votre|vos)|au)|(deposer|laisser|envoyer|drop) (une|ma|sa|mon|my) (candidature|cv|c\\.v\\.|resume)\\b|(have|are there) (you )?(any )?(openings|positions|vacancies) (for|available)|work experience (with you|placement)`,
      `(a la recherche d.|recherch\\w+|cherch\\w+|trouver|looking for|seeking) (actuellement |activement )?(un |une |du )?(emploi|travail|boulot|mi.temps|job|work) (de |d.|en |a |dans |pour |comme |saisonnier|a plein|etudiant|chez|as |in |at )|a la recherche d.un(e)? (emploi|travail|stage|alternance|apprentissage|job)\\b|(y a.t.il|il y a|reste.t.il|are there)[^.!?]{0,12} (postes?|emplois?|jobs?|vacancies) (a pourvoir|vacants?|disponibles?)`,
      `(avez|auriez|aviez).vous besoin (d.|de )(une? |d.autres )?(vendeu|caissi|employe|serveu|preparat|manutention|livreu|boulang|bouch|patissi|magasini|agents?\\b|bras\\b|main.d.oeuvre)|\\b(si )?vous (prenez|prendriez|recherchez|recrutez|embauchez) (toujours |encore |actuellement )?(des|un|une) (extras?|saisonniers?|apprentie?s?|stagiaires?|alternante?s?|etudiante?s? (pour|cet))`,
      `candidature (spontanee|au poste|pour (le|un|une|votre))`,
      `\\b(ma|une) candidature`,
      `\\b(mon|mes|de mon) (cv|c\\.v\\.|curriculum)\\b|\\bcv (ci.joint|en (piece|fichier)|joint|et (ma )?lettre)|lettre de motivation`,
      `(${SEEK}|trouver|effectuer|obtenir|faire|looking for|seeking|find) (actuellement |currently |activement )?${A_JOB}\\b`,
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
      `\\b((etudiante?|lyceenne?|collegienne?|student) (en|a|au|de|in|at)|en (bts|bac|master|licence|but|cap)|diplomee?|graduate)\\b`,
      `\\b(motivee?|dynamique|rigoureu(x|se)|polyvalente?|disponible (des|immediatement|a partir)|available (immediately|from))\\b`,
      `permis b\\b|libre (de suite|immediatement|tout l.ete)|(annees?|ans) d.experience|years of experience|(entretien|job interview)[^.!?]*\\b(retenue?|recrut|poste|candidat|embauche|the job|the position)`,
      `(mon profil|mes competences|mon parcours|mon experience (professionnelle|en|dans)|my (skills|profile|background|experience in))`,
      `entretien d.embauche|job interview|\\b(embauche|recrutement|ressources humaines|rh|human resources|recruitment)\\b`,
      `\\bun (stagiaire|alternant|apprenti)\\b|besoin (de|d.un|d.une) (personnel|renfort|saisonniers?|extras?|stagiaires?)|(en tant que|comme|as an?) (saisonni(er|ere)|stagiaire|alternante?|apprentie?|intern|trainee)\\b|\\bvous (recrutez|embauchez)|embauchez.vous`,
      `(travailler|work(ing)?) (avec|with) (vous|votre|vos|you|your)\\b`,
      `\\b(stage|alternance|apprentissage|interim|cdd|cdi|job (d.ete|etudiant|saisonnier)|(student|summer) job|internship|traineeship)\\b`,
    ],
  },
  offer: {
    sure: [
      `\\b(je|j|nous|we|i) (peux |pouvons |can |could )?(vends?|vendons|livre(r|ons)?|exporte?(r|ons)?|importe?(r|ons)?|fournissons|fabrique?(r|ons)?|distribue?(r|ons)?|design|manufacture|export|supply|print) [^.!?]*(vos (magasins|rayons|points de vente|enseignes|lineaires)|votre (logo|packaging|enseigne)|aux (professionnels|enseignes|grandes surfaces|detaillants)|your (stores|shops|brand|packaging|logo)|price list)`,
      `(catalogue|tarif|plaquette|brochure|grille tarifaire) (de |d.)(notre|nos|ma|mon)\\b|\\bour (price list|brochure)|(etre|entrer|arriver) (presents?|references?|distribues?) (dans|chez|en) (vos rayons|vos magasins|votre enseigne)|(vous compter|compter (votre|vos)) [^.!?]{0,40}(parmi|au nombre de)|(ravis?|heureu(x|se)) de vous (accueillir|compter) [^.!?]*(salon|stand|foire|conference|forum)`,
      `\\b(une?|notre|mon|ma|le|la) (association|club|chorale|ecole|college|lycee|comite|amicale|paroisse|collectif|fanfare)[^.!?]*(parrain|mecene|sponsor|soutien|subvention|dons?\\b|(de|des|vos|quelques|en|et|ou|comme) lots?([^ a-z]| [^d]|$)|vend (des|ses)|en vente (chez|dans) )`,
      `(cherch\\w+|souhait\\w+|voudr\\w+|aimer\\w+|desir\\w+|pour|afin de|possible de|comment|want to|would like to|love to) (a |de )?(pouvoir )?(faire |vous )?(placer|ecouler|vendre|fournir|commercialiser|distribuer|diffuser|referencer|proposer|sell|supply|place|list) ((mes|nos|our|my) ([a-z]+ )?(surplus|recoltes?|legumes|fruits|pommes|oeufs|fromages?|miels?|confitures?|volailles?|viandes?|vins?|cuvees|bieres?|cidres?|jus|farines?|huiles?|cafes?|pains?|plats|conserves?|produits|creations|produce|products|goods|range|wines?|beers?|cheeses?)|(ma|notre|our|my) (recolte|production|gamme|marque|range|brand|produce)|en direct\\b|your (stores|shops|chain|supermarkets))`,
      `(devenir|become) (an? |l.un de |un de |une? )?(nouve\\w+ )?(vos |votre |your )?(fournisseu(r|se)s?|franchisee?s?|revendeu(r|se)s?|distribut(eur|rice)s?|suppliers?|franchisees?|resellers?|stockists?)\\b|(ouvrir|reprendre|open|run) (une|un|a|en) (franchise|magasin (sous|a) (votre|l.) ?enseigne)`,
      `(local|locaux|terrain|entrepot|fonds|cellule|batiment|murs)\\b[^.!?]*(commercial\\w*|de [0-9 ]+ ?m)[^.!?]*\\b(a louer|a vendre|a ceder|(a|en|a la) location|au bail|bail\\b)|(available )?(premises|retail unit|plot of land)[^.!?]* (for (rent|sale|lease)|to let)`,
      `(demande|solliciter|accorder|obtenir|request)[^.!?]{0,20} (une |d.)interview\\b|\\b(interviewer|interview) (votre|un|une|le|la|l.un|your)`,
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
      `(cherch\\w+|recherch\\w+|trouver) (des|de nouveaux|quelques) (debouches|(revendeurs|distributeurs|acheteurs) pour (notre|nos|mon|ma|mes))\\b|en vue d.un referencement|(vous (proposer?|proposons|adress\\w+|envoyer|faire parvenir)|nous (proposons|adressons)) (un|des|quelques) echantillons?|(voudr|souhait|aimer|cherch)\\w+ (a )?(le |la |les )?(faire )?(distribuer|commercialiser|referencer) (en|dans|chez|par|notre|nos|mes|ma)|\\b(seriez|etes).vous preneu`,
    ],
    hints: [
      `\\b(freelance|auto.entrepreneu\\w+|independante?)\\b|abonnes\\b[^.!?]*(contre|echange|nouveautes|collab)|(contre|en echange de) (des |vos |quelques )?produits|(je|nous) (loue|propose|installe|import|export|entretien)\\w*ons\\b|comite d.entreprise|tarifs? (de )?groupe pour (votre|vos)`,
      `\\b(doctorante?|chercheu(r|se)|phd (student|candidate)|sociologue)\\b|(j.enquete|nous enquetons) sur|observer une journee`,
      `(^|[.!?\\n] ?|bonjour,? |\\b(je suis|nous sommes|i am an?|we are an?) )((une?|des|petite?|jeunes?|family) )*(product(eur|rice)|maraich(er|ere)|eleveu(r|se)|apicult(eur|rice)|viticult(eur|rice)|vigneron(ne)?|arboricult(eur|rice)|fromag(er|ere)|agricult(eur|rice)|ostreicult(eur|rice)|brasse(rie|ur|use)|artisane?|grossiste|torrefact(eur|rice)|confituri(er|ere)|conserverie|ferme|traduct(eur|rice)|photographe|graphiste|imprim(erie|eur)|prestataire|farm|brewery|bakery|winery|wholesaler)s? (a|en|au|aux|dans|de|d.[a-z]+|du|pres|bio|artisanale?|local|locale|independante?|familiale?|culinaire|installee?|in|near|from|[a-z]+ de)\\b[^!?]*\\b(propos\\w+|vend(re|s|ons)|placer|ecouler|fourni(r|ssons)|produi\\w+|fabriqu\\w+|distribu\\w+|revendeurs?|debouches?|achats|nos|mes|sell|supply|our)\\b`,
      `\\b(ma|notre|mes|nos) (exploitation|conserverie|ferme|brasserie|fromagerie|miellerie|distillerie|imprimerie|plantation|vergers?|vignes?|ruches?|elevage)\\b|\\b(je|nous) (fabriqu|produi|cultiv|elev|transform|torrefi|import|dirig)\\w+ (une? (petite )?(conserverie|ferme|brasserie|societe|entreprise|agence)\\b|(des|du|de la|mes|nos) [a-z ]{2,30} (artisanal|a vendre|en circuit court|en gros))`,
      `\\b(a )?qui (dois|puis|peut|faut|devons|pouvons|contacter|s.occupe|gere|decide)[^.!?]*(achats?\\b|(mes|nos|ma|notre) (produits|offre|tarifs?|gamme|catalogue))|(mes|nos) (surplus|cuvees|cafes|bieres|vins|recoltes?)\\b|(etes|seriez).vous (acheteu|interesse|preneu)|(surplus|excedents?) de (recolte|production|fruits|legumes|pommes|stock)|(revendeurs?|distributeurs?|debouches?|acheteurs?|points? de vente) (pour|de) (ma|mes|notre|nos)\\b|\\b(j.ai|nous avons) [^.!?]{0,30} a (ecouler|vendre|ceder)\\b`,
      `chez (douze|dix|plusieurs|plus de [0-9]+|[0-9]+) (epiceries?|magasins?|restaurants?|enseignes?|clients|boutiques)|\\b(voici|ci.joints?) (mes|nos) tarifs|(reste|restons) a votre (entiere )?disposition pour (un|tout|une) (devis|demo\\w*|rendez.vous|echange)|(chef(fe)? de secteur|technico.commercial\\w*|attachee? commercial\\w*|commerciale?|account manager) (chez|pour|at|for)|nous avons des (camions|vehicules|equipes|techniciens) disponibles|(nos|our) (camions|vehicules|equipes|techniciens|engineers) (interviennent|sont disponibles)|\\bnotre (usine|atelier|depot|societe|bureau) sera ferme`,
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
  body: {
    sure: [
      `${WISH}[^.!?]{0,60}\\b(visite\\w*|visit|tour|decouvrir|accueill\\w+|recevoir|emmener)\\b[^.!?]{0,60}\\b${GROUP}|${WISH}[^.!?]{0,40}${GROUP}[^.!?]{0,30}\\b(visite\\w*|visit|decouvr\\w+)\\b`,
      `sollicit\\w+ [^.!?]{0,40}(generosite|soutien|aide financiere|les (entreprises|commercants|commerces)|un (don|lot|geste))|(parmi|comme) (nos|l.un de nos) (mecenes|sponsors|parrains|donateurs)|sponsor maillot|(accepteriez|seriez|pourriez).vous [^.!?]{0,20}(doter|offrir (un|des|quelques) lots?|nous (soutenir|parrainer|sponsoriser))`,
      `(etudier|presenter|analyser) (une|votre) entreprise|grand oral|projet tutore|(notre|mon|un) (memoire|these|rapport de stage|expose)\\b[^.!?]{0,60}\\b(vous|votre|vos)\\b|vous (interroger|interviewer)\\b|(salaries|employes|dirigeants|professionnels) [^.!?]{0,30}a interroger`,
      `forum des metiers|autorisation de (tourn|film)\\w+`,
      `\\b(votre|vos) ([a-z]+ )?(d.|de )?(adhesion|cotisation|convention|affiliation)( annuelle| d.adhesion)?[^.!?]{0,30}(arrive a (echeance|terme|expiration)|prend fin|expire|(est )?a renouveler|au (syndicat|groupement))|avis d.echeance|appel de cotisation|bulletin d.adhesion`,
      `(registres? (du personnel|unique|de securite|des)|autocontroles?|plan de maitrise sanitaire|agrement sanitaire|document unique|(a nous )?(retourner|renvoyer) (date et )?signee?s?|bon pour accord|cachet de (l.|votre )?entreprise|audit (de (suivi|certification|renouvellement|surveillance)|ifs|brc|iso|haccp)|saisie conservatoire|arrete (municipal|de voirie|prefectoral))`,
    ],
    hints: [
      `${AS_ONE_BEGINS}${FUNCTION} [^.!?]{0,30}\\b${BODY}|${AS_ONE_BEGINS}(enseignante?|professeure?s?|institut(eur|rice)|animat(eur|rice)|educat(eur|rice)|teacher)s? (des ecoles|en|a|au|d.une?|de|at|in)\\b`,
      `(au nom (de|du|des)|pour le compte (de|du)|dans le cadre (de|du|d.)|je represente|on behalf of) ?(la |le |l.|les |une? |notre |cette |our |an? )?([a-z]+ )?${BODY}|nous sommes une (association|federation|fondation|charity)|dans le cadre (du telethon|d.un (projet|concours|tournoi|evenement))|(^|[.!?\\n] ?|\\bbonjour,? )((le|la|l.|les|notre|nos|our) ?)${BODY}[^.!?]{0,60} (prepar\\w+|organis\\w+|(re)?cherch\\w+|sollicit\\w+|aimerai\\w+|souhait\\w+|voudrai\\w+|realis\\w+|mont\\w+|is looking|would like)`,
      `\\b(generosite|mecen\\w*|dotation|doter|invendus|(parrainer|sponsoriser) (notre|nos|un|une)|notre ([a-z]+ )?(tombola|loto|kermesse|vide.grenier|tournoi|concours|gala|brocante)|course (solidaire|caritative)|collecte (solidaire|alimentaire)|raffle|fundrais\\w+)\\b`,
      `\\b(rencontrer votre|votre (organigramme|strategie)|vous poser (quelques|des|mes) questions)\\b`,
      `${AS_ONE_BEGINS}(rappel de |avis de |courrier de )?((le|la|les|l.) ?)?${AUTHORITY}[^.!?]{0,40}( ?:|,| (vous|merci|nous|je)\\b)`,
      `\\bvous (informe|demande|invite|prie|invitons|demandons|prions|rappelle|rappelons|signifie|notifie|notifions) [^.!?]{0,40}(a (presenter|produire|fournir|regulariser)|de (produire|presenter|fournir|transmettre|tenir|bien vouloir)|d.un|la saisie|vos)|merci de nous (transmettre|communiquer|faire parvenir|adresser|retourner)|confirmer la presence|tenir a (ma|notre) disposition|(votre|la) declaration (du mois|annuelle|trimestrielle|sociale)`,
      `${AS_ONE_BEGINS}((petite?s?|jeunes?) )*([a-z]+cult(eur|rice)|potier|potiere|ceramiste|vannier|safranier|meunier|minoterie|cooperative)s? (a|en|au|aux|dans|de|d.|du|bio|,)`,
      `(facture|appel de cotisation|releve|devis|avis) (ci.)?jointe?s?\\b`,
      `\\b(mon|notre|voici (mon|notre)) (portfolio|book)\\b|\\b(enlevement|diagnostic|estimation|bilan) gratuite?|trade account|(achat|vente|acheter|vendre|tarifs?|prix) en gros\\b|badge (exposant|visiteur professionnel)|pas.de.porte|subventions|parlons.en\\b|puis.je vous rencontrer|prevoir (le |un )?dechargement`,
    ],
  },
  supply: {
    sure: [
      `(factures?|invoices?)[^.!?]*(non (reglee?s?|payee?s?|acquittee?s?)|not (yet )?(paid|settled))|nous vous mettons en demeure de (regler|payer|verser) (la somme|le montant|notre|nos)|(date|delai) de (paiement|reglement) [^.!?]{0,12}(de (notre|nos) factures?|prevue?)`,
      `\\b(son|votre|leur|le|your) (reglement|paiement|virement|payment)( de la facture)? (ne nous est|n.est|ne nous a|has not|hasn.t)[^.!?]{0,16}(parvenu|ete recu|arrived|been received|reached)|(nous n.avons|n.avons|nous sommes sans|we have not|we haven.t)[^.!?]{0,14} (recu |received )?(votre|le|de|your|the) (reglement|paiement|virement|payment) (pour|de|of|for) (la|notre|nos|cette|our|the|invoice) ?(factures?|invoices?)?`,
      `(date de (reglement|paiement)|payment date) (de|pour|of|for) (notre|nos|our) (factures?|invoices?)`,
      `factures? [^.!?]*(echue?s?|impayee?s?|en souffrance|en attente de (reglement|paiement)|a echeance|restee?s? (a ce jour )?(impayee?|due|sans reglement))|(overdue|unpaid|outstanding) (invoices?|balance)|invoices? [^.!?]*(overdue|unpaid|outstanding|past due)`,
      `(ci.joint|joint|joins|transmettons|adressons|adresse|envoyons)[^.!?]* (notre|nos) (factures?|avoirs?|bons? de livraison|releve|devis|tarifs?|conditions)|attached[^.!?]* (is |are )?our (invoices?|statement|quotation|price list|pro.?forma)`,
      `sauf erreur (ou omission )?de notre part|factures? [^.!?]*n.a(yant)? pas ete (acquittee?|reglee?|payee?)|(proceder|merci de proceder) (au|a son|a leur) (reglement|paiement|virement)|(factures?|invoices?) [^.!?]*relative a (notre|nos)|(en votre|de votre) aimable reglement|a regler avant le`,
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
      `avis de passage[^.!?]*(controle|technicien|verification)|grille tarifaire|\\b(la mairie|la prefecture|le syndicat|la copropriete) vous informe|(indiquer|communiquer) (la|votre) (date de (paiement|reglement)|numero de tva)|espace client (entreprise|pro)`,
      `(mise en|avant) recouvrement|regulariser sous|(^|[.!?\n] ?)(la )?(service )?(comptabilite|recouvrement|accounts)( clients?)?[.\n]*$|merci de noter que (notre|nos)|anticiper vos commandes`,
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
