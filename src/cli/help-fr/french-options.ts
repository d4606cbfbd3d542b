import { MAPPABLE_LINES } from '../build-options.js';

/** Options of every command that reads exports, in French. */
export const readOptionsFr = `  --as FORMAT          lire chaque fichier comme ce format (noms : deversoir formats)
  --map CHAMP=COLONNE  la colonne d’un champ, p. ex. store=Magasin ; répétable. Champs :
${MAPPABLE_LINES.fields}
                       (author, handle, contact, thread, parent, source en court) ; une même valeur pour chaque ligne
                       avec CHAMP==VALEUR, p. ex. stage==private :
${MAPPABLE_LINES.constants}
  --header-row N       la ligne du tableau qui porte l’en-tête (par défaut : la première, sauf indice contraire)
  --no-header          les tableaux n’ont pas d’en-tête : les colonnes sont "column 1", "column 2", ...
  --zone ZONE          fuseau IANA des heures qui n’en ont pas, p. ex. Europe/Paris (par défaut : lues en UTC, et c’est dit)
  --date-order ORDRE   dmy (jour d’abord) ou mdy (mois d’abord), là où un fichier ne tranche pas
  --config FICHIER     deversoir.json (par défaut : celui qui est dans le premier chemin, ou à côté)`;

export const keyOptionsFr = `  --key-file FICHIER   fichier du secret des pseudonymes, obligatoire (par défaut : DEVERSOIR_KEY_FILE, ou le secret
                       lui-même dans DEVERSOIR_KEY) ; "deversoir key FICHIER" en fait un ; à garder pour compléter le corpus
  --key SECRET         le secret lui-même ; les autres utilisateurs de la machine le voient. Un secret a 32 chiffres
                       hexadécimaux ou plus, ou c’est une phrase de 16 caractères ou plus ; trop facile à deviner, il est refusé`;

export const buildOptionsFr = `${readOptionsFr}
${keyOptionsFr}
  --keep-urls          garder les adresses des publications et des articles, avec les comptes qu’elles portent (par défaut :
                       le site et un identifiant à clé)
  --demo               les exports sont inventés : sans secret, une clé publique fait les pseudonymes
  --workers N          fils qui lisent et comprennent (par défaut : un par cœur, quatre au plus)
  --sentiment-model DOSSIER  juger la tonalité avec un classifieur ONNX (model.onnx, tokenizer.json, config.json) au lieu des
                       modèles livrés ; demande onnxruntime-node ou onnxruntime-web, et @huggingface/tokenizers
  --head FICHIER       modèle écrit par "deversoir train" ou "deversoir adapt", à la place de celui de son nom ; répétable
  --taxonomy NOM       taxonomie de sujets : agri-food, retail ou un fichier JSON ; répétable (par défaut : la configuration)
  --memory MO          mémoire de DuckDB avant qu’il écrive sur le disque (par défaut : 350)
  --wait SECONDES      combien de temps attendre une autre exécution sur le même dossier (par défaut : 600)`;
