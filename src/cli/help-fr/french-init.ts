export const usage = `Usage : deversoir init [DOSSIER] [--brand NOM] [--sector SECTEUR]

Écrit deux configurations commentées, à remplir : DOSSIER/deversoir.json (qui est le client : toutes les commandes le lisent)
et DOSSIER/deversoir-watch.json (où "deversoir watch" dit le nouveau). Les fichiers qui sont là restent comme ils sont.

Options :
  --brand NOM       la marque du client
  --sector SECTEUR  agri-food (agroalimentaire) ou retail (distribution)

Exemple :
  deversoir init client/ --brand "Maison Brel" --sector agri-food`;
