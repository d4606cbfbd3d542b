export const usage = `Usage : deversoir follow REPÈRE [--corpus DOSSIER] [--private] [--json]

Suit un message du fichier et de la ligne d’export jusqu’aux barres du rapport qui le comptent : ce qui a été lu, comment il a
été compris et pourquoi (indices), ses doublons, son dossier avec la preuve de chaque lien, chaque changement d’état, la mesure
et la barre qui le comptent. Avec un repère de dossier (case:…), suit le dossier entier, message par message.

REPÈRE est un identifiant de message ou de dossier, ou le début de l’un d’eux que rien d’autre n’a : ainsi les repères courts du
rapport. Avec le secret du corpus, REPÈRE peut être une plateforme et son propre identifiant (x:1234567890).

Options :
  --corpus DOSSIER  dossier du corpus (par défaut : corpus)
  --key-file FICHIER, --key SECRET   secret du corpus (par défaut : DEVERSOIR_KEY_FILE, DEVERSOIR_KEY)
  --demo            le corpus a été fait avec --demo
  --private         montrer le texte masqué des messages privés (par défaut : caché)
  --json            écrire la même chose en JSON sur la sortie standard

Exemples :
  deversoir follow x:1234567890 --corpus reports/agri-food-demo/corpus --demo
  deversoir follow 59afcf8a --corpus reports/agri-food-demo/corpus`;
