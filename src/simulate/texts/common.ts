import type { DriverId } from '../../model/index.js';
import type { Register } from '../people.js';
import type { NoiseKind } from '../plan.js';

type Lists = Readonly<Record<Register, readonly string[]>>;

/** How a private message begins. */
export const OPENINGS: Lists = {
  polite: ['Bonjour,', 'Bonjour,', 'Bonjour à toute l’équipe,', 'Bonjour, je me permets de vous contacter.', 'Bonsoir,', 'Bonjour, j’espère que vous allez bien.'],
  formal: ['Madame, Monsieur,', 'Messieurs,', 'Madame, Monsieur, client{E} fidèle depuis de longues années,', 'Madame la Directrice, Monsieur le Directeur,', 'À l’attention du service consommateurs,'],
  plain: ['Bonjour', 'Bonjour !', 'Bonsoir', 'Bjr', 'Hello', ''],
  sms: ['bjr', 'slt', 'bonjour', 'cc', 'coucou', 'bsr', ''],
  ironic: ['Bonjour les génies,', 'Chère marque,', 'Bonjour, bonsoir, enfin si quelqu’un lit,', 'Salut l’équipe,'],
  english: ['Hello,', 'Hi there,', 'Hi,', 'Good morning,'],
  mixed: ['Hello,', 'Hi, bonjour,', 'Salut,', 'Hey bonjour'],
};

/** What the person wants, or how they feel about it. */
export const DEMANDS: Lists = {
  polite: [
    'Pourriez-vous me dire ce que vous comptez faire ?', 'Merci de me tenir au courant.', 'Je vous remercie par avance de votre retour.', 'Pouvez-vous me rappeler ?',
    'Serait-il possible d’être remboursé{E} ?', 'J’aimerais comprendre ce qui s’est passé.', 'Je reste à votre disposition si vous avez besoin de photos.',
    'J’ai conservé l’emballage si cela peut vous être utile.', 'Je compte sur vous pour une réponse rapide.', 'Je suis client{E} depuis longtemps et c’est la première fois que je vous écris.',
  ],
  formal: [
    'Je vous saurais gré de bien vouloir me faire connaître la suite que vous entendez donner à cette affaire.', 'Je souhaite obtenir une explication écrite.',
    'Je n’ai pas pour habitude de me plaindre, mais la mesure est comble.', 'À défaut de réponse sous huit jours, j’en informerai une association de consommateurs.',
    'Il me semble que la clientèle âgée mérite davantage de considération.', 'Je tiens le ticket de caisse à votre disposition.', 'De mon temps, on répondait au courrier.',
  ],
  plain: [
    'Vous comptez faire quelque chose ?', 'Je veux être remboursé{E}, c’est tout.', 'Pas cool du tout.', 'Merci de votre réponse.', 'Je suis assez déçu{E}.', 'Ça commence à bien faire.',
    'Quelqu’un peut me répondre ?', 'Je vous envoie la photo si vous voulez.', 'J’attends vos explications.', 'Franchement je suis en colère.', 'C’est la deuxième fois.', 'Comment on fait ?',
  ],
  sms: ['vous faites koi ?', 'svp repondez', 'jveux un remboursement', 'c abusé', 'pas content du tout', 'ya kelkun ?', 'jai la photo si besoin', 'tro déçu{E}', 'merci de me dire', 'serieux quoi', 'ça fait 2 fois la'],
  ironic: [
    'Félicitations à toute l’équipe.', 'Continuez comme ça, vous êtes sur une belle lancée.', 'J’imagine que c’est une nouvelle fonctionnalité.', 'Je mets cinq étoiles, mais sur six mille.',
    'J’attends votre réponse automatique avec impatience.', 'Surtout ne changez rien.', 'Un grand merci, vraiment.',
  ],
  english: ['Could you please get back to me?', 'I would like a refund.', 'This is really disappointing.', 'I am happy to send pictures.', 'Please advise.', 'Not what I expect from you.'],
  mixed: ['Please répondez-moi asap.', 'Je suis so disappointed.', 'Un refund serait bienvenu.', 'C’est un peu too much.', 'Merci pour votre feedback.', 'No comment…'],
};

