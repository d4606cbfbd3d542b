export const usage = `Usage : deversoir peers --corpus DOSSIER [--corpus DOSSIER...] --out FICHIER.json --about TEXTE
        deversoir peers --corpus DOSSIER [--corpus DOSSIER...] [--read FICHIER.json] [--json]

Compare marques et magasins à ceux d’autres, sans leur nom. Avec --out, écrit la part négative et la taille de chaque marque et
magasin des corpus, et les chiffres principaux de chaque corpus (débordement, réponse, attente, plaintes, première réponse,
tonalité, note, chacun avec son n), dans un fichier anonyme que l’on peut envoyer : aucun nom, aucun ordre, rien qui dise quels
chiffres sont d’un même corpus, rien sous 30 messages ou dossiers. Sans --out, donne tous les groupes, ceux du fichier sous "peer
1", "peer 2", ... : part, part rétrécie avec son intervalle, et si elle sort de ce que le hasard seul explique (limites à 95 %
et 99,8 %).

Options :
  --corpus DOSSIER  un corpus ; répétable : les groupes de même nom n’en font qu’un. Un fichier auquel comparer un client
                    laisse de côté le corpus de ce client : sinon il ressemblerait à ses pairs
  --out FICHIER     fichier de pairs à écrire (JSON)
  --about TEXTE     ce qu’est l’ensemble : secteur, période, sources ; c’est dans le fichier, donc sans nom
  --read FICHIER    fichier de pairs reçu, à comparer ; répétable
  --period P        seulement cette année, ce trimestre, ce mois, cette semaine ISO ou ce jour ; répétable

Coût : une seconde pour 100 000 messages ; avec --out celui du taux de débordement, quelques secondes pour 5 000 dossiers.

Exemples :
  deversoir peers --corpus r/corpus --out pairs.json --about "crémerie, T1 2026, avis"
  deversoir peers --corpus r/corpus --read pairs.json`;
