export const usage = `Usage : deversoir simulate --demo NOM --out DOSSIER [--seed N]
        deversoir simulate --world random --out DOSSIER [--seed N] [--knob NOM=NIVEAU ...]
        deversoir simulate --comments N --out FICHIER.csv [--seed N]

Fait des données dont la vérité est connue. Tout y est fictif.

Avec --demo (agri-food ou retail), deux trimestres d’une marque : des exports bruts aux formats des outils (DOSSIER/exports) et
la vérité plantée à côté (DOSSIER/truth), qui n’est jamais lue comme un export :

  truth/truth.json    paramètres ; chaque dossier : quand il a eu une réponse, a été résolu, est passé en public, dans la
                      presse ; crises ; textes qui circulent ; événements du processus
  truth/messages.csv  chaque message : fichier, identifiant, dossier, crise, copie, tonalité, motifs, intentions, nuisances

Avec --world random, un trimestre ou deux d’un monde tiré d’une grille de réglages : homonymes, personnes sans identifiant
commun, habitués, délais, façons de répondre, crises sans cause privée, fenêtres inégales, dates fausses, réponses automatiques,
copies, fils de courriels rompus, ... DOSSIER/exports et DOSSIER/truth comme ci-dessus, et DOSSIER/deversoir.json.

Avec --comments, un CSV de N commentaires publics d’environ 100 caractères, 1 % de lignes répétées, pour mesurer la vitesse.

Options :
  --demo NOM      agri-food ou retail
  --world random  un monde tiré de la graine
  --knob NOM=NIVEAU  fixer un réglage du monde, p. ex. namesakes=0.3 ; répétable, un mauvais liste les choix
  --comments N    nombre de commentaires
  --out CHEMIN    dossier (demo, world) ou fichier (comments) à écrire ; refusé si exports/ ou truth/ du dossier contiennent
                  d’autres fichiers que ceux à écrire, ou si le fichier n’est pas de commentaires
  --seed N        graine (par défaut : 2026 pour une démonstration, sinon 1) ; même graine, mêmes octets
  --json          écrire en JSON sur la sortie standard ce qui a été écrit

Coût : environ 3 secondes pour une démonstration ou un monde ; 100 000 commentaires par seconde, à mémoire constante.

Exemples :
  deversoir simulate --demo agri-food --out datasets/agri-food-demo
  deversoir simulate --world random --seed 7 --out monde-7
  deversoir simulate --comments 1000000 --out comments.csv`;