/** What it did to the person: adds life, no driver. */
export const DETAILS: readonly string[] = [
  'On avait des invités, je ne savais plus où me mettre.', 'Tout est parti à la poubelle.', 'C’était pour un anniversaire.', 'Je l’ai montré à ma voisine, elle n’en revenait pas.', 'J’ai gardé une photo.',
  'J’étais déjà en retard ce matin-là.', 'Le magasin m’a dit de voir avec vous.', 'À l’accueil on m’a répondu que ce n’était pas leur problème.', 'J’ai appelé deux fois, ça sonne dans le vide.',
  'Ce n’est pas la somme, c’est le principe.', 'Avec le prix que ça coûte, on pourrait s’attendre à mieux.', 'Mes enfants étaient déçus.', 'Je me suis déplacé{E} pour rien, avec la poussette et sous la pluie.',
  'Ma sœur a eu la même chose la semaine dernière.', 'Je ne suis pas du genre à râler d’habitude.', 'J’ai mis du temps avant de vous écrire.', 'C’est arrivé {jour}, vers {heure}.', 'J’ai acheté ça à {ville} {jour}.',
  'J’avais pourtant bien vérifié avant.', 'À la maison on dit que je m’énerve pour rien, mais tout de même.', 'Le ticket est encore dans mon sac.', 'On nous prend pour qui ?', 'Je pensais que c’était isolé, apparemment non.',
  'Heureusement qu’on s’en est aperçu à temps.', 'Je précise que je suis client{E} depuis plus de dix ans.', 'J’ai lu d’autres avis, je ne suis pas {seul}.', 'Le petit n’a rien voulu d’autre de la soirée.',
];

/** How a mail ends. */
export const CLOSINGS: Lists = {
  polite: ['Cordialement,', 'Bien cordialement,', 'Merci d’avance,', 'Bonne journée,', 'Avec mes remerciements,'],
  formal: ['Veuillez agréer, Madame, Monsieur, mes salutations distinguées.', 'Je vous prie de croire à mes sentiments les meilleurs.', 'Dans cette attente, recevez mes salutations.'],
  plain: ['Merci', 'Cdt', 'Bonne soirée', 'À bientôt j’espère', 'Cordialement'],
  sms: ['merci', 'mrc', 'bonne soirée', 'cdlt'],
  ironic: ['Avec toute mon admiration,', 'Bisous,', 'Votre dévoué{E} client{E} (plus pour longtemps),'],
  english: ['Kind regards,', 'Best,', 'Thanks,'],
  mixed: ['Best,', 'Bises and thanks,', 'Cordially,'],
};

/** The customer writes again because nobody answered: a reproach, and what they want or will do. */
export const REMINDERS = {
  reproaches: [
    'Toujours pas de réponse de votre part ?', 'Je me permets de vous relancer.', 'Avez-vous reçu mon message ?', 'Re-bonjour, je relance…', 'C’est long !', 'Vous lisez vos messages ?', 'Rien depuis l’accusé de réception.', 'Bon, apparemment il n’y a personne.', 'J’attends encore votre appel.', 'Toujours rien.',
    'Hello ? Quelqu’un ?', 'Cela fait {n} jours que j’attends une réponse.', 'Silence complet.', 'Je reviens vers vous au sujet de ma demande.', 'Je reviens sur mon message.', 'Deuxième relance.', 'Je n’ai pas eu de retour.', 'Up.', 'Et donc ?',
  ],
  wishes: [
    'Je vous préviens, je vais finir par le dire publiquement.', 'Si je n’ai pas de nouvelles demain, j’en parle sur les réseaux.', 'Un simple oui ou non me suffirait.', 'Merci de me rappeler.', 'C’est une question de respect.', 'Je commence à perdre patience.', 'J’aimerais au moins une date.', 'Dites-moi si je dois m’adresser ailleurs.', 'svp', '', '', 'Merci le service client…',
    'Je ne demande pas la lune.', 'Mon numéro n’a pas changé.', 'J’ai toujours la photo.', 'Ça devient ridicule.', 'Bonne journée quand même.',
  ],
} as const;

