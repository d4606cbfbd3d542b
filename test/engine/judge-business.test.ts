import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Corpus } from '../../src/corpus.js';
import { responseRate } from '../../src/metrics/care/response-rate.js';
import { volumeByChannel } from '../../src/metrics/basic/message-volume.js';
import { buildCorpus } from '../../src/pipeline.js';
import { temporaryFolder } from '../temporary-folder.js';

const DESK = 'conso@moulin-vert.example';
let hour = 3;
const mail = (
  id: string,
  from: string,
  subject: string,
  text: string,
  { answers, to = DESK, headers = [] }: { answers?: string; to?: string; headers?: readonly string[] } = {},
): string => {
  const at = `Mon, 02 Feb 2026 ${String(hour++).padStart(2, '0')}:00:00 +0100`;
  return [
    `From ${from} ${at}`,
    `Date: ${at}`,
    `From: ${from}`,
    `To: ${to}`,
    `Message-ID: <${id}@post.example>`,
    ...(answers === undefined
      ? []
      : [`In-Reply-To: <${answers}@post.example>`, `References: <${answers}@post.example>`]),
    ...headers,
    `Subject: ${subject}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '',
    '',
  ].join('\n');
};

const MAILS = [
  mail(
    'a',
    'jeune@poste.example',
    'Candidature',
    'Bonjour, je vous adresse mon CV et ma lettre de motivation.',
  ),
  mail('a2', 'jeune@poste.example', 'Re: Candidature', 'Avez-vous pu regarder mon dossier ?', {
    answers: 'a',
  }),
  mail('a3', DESK, 'Re: Candidature', 'Nous étudions votre dossier.', {
    to: 'jeune@poste.example',
    answers: 'a',
  }),
  // a chain that its answers broke
  mail('a4', 'jeune@poste.example', 'Re: Candidature', 'Merci pour le retour !'),
  mail('a5', 'jeune@poste.example', 'Re: [Demande 41] Candidature', 'Parfait, à jeudi.'),
  mail(
    's',
    'compta@cartons.example',
    'Facture 88',
    'Sauf erreur de notre part, la facture n° 88 reste impayée.',
  ),
  mail('s2', 'compta@cartons.example', 'Re: Facture 88', 'Personne ne répond, cela fait trois relances.', {
    answers: 's',
  }),
  mail(
    'o',
    'hello@clicks.example',
    'Your site',
    'We offer SEO services and backlinks, free audit of your website.',
  ),
  mail('n', 'news@salon.example', 'Le salon revient', 'Trois jours de rencontres à Lyon.', {
    headers: ['List-Unsubscribe: <https://salon.example/u>'],
  }),
  mail('p', 'noreply@transport.example', 'Tournée', 'Passage modifié demain.'),
  mail(
    'c',
    'lea@courriel.example',
    'Facture',
    'Ma commande est arrivée cassée, ci-joint la facture : remboursez-moi.',
  ),
  mail(
    'q',
    'tom@courriel.example',
    'Re: Nos offres',
    'Vos yaourts étaient moisis. Se désabonner | Voir en ligne',
    { headers: ['List-Unsubscribe: <https://moulin-vert.example/u>'] },
  ),
  mail('t', 'ines@courriel.example', 'Re: votre commande est en route', 'Il manque le yaourt à la vanille.'),
  mail('d', 'ana@courriel.example', 'Facture', 'Bonjour, pouvez-vous m’envoyer une facture ? Merci'),
  mail(
    'b',
    'noe@courriel.example',
    'Relance',
    'Vous me dites que la facture est restée impayée, c’est faux.',
  ),
  mail(
    'e',
    'eva@courriel.example',
    'Commande',
    'Our company ordered 30 hampers, half are missing. Invoice no 45.',
  ),
  // the title of a form
  mail('h', 'zoe@courriel.example', 'Ma commande', 'Je suis à la recherche d’un emploi de caissière.'),
  mail('f', 'jean@bocaux.example', 'Bocaux', 'Nous sommes fabricant de bocaux à Vire.'),
  mail('l', 'lou@courriel.example', 'Samedi', 'Vous exagérez un peu là. Je suis étudiant, moi.'),
  mail('g', 'rose@courriel.example', 'Samedi', 'Est-ce une démonstration gratuite, samedi ?'),
  mail('i', 'paul@moulin-vert.example', 'Réunion', 'On se voit à 14 h ?', { to: 'lise@moulin-vert.example' }),
  mail('r', 'paul@moulin-vert.example', 'Re: Facture', 'La voici.', {
    to: 'ana@courriel.example',
    answers: 'd',
  }),
];

const folder = temporaryFolder();
let corpus: Corpus;
beforeAll(async () => {
  writeFileSync(join(folder, 'boite.mbox'), MAILS.join(''));
  corpus = await buildCorpus(join(folder, 'boite.mbox'), join(folder, 'corpus'), {
    key: 'a long phrase of ours',
    config: { brand: 'Moulin Vert', brandAccounts: [DESK] },
  });
});
afterAll(() => corpus.close());

it('sets apart who writes otherwise than as a customer, and never a complaint', async () => {
  const rows = (
    await corpus.query(`SELECT title, speech, direction FROM messages ORDER BY sentAt`)
  ).objects() as { title: string; speech: string; direction: string }[];
  expect(rows.map(({ title, speech, direction }) => [title, speech, direction])).toEqual([
    ['Candidature', 'business', 'inbound'],
    ['Re: Candidature', 'business', 'inbound'],
    ['Re: Candidature', 'business', 'outbound'],
    ['Re: Candidature', 'business', 'inbound'],
    ['Re: [Demande 41] Candidature', 'business', 'inbound'],
    ['Facture 88', 'business', 'inbound'],
    ['Re: Facture 88', 'business', 'inbound'],
    ['Your site', 'business', 'inbound'],
    ['Le salon revient', 'business', 'inbound'],
    ['Tournée', 'business', 'inbound'],
    ['Facture', 'own', 'inbound'],
    ['Re: Nos offres', 'own', 'inbound'],
    ['Re: votre commande est en route', 'own', 'inbound'],
    ['Facture', 'own', 'inbound'],
    ['Relance', 'own', 'inbound'],
    ['Commande', 'own', 'inbound'],
    ['Ma commande', 'business', 'inbound'],
    // A hint is enough in a letter that asks nothing and names nothing.
    ['Bocaux', 'business', 'inbound'],
    // Nor is a student who looks for nothing.
    ['Samedi', 'own', 'inbound'],
    ['Samedi', 'own', 'inbound'],
    ['Réunion', 'own', 'internal'],
    ['Re: Facture', 'own', 'outbound'],
  ]);
});

it('asks for no customer to whom what answers them was written', async () => {
  const [orphans] = (
    await corpus.query(`SELECT CAST(count(*) AS INTEGER) AS n FROM doubts WHERE reason = 'orphan-reply'`)
  ).objects() as { n: number }[];
  expect(orphans?.n).toBe(0);
  const [email] = (await responseRate(corpus, { by: ['stage', 'channel'] })).rows();
  expect(email).toMatchObject({ channel: 'email', n: 5, notMeasured: null });
});

it('tells how many are set apart, and doubts each', async () => {
  const rows = (await volumeByChannel(corpus)).rows();
  expect(rows.reduce((sum, row) => sum + row.business, 0)).toBe(11);
  expect(rows.reduce((sum, row) => sum + row.inbound, 0)).toBe(8);
  const [doubts] = (
    await corpus.query(`SELECT CAST(count(*) AS INTEGER) AS n FROM doubts WHERE reason = 'no-customer'`)
  ).objects() as { n: number }[];
  expect(doubts?.n).toBe(11);
});

it('takes what answers the desk for no letter of business, whatever hint is in it', async () => {
  const box = temporaryFolder();
  hour = 5;
  writeFileSync(
    join(box, 'boite.mbox'),
    [
      mail('q', DESK, 'Bocaux', 'Où avez-vous retiré vos bocaux ?', { to: 'lou@courriel.example' }),
      mail('q1', 'lou@courriel.example', 'Bocaux', 'Chez un fabricant de bocaux à Vire.', { answers: 'q' }),
      mail('q2', DESK, 'Re: Bocaux', 'Nous vous remboursons.', { to: 'lou@courriel.example', answers: 'q1' }),
    ].join(''),
  );
  const answered = await buildCorpus(join(box, 'boite.mbox'), join(box, 'corpus'), {
    key: 'a long phrase of ours',
    config: { brand: 'Moulin Vert', brandAccounts: [DESK] },
  });
  const rows = (await answered.query(`SELECT DISTINCT speech FROM messages`)).objects();
  answered.close();
  expect(rows).toEqual([{ speech: 'own' }]);
});

it('takes who asked for work in a chat for a customer from a complaint on', async () => {
  const box = temporaryFolder();
  const texts = [
    'Bonjour, je cherche un stage, à qui adresser mon CV ?',
    'Merci pour l’adresse',
    'Autre chose : le yaourt acheté hier avait un goût de moisi, c’est inadmissible',
    'Alors, une réponse ?',
  ];
  writeFileSync(
    join(box, 'conversations.csv'),
    [
      'Conversation;Date;Auteur;Message privé',
      ...texts.map((text, at) => `c1;02/02/2026 1${at}:00;Lou Brun;"${text}"`),
      '',
    ].join('\n'),
  );
  const chat = await buildCorpus(join(box, 'conversations.csv'), join(box, 'corpus'), {
    key: 'a long phrase of ours',
  });
  const rows = (await chat.query(`SELECT stage, speech FROM messages ORDER BY sentAt`)).objects();
  chat.close();
  expect(rows.map((row) => Object.values(row).join(' '))).toEqual([
    'private business',
    'private business',
    'private own',
    'private own',
  ]);
});
