import { expect, it } from 'vitest';
import { isGeneratedSentence } from '../../../src/ingest/chat/meta-messages.js';

it('knows sentences that Meta writes', () => {
  for (const text of [
    'You sent an attachment.',
    'Ada sent an attachment.',
    'Liked a message',
    'Ada joined the group.',
    'Reacted 😍 to your message ',
    'A réagi 😮 à votre message ',
    'Ada a envoyé une pièce jointe.',
    'Vous avez envoyé une pièce jointe.',
    'Ada envió un archivo adjunto.',
    'Du hast einen Anhang gesendet.',
    'Ada ha inviato un allegato.',
    'Você enviou um anexo.',
    'Je hebt een bijlage verzonden.',
    'This poll is no longer available.',
    "Ada's poll has multiple updates.",
  ])
    expect(isGeneratedSentence(text)).toBe(true);
});

it('leaves what people write', () => {
  for (const text of [
    'J’ai envoyé une pièce jointe hier, l’avez-vous reçue ?',
    'Merci',
    'You can do better than this',
    'Le groupe a quitté la salle',
  ])
    expect(isGeneratedSentence(text)).toBe(false);
});