/** How a spilled case begins in public: it says that private did not work. */
export const SPILL_OPENINGS: Lists = {
  polite: [
    'Bonjour @{slug}, je vous ai écrit en privé il y a {n} jours, sans réponse.', 'N’ayant aucun retour à mon message privé, je passe par ici.', 'Je poste ici puisque mon courrier est resté sans réponse.',
    'Message privé envoyé {jour}, toujours rien, donc je m’exprime publiquement.',
  ],
  formal: ['Ayant écrit par deux fois sans obtenir de réponse, je me vois contraint{E} de m’exprimer ici.', 'Le service consommateurs ne daignant pas répondre, voici les faits.'],
  plain: [
    '@{slug} ça fait {n} jours que j’attends une réponse en MP.', 'Comme en privé personne ne répond, je le dis ici.', '@{slug} vous répondez quand à vos messages ?', 'Je vous ai écrit {jour}, silence total.',
    'Service client injoignable, donc je raconte ici.',
  ],
  sms: ['@{slug} vs repondez jamais en mp ???', '{n} jours sans réponse @{slug} !!', 'jai ecrit en privé et rien donc jle dis ici'],
  ironic: ['Record battu @{slug} : {n} jours sans répondre à un message privé.', 'Je tente ici, puisqu’en privé @{slug} médite.', '@{slug} votre messagerie est un puits sans fond, j’y ai jeté une plainte, je n’ai pas entendu le plouf.'],
  english: ['@{slug} I wrote to you {n} days ago and got nothing back.', 'No answer to my private message, so here it is.'],
  mixed: ['@{slug} zéro réponse en DM depuis {n} jours, seriously?', 'DM envoyé, no answer, donc je le mets ici.'],
};

/** Added after the problem in public. */
export const PUBLIC_TAILS: readonly string[] = [
  'Merci de RT.', 'Je ne lâcherai pas.', 'Client{E} depuis dix ans, plus jamais.', 'On en parle ?', 'Ça arrive à d’autres ?', 'Lamentable.', 'J’ai les photos.', 'Honteux.', 'À bon entendeur.', 'Passez votre chemin.', 'C’est pénible.',
  'Quelqu’un a déjà réussi à les joindre ?', 'J’hésite à contacter une association.', 'Je suis dépité{E}.', 'Vraiment déçu{E}.', 'Ils s’en fichent.', 'Et après on s’étonne.', '', '', '', '',
];

export const EMOJI = {
  negative: ['😡', '🤬', '😤', '🤮', '😒', '👎', '🙄', '😠', '💀', '🤡'],
  positive: ['😍', '👍', '❤️', '😋', '🙏', '👏', '🥰', '💛'],
} as const;

