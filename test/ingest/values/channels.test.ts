import { expect, it } from 'vitest';
import { deskChannel, isPrivateChannel } from '../../../src/ingest/values/channels.js';

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

it('tells what the brand alone reads, with its accents, and no comment, live chat or newspaper', () => {
  const own = ['Message privé', 'Messagerie privée', 'Messages directs', 'Courrier électronique', 'E-mail'];
  const more = ['Appel téléphonique', 'instagram_direct', 'Facebook DM', 'Téléphone', 'Privé', 'MP', 'Inbox'];
  expect([...own, ...more].filter((one) => !isPrivateChannel(one))).toEqual([]);
  const others = ['Commentaire', 'YouTube live chat', 'Snapchat', 'Mail Online', 'Phone Arena', 'Avis', 'X'];
  expect(others.filter(isPrivateChannel)).toEqual([]);
});
