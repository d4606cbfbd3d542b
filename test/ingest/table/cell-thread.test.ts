import { describe, expect, it } from 'vitest';
import { whatsapp } from '../../../src/ingest/formats/whatsapp.js';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { genericTable } from '../../../src/ingest/formats/generic-table.js';
import { readText } from '../read-sample.js';

async function said(csv: string): Promise<unknown[][]> {
  const { records } = await readText(genericTable, csv, 'a.csv', { zone: 'UTC', dateOrder: 'dmy' });
  return records.map(({ kind, direction, authorName, sentAt, text }) => [
    kind,
    direction ?? '-',
    authorName ?? '-',
    sentAt?.epochMs == null ? null : new Date(sentAt.epochMs).toISOString().slice(8, 16),
    text ?? '-',
  ]);
}

const COMMENTS = `N° ticket;Date;Client;Statut;Demande;Commentaires
T1;13/03/2026 09:11;Ana Roc;Clos;Le yaourt est moisi ce matin;"[13/03/2026 10:11] Max (agent) : Gardez le pot, Ana.
[13/03/2026 18:11] Ana Roc : Merci, voici le lot : 4471."
T2;14/03/2026 09:11;Luc Sol;Ouvert;Toujours rien reçu depuis dix jours;"[14/03/2026 10:11] Max (agent) : Nous cherchons.
[14/03/2026 18:11] Luc Sol : Il faut faire vite."
T3;15/03/2026 09:11;Eve Val;Ouvert;Le pain était rassis ce matin;
`;

