export const usage = `Usage : deversoir label --corpus DOSSIER --out FICHIER.csv [--html FICHIER.html] [OPTIONS]
        deversoir label --corpus DOSSIER --read FICHIER.csv [--period P] [--json]

Corrige les parts par vos étiquettes. Tire d’abord au sort une partie des messages de clients, autant que la précision voulue en
demande, plus de ceux qui sont nombreux ou moins sûrement lus (privés, avis, tweets, commentaires), 30 de chaque au moins si le
nombre le permet ; vous dites ce qu’est chacun, dans le CSV (colonne label) ou sur la page, qui rend un CSV ; puis relit les
étiquettes et donne les parts corrigées à côté des parts brutes, sur tous les messages et par genre qui a 30 étiquettes.
Des étiquettes de plaintes (--head complaint) corrigent aussi l’entonnoir : "deversoir report --corpus DOSSIER --labels FICHIER".

Options :
  --corpus DOSSIER    le corpus
  --out FICHIER       CSV à étiqueter : messageId, head, label (vide), stage, channel, text (masqué)
  --html FICHIER      une page à étiqueter au clavier, à la place ; autonome, ne demande rien au réseau
  --head TÊTE         sentiment, complaint (plainte), harm (nuisance) (par défaut : sentiment)
  --half-width L      demi-largeur voulue de la part corrigée, p. ex. 0.05 (par défaut)
  --n N               tirer N messages à la place
  --seed N            une autre graine tire d’autres messages (par défaut : 1)
  --period P          seulement cette année, ce trimestre, ce mois, cette semaine ISO ou ce jour ; la même à la relecture
  --second-reader DOSSIER  un classifieur de tonalité (model.onnx, tokenizer.json, config.json) étiquette à votre place : le CSV
                      dit son nom dans la colonne reader ; 2 000 messages sauf --n. Il ne corrige des parts que s’il donne ce
                      qu’il lit de quatre jeux étiquetés dont il n’a rien appris : ainsi d’un encodeur dont "deversoir train
                      --on-vectors --rebuild" a appris la tête
  --read FICHIER      étiquettes à relire, en français ou en anglais ; répétable

Des messages privés sont parmi les textes : ils sont masqués, et les fichiers sont pour qui peut les lire.

Coût : une seconde pour 100 000 messages ; avec un second lecteur, ce que le modèle demande pour l’échantillon.

Exemples :
  deversoir label --corpus r/corpus --out a-etiqueter.csv --half-width 0.04
  deversoir label --corpus r/corpus --html etiqueter.html --head complaint --n 200
  deversoir label --corpus r/corpus --read etiquettes.csv
  deversoir label --corpus r/corpus --second-reader modeles/camembert-avis --out second.csv`;
