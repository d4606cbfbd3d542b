import { TASKS } from '../../learn/sets/task-rows.js';

export const usage = `Usage : deversoir evaluate --task TÂCHE --data DOSSIER_OU_FICHIER [--split train|val|test|all] [--train CHEMIN] [--json]

Mesure le modèle livré sur un jeu étiqueté. Avec --train, apprend d’abord de la partie d’apprentissage qui s’y trouve, et mesure
cela à la place.

Tâches : ${TASKS.slice(0, 8).join(', ')},
         ${TASKS.slice(8).join(', ')}

Formes lues :
  train_text.txt + train_labels.txt (val_, test_ à côté, mapping.txt pour les noms)       sentiment, emotion, harm, ...
  train.tsv, val.tsv ou dev.tsv, test.tsv à en-tête (text, label ou stars ou Note)         sentiment, ...
  un .csv ou .tsv sans parties : jugé entier ; avec --train sur lui-même, par plis tenus à l’écart
    (par scénario si une colonne le dit ; pourriels dans l’ordre : SMS 30/70, YouTube 70/30 par fichier)
  CoNLL-U avec des étiquettes IOB en dernière colonne                                      entities
  .tsv avec une colonne label (les nôtres : urgency, scam-lures, contributions, intents)   urgency, scam, contributions, intents
  .tsv avec une colonne drivers (noms séparés de virgules, ou -), ou XML de SemEval
  (…Train….xml, …Gold….xml ou …TEST….xml)                                                   drivers
  lignes de « code texte »                                                                 language

Options :
  --task TÂCHE       ce qui est mesuré
  --data CHEMIN      le jeu étiqueté
  --split PARTIE     lignes jugées ; par défaut test s’il y en a une, sinon val, sinon all
  --train CHEMIN     apprendre d’abord de la partie d’apprentissage de ce jeu
  --json             tout le document : task, n, macroF1, accuracy, meanAccuracy, f1, mcc, interval, perClass, confusion,
                     calibrationError, textsPerSecond, baselines

Coût : les modèles livrés jugent 10 000 à 40 000 textes par seconde ; apprendre demande des secondes pour 10 000 textes.

Exemples :
  deversoir evaluate --task sentiment --data umsab/french --split test
  deversoir evaluate --task complaint --data complaints --train complaints --json
  deversoir evaluate --task drivers --data datasets/labelled/messages.tsv --train datasets/labelled/messages.tsv`;
