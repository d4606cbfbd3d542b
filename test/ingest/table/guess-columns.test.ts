import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../src/ingest/detect.js';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { genericTable } from '../../../src/ingest/formats/generic-table.js';
import { guessedColumns, readText, readWith } from '../read-sample.js';

describe('guessing columns', () => {
  it('by French names', async () => {
    expect(
      await guessedColumns(
        "Identifiant;Publié le;Auteur;Verbatim;Note;Lien;Réseau;Tonalité;J'aime\nA1;2024-05-01;Léa;Le pot fuit, encore;2;https://x.com/a/status/1;X;négatif;3\nA2;2024-05-02;Tom;Rien à dire, merci;5;https://x.com/a/status/2;X;positif;0\n",
      ),
    ).toEqual({
      id: 'Identifiant',
      date: 'Publié le',
      authorName: 'Auteur',
      text: 'Verbatim',
      rating: 'Note',
      url: 'Lien',
      network: 'Réseau',
      sentiment: 'Tonalité',
      likes: "J'aime",
    });
  });
  it('the piece of an agency that every paper prints, and no list of prices', async () => {
    const piece =
      'La laiterie retire deux lots de faisselle et prie les acheteurs de les rapporter au magasin.';
    const rows = Array.from(
      { length: 9 },
      (_, at) => `0${at + 1}/03/2026;Radio Val;Presse écrite;Rappel à Foix;${piece};12 400`,
    );
    expect(
      await guessedColumns(
        `Parution;Support;Type de média;Titre;Article;Équivalent publicitaire (€)\n${rows.join('\n')}\n`,
      ),
    ).toMatchObject({ text: 'Article', title: 'Titre', date: 'Parution' });
    const prices =
      'Référence;Désignation;Prix unitaire HT\nP-1;Bac plastique de la laiterie de Foix;12,50\nP-2;Film étirable à palettes;8,90\n';
    expect(detectFormat(await openBytes(new TextEncoder().encode(prices), 'prix.csv'))).toEqual([]);
  });
  it('as scrapers call them', async () => {
    expect(
      await guessedColumns(
        'Trustscore,5 stars reviews percentage,Review Stars,sentiment score,Review Comment,location\n4.8,95%,1,0.2,Le pot fuit encore,GB\n4.8,95%,5,0.9,"Rien à dire, merci",FR\n',
      ),
    ).toEqual({ rating: 'Review Stars', text: 'Review Comment', sentiment: 'sentiment score' });
    expect(
      await guessedColumns(
        'media_url,media_timestamp,username,text,timestamp,media_permalink,search,nlikes\nhttps://a.example/1.jpg,2026-01-01 10:00:00,lou,Le pot fuit encore,2026-01-02 10:00:00,https://www.instagram.com/p/1,@brel,3\nhttps://a.example/1.jpg,2026-01-01 10:00:00,max,Rien à dire,2026-01-03 10:00:00,https://www.instagram.com/p/1,@brel,0\n',
      ),
    ).toEqual({
      date: 'timestamp',
      authorName: 'username',
      text: 'text',
      url: 'media_permalink',
      likes: 'nlikes',
    });
  });
  it('as templates of shops call them, in words run together too', async () => {
    expect(
      await guessedColumns(
        'reviewId,productHandle,replyDate,dateCreated,reviewerName,body,rating,reply,location\nr1,beurre,2026-03-03,2026-03-01,Lou Roy,Le pot fuit encore,2,"Bonjour, nous vous en renvoyons un",Brest\nr2,beurre,,2026-03-02,Max P,"Rien à dire, merci",5,,Rezé\n',
      ),
    ).toEqual({
      id: 'reviewId',
      date: 'dateCreated',
      authorName: 'reviewerName',
      text: 'body',
      rating: 'rating',
      replyText: 'reply',
      replyDate: 'replyDate',
      product: 'productHandle',
    });
    expect(
      await guessedColumns(
        'review_title,review_content,review_score,date,display_name,comment_content,comment_created_at\nFuite,Le pot fuit,2,2026-03-01,Lou,"Bonjour Lou, nous vous en renvoyons un dès demain",2026-03-03\nBien,Rien à dire,5,2026-03-02,Max,,\n',
      ),
    ).toMatchObject({
      text: 'review_content',
      replyText: 'comment_content',
      replyDate: 'comment_created_at',
      date: 'date',
    });
  });
  it('the date of a review goes before that of the order', async () => {
    expect(
      await guessedColumns(
        'Date commande;Date avis;Avis;Réponse marchand\n01/02/2026;14/03/2026;Le pot fuit encore;Nous vous en renvoyons un\n02/02/2026;15/03/2026;Rien à dire, merci;\n',
      ),
    ).toEqual({ date: 'Date avis', text: 'Avis', replyText: 'Réponse marchand' });
  });
  it.each(['Demandeur', 'Nom du contact', 'Requester', 'Requester name'])(
    'who asks in a ticket is its author: %s',
    async (name) => {
      expect(
        await guessedColumns(
          `Numéro de ticket;Sujet;${name};Date de création;Description\n1;Colis;Zoé;2026-03-01;Mon colis est perdu depuis une semaine\n2;Pot;Léo;2026-03-02;Mon pot est arrivé fendu, merci de me répondre\n`,
        ),
      ).toMatchObject({ threadId: 'Numéro de ticket', authorName: name, text: 'Description' });
    },
  );
  it('comments of pictographs alone, but no stars of ratings', async () => {
    expect(
      await guessedColumns('date;avis\n01/03/2026;😡😡\n02/03/2026;🧀❤️\n03/03/2026;Top 😍\n'),
    ).toMatchObject({ text: 'avis' });
    expect(
      await guessedColumns('date;avis\n01/03/2026;⭐⭐\n02/03/2026;★★★\n03/03/2026;⭐\uFE0F⭐\uFE0F\n'),
    ).toBeUndefined();
  });
  it('by open questions of a survey, however few or alike the answers', async () => {
    const head =
      'Identifiant du répondant;Date de réponse;Avez-vous été satisfait ?;Que pouvons-nous améliorer ?;Pourquoi ?\n';
    const few = '1;12/03/2026;Oui;Rien à dire;RAS\n2;13/03/2026;Non;La caisse;RAS\n';
    expect(await guessedColumns(head + few)).toMatchObject({
      date: 'Date de réponse',
      text: 'Que pouvons-nous améliorer ?',
    });
    const alike = Array.from({ length: 40 }, (_, at) => `${at};12/03/2026;Oui;Caisse trop lente;\n`).join('');
    expect(await guessedColumns(head + alike)).toMatchObject({ text: 'Que pouvons-nous améliorer ?' });
    expect(
      await guessedColumns('n;Comment avez-vous connu le magasin ?\n1;Par un ami\n2;En passant\n'),
    ).toBeUndefined();
  });
  it('by the question that is answered at most length, where another is hardly answered', async () => {
    const rows = [
      'Le pot fuyait dans le sac, tout est perdu',
      'Deux heures de retard sans un mot',
      'Rien à redire, tout était bien',
    ]
      .map((text, at) => `1${at}/03/2026;9${at};${text};${at === 2 ? 'Merci' : ''}\n`)
      .join('');
    expect(
      await guessedColumns(`Date;NPS;Que s'est-il passé ?;Autre remarque, même petite ?\n${rows}`),
    ).toMatchObject({ text: "Que s'est-il passé ?" });
    expect(
      await guessedColumns(`submitdate. Date;Q00. Note;Q01. Votre avis sur le produit\n${rows}`),
    ).toMatchObject({ text: 'Q01. Votre avis sur le produit' });
  });
  it.each([
    ['De: (nom)', 'De: (adresse)', 'Objet', 'Corps'],
    ['From: (Name)', 'From: (Address)', 'Subject', 'Body'],
  ])('of mails that Outlook writes as a table: %s', async (name, address, title, text) => {
    expect(
      await guessedColumns(
        `"${title}","${text}","${name}","${address}"\n"Pot","Le pot fuit, que faire","Zoé Tissot","zoe@boite.example"\n"Colis","Rien reçu depuis mardi","Léo Vasse","leo@boite.example"\n`,
      ),
    ).toEqual({ title, text, authorName: name, authorContact: address });
  });
  it('a nickname is who writes, also beside the side that speaks', async () => {
    expect(
      await guessedColumns(
        'created_at,nickname,from,content\n2026-03-01,zoe.t,user,Le pot fuit encore\n2026-03-02,leo,user,Rien reçu\n',
      ),
    ).toMatchObject({ authorName: 'nickname' });
  });
  it('by the rows that hold messages, not by notes, totals and headers between them', async () => {
    const notes = 'Généré le 12/03/2026 à 10:00\nExport limité à 1000 lignes\nTotal;;3\n';
    expect(
      await guessedColumns(
        `Date;Avis;Note\n01/03/2026;Le lait a tourné;1\nDate;Avis;Note\n02/03/2026;Pain;2\n${notes}`,
      ),
    ).toEqual({ date: 'Date', text: 'Avis', rating: 'Note' });
  });
  it('by content where the names say nothing', async () => {
    expect(
      await guessedColumns(
        'c1,c2,c3\n2024-05-01 10:00,https://example.org/1,"Je suis déçue par la livraison, très en retard"\n2024-05-02 11:00,https://example.org/2,"Le magasin de Nantes est toujours propre et clair"\n',
      ),
    ).toEqual({ text: 'c3', url: 'c2', date: 'c1' });
  });
  it('refuses tables without free text: counts, lists, codes', async () => {
    for (const text of [
      'date,followers,posts\n2024-01-01,10,2\n2024-01-02,11,3\n',
      'page,list\nhttps://example.org/a,lait\nhttps://example.org/b,lait\n',
      'code,label\nA1,Lait\nB2,Beurre\n',
      'video_id,title,view_count\nv1,Une recette de beurre,120\nv2,Une recette de crème,99\n',
    ]) {
      expect(await guessedColumns(text), text).toBeUndefined();
    }
  });
  it('takes titles with date, source and address for articles', async () => {
    const file = await openBytes(
      Buffer.from(
        "Date;Titre;Source;URL\n01/02/2024;Le prix du lait monte encore;Journal d'exemple;https://journal.example/1\n15/02/2024;Rappel de yaourts en Bretagne;Gazette d'exemple;https://gazette.example/2\n",
      ),
      'revue.csv',
    );
    const [best] = detectFormat(file);
    const { records } = best ? await readWith(best.source, file) : { records: [] };
    expect(records).toMatchObject([
      {
        platform: 'press',
        stage: 'press',
        kind: 'article',
        title: 'Le prix du lait monte encore',
        sourceName: "Journal d'exemple",
      },
      { stage: 'press' },
    ]);
  });
  it('puts rows of the press among others in their stage', async () => {
    const file = await openBytes(
      Buffer.from(
        'date,media type,url,content\n2024-05-01,Presse,https://journal.example/1,"Le prix du lait monte encore en rayon"\n2024-05-02,Twitter,https://x.com/a/status/12,"Le prix du lait, quelle honte vraiment"\n',
      ),
      'mentions.csv',
    );
    const [best] = detectFormat(file);
    const { records } = best ? await readWith(best.source, file) : { records: [] };
    expect(records.map(({ stage, platform, id }) => [stage, platform, id])).toEqual([
      ['press', 'press', undefined],
      ['public', 'x', '12'],
    ]);
  });
});

