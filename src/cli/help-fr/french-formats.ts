export const usage = `Usage : deversoir formats [--json]

Liste les formats d’export qui sont reconnus, et ce qui le prouve pour chacun :

  réel        vérifié sur des fichiers que l’outil a écrits lui-même
  imité       vérifié sur des fichiers qu’un tiers a écrits pour imiter l’outil
  documenté   d’après une documentation ou un code source publics ; aucun fichier vu
  de mémoire  tiré de connaissances générales ; à prendre comme une hypothèse

Les autres tableaux vont au format générique, dont les colonnes sont devinées (français, anglais) ou données avec --map.

Exemple :
  deversoir formats --json`;