/** What an agent writes: first the reception, then (by driver) the substance, then the offer. */
export const AGENT = {
  receptions: [
    'Bonjour {prenomClient}, merci de nous avoir écrit, et toutes nos excuses pour ce désagrément.', 'Bonjour {prenomClient}, je suis {agent}, je prends votre demande en charge.',
    'Bonjour {prenomClient}, je comprends votre agacement et je vais regarder cela avec vous.', 'Bonjour {prenomClient}, merci pour votre patience, nous aurions dû vous répondre plus tôt.',
    'Bonjour {prenomClient}, ce que vous décrivez n’est pas normal et nous le prenons au sérieux.', 'Bonjour {prenomClient}, merci pour ces précisions, elles nous aident beaucoup.',
    'Bonjour, ici {agent} du service consommateurs. Votre message m’a été transmis ce matin.',
  ],
  requests: [
    'Pourriez-vous m’envoyer une photo et le numéro de lot ?', 'Pouvez-vous me confirmer le magasin et la date d’achat ?', 'Il me manque seulement votre adresse postale.', 'Souhaitez-vous être rappelé{E} ? Si oui, à quelle heure ?',
    'Avez-vous encore l’emballage ?', 'Puis-je vous demander votre numéro de commande ?',
  ],
  offers: [
    'Je lance votre remboursement dès aujourd’hui, il apparaîtra sous cinq jours.', 'Un bon d’achat part à votre adresse cette semaine.', 'Je reviens vers vous demain avant midi, quoi qu’il arrive.',
    'Votre dossier est transmis au responsable concerné, qui vous appellera.', 'Vous recevrez un courriel de confirmation dans l’heure.', 'Je fais le nécessaire et je vous tiens informé{E}.', 'Je reste votre interlocutrice jusqu’au bout.',
  ],
  closings: ['Belle journée à vous, {agent}', 'Bien à vous, {agent} – service consommateurs', 'À très vite, {agent}', '{agent}, du service clients', 'Merci encore de votre confiance, {agent}'],
  publicReplies: [
    'Bonjour {prenomClient}, nous sommes désolés et nous regardons cela de près. Pouvez-vous nous écrire en privé avec vos coordonnées ? {agent}', 'Bonjour, ce n’est pas l’expérience que nous voulons vous offrir. Nous revenons vers vous en message privé. {agent}',
    'Bonjour {prenomClient}, votre demande a bien été retrouvée, vous auriez dû avoir une réponse : je vous appelle cet après-midi. {agent}', 'Merci de nous l’avoir signalé. Le service qualité est prévenu, on vous répond ici dès qu’on a du nouveau. {agent}',
    'Bonjour {prenomClient}, toutes nos excuses pour ce silence. Je prends la suite personnellement. {agent}', 'Bonjour, merci pour votre message, nous transmettons au magasin concerné. {agent}',
  ],
  automatic: ['Merci pour votre message ! Notre équipe vous répond du lundi au vendredi, de 9 h à 18 h. Votre avis compte pour nous.'],
  solved: ['C’est fait, {prenomClient} : votre dossier est réglé de notre côté.', 'Le remboursement est validé. N’hésitez pas à revenir vers nous.', 'Tout est en ordre, je clos votre demande. Merci de votre patience.'],
  notes: [
    'Cliente rappelée, RAS, en attente de la photo.', 'Transféré qualité, lot à vérifier.', 'Client mécontent, déjà venu deux fois. À traiter vite.', 'Geste commercial validé par la responsable.', 'Doublon probable avec un message Facebook.',
    'Pas de réponse au téléphone, on réessaie demain.', 'Voir avec le magasin avant de rembourser.', 'Attention, menace de publier.',
  ],
  names: ['Maëlle', 'Rayan', 'Sophie', 'Teddy', 'Anaïs', 'Gaël'],
} as const;

/** How a customer shows that it is settled: a fact, and how they feel. */
export const THANKS = {
  facts: [
    'C’est réglé', 'Bien reçu', 'Problème résolu', 'Le remboursement est arrivé', 'J’ai reçu votre bon ce matin', 'Tout est rentré dans l’ordre', 'C’est bon pour moi', 'Votre collègue m’a rappelé{E}', 'J’ai eu votre courrier', 'Ça marche à nouveau', 'C’est noté', 'Nickel', 'Parfait', 'Impeccable', 'Super', 'Ok', 'Colis reçu', 'Affaire close pour moi',
  ],
  warm: [
    'merci beaucoup.', 'merci {agent} !', 'merci pour votre réactivité.', 'bonne journée à vous.', 'vous remontez dans mon estime.', 'je vous remercie pour votre aide.', 'rien à redire, vous avez fait vite.', 'merci du geste.', 'bon courage à vous.', 'je vous remercie de votre amabilité.', 'ça fait plaisir de tomber sur quelqu’un.', 'merci 👍', 'merci 🙏', 'merci bien', 'c’est gentil.', 'je garde votre marque, du coup.', 'merci, bonne fin de semaine.', 'thanks !',
  ],
} as const;

