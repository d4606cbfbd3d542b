import { readOptionsFr } from './french-options.js';

export const usage = `Usage : deversoir inspect FICHIER [OPTIONS]

Dit comment un fichier serait lu, sans rien écrire : le format, pourquoi, ce que cela pourrait être d’autre, les colonnes, les
premiers enregistrements, ce qui est douteux et l’option qui tranche. Sort avec 1 si rien ne reconnaît le fichier.

Options :
${readOptionsFr}
  --unmasked           montrer les premiers enregistrements et les défauts tels qu’ils sont, avec les personnes
  --json               écrire la même chose en JSON sur la sortie standard

Note : on voit les enregistrements comme un corpus les tiendrait : contacts et comptes masqués, des auteurs et des
identifiants la forme ("Xxxxx Xxxx").

Exemple :
  deversoir inspect export.csv --map text=Verbatim`;
