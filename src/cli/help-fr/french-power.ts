export const usage = `Usage : deversoir power --cases N [OPTIONS]

Que pourrait-on voir avec N dossiers privés ? Répète des études entières par simulation (risques plantés, résolution concurrente,
les mêmes tests que le rapport) et donne :

  - la largeur de l’intervalle à 95 % du taux de débordement, et combien de fois il tient la vérité ;
  - la plus petite différence entre deux groupes de dossiers (deux motifs, deux canaux) vue dans 80 % des études (log-rank) ;
  - le plus faible effet d’une réponse vu dans 80 % des études (modèle de Cox, covariable dépendant du temps).

Les liens entre canaux sont pris pour connus : s’il manque des identifiants, comptez plus de dossiers.

Options :
  --cases N         dossiers privés observés (obligatoire ; au moins 10)
  --spill-rate P    part qui passe en public avant la fin du suivi, 0 à 0.9 (par défaut : celle du plan type)
  --days J          suivi de chaque dossier, en jours (par défaut : 60)
  --group-share P   part des dossiers dans le premier des deux groupes, 0 à 1 (par défaut : 0.5)
  --runs N          études simulées par réglage (par défaut : 200 ; l’erreur d’une puissance est de 3,5 points au plus)
  --seed N          graine (par défaut : 1) ; même graine, mêmes chiffres
  --json            écrire l’étude en JSON sur la sortie standard

Coût : environ 10 secondes à 400 dossiers et 200 études ; proportionnel aux deux.

Exemples :
  deversoir power --cases 400
  deversoir power --cases 1200 --spill-rate 0.03 --group-share 0.2`;
