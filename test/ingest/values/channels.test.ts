import { expect, it } from 'vitest';
import { deskChannel } from '../../../src/ingest/values/channels.js';

it('names channels of desks alike, whatever their language', () => {
  const words = [
    'Courriel',
    'Correo electrónico',
    'Web Widget',
    'Formulaire de contact',
    'Appel',
    'WhatsApp',
    'X',
  ];
  expect(words.map(deskChannel)).toEqual(['email', 'email', 'chat', 'form', 'phone', 'whatsapp-dm', 'x-dm']);
});

it('leaves what others read too, and what is no channel', () => {
  expect(['Facebook comment', 'Mention Instagram', 'Avis Google', 'Question', ''].map(deskChannel)).toEqual(
    Array.from({ length: 5 }, () => undefined),
  );
});
