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
      mails: [
        {
          from: 'Camille Exemple',
          address: 'camille@exemple.fr',
          date: '5 mars 2026 à 10:12',
          subject: 'pot vide',
          text: 'Le pot est vide.\nDeuxième ligne.',
        },
      ],
    });
  });
  it('reads English headers, with stars around their names, and a bare address', () => {
    const mail = '*From:* zoe@example.org\n*Sent:* Monday\n*Subject:* empty\n\nIt is empty.';
    expect(forwardedIn(mail, 'FW: empty')).toEqual({
      before: '',
      mails: [
        {
          from: undefined,
          address: 'zoe@example.org',
          date: 'Monday',
          subject: 'empty',
          text: 'It is empty.',
        },
      ],
    });
  });
  it('reads headers in the order of Thunderbird, below the line that announces them', () => {
    const mail =
      'Vu.\n\n-------- Message transféré --------\nSujet : \tpot vide\nDate : \tTue, 10 Mar 2026 09:00:00 +0100\nDe : \tZoé <zoe@exemple.fr>\nPour : \tconso@marque.example\n\nLe pot est vide.';
    expect(forwardedIn(mail)).toEqual({
      before: 'Vu.',
      mails: [
        {
          from: 'Zoé',
          address: 'zoe@exemple.fr',
          date: 'Tue, 10 Mar 2026 09:00:00 +0100',
          subject: 'pot vide',
          text: 'Le pot est vide.',
        },
      ],
    });
  });
  it('takes a chain apart: each mail belongs to who wrote it', () => {
    const mail = (from: string, text: string): string =>
      `De : ${from}\nEnvoyé : mardi 10 mars 2026 09:00\nÀ : conso@marque.example\nObjet : TR : pot vide\n\n${text}`;
    const chain = [
      'Voir dessous.',
      mail('Magasin', ''),
      mail('Conso', 'Nous vérifions.\n-- Service conso --\nMerci.\n\n-----Message d’origine-----'),
      mail('Zoé', 'Le pot est vide.'),
    ];
    const found = forwardedIn(chain.join('\n\n'), 'TR : pot vide');
    expect(found?.before).toBe('Voir dessous.');
    expect(found?.mails.map(({ from, text }) => `${from}: ${text}`)).toEqual([
      'Magasin: ',
      'Conso: Nous vérifions.\n-- Service conso --\nMerci.',
      'Zoé: Le pot est vide.',
    ]);
  });
  it('is none without headers one under the other, nor without a text below', () => {
    expect(forwardedIn('De : toi\n\nBonjour', 'TR : x')).toBeUndefined();
    expect(forwardedIn('De : a@b.fr\nDate : hier\n', 'TR : x')).toBeUndefined();
    expect(forwardedIn('Bonjour', 'TR : x')).toBeUndefined();
  });
});
