import { keyOptionsFr, readOptionsFr } from './french-options.js';

export const usage = `Usage : deversoir files CHEMIN... [OPTIONS]

Dit sous quel nom chaque fichier d’exports figure dans un corpus. Des fichiers de messages privés portent des noms de
personnes : le corpus les nomme, avec les tableaux dont rien ne dit qu’ils sont publics, les fichiers que rien ne reconnaît et
ceux dont le nom est d’une personne, par leur format, une empreinte à clé de leur chemin et leur extension ; cette commande dit
lequel est lequel. N’écrit rien.

Options :
${readOptionsFr}
${keyOptionsFr}
  --demo               les noms d’un corpus fait avec --demo
  --json               écrire la même chose en JSON sur la sortie standard

Exemple :
  deversoir files exports/ --key-file client.key`;
