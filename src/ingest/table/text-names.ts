import type { TablePeek } from '../bytes/export-file.js';
import { columnName } from './find-header.js';

/** Name of a column as the rules compare it. */
export const foldName = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
    .trim();

/** What a cell says as the rules compare it: “MessageToVisitor” is three words. */
export const wordsOfCell = (cell: string | undefined): string =>
  foldName(
    (cell ?? '')
      .trim()
      .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
      .toLowerCase(),
  );

/** What wraps every value of an item, and says nothing of it: “attributes.subject” of JSON:API, “properties.content”, “payload.text”. */
const WRAPPER = /^(?:attributes|properties|fields|payload|node|relationships)[./]|[./]data(?=[./]id$)/gi;

/** The names of the columns of a table as the rules compare them: `reviewerName` is two words. */
export const foldedNames = ({ header, names }: Pick<TablePeek, 'header' | 'names'>): readonly string[] =>
  names.map((name, at) => {
    const written = header[at] ?? '',
      parted = written.replaceAll(WRAPPER, '').replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
    return foldName(parted === written ? name : columnName(parted));
  });

/** What columns of free text are called, folded. */
export const TEXT_NAMES =
  /^(?:text|texte|texto|testo|message|messages|mensaje|mensagem|nachricht|comment|comments|commentary|commentaire|commentaires|comentario|kommentar|body|corps|cuerpo|corpo|inhalt|inhoud|content|contenu|contenido|review|reviews|avis|verbatim|verbatims|snippet|extrait|reponse|reponse libre|feedback|tweet|post|(?:comment|message|reply|e ?mail|review|post|tweet) (?:body|content|text|comment|message)|(?:corps|contenu|texte) du (?:message|mail|courriel|commentaire|ticket)|caption|legende|description|descricao|descripcion|beschreibung|descrizione|(?:ticket|case|issue|request|problem) description|description (?:du |de la |de l |de )?(?:ticket|demande|dossier|requete|probleme|incident)|(?:first|initial|premier) message|full text|preview|(?:stripped|plain|body) ?(?:text|body)|utterance|transcript(?:ion)?|question (?:de l |du |d un )?(?:utilisateur|client|internaute|visiteur)|(?:user|customer) (?:question|message|query)|review text|review content|review description|comment text|texte du commentaire|question|ressenti|remarques?|observations?|suggestions?|opinion|impressions?|temoignage|commentaires? (?:libres?|client|clients|ouverts?)|votre (?:avis|commentaire|message|remarque|ressenti|texte)|(?:avis|message|texte|retour|commentaire) (?:du |des |de la |de l |d |de )?(?:clients?|consommateurs?|internaute|utilisateur)|verbatims? clients?|customer (?:comment|feedback|review)|free text|open (?:comment|answer)|your (?:comment|review|feedback))$/;

/** How open questions of surveys begin, folded. */
export const OPEN_QUESTIONS =
  /^(?:q ?\d{1,3} )?(?:(?:si (?:oui|non) )?(?:pourquoi|precisez|expliquez|decrivez|racontez|dites nous)|qu (?:avez vous|est ce qu|aimeriez vous|attendez vous|aurions nous)|que (?:pouvons|pourrions|devons|devrions|pensez|souhaitez|retenez|reprochez|manque)|comment (?:pouvons|pourrions|ameliorer)|votre (?:avis|opinion|ressenti|experience|retour) (?:sur|concernant|a propos|chez|avec)|(?:avez|auriez) vous (?:des |d autres |un |une |quelque )(?:suggestion|remarque|commentaire|idee|precision|chose)|(?:souhaitez|voulez) vous (?:ajouter|preciser|nous dire)|autres? (?:remarque|commentaire|suggestion|precision)|(?:if (?:so|not|yes|no) )?(?:why|please (?:explain|describe|tell|specify))|what (?:could|can|would|should|did) |how (?:could|can|should) we|tell us|anything else|any other (?:comment|suggestion|remark|feedback))/;

/** Questions for who answers and how to reach them, folded. */
export const OF_PERSON =
  /\b(?:noms?|prenoms?|names?|e ?mails?|mails?|courriels?|adresses?|address|telephones?|phones?|portable|mobile|coordonnees|naissance|birth)\b/;

/** Addresses of pictures and files say nothing of where a text stands: private forms have them too. */
export const OF_A_FILE =
  /\b(?:images?|photos?|pictures?|pics?|avatars?|attachments?|attached|pieces? jointes?|pj|fichiers?|files?|documents?|factures?|invoices?|receipts?|justificatifs?|screenshots?|captures?(?: d ecran)?|thumbnails?|logos?|anhang|adjuntos?|allegat[oi]|anexos?)\b/;

/** What columns of dates are called, folded. */
export const DATE_NAMES =
  /^(?!.*\b(?:experience|do not modify|ne pas modifier)\b)(?:.*\b)?(?:date|datum|fecha|data|created|creation|cree|published|publie|publication|posted|timestamp|horodatage|datetime|time|sent|envoye|recu|when|at)\b|date$|^created|^published|time$/;
