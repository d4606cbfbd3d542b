import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Corpus } from '../../src/corpus.js';
import { volumeByChannel } from '../../src/metrics/basic/message-volume.js';
import { firstReplyTime } from '../../src/metrics/care/first-reply-time.js';
import { buildCorpus } from '../../src/pipeline.js';
import { temporaryFolder } from '../temporary-folder.js';

/** Two customers of one chat each; the platform's notice is no message. */
const CHAT = `[03/02/2026 09:00:00] Lou Verdier: ‎Les messages et les appels sont chiffrés de bout en bout. Aucun tiers ne peut les lire.
[03/02/2026 09:00:10] Lou Verdier: Bonjour, mon pot de miel est arrivé fendu, que faire ?
[03/02/2026 11:00:00] Ruche d'Armor: Bonjour Lou, nous vous en renvoyons un demain.
[03/02/2026 11:05:00] Lou Verdier: Merci beaucoup, bonne journée à vous !
`;

const mail = (
  id: string,
  at: string,
  from: string,
  to: string,
  text: string,
  answers?: string,
  headers: readonly string[] = [],
): string =>
  [
    `From ${from} ${at}`,
    `Date: ${at}`,
    `From: ${from}`,
    `To: ${to}`,
    `Message-ID: <${id}@mail.example>`,
    ...(answers === undefined
      ? []
      : [`In-Reply-To: <${answers}@mail.example>`, `References: <${answers}@mail.example>`]),
    ...headers,
    `Subject: ${answers === undefined ? '' : 'Re: '}Commande`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '',
    '',
  ].join('\n');

const DESK = 'contact@ruche.example';
/** Six customers ask; each gets the same form letter 20 s later; the first gets a person's answer after 5 h; one gets a machine's notice. */
const MAILS = [
  ...Array.from({ length: 6 }, (_, i) => {
    const who = `client${i}@courriel.example`;
    const day = `0${2 + i} Feb 2026`;
    return (
      mail(
        `ask${i}`,
        `Mon, ${day} 10:00:00 +0100`,
        who,
        DESK,
        `Ma commande du mois dernier n'est jamais arrivée, dossier ${i}. Que se passe-t-il ?`,
      ) +
      mail(
        `form${i}`,
        `Mon, ${day} 10:00:20 +0100`,
        DESK,
        who,
        `Bonjour client${i},\n\nVotre courrier est entre les mains de notre atelier, qui l'ouvrira dès que possible. La ruche.`,
        `ask${i}`,
      )
    );
  }),
  mail(
    'human0',
    'Mon, 02 Feb 2026 15:00:00 +0100',
    DESK,
    'client0@courriel.example',
    'Je viens de retrouver votre colis, il repart ce soir.',
    'ask0',
  ),
  mail(
    'again0',
    'Mon, 02 Feb 2026 15:20:00 +0100',
    'client0@courriel.example',
    DESK,
    'Encore une réponse automatique ? Écrivez-moi vraiment, avec une date.',
    'human0',
  ),
  mail(
    'away0',
    'Tue, 03 Feb 2026 08:00:00 +0100',
    'client0@courriel.example',
    DESK,
    'Réponse automatique : votre courrier sera lu lundi.',
    'human0',
  ),
  mail(
    'ask6',
    'Mon, 09 Feb 2026 10:00:00 +0100',
    'client6@courriel.example',
    DESK,
    'Je voudrais savoir pourquoi mon avoir a disparu ?',
  ),
  mail(
    'ack6',
    'Mon, 09 Feb 2026 10:00:40 +0100',
    DESK,
    'client6@courriel.example',
    'Nous avons bien reçu votre demande. Un conseiller vous répondra sous 48 heures.',
    'ask6',
  ),
  mail(
    'human6',
    'Mon, 09 Feb 2026 13:00:40 +0100',
    DESK,
    'client6@courriel.example',
    'Nous avons bien reçu votre demande et votre avoir est de nouveau sur votre compte.',
    'ask6',
  ),
  mail(
    'ask7',
    'Tue, 10 Feb 2026 10:00:00 +0100',
    'client7@courriel.example',
    DESK,
    'Le bocal reçu hier est ébréché, pouvez-vous le remplacer ?',
  ),
  mail(
    'ack7',
    'Tue, 10 Feb 2026 10:03:00 +0100',
    DESK,
    'client7@courriel.example',
    'Merci de votre message ! Notre atelier reviendra vers vous avant vendredi, au plus tard sous 3 jours.',
    'ask7',
  ),
  mail(
    'quick7',
    'Tue, 10 Feb 2026 10:05:00 +0100',
    DESK,
    'client7@courriel.example',
    'Merci de votre message : un bocal neuf est déjà dans le camion.',
    'ask7',
  ),
].join('');