/** The customer gives what the agent asked for. */
export const ANSWERS: readonly string[] = [
  'Le lot c’est {lot}, la photo suit.', 'Acheté {jour} à {ville}, j’ai encore le ticket.', 'Voici mon adresse mail : {email}', 'Vous pouvez me joindre au {tel} après 18 h.', 'Oui j’ai toujours l’emballage.', 'Commande n° {cmd}', 'C’était à {ville}, vers {heure}.',
  'La photo est un peu floue mais on voit bien.', 'Je vous renvoie la photo ce soir.', 'Je suis joignable toute la journée.', 'Le plus simple est de m’écrire ici.', 'Je ne suis disponible que le matin.', 'Mon adresse n’a pas changé.', 'Prix payé : {prix}.', 'Il me semble que c’était {jour}.', 'Je peux passer en magasin à {ville} si besoin.', 'Je vous fais confiance.', 'Voilà ce que j’ai.', 'Désolé{E} pour le délai.', 'Je n’ai plus le ticket, désolé{E}.', 'Mon numéro : {tel}', 'J’ai payé {prix} par carte.', 'Je vous l’ai déjà dit dans le premier message…',
];

/** Comes back after it was said to be settled. */
export const REOPENINGS: readonly string[] = [
  'Je rouvre ma demande, rien n’a changé.', 'Le bon annoncé n’est jamais arrivé.', 'Bonjour, c’est encore moi, et c’est encore pareil.', 'On recommence : même problème, même histoire.', 'Vous aviez dit cinq jours, on en est à {n} de plus.', 'Rebelote, même problème ce matin.', 'Vous m’aviez dit que c’était réglé, or je n’ai toujours rien reçu.', 'Je reviens vers vous : le remboursement n’est pas arrivé.', 'Ça recommence. Je suis à bout.', 'Finalement non, ce n’est pas réglé du tout.',
];

/** Messages that are no complaint. */
export const NOISE: Readonly<Record<Exclude<NoiseKind, 'praise' | 'thanks' | 'question' | 'idea' | 'brandPost'>, readonly string[]>> = {
  spam: [
    'Gagnez 300 € par jour depuis chez vous, méthode garantie, lien dans ma bio', '🔥🔥 Montres de luxe à -90 % ce week-end seulement 👉 bons-plans.example/promo{n}', 'J’ai perdu 12 kilos en {n} semaines grâce à ce thé, écrivez-moi pour le code',
    'Crédit rapide sans justificatif, réponse en {n} heures, dossier en privé', 'Abonnez-vous à ma page, je m’abonne en retour 💯', 'Vends lot de {n} palettes déstockage, prix cassés, MP', 'Casino en ligne {n}0 tours gratuits sans dépôt → tours.example/{n}',
    'Voyance par téléphone, retour de l’être aimé en {n} jours, première question offerte',
  ],
  scam: [
    'Bonjour, suite à votre commentaire vous êtes éligible à un remboursement. Contactez notre conseiller sur WhatsApp au {tel}.', 'Service client officiel {marque} : cliquez ici pour recevoir votre bon de {n}0 € → bon-{slug}.example/{n}',
    'Félicitations ! Vous avez été tiré au sort pour un panier {marque}. Envoyez votre RIB en message privé pour le recevoir.', 'Je suis l’assistant de {marque}, votre colis est bloqué, réglez 1,99 € ici : suivi-{slug}.example/{n}',
    'Écris-moi sur WhatsApp {tel}, j’ai récupéré mon argent grâce à un avocat très sérieux.',
  ],
  hate: [
    'Retournez dans votre pays au lieu de donner votre avis, on n’a pas besoin de vous ici.', 'Encore une bande d’assistés qui pleurnichent, des parasites.', 'Tous des voleurs dans cette communauté, c’est dans leurs gènes.', 'Le CM est un gros débile, on devrait le virer à coups de pied.',
    'Espèce d’abrutie, apprends à lire avant de te plaindre.', 'Je sais où est votre boutique, vous allez voir ce qui va vous arriver.',
  ],
  offTopic: [
    'Quelqu’un a vu le match hier ? Quel arbitrage…', '@{prenom} regarde ça 😂', 'Bonne fête à toutes les Sophie !', 'Qui vient au marché de {ville} dimanche ?', 'Cherche covoiturage {ville}–Paris vendredi vers {heure}.', 'Premier ! 🥇', 'Je like juste pour soutenir la page',
    'Il fait {n} degrés à {ville}, vivement le printemps.', 'Perdu chat roux quartier gare à {ville}, merci de partager', 'Mon fils a eu son permis, trop content{E} 🎉', 'Quelle belle photo, c’est où ?', 'Bon week-end à tous ☀️', '@{prenom} c’est pour toi ça', 'Je passe juste lire les commentaires 🍿',
    'Besoin d’un plombier à {ville}, une adresse ?', 'Vous recrutez pour cet été ?',
  ],
};

