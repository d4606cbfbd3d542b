import { buildOptionsFr } from './french-options.js';

export const usage = `Usage : deversoir watch DOSSIER --corpus DOSSIER [--out DOSSIER] [--every SECONDES] [--once] [OPTIONS]

Surveille un dossier : les nouveaux exports sont lus dans le corpus quand ils sont complets, les mesures et les règles d’alerte
tournent, et le nouveau est dit une seule fois. On peut l’arrêter à tout moment : la fois suivante reprend où il en était.

  OUT/atom.xml, OUT/feed.json     flux, l’événement le plus récent d’abord
  OUT/events.csv, OUT/events.json la même chose en tableau, pour les plateformes de veille
  OUT/mails/*.eml                 un courriel par événement, ou un par jour, là où deversoir-watch.json nomme un destinataire ;
                                  rien n’est envoyé
  OUT/watch-state.json            ce qui a été lu et dit

Événements : alertes de notre règle (chacune avec son taux de fausses alertes), mouvements publics, mouvements que la presse
rapporte, dossiers privés sans trace de résolution près de déborder. Ils portent des chiffres, la marque et des mots dits en
public ; aucun texte privé, aucun nom de personne.

deversoir-watch.json, à côté du dossier, ou --watch-config FICHIER ; toutes les clés sont facultatives, les commentaires permis.
S’il est dans le dossier, où n’importe qui peut déposer des fichiers, il dit quand, mais pas à qui :

  { "webhooks": [{ "url": "https://example.org/hook", "secretFrom": "HOOK_SECRET" }],
    "email": { "from": "veille@example.org", "to": ["equipe@example.org"], "when": "daily" },
    "digestAt": "08:00", "quietHours": ["22:00", "07:00"], "falseAlarmsPerMonth": 1 }

Un webhook reçoit chaque événement en JSON avec idempotency-key (son identifiant) et x-deversoir-signature :
t=SECONDES,v1=EMPREINTE, le HMAC-SHA-256 de "SECONDES.CORPS" sous le secret que tient la variable d’environnement. On réessaie
après 1, 2, 4… minutes, 14 fois au plus ; pas de redirection suivie ; une réponse de 300 à 499 est définitive, sauf 408, 425, 429.

Options :
  --corpus DOSSIER     corpus auquel les exports s’ajoutent (obligatoire), hors du dossier surveillé
  --out DOSSIER        dossier des flux (par défaut : watch), hors du dossier surveillé
  --every SECONDES     temps entre deux regards (par défaut : 60)
  --settle SECONDES    combien de temps un fichier doit rester inchangé (par défaut : 10)
  --once               regarder deux fois, pour lire ce qui est là, puis s’arrêter
  --fresh JOURS        dans les premiers exports, les événements plus anciens sont connus, pas dits (par défaut : 7)
  --lang LANGUE        fr ou en (par défaut : fr)
  --watch-config FICHIER  où et quand dire
${buildOptionsFr}

Coût : celui de "deversoir ingest" pour chaque nouvel export, puis quelques secondes de règles.

Exemple :
  HOOK_SECRET=… deversoir watch depot/ --corpus corpus --out veille --zone Europe/Paris`;