/** A ticket whose description comes again as its first comment, in another file. */
const AT = '2026-02-10T08:00:00Z';
const DESCRIPTION = 'La livraison est passée deux fois sans sonner, je veux être livré samedi.';
const TICKETS = {
  tickets: [
    {
      id: 41,
      raw_subject: 'Livraison',
      subject: 'Livraison',
      description: DESCRIPTION,
      requester_id: 900,
      status: 'open',
      created_at: AT,
      updated_at: AT,
      via: { channel: 'web' },
      url: 'https://ruche.zendesk.example/api/v2/tickets/41.json',
    },
  ],
};
const COMMENTS = {
  comments: [
    {
      id: 501,
      type: 'Comment',
      author_id: 900,
      body: DESCRIPTION,
      plain_body: DESCRIPTION,
      public: true,
      created_at: AT,
      audit_id: 1,
      via: { channel: 'web' },
    },
    {
      id: 502,
      type: 'Comment',
      author_id: 12,
      body: 'Nous passons samedi matin.',
      plain_body: 'Nous passons samedi matin.',
      public: true,
      created_at: '2026-02-10T10:00:00Z',
      audit_id: 2,
      via: { channel: 'web' },
    },
  ],
  next_page: 'https://ruche.zendesk.example/api/v2/tickets/41/comments.json?page=2',
};

/** The brand's post, two that pass it on, one customer who complains. */
const POSTS = `id,date,auteur,texte,likes
p1,2026-02-01T08:00:00Z,Ruche d'Armor,"Gagnez un an de miel de bruyère en partageant ce message avec vos amis gourmands",3
p2,2026-02-01T09:00:00Z,Ana Le Goff,"RT @ruche: Gagnez un an de miel de bruyère en partageant ce message avec vos amis gourmands",3
p3,2026-02-01T09:30:00Z,Paul Kervella,"Gagnez un an de miel de bruyère en partageant ce message avec vos amis gourmands !!",3
p5,2026-02-01T10:30:00Z,Luc Abgrall,"RT maudriou: Votre miel a cristallisé en deux jours, je suis très déçue",3
p6,2026-02-01T10:40:00Z,Anne Bihan,"RT svp: le miel du marché est en rupture depuis lundi",3
p4,2026-02-01T10:00:00Z,Maud Riou,"Votre miel a cristallisé en deux jours, je suis très déçue",3
`;

/** One article by its title and summary, then as a listening tool gives it: its title is the text. */
const REVIEW_OF_PRESS = `Date;Média;Titre;Résumé;Lien
10/02/2026;Le Phare de Brest;Miel : la Ruche d'Armor rappelle trois lots;Des bocaux fêlés sont en cause.;https://phare.example/1
`;
const LISTENED = `published;title;content;url;source_type;extra_source_attributes.name;extra_author_attributes.name;title_snippet
10/02/26 06:00:00;;Miel : la Ruche d'Armor rappelle trois lots;https://phare.example/veille/1;ONLINENEWS;Le Phare de Brest;;
10/02/26 07:00:00;;Miel : la Ruche d'Armor rappelle trois lots;https://autre.example/1;ONLINENEWS;L'Autre Phare;;
`;

const folder = temporaryFolder();
let corpus: Corpus;
beforeAll(async () => {
  const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  put('Discussion WhatsApp avec Lou Verdier.txt', CHAT);
  put('boite.mbox', MAILS);
  put('tickets.json', JSON.stringify(TICKETS));
  put('comments.json', JSON.stringify(COMMENTS));
  put('mentions.csv', POSTS);
  put('revue.csv', REVIEW_OF_PRESS);
  put('talkwalker.csv', LISTENED);
  corpus = await buildCorpus(folder, join(folder, '.corpus'), {
    key: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
    zone: 'Europe/Paris',
    workers: 0,
    config: { brand: "Ruche d'Armor", brandAccounts: ["Ruche d'Armor", DESK] },
  });
});
afterAll(() => corpus.close());

const counts = async (where: string): Promise<Record<string, number>> => {
  const rows = (
    await corpus.query(
      `SELECT speech, CAST(count(*) AS DOUBLE) AS n FROM messages WHERE ${where} GROUP BY speech ORDER BY speech`,
    )
  ).objects() as { speech: string; n: number }[];
  return Object.fromEntries(rows.map(({ speech, n }) => [speech, n]));
};

it('takes the notice of a chat for a service notice', async () => {
  expect(await counts(`platform = 'whatsapp'`)).toEqual({ own: 3, service: 1 });
});