/** Short public reactions to somebody else’s complaint. */
export const ME_TOO: readonly string[] = [
  'Pareil chez moi !', 'Idem à {ville}, même histoire.', 'Ah ça me rassure, je croyais être {seul}.', 'Même problème {jour}, et aucune réponse.', 'Courage, moi j’attends depuis {n} semaines.', 'On m’a fait exactement la même.', 'C’est partout pareil de toute façon.',
  '(+) Moi jamais eu de souci, au contraire.', '(=) Il faut leur écrire en recommandé, sinon rien.', 'Je confirme.', 'Même chose, lot {lot}.', '+1', '(=) Vous avez eu une réponse depuis ?', 'Bah alors {marque} ?', '(=) Merci de l’avoir dit, je vais vérifier.', 'Encore ?? J’avais eu ça l’an dernier.',
  'Faut arrêter d’acheter, c’est tout.', 'Ils m’ont remboursé{E} au bout de {n} jours, insistez.',
];

/** English complaints: `{topic}` is what the driver is about. */
export const ENGLISH_PROBLEMS: readonly string[] = [
  'I am not happy at all with {topic}.', 'We are visiting {ville} and {topic} really let us down.', 'Is it normal that {topic} is such a problem? It never happened before.', 'I have been waiting {n} days for an answer about {topic}.',
  'Honestly, {topic} was not what I expected from {marque}.', 'Second time this month I have an issue with {topic}.', 'Could somebody explain what happened with {topic} in {ville} on {date}?', 'My family was really disappointed by {topic}.', 'I wanted to let you know that {topic} has become a joke.',
];

/** What a driver is about, in English. */
export const ENGLISH_TOPICS: Readonly<Record<DriverId, string>> = {
  origin: 'the origin of the {p}', traceability: 'the batch number on the {p}', price: 'the price of the {p}', taste: 'the taste of the {p}', freshness: 'the use-by date on the {p}', nutrition: 'the amount of sugar in the {p}', additives: 'the list of additives in the {p}',
  packaging: 'the packaging of the {p}', availability: 'the {p} being out of stock', safety: 'the foreign object in the {p}', 'animal-welfare': 'the way the cows are treated', 'producer-pay': 'what farmers are paid for the {p}', 'organic-label': 'the organic label on the {p}',
  delivery: 'the home delivery', 'click-and-collect': 'the drive pick-up', store: 'the state of the store', checkout: 'the queue at the checkout', staff: 'the way the staff spoke to us', loyalty: 'the loyalty card', 'app-site': 'the app crashing at payment', 'after-sales': 'the repair of the {p}',
};

/** Review titles, by what they say. */
export const REVIEW_TITLES = {
  negative: ['Déçu', 'À fuir', 'Plus jamais', 'Service client aux abonnés absents', 'Très moyen', 'Mauvaise surprise', 'Ça se dégrade', 'Je ne recommande pas', 'Dommage', 'Pas sérieux', 'Une honte', 'Quelle déception'],
  positive: ['Très satisfait', 'Rien à redire', 'Parfait', 'Je recommande', 'Au top', 'Bonne surprise', 'Fidèle depuis des années', 'Un régal', 'Sérieux et rapide'],
} as const;
