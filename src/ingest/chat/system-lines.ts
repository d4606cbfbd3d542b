import { anyOf } from './any-of.js';
import { withoutBidi } from './line-head.js';

/** Verbs of group events, for a line that looks authored because a group name or a quote in it holds a colon. */
const GROUP_EVENT = new RegExp(
  anyOf(
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
  `^${anyOf(
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
  `^${anyOf(
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
  `^${anyOf('waiting for this message(?:\\. this may take a while)?', 'en attente de ce message(?:\\. ceci peut prendre un (?:certain|peu de) temps)?', 'esperando (?:este|el) mensaje', 'warte auf diese nachricht', 'in attesa di questo messaggio', 'aguardando mensagem', 'wachten op dit bericht')}[.…]?$`,
  'iu',
);

/** `true` when the part before the first colon is no author but the beginning of a group event. */
export function isGroupEvent(author: string): boolean {
  return author.length > 12 && GROUP_EVENT.test(author);
}

/** `true` for notices of encryption, security and accounts, whoever they are attributed to. */
export function isNotice(body: string): boolean {
  return NOTICE.test(withoutBidi(body).trim());
}

/** `true` for a missed call and for a message that the phone has not received yet. */
export function isCallOrWaiting(text: string): boolean {
  return CALL.test(text) || WAITING.test(text);
}
