/** Name of a column as the rules compare it. */
export const foldName = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
    .trim();

/** What columns of free text are called, folded. */
export const TEXT_NAMES =
  /^(?:text|texte|texto|testo|message|messages|mensaje|mensagem|nachricht|comment|comments|commentaire|commentaires|comentario|kommentar|body|content|contenu|contenido|review|reviews|avis|verbatim|verbatims|snippet|extrait|reponse libre|feedback|tweet|post|caption|legende|description|full text|review text|review content|comment text|texte du commentaire|question|ressenti|remarques?|observations?|suggestions?|opinion|impressions?|temoignage|commentaires? (?:libres?|client|clients|ouverts?)|votre (?:avis|commentaire|message|remarque|ressenti|texte)|(?:avis|message|texte|retour|commentaire) (?:du |des |de la |de l |d |de )?(?:clients?|consommateurs?|internaute|utilisateur)|verbatims? clients?|customer (?:comment|feedback|review)|free text|open (?:comment|answer)|your (?:comment|review|feedback))$/;
