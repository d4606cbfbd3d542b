export const usage = `Usage : deversoir metrics [NOM...] [--json]

Liste les mesures, ou celles qui sont nommées : définition, unité, ce que compte n, limites et source. Chacune est une fonction
de la bibliothèque, du même nom, et une entrée de metrics.json.

Exemples :
  deversoir metrics spillRate firstReplyTime
  deversoir metrics --json`;
