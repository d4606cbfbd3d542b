/**
 * The sentences that WhatsApp writes itself, as far as they are known: media, deleted, edited, system, polls. Android writes
 * them like a person's text; iOS puts U+200E before them, so that an unknown language still shows.
 */
import { withoutBidi } from './head.js';

const any = (...parts: readonly string[]): string => `(?:${parts.join('|')})`;

const MEDIA_NOUN = any(
  'images?',
  'photos?',
  'pictures?',
  'vid[eé]os?',
  'video ?notes?',
  'audios?',
  'voice messages?',
  'stickers?',
  'gifs?',
  'documents?',
  'contact card',
  'fiche contact',
  'autocollant',
  'message vocal',
  'bild(?:er)?',
  'foto',
  'dokument[a-z]?',
  'kontaktkarte',
  'sprachnachricht',
  'imagen',
  'documento',
  'tarjeta de contacto',
  'nota de voz',
  'v[ií]deo',
  'immagine',
  'adesivo',
  'scheda contatto',
  'imagem',
  '[aá]udio',
  'figurinha',
  'cart[aã]o d[oe] contato',
  'afbeelding',
  'contactkaart',
  'görüntü',
  'resim',
  'fotoğraf',
  'ses',
  'çıkartma',
  'belge',
  'kişi kartı',
  'obraz',
  'zdjęcie',
  'wideo',
  'naklejka',
  'изображение',
  'видео',
  'аудио',
  'стикер',
  'документ',
  'фото',
  'зображення',
  'kuva',
  'ääni',
  'tarra',
  'billede',
  'bilde',
  'lyd',
  'ljud',
  'obrázek',
  'kép',
  'hang',
  'matrica',
  'imagine',
  'gambar',
  'foto',
  'stiker',
  'dokumen',
  'الصورة',
  'صورة',
  'فيديو',
  'الفيديو',
  'الصوت',
  'الملصق',
  'مستند',
  'תמונה',
  'סרטון',
  'וידאו',
  'שמע',
  'סטיקר',
  'מסמך',
  '画像',
  '動画',
  '音声',
  'スタンプ',
  '이미지',
  '동영상',
  '오디오',
  '스티커',
  '图像',
  '图片',
  '视频',
  '音频',
  '贴图',
  '圖片',
  '影片',
);
const OMITTED = any(
  'omitted',
  'omise?s?',
  'absente?s?',
  'retirée?',
  'weggelassen',
  'ausgelassen',
  'omitid[oa]s?',
  'omess[oaie]',
  'non inclus[oa]',
  'esclus[oa]',
  'ocultad[oa]s?',
  'weggelaten',
  'dahil edilmedi',
  'atlandı',
  'pominięto',
  'pominięt[yae]',
  'пропущен[оа]?',
  'опущен[оа]?',
  'jätetty pois',
  'utelämnad',
  'utelatt',
  'udeladt',
  'vynechán[oa]?',
  'kihagyva',
  'omis[ăa]?',
  'tidak disertakan',
  'تم استبعاد',
  'הושמט[ה]?',
  '省略',
  '생략',
  '忽略',
);