describe('conversations that stand in one cell', () => {
  it('of comments under a ticket are a message each, after what the customer asked', async () => {
    expect(await said(COMMENTS)).toEqual([
      ['ticket', '-', 'Ana Roc', '13T09:11', 'Le yaourt est moisi ce matin'],
      ['message', 'outbound', 'Max (agent)', '13T10:11', 'Gardez le pot, Ana.'],
      ['message', 'inbound', 'Ana Roc', '13T18:11', 'Merci, voici le lot : 4471.'],
      ['ticket', '-', 'Luc Sol', '14T09:11', 'Toujours rien reçu depuis dix jours'],
      ['message', 'outbound', 'Max (agent)', '14T10:11', 'Nous cherchons.'],
      ['message', 'inbound', 'Luc Sol', '14T18:11', 'Il faut faire vite.'],
      ['ticket', '-', 'Eve Val', '15T09:11', 'Le pain était rassis ce matin'],
    ]);
  });

  it('are read from lists in JSON, and from chats that count the seconds', async () => {
    const comments = (text: string): string =>
      JSON.stringify([{ text, by: 'max.obry@brel.example', date: '03/13/2026, 10:11:00 AM' }]).replaceAll(
        '"',
        '""',
      );
    expect(
      await said(`Task ID;Task Name;Task Content;Status;Date Created;Assignees;Comments
a1;Yaourt de Pau;Le yaourt est moisi ce matin;open;13/03/2026 09:11;[Max Obry];"${comments('Gardez bien le pot, Ana.')}"
a2;Colis de Pau;Toujours rien reçu depuis dix jours;open;14/03/2026 09:11;[Max Obry];"${comments('Nous cherchons votre colis.')}"
a3;Pain de Pau;Le pain était rassis ce matin;open;15/03/2026 09:11;[Max Obry];[]
`),
    ).toEqual([
      ['message', '-', '-', '13T09:11', 'Le yaourt est moisi ce matin'],
      ['message', 'outbound', 'max.obry@brel.example', '13T10:11', 'Gardez bien le pot, Ana.'],
      ['message', '-', '-', '14T09:11', 'Toujours rien reçu depuis dix jours'],
      ['message', 'outbound', 'max.obry@brel.example', '13T10:11', 'Nous cherchons votre colis.'],
      ['message', '-', '-', '15T09:11', 'Le pain était rassis ce matin'],
    ]);
    const chat = (who: string, words: string): string =>
      `<p align=""center"">Chat Started: Friday</p><p align=""center"">Agent Max Obry</p>( 12s ) ${who}: ${words}<br>( 1m 5s ) Max: Gardez bien le pot.<br>`;
    expect(
      await said(`Id;CaseId;CreatedDate;Status;Body
k1;c1;13/03/2026 09:11;Completed;"${chat('Ana', 'Le yaourt est moisi ce matin')}"
k2;c2;14/03/2026 09:11;Completed;"${chat('Luc', 'Toujours rien reçu depuis dix jours')}"
`),
    ).toEqual([
      ['message', 'inbound', '-', '13T09:11', 'Le yaourt est moisi ce matin'],
      ['message', 'outbound', 'Max', '13T09:12', 'Gardez bien le pot.'],
      ['message', 'inbound', '-', '14T09:11', 'Toujours rien reçu depuis dix jours'],
      ['message', 'outbound', 'Max', '14T09:12', 'Gardez bien le pot.'],
    ]);
  });

  it('are no chat of WhatsApp', async () => {
    expect(whatsapp.detect(await openBytes(Buffer.from(COMMENTS), 'a.csv'))).toBeUndefined();
  });

  it('of a chat are told by the name of the row, with hours that pass midnight', async () => {
    expect(
      await said(
        'Chat ID,Date,Visitor name,Agent,Transcript\nc1,2026-03-02 10:11:00,Ana Roc,Max,"(10:11:05) Ana Roc: my parcel never came\n(10:12:10) Max: let me look\n(10:13:00) *** Max has sent a file ***\n(10:14:44) Ana Roc: thanks"\nc2,2026-03-03 23:58:00,Luc Sol,Max,"(23:58:05) Luc Sol: the bread was stale\n(00:01:10) Max: which shop?"\n',
      ),
    ).toEqual([
      ['message', 'inbound', 'Ana Roc', '02T10:11', 'my parcel never came'],
      ['message', 'outbound', 'Max', '02T10:12', 'let me look'],
      ['message', 'inbound', 'Ana Roc', '02T10:14', 'thanks'],
      ['message', 'inbound', 'Luc Sol', '03T23:58', 'the bread was stale'],
      ['message', 'outbound', 'Max', '04T00:01', 'which shop?'],
    ]);
  });

  it('are told by roles, and bots are automatic', async () => {
    const rows = await said(
      'id_conversation;date;canal;transcription\n81;13/03/2026 10:11;chat;"Visiteur : mon colis est bloqué\nBot : Votre numéro de commande ?\nVisiteur : 44512\nConseiller : Je regarde."\n82;14/03/2026 10:11;chat;"Visiteur : la recette a changé ?\nConseiller : Oui, en janvier."\n',
    );
    expect(rows.map(([kind, direction, , , text]) => [kind, direction, text])).toEqual([
      ['message', 'inbound', 'mon colis est bloqué'],
      ['system', 'outbound', 'Votre numéro de commande ?'],
      ['message', 'inbound', '44512'],
      ['message', 'outbound', 'Je regarde.'],
      ['message', 'inbound', 'la recette a changé ?'],
      ['message', 'outbound', 'Oui, en janvier.'],
    ]);
  });

  it('under a customer’s own text are the brand’s where their writer is not the customer, and no attribute', async () => {
    const { records } = await readText(
      genericTable,
      'Ticket ID;Created;Requester;Description;Comments\n1;2026-03-02 10:00;Lou Exemple;Mon yaourt était périmé hier soir;"Max Roy - 02/03/2026 11:00\nBonjour, désolé\nLou Exemple - 02/03/2026 12:00\nMerci beaucoup"\n2;2026-03-03 10:00;Ana Modèle;Trop attendu en caisse encore une fois;"Max Roy - 03/03/2026 11:00\nNous transmettons au magasin"\n',
      'a.csv',
      {},
    );
    expect(records.map(({ direction, text }) => [direction, text])).toEqual([
      [undefined, 'Mon yaourt était périmé hier soir'],
      ['outbound', 'Bonjour, désolé'],
      ['inbound', 'Merci beaucoup'],
      [undefined, 'Trop attendu en caisse encore une fois'],
      ['outbound', 'Nous transmettons au magasin'],
    ]);
    expect(records.map(({ attributes }) => attributes).filter((one) => one !== undefined)).toEqual([]);
  });

  it('are left as they are where nothing tells who writes', async () => {
    const rows = await said(
      'Date;Message\n13/03/2026;"Problème : le pain est rassis\nSolution : le rembourser"\n14/03/2026;"Problème : le lait a tourné\nSolution : le changer"\n',
    );
    expect(rows).toHaveLength(2);
  });
});
