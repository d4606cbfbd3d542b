import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Corpus } from '../../src/corpus.js';
import { buildCorpus } from '../../src/pipeline.js';
import { temporaryFolder } from '../temporary-folder.js';

const DESK = 'contact@ruche.example';

const mail = (n: number, at: string, from: string, subject: string, text: string): string =>
  `From client@courriel.example ${at}\nDate: ${at}\nFrom: ${from}\nTo: ${DESK}\nMessage-ID: <m${n}@mail.example>\nSubject: ${subject}\nContent-Type: text/plain; charset=utf-8\n\n${text}\n\n`;

/** Nine customers, each with one matter; two of them are called Marie Tanguy. */
const MAILS = [
  mail(
    1,
    'Mon, 02 Feb 2026 10:00:00 +0100',
    'Marie Tanguy <marie.tanguy@courriel.example>',
    'Pot fendu',
    'Bonjour, le pot de miel est arrivé fendu et a coulé dans tout le colis, c’est inadmissible. Commande n° RU7401234.',
  ),
  mail(
    2,
    'Tue, 03 Feb 2026 10:00:00 +0100',
    'Marie Tanguy <mtanguy29@boite.example>',
    'Horaires',
    'Bonjour, quels sont les horaires de la boutique de Quimper ?',
  ),
  ...Array.from({ length: 7 }, (_, n) =>
    mail(
      3 + n,
      `${['Wed', 'Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue'][n]}, ${String(4 + n).padStart(2, '0')} Feb 2026 10:00:00 +0100`,
      `Client ${n} <client${n}@courriel.example>`,
      `Retard ${n}`,
      `Bonjour, ma livraison du lot ${n} a une semaine de retard et personne ne répond, je suis très mécontent.`,
    ),
  ),
].join('');

/** Lou complains of a pot, is thanked off, and a week later complains of the site: one chat, two matters. */
const CHAT = `[03/02/2026 09:00:10] Lou Verdier: Bonjour, mon pot de miel est arrivé fendu et tout a coulé, je suis furieuse, que faites-vous ?
[03/02/2026 11:00:00] Ruche d'Armor: Bonjour Lou, nous vous en renvoyons un demain.
[05/02/2026 11:05:00] Lou Verdier: Bien reçu le nouveau pot, merci beaucoup !
[12/02/2026 18:00:00] Lou Verdier: Bonjour, votre site refuse ma carte bancaire depuis deux jours, paiement impossible, c’est vraiment nul !
[14/02/2026 09:00:00] Lou Verdier: Toujours pas de réponse ?
`;

/** The one who wrote about the pot goes public with her order; a namesake and a fan write of other things; one date is wrong by years. */
const POSTS = `id,date,auteur,texte,likes
p1,2026-02-04T10:00:00Z,Marie T.,"Miel fendu, colis inondé, aucune réponse de Ruche d'Armor : honteux. Commande n° RU7401234",3
p2,2026-02-04T12:00:00Z,Marie Tanguy,"Très belle visite des ruches de Ruche d'Armor ce matin, bravo à toute l'équipe",3
p3,2026-02-05T10:00:00Z,Lou Verdier,"J'adore le miel de bruyère de Ruche d'Armor, un délice",3
p4,2026-02-06T10:00:00Z,Client 3,"Le marché de Noël de Ruche d'Armor était magnifique",3
p5,2026-02-16T10:00:00Z,Ana Le Goff,"Ruche d'Armor, un miel qui sent bon l'été",3
p6,2035-02-16T10:00:00Z,Paul Kervella,"Ruche d'Armor, un miel superbe",3
`;

const folder = temporaryFolder();
let corpus: Corpus;
beforeAll(async () => {
  writeFileSync(join(folder, 'boite.mbox'), MAILS);
  writeFileSync(join(folder, 'Discussion WhatsApp avec Lou Verdier.txt'), CHAT);
  writeFileSync(join(folder, 'mentions.csv'), POSTS);
  corpus = await buildCorpus(folder, join(folder, '.corpus'), {
    key: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
    zone: 'Europe/Paris',
    workers: 0,
    config: { brand: "Ruche d'Armor", brandAccounts: ["Ruche d'Armor", DESK] },
  });
});
afterAll(() => corpus.close());

describe('cases of eleven matters told by ten people in private, and six posts', () => {
  it('makes one case a matter: nine mails, and two of one chat', async () => {
    const rows = (
      await corpus.query(
        `SELECT firstChannel AS channel, CAST(count(*) AS DOUBLE) AS n FROM cases WHERE firstStage = 'private' GROUP BY ALL ORDER BY 1`,
      )
    ).objects();
    expect(rows).toEqual([
      { channel: 'email', n: 9 },
      { channel: 'whatsapp-dm', n: 2 },
    ]);
  });

  it('sees one spill, that of the order, whatever namesakes and fans write', async () => {
    const rows = (
      await corpus.query(
        `SELECT epoch_ms(openedAt)::DOUBLE AS opened, epoch_ms(spilledAt)::DOUBLE AS spilled FROM cases WHERE spilledAt IS NOT NULL`,
      )
    ).objects();
    expect(rows).toEqual([{ opened: Date.UTC(2026, 1, 2, 9), spilled: Date.UTC(2026, 1, 4, 10) }]);
  });

  it('follows private cases to the end of the private exports, and no case to a stray date', async () => {
    const rows = (
      await corpus.query(
        `SELECT firstStage AS stage, max(epoch_ms(observedUntil))::DOUBLE AS until FROM cases GROUP BY ALL ORDER BY 1`,
      )
    ).objects();
    expect(rows[0]).toEqual({ stage: 'private', until: Date.UTC(2026, 1, 14, 8) });
  });
});
