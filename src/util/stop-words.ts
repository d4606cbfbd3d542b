import { createRequire } from 'node:module';
import { fold } from './fold.js';

/** Words that name no subject, folded: greetings, fillers, what stop-word lists leave out. */
const FILLERS =
  'bonjour bonsoir salut hello merci thanks svp stp cordialement cdt please vraiment franchement juste encore toujours jamais rien fait faire faites etre avoir dit dire dis veut peut peux peuvent faut va vais vont voir quoi aussi bien tres trop tellement super mdr lol ptdr hein oui non alors voila donc apres avant deja quand comme chez ici cela ceci cest aucun aucune autre autres tant peu beaucoup plein assez plus moins ete suis fois jour jours hier soir matin matinee semaine mois annee an ans heure heures aujourd demain apres-midi minute minutes euro euros depuis enfin pres combien temps moment tout toute toutes tous trois deux not really just still always never nothing very also get got can could would day days time week';
/** Words of the handling of a request, whatever it is about. */
const HANDLING =
  'monsieur madame message messages prive mp coordonnees reponse reponses repondre repond repondu relance relances dossier demande question attention patience silence suite ordre besoin aide aider affaire accuse reception ecrire ecrit contacter contact contacte numero photo photos joint jointe bonne fin journee soiree personne quelqu personnellement dites dites-moi aimerais voudrais souhaite souhaiterais reconnais comprends attends attendre attente espere remercie merci retour excuse excuses desole desolee probleme problemes soucis souci reply answer message contact sorry thank help issue problem';

let words: ReadonlySet<string> | undefined;

/** The stop words of French and English (package `stopword`) and the fillers of conversation, folded; loaded once. */
export function loadStopWords(): ReadonlySet<string> {
  if (words === undefined) {
    const { fra, eng } = createRequire(import.meta.url)('stopword') as Record<'fra' | 'eng', string[]>;
    words = new Set([...fra, ...eng].map(fold).concat(FILLERS.split(' '), HANDLING.split(' ')));
  }
  return words;
}
