import { buildOptionsFr } from './french-options.js';

export const usage = `Usage : deversoir report CHEMIN... [--out DOSSIER] [OPTIONS]
        deversoir report --corpus DOSSIER [--out DOSSIER] [--period P] [--zone ZONE] [--config FICHIER]

Lit des exports (fichiers, dossiers, archives zip) et écrit un rapport :

  DOSSIER/report.html   une page autonome : sans réseau, s’ouvre d’un double clic, s’imprime en PDF
  DOSSIER/metrics.json  chaque mesure : valeur, effectif, intervalle, dénominateur, méthode, table ; schéma à côté
  DOSSIER/deck.pptx     12 à 18 diapositives, graphiques natifs et modifiables
  DOSSIER/metrics.xlsx  une feuille par mesure, et les définitions
  DOSSIER/tables/       les mêmes tables en Parquet, un fichier par mesure
  DOSSIER/corpus/       le corpus, tel que "deversoir ingest" l’écrit

Options :
  --out DOSSIER        dossier du rapport (par défaut : report)
  --only FICHIERS      quoi écrire, p. ex. html,pptx (choix : html, json, pptx, xlsx, parquet ; par défaut : tout)
  --lang LANGUE        fr ou en (par défaut : fr) ; avec --lang fr, le terminal aussi parle français
  --theme FICHIER      aspect des diapositives : le .potx ou le .pptx du client (masque, dispositions, taille, couleurs et polices
                       sont repris), ou un JSON avec ink, soft, paper, accent, plain, strong (couleurs), headFont, bodyFont, logo
  --corpus DOSSIER     rapport sur un corpus qui est là, sans relire les exports
  --period P           seulement cette année 2026, ce trimestre 2026-Q3, ce mois 2026-07, cette semaine ISO 2026-W30 ou ce
                       jour ; répétable (par défaut : "period" de la configuration, sinon tout)
  --labels FICHIER     corriger les parts par les étiquettes de "deversoir label" (les vôtres ou celles d’un second lecteur), et
                       par les vôtres de plaintes ce qui déborde (par motif, sujet, délai), les plaintes non identifiées, la
                       matrice du déversoir, le rapport privé/public et le taux de réponse en public ; répétable
  --peers FICHIER      marques, magasins et chiffres d’autres, sans leur nom, à mettre à côté ; répétable ("deversoir peers" en
                       écrit)
  --private-verbatims  permettre de citer des messages privés masqués (par défaut : jamais)
${buildOptionsFr}
  --json               écrire sur la sortie standard, en JSON, où sont les choses, les totaux et les fichiers

Coût : celui de "deversoir ingest", puis environ 15 s de mesures pour 5 000 messages avec des dossiers privés.

Exemples :
  deversoir report exports/ --out rapports/t1 --zone Europe/Paris --key-file ma-cle.txt
  deversoir report --corpus rapports/t1/corpus --period 2026-Q3 --out rapports/t3
  deversoir report talkwalker/ trustpilot/ --out r --config client/deversoir.json`;