describe('addresses and accounts of posts', () => {
  const POSTS = `Date;Réseau social;Nom;Identifiant;Texte;Lien;En réponse à;Sentiment;Score
05/01/2026 10:00;X (Twitter);Ana Roc;@ana33;Toujours en rupture;https://x.com/ana33/status/1800000000000000001;;Négatif;0,35
13/01/2026 11:00;X (Twitter);Marque;@marque;On réassortit demain;https://x.com/marque/status/1800000000000000002;https://x.com/ana33/status/1800000000000000001;Neutre;0,12
`;
  it('reads the address of what is answered as its id, the account beside the name, and a tone up to 1 as no rating', async () => {
    const { records } = await readText(genericTable, POSTS, 'veille.csv');
    expect(
      records.map(({ id, parentId, authorName, authorHandle, rating, kind }) => [
        id,
        parentId,
        authorName,
        authorHandle,
        rating,
        kind,
      ]),
    ).toEqual([
      ['1800000000000000001', undefined, 'Ana Roc', '@ana33', undefined, 'post'],
      ['1800000000000000002', '1800000000000000001', 'Marque', '@marque', undefined, 'comment'],
    ]);
  });

  it('takes the address of the post, not that of a profile, and the comment that is answered', async () => {
    const text = `profileUrl,username,commentId,comment,commentDate,likeCount,parentCommentId,postUrl
https://www.instagram.com/ana/,ana,17800000000000001,Elle est bien fade,2026-01-05T10:00:00.000Z,0,,https://www.instagram.com/p/Cabcdef/
https://www.instagram.com/bob/,bob,17800000000000002,Pareil pour nous,2026-01-05T11:00:00.000Z,0,17800000000000001,https://www.instagram.com/p/Cabcdef/
`;
    const { records } = await readText(genericTable, text, 'result.csv');
    expect(records.map(({ url, parentId }) => [url, parentId])).toEqual([
      ['https://www.instagram.com/p/Cabcdef/', undefined],
      ['https://www.instagram.com/p/Cabcdef/', '17800000000000001'],
    ]);
  });
});

