export const usage = `Usage : deversoir train --data FICHIER --out TÊTE.bin [--text COLONNE] [--label COLONNE | --stars COLONNE] [--name NOM]
        deversoir train --rebuild DOSSIER [--exports DOSSIER] [--own DOSSIER] [--licensed-only] [--only NOM] --out DOSSIER
        deversoir train --on-vectors DOSSIER (--data FICHIER | --rebuild DOSSIER [--exports DOSSIER])

Apprend une tête linéaire sur les mots et les lettres hachés d’un CSV ou d’un TSV à en-tête : un texte et une étiquette par ligne.
Les mêmes lignes donnent les mêmes octets. Les chiffres donnés sont ceux de lignes tenues à l’écart (5 plis).

Avec --rebuild, apprend les têtes livrées, des jeux étiquetés publics de DOSSIER et des nôtres.

Avec --on-vectors, apprend les tonalités sur les vecteurs d’un encodeur de phrases (model.onnx, tokenizer.json) et les écrit dans
son dossier, avec ce qu’elles disent de chaque jeu tenu à l’écart : c’est alors un second lecteur, voir "deversoir label".

Options :
  --data FICHIER     lignes étiquetées
  --text COLONNE     colonne du texte (par défaut "text")
  --label COLONNE    colonne de l’étiquette (par défaut "label")
  --stars COLONNE    colonne d’étoiles, comme tonalité : 1-2 négatif, 3 neutre, 4-5 positif
  --name NOM         nom de la tête (par défaut : la colonne) ; celui d’une tête livrée prend ses étiquettes, et la tête sa place
                     dans "deversoir report" ou "ingest" avec --head FICHIER, ou dans deversoir.json sous "heads"
  --bits N           table de 2^N cases, 10 à 20 (par défaut 16)
  --out CHEMIN       fichier de la tête, ou avec --rebuild le dossier
  --rebuild DOSSIER  dossier des jeux étiquetés publics
  --exports DOSSIER  dossier des exports que nomme feed-labels.tsv ; sans lui les têtes n’en apprennent rien
  --own DOSSIER      dossier de nos jeux (par défaut datasets/labelled)
  --licensed-only    laisser les jeux qui ne disent pas de licence
  --only NOM         seulement les têtes dont le nom commence ainsi
  --on-vectors DOSSIER  dossier de l’encodeur ; les étiquettes sont negative, neutral, positive, ou en français

Coût : environ 10 s pour 10 000 textes courts et 3 étiquettes, 300 Mo ; --rebuild quelques minutes ; --on-vectors ce que
l’encodeur demande pour les textes, 2 500 de chaque jeu public au plus.

Exemples :
  deversoir train --data etiquettes.csv --label sujet --out sujet.bin
  deversoir train --rebuild ../shared/data/labelled --exports ../shared/data/exports --out src/enrich/models`;
