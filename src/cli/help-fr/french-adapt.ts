import { FEWEST_HELD_OUT, FEWEST_ROWS } from '../../learn/adapt.js';

export const usage = `Usage : deversoir adapt --head NOM --data FICHIER --out TÊTE.bin [--text COLONNE] [--label COLONNE | --stars COLONNE]

Apprend ce que le modèle livré (la « tête ») lit mal sur les lignes de FICHIER. Trois lignes sur dix sont tenues à l’écart ; le
gain en macro-F1 y est mesuré, et rien n’est écrit s’il n’y en a pas (code de sortie 3).

Options :
  --head NOM         sentiment, sentiment-tweet, sentiment-review, emotion, contributions
  --data FICHIER     CSV ou TSV à en-tête, avec au moins ${FEWEST_ROWS} lignes pour apprendre et ${FEWEST_HELD_OUT} tenues à l’écart
  --text COLONNE     colonne du texte (par défaut "text")
  --label COLONNE    colonne de l’étiquette (par défaut "label") : celles de la tête ; les tonalités en français aussi
  --stars COLONNE    colonne d’étoiles, comme tonalité : 1-2 négatif, 3 neutre, 4-5 positif
  --out FICHIER      fichier de la tête adaptée ; à donner à "deversoir report" ou "ingest" avec --head, ou dans
                     deversoir.json sous "heads"

Coût : quelques secondes pour 5 000 lignes, 300 Mo.

Exemple :
  deversoir adapt --head sentiment-review --data avis.csv --stars note --out sentiment-review.bin
  deversoir report exports/ --head sentiment-review.bin`;
