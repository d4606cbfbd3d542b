export const usage = `Usage : deversoir formats [--json]

Liste les formats d'export qui sont reconnus, et ce qui le prouve pour chacun :

  real        vérifié sur des fichiers que l'outil a écrits lui-même
  fixture     vérifié sur des fichiers qu'un tiers a écrits pour imiter l'outil
  documented  d'après une documentation ou un code source publics ; aucun fichier vu
  memory      de connaissance générale ; à prendre comme une hypothèse

Les autres tableaux vont au format générique, dont les colonnes sont devinées (français, anglais) ou données avec --map.

Exemple :
  deversoir formats --json`;