const ANGLE_MEDIA = /^<(?=[^<>]*[\s\u0370-\uffff])[^<>:]{3,40}>$/u;
const OMITTED_MEDIA = new RegExp(
  `^(?:${MEDIA_NOUN}\\s+(?:\\S+\\s+)?${OMITTED}|${OMITTED}\\s+${MEDIA_NOUN})\\.?$`,
  'iu',
);
const NOUN_ANYWHERE = new RegExp(`(?:^|[\\s"«•])${MEDIA_NOUN}`, 'iu');
const ATTACHED_IOS = /<[^<>:]{2,30}\s?:\s[^<>]*\.[a-z0-9]{2,5}>/iu;
const ATTACHED_ANDROID = /^[^\n/\\:*?"<>|]{1,120}\.[a-z0-9]{2,5} \([^()\n]{4,40}\)$/iu;
const LOCATION =
  /^[^:\n]{3,40}:\s*(?:[^\n]{0,200}\s)?\(?https?:\/\/(?:maps\.google\.[a-z.]+|www\.google\.[a-z.]+\/maps|goo\.gl\/maps|maps\.app\.goo\.gl|foursquare\.com)\/?\S*$/iu;

const DELETED = new RegExp(
  `^${any(
    'this message was deleted(?: by admin .{1,80})?',
    'you deleted this message(?: as admin)?',
    'message deleted',
    'ce message a été supprimé(?: par .{1,80})?',
    'vous avez supprimé ce message(?: .{1,60})?',
    'tu as supprimé ce message',
    'se eliminó este mensaje',
    'este mensaje fue eliminado',
    'eliminaste este mensaje',
    'eliminó este mensaje',
    'este mensaje se eliminó',
    'diese nachricht wurde (?:von .{1,80} )?gelöscht',
    'du hast diese nachricht gelöscht',
    'sie haben diese nachricht gelöscht',
    'questo messaggio è stato eliminato(?: da .{1,80})?',
    'hai eliminato questo messaggio',
    '(?:esta |essa )?mensagem (?:foi )?(?:apagada|eliminada)(?: p.{1,80})?',
    '(?:você |voce )?(?:apagou|eliminou) (?:esta|essa) mensagem',
    'dit bericht is verwijderd',
    '(?:je|u) hebt dit bericht verwijderd',
    'bu mesaj silindi',
    'bu mesajı sildiniz',
    'ta wiadomość została usunięta',
    'usun(?:ięto|ąłeś|ęłaś|ąłeś\\(aś\\)) tę wiadomość',
    '(?:данное |это )?сообщение (?:было )?удалено',
    'вы удалили (?:данное |это )?сообщение',
    'це повідомлення (?:було )?видалено',
    'ви видалили це повідомлення',
    '(?:tämä|tama) viesti poistettiin',
    'poistit tämän viestin',
    'det här meddelandet (?:raderades|togs bort)',
    'du (?:raderade|tog bort) det här meddelandet',
    'denne (?:besked|meddelelse) (?:blev|er) slettet',
    'du slettede denne (?:besked|meddelelse)',
    'denne meldingen ble slettet',
    'du slettet denne meldingen',
    'tato zpráva byla (?:odstraněna|smazána)',
    'ezt az üzenetet törölték',
    'ezt az üzenetet törölted',
    'törölted ezt az üzenetet',
    'acest mesaj a fost șters',
    'ai șters acest mesaj',
    'pesan ini telah dihapus',
    'anda telah menghapus pesan ini',
    'تم حذف هذه الرسالة',
    'حذفت هذه الرسالة',
    'لقد حذفت هذه الرسالة',
    'הודעה זו נמחקה',
    'מחקת הודעה זו',
    'यह संदेश (?:हटा|मिटा)या गया',
    'このメッセージは削除されました',
    'メッセージを削除しました',
    '삭제된 메시지입니다',
    '此消息已(?:被)?删除',
    '您已删除此消息',
    '你已刪除此訊息',
    '此訊息已刪除',
  )}[.。]?$`,
  'iu',
);

const EDITED_STEM = any(
  'edited',
  'modifi',
  'bearbeitet',
  'editó',
  'edit[oa]',
  'editad',
  'modificat',
  'bewerkt',
  'düzenlen',
  'edytowan',
  'изменен',
  'отредактир',
  'muokat',
  'redigera',
  'redigeret',
  'redigert',
  'upraven',
  'szerkeszt',
  'editat',
  'diedit',
  'تعديل',
  'נערכה',
  '編集',
  '수정',
  '编辑',
  '編輯',
);
const EDITED = new RegExp(`\\s*\\u200e?<(?=[^<>]{5,60}>)(?=[^<>]*${EDITED_STEM})[^<>:]+>\\s*$`, 'iu');
const EDITED_IOS = /\s*\u200e<[^<>:]{5,60}>\s*$/u;

/** Verbs of group events, for a line that looks authored because a group name or a quote in it holds a colon. */
const GROUP_EVENT = new RegExp(
  any(
    'changed (?:the (?:subject|group name|group description|group icon)|this group|their phone number|the group)',
    'created (?:this )?(?:the )?group',
    'added|removed',
    'left(?: the group)?$',
    'joined using',
    'security code (?:with .{1,60} )?changed',
    "a (?:changé|modifié|remplacé) (?:le|l[’']|la|son)",
    'a créé (?:le|ce) groupe',
    'cambió (?:el|la|su)',
    'creó (?:el|este) grupo',
    'hat (?:den|die|das|seine|ihre) .{2,40}(?:geändert|erstellt)',
    'hat die gruppe',
    'hat den betreff',
    'hat den gruppennamen',
    "ha (?:cambiato|modificato|creato) (?:l[’']|il|la)",
    '(?:mudou|alterou|criou) (?:o|a|seu)',
    'heeft (?:het|de) (?:onderwerp|groep|groepsnaam|groepsomschrijving)',
    '(?:konuyu|grubun? ?(?:adını|simgesini|açıklamasını)) .{0,40}(?:değiştirdi|oluşturdu)',
    'grubu oluşturdu',
    'zmienił[ao]?\\(?',
    'изменил[а]?',
    'создал[а]? группу',
  ),
  'iu',
);

/** Notices of the first lines and of security, which can stand behind the name of a group or business. */
const NOTICE = new RegExp(
  `^${any(
    '(?:messages (?:and calls are|you send|to this)|calls and messages) .{0,120}(?:end-to-end|encrypt)',
    'les (?:messages|appels) .{0,120}chiffr',
    'les messages envoyés .{0,120}chiffr',
    'los mensajes (?:y las llamadas|y llamadas|que|enviados|a este) .{0,120}cifrad',
    'nachrichten (?:und anrufe|in diesem chat|, die).{0,120}verschlüsselt',
    'i messaggi (?:e le chiamate|che|inviati).{0,120}(?:crittograf|cifrat)',
    'as mensagens (?:e as (?:chamadas|ligações)|e ligações|que|enviadas).{0,120}(?:criptograf|encript|cifrad)',
    'berichten (?:en oproepen|en gesprekken|die|naar).{0,120}versleuteld',
    'mesajlar (?:ve aramalar)?.{0,120}şifre',
    'wiadomości (?:i połączenia)?.{0,120}szyfrow',
    '(?:сообщения|ваши сообщения).{0,120}шифров',
    'viestit ja puhelut.{0,120}sala',
    'meddelanden och samtal.{0,120}krypt',
    'beskeder og opkald.{0,120}krypt',
    'meldinger og samtaler.{0,120}krypt',
    'az üzenetek(?: és hívások)?.{0,120}titkos',
    'mesajele și apelurile.{0,120}cript',
    'pesan dan panggilan.{0,120}enkrip',
    'الرسائل والمكالمات.{0,120}مشفرة',
    'this (?:chat is with|business|is a) (?:a |an )?.{0,20}(?:business|account)',
    'your security code with',
    'votre code de sécurité',
    'le code de sécurité',
    'tu código de seguridad',
    'dein(?:e)? sicherheits(?:code|nummer)',
    'die sicherheitsnummer',
    'il tuo codice di sicurezza',
    'o (?:seu )?código de segurança',
    'you (?:created|joined|left) (?:this |the )?group',
    'you were added',
    "you[’']re now an admin",
    'vous avez (?:créé|rejoint|quitté) (?:le |ce )?groupe',
    'disappearing messages (?:were|are)',
    'les messages éphémères',
  )}`,
  'iu',
);

const CALL = new RegExp(
  `^${any(
    'missed (?:voice|video|group)(?: voice| video)? call',
    'appel (?:vocal|vidéo|audio)(?: de groupe)? manqué',
    'llamada (?:perdida|de voz perdida|de vídeo perdida|grupal perdida)',
    'videollamada perdida',
    'verpasster? (?:sprach|video|gruppen)anruf',
    'sprachanruf verpasst',
    'chiamata (?:vocale|video) persa',
    'videochiamata persa',
    'chamada (?:de voz|de vídeo) perdida',
    'ligação (?:de voz|de vídeo) perdida',
    'gemiste? (?:spraak|video)oproep',
    'cevapsız (?:sesli|görüntülü) arama',
    'nieodebrane połączenie',
    'пропущенный (?:аудио|видео)?звонок',
  )}`,
  'iu',
);

/** Stands for a message that the phone has not received. */
const WAITING = new RegExp(
  `^${any('waiting for this message(?:\\. this may take a while)?', 'en attente de ce message(?:\\. ceci peut prendre un (?:certain|peu de) temps)?', 'esperando (?:este|el) mensaje', 'warte auf diese nachricht', 'in attesa di questo messaggio', 'aguardando mensagem', 'wachten op dit bericht')}[.…]?$`,
  'iu',
);

const POLL = /^\u200e?\p{Lu}[\p{Lu}\s]{2,20}:\s*\n?[\s\S]*?\n\u200e?\p{Lu}[\p{Lu}\s]{2,20}:\s/u;

/** What a body of a chat line is. */
export interface Body {
  readonly kind: 'message' | 'media' | 'deleted' | 'system';
  readonly text?: string;
  readonly attachments?: number;
  readonly edited?: boolean;
}

/** `true` when the part before the first colon is no author but the beginning of a group event. */
export function isGroupEvent(author: string): boolean {
  return author.length > 12 && GROUP_EVENT.test(author);
}

/** `true` for notices of encryption, security and accounts, whoever they are attributed to. */
export function isNotice(body: string): boolean {
  return NOTICE.test(withoutBidi(body).trim());
}

/** `true` for the sentence that stands for a deleted message, in the languages of the table. */
export function isDeleted(text: string): boolean {
  return DELETED.test(text);
}

function media(text: string, generated: boolean): { caption: string } | undefined {
  if (ANGLE_MEDIA.test(text) || OMITTED_MEDIA.test(text) || LOCATION.test(text)) return { caption: '' };
  const [first = '', ...rest] = text.split('\n');
  if (ATTACHED_ANDROID.test(withoutBidi(first).trim())) return { caption: rest.join('\n') };
  const attached = ATTACHED_IOS.exec(text);
  if (attached)
    return { caption: text.slice(0, attached.index) + text.slice(attached.index + attached[0].length) };
  if (generated && text.length <= 60 && NOUN_ANYWHERE.test(text)) return { caption: '' };
  return undefined;
}

/**
 * Says what the text of one line is.
 *
 * @example
 * readBody('Oui, même lieu <Ce message a été modifié>')
 * // → { kind: 'message', text: 'Oui, même lieu', edited: true }
 */
export function readBody(body: string): Body {
  const generated = /^\s*\u200e/u.test(body);
  const edited = EDITED.test(body) || EDITED_IOS.test(body);
  const written = (edited ? body.replace(EDITED, '').replace(EDITED_IOS, '') : body).trim();
  const text = withoutBidi(written).trim();
  if (text === '') return edited ? { kind: 'message', edited } : { kind: 'message' };
  if (isDeleted(text)) return { kind: 'deleted' };
  if (POLL.test(written)) return { kind: 'message', text, ...(edited ? { edited } : {}) };
  // A caption comes before the generated part: "look here ‎image omitted".
  const mark = generated ? -1 : written.indexOf('\u200e');
  const tail = mark > 0 ? media(withoutBidi(written.slice(mark)).trim(), true) : undefined;
  const found = tail
    ? { caption: `${withoutBidi(written.slice(0, mark))}${tail.caption}` }
    : media(text, generated);
  if (found) {
    const caption = found.caption.replaceAll('•', '').trim();
    return caption === '' ||
      /^\d+ (?:pages?|Seiten?|páginas?|pagine|sayfa)$/iu.test(caption) ||
      isFileName(caption)
      ? { kind: 'media', attachments: 1 }
      : { kind: 'message', text: caption, attachments: 1, ...(edited ? { edited } : {}) };
  }
  if (CALL.test(text) || WAITING.test(text) || isNotice(text) || generated) return { kind: 'system' };
  return { kind: 'message', text, ...(edited ? { edited } : {}) };
}

const isFileName = (text: string): boolean =>
  !text.includes('\n') && /^\S[^/\\:*?"<>|]{0,100}\.[a-z0-9]{2,5}$/iu.test(text);
