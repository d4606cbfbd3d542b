export const usage = `Usage : deversoir key FICHIER [--json]

Écrit dans un nouveau FICHIER, que seul son propriétaire lit, un secret de 256 bits tirés au sort, pour les pseudonymes. À
garder : le même secret donne les mêmes pseudonymes, et qui l’a peut dire si une personne est dans le corpus.

Exemple :
  deversoir key ~/.config/deversoir.key`;
