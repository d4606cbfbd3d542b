export const usage = `Usage : deversoir similar TEXTE [--corpus DOSSIER] [--n N] [--private] [--json]

Les messages qui disent à peu près ce que dit TEXTE, avec d’autres mots aussi, en français comme en anglais ; les plus proches
d’abord. Chaque ligne : cosinus des deux textes (0 à 1), étape, jour, canal, combien de messages le disent en ces mots ou
presque (s’ils sont plusieurs), l’identifiant du message et son texte, noms masqués. Les contraires sans négation ne sont pas
distingués ("bon", "mauvais").

Options :
  --corpus DOSSIER  dossier du corpus (par défaut : corpus)
  --n N             tant de messages au plus, de 1 à 1 000 (par défaut : 10)
  --private         montrer le texte masqué des messages privés (par défaut : caché)
  --json            écrire la même chose en JSON sur la sortie standard ; un texte caché y est null

Coût : environ 50 µs par message du corpus.

Exemples :
  deversoir similar "mon colis n’est jamais arrivé" --corpus reports/agri-food-demo/corpus
  deversoir similar "goût aigre" --n 30 --json`;
