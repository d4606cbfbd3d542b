import { expect, it } from 'vitest';
import { inCorpus } from '../in-corpus.js';

/** 5 March 2026 10:00:00 in Paris. */
const START = Date.UTC(2026, 2, 5, 9);
const said = (sender: string, seconds: number, content?: string): object => ({
  sender_name: sender,
  timestamp_ms: START + seconds * 1000 + (seconds === 0 ? 0 : 417),
  ...(content === undefined
    ? { audio_files: [{ uri: 'messages/inbox/lou/audio/1.mp4', creation_timestamp: START / 1000 }] }
    : { content }),
});

/** Own and repeated messages of customers by format, of a download and a table of the desk. */
const heard = (messages: readonly object[], table: string): Promise<unknown> =>
  inCorpus(
    {
      'your_instagram_activity/messages/inbox/lou_1/message_1.json': JSON.stringify({
        participants: [{ name: 'Lou Verdier' }, { name: 'Brel' }],
        messages,
        title: 'Lou Verdier',
        thread_path: 'inbox/lou_1',
      }),
      'inbox.csv': `Date;Heure;Réseau;Conversation;Contact;Sens;Message\n${table}\n`,
    },
    { zone: 'Europe/Paris', config: { brand: 'Brel', brandAccounts: ['Brel'] } },
    async (corpus) =>
      (
        await corpus.query(
          `SELECT format, CAST(count(*) FILTER (WHERE speech = 'own') AS DOUBLE) AS own, CAST(count(*) FILTER (WHERE speech = 'repeat') AS DOUBLE) AS repeats
           FROM messages WHERE direction = 'inbound' GROUP BY format ORDER BY format`,
        )
      ).objects(),
  );

it('counts once what a customer wrote in private where the download and the desk both hold it', async () => {
  // the desk has a message more, of two hours later
  expect(
    await heard(
      [
        said('Lou Verdier', 7200, 'ok'),
        said('Brel', 3600, 'Quel magasin ?'),
        said('Lou Verdier', 95),
        said('Lou Verdier', 65),
        said('Lou Verdier', 5, 'ok'),
        said('Lou Verdier', 0, 'Le pot était fendu'),
      ],
      `05/03/2026;10:00:00;Instagram;8;Lou Verdier;Entrant;Le pot était fendu
05/03/2026;10:00:05;Instagram;8;Lou Verdier;Entrant;ok
05/03/2026;10:01:05;Instagram;8;Lou Verdier;Entrant;[pièce jointe]
05/03/2026;10:01:35;Instagram;8;Lou Verdier;Entrant;[pièce jointe]
05/03/2026;11:00:00;Instagram;8;Lou Verdier;Sortant;Quel magasin ?
05/03/2026;12:00:00;Instagram;8;Lou Verdier;Entrant;ok
05/03/2026;14:00:00;Instagram;8;Lou Verdier;Entrant;Le pot était fendu`,
    ),
  ).toEqual([
    // six in the table, the five of the download are among them
    { format: 'instagram-dm', own: 0, repeats: 5 },
    { format: 'table', own: 6, repeats: 0 },
  ]);
});

it('keeps two pictures of one minute where both exports tell seconds, one of them by chance on the minute', async () => {
  expect(
    await heard(
      [said('Brel', 3600, 'Quel magasin ?'), said('Lou Verdier', 5, 'ok'), said('Lou Verdier', 0)],
      `05/03/2026;10:00:05;Instagram;8;Lou Verdier;Entrant;ok
05/03/2026;10:00:40;Instagram;8;Lou Verdier;Entrant;[pièce jointe]
05/03/2026;11:00:00;Instagram;8;Lou Verdier;Sortant;Quel magasin ?`,
    ),
  ).toEqual([
    { format: 'instagram-dm', own: 1, repeats: 1 },
    { format: 'table', own: 2, repeats: 0 },
  ]);
});
