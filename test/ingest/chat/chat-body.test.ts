import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/ingest/chat/chat-body.js';
import { isGroupEvent, isNotice } from '../../../src/ingest/chat/system-lines.js';

const MARK = '\u200e';

describe('readBody', () => {
  it.each([
    'This message was deleted',
    'You deleted this message.',
    'This message was deleted by admin Bob',
    'Ce message a été supprimé',
    'Vous avez supprimé ce message',
    'Se eliminó este mensaje',
    'Eliminaste este mensaje',
    'Diese Nachricht wurde gelöscht.',
    'Questo messaggio è stato eliminato',
    'Mensagem apagada',
    'Esta mensagem foi apagada',
    'Dit bericht is verwijderd',
    'Bu mesaj silindi',
    'Ta wiadomość została usunięta',
    'Данное сообщение удалено',
    `${MARK}This message was deleted.`,
  ])('knows %j as deleted', (body) => {
    expect(readBody(body)).toEqual({ kind: 'deleted' });
  });

  it.each([
    '<Media omitted>',
    '<Médias omis>',
    '<Multimedia omitido>',
    '<Medien ausgeschlossen>',
    '<Media omessi>',
    '<Mídia oculta>',
    '<Media weggelaten>',
    '<Medya dahil edilmedi>',
    '<Без медиафайлов>',
    'image omitted',
    'image absente',
    'vidéo absente',
    'Bild weggelassen',
    'imagen omitida',
    'immagine omessa',
    'imagem ocultada',
    'afbeelding weggelaten',
    `${MARK}sticker omitted`,
    `${MARK}<attached: 00000042-PHOTO-2026-01-31-00-08-00.jpg>`,
    `${MARK}<pièce jointe : 00000042-PHOTO.jpg>`,
    '<Anhang: 0042-AUDIO.opus>',
    'IMG-20260913-WA0001.jpg (fichier joint)',
    'PTT-20260913-WA0001.opus (Datei angehängt)',
    'location: https://maps.google.com/?q=48.85,2.35',
    `${MARK}Location: https://foursquare.com/v/4b`,
    `facture.pdf • ${MARK}2 pages ${MARK}document omitted`,
  ])('knows %j as media', (body) => {
    expect(readBody(body)).toEqual({ kind: 'media', attachments: 1 });
  });

  it('keeps a caption, before or after the media', () => {
    expect(readBody('IMG-20260913-WA0001.jpg (file attached)\nle lot')).toEqual({
      kind: 'message',
      text: 'le lot',
      attachments: 1,
    });
    expect(readBody(`le lot ${MARK}image omitted`)).toEqual({
      kind: 'message',
      text: 'le lot',
      attachments: 1,
    });
  });

  it.each([
    'Oui <Ce message a été modifié>',
    'Oui <This message was edited>',
    'Oui <Se editó este mensaje.>',
    'Oui <Diese Nachricht wurde bearbeitet.>',
    `Oui ${MARK}<mesej ini telah disunting>`,
  ])('takes the mark of an edited text off %j', (body) => {
    expect(readBody(body)).toEqual({ kind: 'message', text: 'Oui', edited: true });
  });

  it('keeps what people write', () => {
    for (const text of [
      'je <3 ce fromage',
      '<script>',
      'photo ?',
      'image floue omise du dossier, renvoyez-la',
      'Mon message a été supprimé de votre page, pourquoi ?',
      'a < b > c',
      'Rendez-vous: demain',
    ]) {
      expect(readBody(text)).toEqual({ kind: 'message', text });
    }
  });

  it('takes generated lines in an unknown language as system, polls as texts', () => {
    expect(readBody(`${MARK}Simu ya sauti uliyokosa`)).toEqual({ kind: 'system' });
    expect(readBody('POLL:\nLait ou soja ?\nOPTION: Lait (2 votes)').kind).toBe('message');
    expect(readBody(`${MARK}ENCUESTA:\n¿Leche?\n${MARK}OPCIÓN: Sí (1 voto)`).kind).toBe('message');
    expect(readBody('Missed voice call')).toEqual({ kind: 'system' });
  });
});

it('knows notices, whoever they are attributed to', () => {
  for (const text of [
    'Messages and calls are end-to-end encrypted. Only people in this chat can read them.',
    'Les messages et les appels sont chiffrés de bout en bout.',
    'Los mensajes y las llamadas están cifrados de extremo a extremo.',
    'Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt.',
    'I messaggi e le chiamate sono crittografati end-to-end.',
    'As mensagens e as chamadas são protegidas com a criptografia de ponta a ponta',
    'Berichten en gesprekken zijn end-to-end versleuteld.',
    'Mesajlar ve aramalar uçtan uca şifrelidir.',
  ])
    expect(isNotice(text)).toBe(true);
  expect(isNotice('Les messages de votre service sont illisibles')).toBe(false);
});

it('tells a group event with a colon from an author', () => {
  expect(isGroupEvent('Ada changed the subject from "A')).toBe(true);
  expect(isGroupEvent('Ada a changé le nom du groupe de "A')).toBe(true);
  expect(isGroupEvent('Ada Lovelace')).toBe(false);
});
