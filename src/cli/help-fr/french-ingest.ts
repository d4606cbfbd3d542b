import { buildOptionsFr } from './french-options.js';

export const usage = `Usage : deversoir ingest CHEMIN... [--out DOSSIER] [OPTIONS]

Lit des exports (fichiers, dossiers, archives zip) dans un corpus : un dossier avec

  messages/*.parquet    messages gardés et enrichis ; colonnes nommées comme dans le type EnrichedMessage
  duplicates/*.parquet  messages lus une seconde fois, entiers, chacun avec duplicateOf
  rejects/*.parquet     lignes qui n’ont pu devenir des messages : fichier, ligne, colonne, valeur (masquée), motif, conseil
  doubts/*.parquet      ce qui est douteux de lignes gardées ou de fichiers entiers
  cases/, case-messages/, transitions/, links/   problèmes de clients sur tous leurs messages, et pourquoi ils sont réunis
  manifest.json         chaque fichier : sha256, format, lignes lues, gardées, doublons, rejetées, notes ; totaux ; options

Lues = gardées + doublons + rejetées, fichier par fichier : rien ne se perd. Relire un même fichier ne change rien.
Un fichier que rien ne reconnaît, ou qui n’a pas de message, est signalé et n’arrête pas les autres.

Options :
  --out DOSSIER        dossier du corpus (par défaut : corpus)
${buildOptionsFr}
  --engine MOTEUR      qui lit et comprend : threads (par défaut, cette machine) ou spark ; le corpus est le même
  --master URL         avec spark, obligatoire : spark://HÔTE:PORT, yarn, k8s://… ou local[N] ; --out doit être un dossier que
                       cette machine et toutes les autres voient
  --python CHEMIN      avec spark : un Python qui a pyspark, pyarrow et pandas (par défaut : PYSPARK_PYTHON, puis python3)
  --spark-node CHEMIN  avec spark : Node sur les machines (par défaut : le chemin de celui-ci)
  --spark-package DOSSIER  avec spark : le paquet deversoir sur les machines (par défaut : là où est celui-ci)
  --spark-conf C=V     avec spark : un réglage, p. ex. spark.executor.memory=2g ; répétable
  --json               écrire le manifeste en JSON sur la sortie standard

Coût : environ 10 000 commentaires par seconde sur deux cœurs, en 1,1 à 1,2 Go (mesuré de 1 à 4 millions). Là où il y a des
messages privés ou des articles, les réunir en dossiers les tient tous à la fois, avec toutes les plaintes : 1 Ko chacun.

Exemples :
  deversoir ingest exports/ --out corpus --zone Europe/Paris --key-file ma-cle.txt
  deversoir ingest avis.csv --map text=Verbatim --map date=Jour --date-order dmy
  deversoir ingest /nfs/exports --out /nfs/corpus --engine spark --master spark://head:7077`;