it('a press review in French: titles, articles and who published them; a page is no newspaper', async () => {
  const csv = `Date de parution;Source;Famille de média;Périodicité;Titre de l’article;Signature;Texte de l’article;Page;Lien
03/02/2026;Le Quotidien des Plaines;Presse régionale;Quotidien;La laiterie recrute près de Foix;La rédaction;Une quarantaine de postes seront ouverts au printemps dans un atelier neuf.;p. 7;https://www.plaines.example/1
05/02/2026;Radio Val;Radio;Quotidien;Étiquettes valsantes en rayon;La rédaction;En six mois le beurre aurait pris plus d’un tiers, des clients s’en émeuvent.;p. 2;https://www.val.example/2
`;
  const { records } = await readWith(genericTable, await openBytes(Buffer.from(csv), 'panorama.csv'));
  expect(records.map(({ stage, kind, title, sourceName }) => [stage, kind, title, sourceName])).toEqual([
    ['press', 'article', 'La laiterie recrute près de Foix', 'Le Quotidien des Plaines'],
    ['press', 'article', 'Étiquettes valsantes en rayon', 'Radio Val'],
  ]);
});

it('posts of a listening tool: what each answers', async () => {
  expect(
    await guessedColumns(
      `Date;Heure;Nom;Compte;Texte;Type de publication;URL;URL du tweet d'origine
03/02/2026;10:00:00;Zoé L;@zoe;Le drive ferme sans prévenir;Tweet;https://twitter.com/zoe/status/1;
03/02/2026;11:00:00;Laiterie;@laiterie;On regarde cela tout de suite;Réponse;https://twitter.com/laiterie/status/2;https://twitter.com/zoe/status/1
`,
    ),
  ).toMatchObject({ parentId: "URL du tweet d'origine", url: 'URL' });
});
