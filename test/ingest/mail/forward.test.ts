import { describe, expect, it } from 'vitest';
import { forwardedIn } from '../../../src/ingest/mail/forward.js';

const FORWARD = `Pour suite à donner.

---------- Message transféré ----------
De : "Camille Exemple" <Camille@Exemple.fr>
Date : 5 mars 2026 à 10:12
Objet : pot vide
À : conso@marque.example

Le pot est vide.
Deuxième ligne.`;

describe('forwardedIn', () => {
  it('takes the mail inside apart, with its headers', () => {
    expect(forwardedIn(FORWARD, 'TR : pot vide')).toEqual({
      before: 'Pour suite à donner.',
      from: 'Camille Exemple',
      address: 'camille@exemple.fr',
      date: '5 mars 2026 à 10:12',
      subject: 'pot vide',
      text: 'Le pot est vide.\nDeuxième ligne.',
    });
  });
  it('reads English headers, with stars around their names, and a bare address', () => {
    const mail = '*From:* zoe@example.org\n*Sent:* Monday\n*Subject:* empty\n\nIt is empty.';
    expect(forwardedIn(mail, 'FW: empty')).toEqual({
      before: '',
      from: undefined,
      address: 'zoe@example.org',
      date: 'Monday',
      subject: 'empty',
      text: 'It is empty.',
    });
  });
  it('is none without headers one under the other, nor without a text below', () => {
    expect(forwardedIn('De : toi\n\nBonjour', 'TR : x')).toBeUndefined();
    expect(forwardedIn('De : a@b.fr\nDate : hier\n', 'TR : x')).toBeUndefined();
    expect(forwardedIn('Bonjour', 'TR : x')).toBeUndefined();
  });
});