it('tells automatic acknowledgements from answers of a person', async () => {
  // 8 questions, the 3 answers of a person and a complaint about automatic ones; 6 form letters, 1 acknowledgement that says so, 1 that
  // thanks and promises, and 1 of a customer's mailbox.
  expect(await counts(`platform = 'email'`)).toEqual({ own: 12, automatic: 9 });
});

it('takes a description that comes again as first comment in another file for a repeat', async () => {
  expect(await counts(`platform = 'zendesk'`)).toEqual({ own: 2, repeat: 1 });
});

it('takes posts of the brand that are passed on for reshares, copies by others for their own words', async () => {
  expect(await counts(`stage = 'public'`)).toEqual({ own: 3, reshare: 3 });
});

it('takes a headline that a listening tool gives as a text for the article of that title', async () => {
  expect(await counts(`stage = 'press'`)).toEqual({ own: 2, repeat: 1 });
});

it('tells two articles of one newspaper under one title by how they begin, where one file holds both', async () => {
  const dir = temporaryFolder(),
    title = `Miel : la Ruche d'Armor rappelle trois lots`;
  const row = (day: number, paper: string, text: string): string =>
    `${day}/02/2026;${paper};${title};${text};https://${paper.replaceAll(' ', '')}.example/${day}\n`;
  writeFileSync(
    join(dir, 'revue.csv'),
    `Date;Média;Titre;Résumé;Lien\n${row(10, 'Le Phare', 'Des bocaux fêlés sont en cause.')}${row(11, 'Le Phare', 'La préfecture est saisie.')}${row(12, 'Le Phare', 'Des bocaux fêlés sont en cause.')}${row(12, 'Le Cap', 'Des bocaux fêlés sont en cause.')}`,
  );
  writeFileSync(
    join(dir, 'talkwalker.csv'),
    `published;title;content;url;source_type;extra_source_attributes.name;extra_author_attributes.name;title_snippet\n11/02/26 06:00:00;;${title};https://phare.example/veille;ONLINENEWS;Le Phare;;\n`,
  );
  const built = await buildCorpus(dir, join(dir, 'corpus'), { key: 'une phrase de ruche et de miel' });
  const told = (
    await built.query(
      `SELECT speech, CAST(count(*) AS DOUBLE) AS n FROM messages WHERE stage = 'press' GROUP BY ALL ORDER BY ALL`,
    )
  ).objects();
  built.close();
  expect(told).toEqual([
    { speech: 'own', n: 3 },
    { speech: 'repeat', n: 2 },
  ]);
});

it('counts volumes and reply times over messages of persons', async () => {
  const rows = (await volumeByChannel(corpus)).table.objects() as Record<string, unknown>[];
  const email = rows.find((row) => row['channel'] === 'email');
  expect(email).toMatchObject({ inbound: 9, outbound: 3, automatic: 9, n: 12, distinctTexts: 9 });
  // Answered: the chat after 1 h 59 min 50 s, three mails after 5 h, 3 h 00 min 40 s and 5 min, the ticket after 2 h; 5 mails wait.
  const times = (await firstReplyTime(corpus)).table.objects() as Record<string, unknown>[];
  expect(times[0]).toMatchObject({ stage: 'private', n: 10, answered: 5, unanswered: 5 });
});

it('tells what a robot writes where an export tells minutes alone and lists the newest first', async () => {
  const rows = Array.from({ length: 7 }, (_, day) => {
    const at = `1${day}/02/2026`;
    return [
      `${at};16:30;Envoyé;Ruche;Nous regardons votre demande numéro ${day} avec l’atelier;t${day}`,
      `${at};10:00;Envoyé;Ruche;Choisissez A pour une commande, B pour un produit;t${day}`,
      `${at};10:00;Reçu;Client ${day};Il manque un pot dans mon colis, le ${day};t${day}`,
    ].join('\n');
  });
  const dir = temporaryFolder();
  writeFileSync(
    join(dir, 'boite.csv'),
    `Date;Heure;Sens;Auteur;Contenu;ID de conversation\n${rows.toReversed().join('\n')}\n`,
  );
  const built = await buildCorpus(dir, join(dir, 'corpus'), {
    key: 'une phrase de ruche et de miel',
    zone: 'Europe/Paris',
  });
  const found = (
    await built.query(
      `SELECT direction, speech, CAST(count(*) AS DOUBLE) AS n FROM messages GROUP BY ALL ORDER BY ALL`,
    )
  ).objects();
  built.close();
  expect(found).toEqual([
    { direction: 'inbound', speech: 'own', n: 7 },
    { direction: 'outbound', speech: 'automatic', n: 7 },
    { direction: 'outbound', speech: 'own', n: 7 },
  ]);
});
