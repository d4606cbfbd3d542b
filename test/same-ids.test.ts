import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCorpus, type Corpus } from '../src/corpus.js';
import { buildCorpus } from '../src/pipeline.js';
import { inFolder } from './ingest/in-folder.js';
import { bytesOf } from './shards/bytes-of.js';

const TEN = Array.from({ length: 10 }, (_, at) => at + 1);
const survey = (about: string, hour = ''): string =>
  `id;date;commentaire;note\n${TEN.map((id) => `${id};2026-03-${String(id).padStart(2, '0')}${hour};${id % 4 === 0 ? 'RAS' : `Mon avis sur ${about}, réponse ${id}`};3`).join('\n')}\n`;
/** Without hosts nothing but title and texts tells two feeds apart. */
const feed = (host: string, about: string, hour: number, texts = 'Un texte sur', link = true): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>${about}</title><link>https://${link ? host : 'flux.example'}/</link>${TEN.map(
    (id) =>
      `<item><guid isPermaLink="false">${id}</guid><title>${about}, article ${id}</title>${link ? `<link>https://${host}/a/${id}</link>` : ''}<pubDate>Mon, ${String(id + 1).padStart(2, '0')} Mar 2026 ${hour}:07:00 GMT</pubDate><description>${texts} ${about}, numéro ${id}, assez long pour être lu.</description></item>`,
  ).join('')}</channel></rss>`;
const desk = (host: string, about: string, hour: number, suffix = ''): string =>
  JSON.stringify({
    tickets: TEN.map((id) => ({
      id,
      url: `https://${host}/api/v2/tickets/${id}.json`,
      subject: `${about} ${id}`,
      description: `Bonjour, mon ${about} numéro ${id} est arrivé cassé.${id === 3 ? suffix : ''}`,
      status: 'open',
      created_at: `2026-03-${String(id).padStart(2, '0')}T${hour}:12:00Z`,
      requester_id: 100 + id,
      via: { channel: 'email' },
    })),
  });

const two = (n: number): string => String(n).padStart(2, '0');
/** Rows of tickets, several a ticket, or one without a name. */
const talk = (about: string, customer: string): string =>
  `Ticket;Date;Auteur;Message\n${TEN.flatMap((id) => [`${id};2026-03-${two(id)} 10:12;${customer} ${id};Bonjour, mon ${about} numéro ${id} est arrivé cassé`, `${id};2026-03-${two(id)} 15:12;Agent;Nous remplaçons votre ${about} ${id} tout de suite`]).join('\n')}\n`;

const KEY = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const build = (folder: string, names: readonly string[], out: string): Promise<Corpus> =>
  buildCorpus(
    names.map((name) => join(folder, name)),
    join(folder, out),
    { key: KEY, workers: 0 },
  );
const hints = async (corpus: Corpus): Promise<readonly unknown[]> => [
  ...(
    await corpus.query(
      "SELECT file || ': ' || regexp_extract(hint, '^[^:]*(?:another text|source)') AS told FROM doubts WHERE reason = 'conflicting-id' ORDER BY told",
    )
  ).array('told'),
];

describe('two sources that number alike', () => {
  it.each([
    ['surveys', { 'a.csv': survey('le beurre'), 'b.csv': survey('la crème') }],
    [
      'surveys of equal minutes',
      { 'a.csv': survey('le beurre', ' 10:15'), 'b.csv': survey('la crème', ' 10:15') },
    ],
    [
      'feeds',
      { 'a.rss': feed('un.example', 'Le beurre', 10), 'b.rss': feed('deux.example', 'La crème', 16) },
    ],
    [
      'feeds of one second',
      { 'a.rss': feed('un.example', 'Le beurre', 10), 'b.rss': feed('deux.example', 'La crème', 10) },
    ],
    [
      'feeds of one second without links',
      {
        'a.rss': feed('un.example', 'Le beurre', 10, 'Un texte sur', false),
        'b.rss': feed('deux.example', 'La crème', 10, 'Un texte sur', false),
      },
    ],
    [
      'helpdesks',
      { 'a.json': desk('un.zendesk.com', 'pot', 10), 'b.json': desk('deux.zendesk.com', 'verre', 10) },
    ],
  ])('%s: all messages are kept, with threads of their own, and told', async (_, files) => {
    await inFolder(files, async (folder) => {
      const names = Object.keys(files);
      const corpus = await build(folder, names, 'corpus');
      const { ids, threads, mixed } = (
        await corpus.query(`SELECT count(DISTINCT messageId) AS ids, count(DISTINCT threadId) AS threads,
          (SELECT count(*) FROM (SELECT threadId FROM messages WHERE threadId IS NOT NULL GROUP BY threadId HAVING count(DISTINCT file) > 1)) AS mixed
          FROM messages`)
      ).object(0) as { ids: number; threads: number; mixed: number };
      const { totals, files: read } = corpus.manifest;
      expect(read.map(({ format }) => format)).not.toContain(null);
      expect([totals.kept, totals.duplicates, totals.rejected, ids, mixed]).toEqual([20, 0, 0, 20, 0]);
      if (names[0] === 'a.json') expect(threads).toBe(20);
      expect(await hints(corpus)).toEqual([expect.stringMatching(/: 10 messages carry the id of another/)]);
      corpus.close();
    });
  });

  it('of all kinds: a corpus that grows equals one made at once', async () => {
    const files = {
      'a.csv': survey('le beurre'),
      'a.rss': feed('un.example', 'Le beurre', 10),
      'a.json': desk('un.zendesk.com', 'pot', 10),
      'b.csv': survey('la crème'),
      'b.rss': feed('deux.example', 'La crème', 10),
      'b.json': desk('deux.zendesk.com', 'verre', 10),
      'c.csv': talk('pot', 'Zoé'),
      'd.csv': talk('verre', 'Léo'),
    };
    await inFolder(files, async (folder) => {
      const names = Object.keys(files);
      (await build(folder, names, 'corpus')).close();
      for (const some of [names.slice(4, 7), names.slice(7), names.slice(0, 4)])
        (await build(folder, some, 'steps')).close();
      expect(bytesOf(join(folder, 'steps'))).toEqual(bytesOf(join(folder, 'corpus')));
    });
  });
});

describe('tickets without the name of their desk', () => {
  const tickets = (about: string, minute = 12): string =>
    `ID du ticket;Objet;Statut;Date de création;Description\n${TEN.map((id) => `${id};${about} ${id};Ouvert;2026-03-${two(id)} 10:${minute};Mon ${about} a fui partout et ${about} sentait mauvais`).join('\n')}\n`;
  const threadsOf = async (corpus: Corpus): Promise<unknown> =>
    (
      await corpus.query(
        'SELECT count(*) AS n, count(DISTINCT threadId) AS threads, (SELECT count(*) FROM cases) AS cases FROM messages',
      )
    ).object(0);

  it.each([
    ['other people', talk('pot', 'Zoé'), talk('verre', 'Léo'), { n: 40, threads: 20, cases: 20 }],
    ['nobody told, other words', tickets('pot'), tickets('verre', 47), { n: 20, threads: 20, cases: 20 }],
  ])(
    'two desks that number alike, %s: threads are kept apart, and told',
    async (_, first, second, expected) => {
      await inFolder({ 'a.csv': first, 'b.csv': second }, async (folder) => {
        const corpus = await build(folder, ['a.csv', 'b.csv'], 'corpus');
        expect(await threadsOf(corpus)).toEqual(expected);
        expect(await hints(corpus)).toEqual([
          expect.stringMatching(/\.csv: 10 threads have the number of a thread of another source/),
        ]);
        corpus.close();
      });
    },
  );

  /** Rows of tickets, three a ticket, of which nobody is named; ticket n of a desk begins on its day n. */
  const nameless = (about: string, { hour = 10, late = 0, title = '', month = 3 } = {}): string =>
    `Ticket;Date;${title ? 'Objet;' : ''}Message\n${TEN.flatMap((id) =>
      [
        [id, hour + (id % 2 === 0 ? late : 2), `Bonjour, mon ${about} numéro ${id} est arrivé cassé`],
        [id, hour + 5, `Alors, que devient mon ${about} numéro ${id} ?`],
        [id + 1, hour + 5, `Nous remplaçons votre ${about} ${id} tout de suite`],
      ].map(
        ([day, at, text]) =>
          `${id};2026-${two(month)}-${two(Number(day))} ${at}:12;${title && `${title} ${id};`}${text}`,
      ),
    ).join('\n')}\n`;

  it.each([
    ['in the same days, in any order', nameless('pot'), nameless('verre', { late: 4 })],
    [
      'with other titles, years apart',
      nameless('pot', { title: 'Pot cassé' }),
      nameless('verre', { title: 'Verre fêlé', month: 9 }),
    ],
  ])('two desks where nobody is named and tickets have several rows, %s: kept apart', async (_, a, b) => {
    await inFolder({ 'a.csv': a, 'b.csv': b }, async (folder) => {
      const corpus = await build(folder, ['a.csv', 'b.csv'], 'corpus');
      expect(await threadsOf(corpus)).toMatchObject({ n: 60, threads: 20 });
      expect(await hints(corpus)).toEqual([
        expect.stringMatching(/\.csv: 10 threads have the number of a thread of another source/),
      ]);
      corpus.close();
    });
  });

  /** Questions in one file and answers in another, or the tickets of March and what came in April: the same rows could be of two desks. */
  it.each([
    [
      'questions and answers',
      nameless('pot').replaceAll(/^.*Nous.*\n/gm, ''),
      nameless('pot').replaceAll(/^.*(?:Bonjour|Alors).*\n/gm, ''),
    ],
    ['one month after the other', nameless('pot'), nameless('verre', { month: 4 })],
  ])(
    'where nothing tells one desk from two, %s: read as one, told, and settled by a name',
    async (_, a, b) => {
      await inFolder({ 'a.csv': a, 'b.csv': b }, async (folder) => {
        const corpus = await build(folder, ['a.csv', 'b.csv'], 'corpus');
        expect(await threadsOf(corpus)).toMatchObject({ threads: 10 });
        const told = await corpus.query("SELECT file, hint FROM doubts WHERE reason = 'conflicting-id'");
        expect(told.objects()).toEqual([
          {
            file: expect.stringMatching(/^table-/),
            hint: expect.stringMatching(/^10 threads .* read as one.*map sourceName==/),
          },
        ]);
        corpus.close();
        for (const [name, title] of [
          ['a.csv', 'Nord'],
          ['b.csv', 'Sud'],
        ] as const)
          (
            await buildCorpus(join(folder, name), join(folder, 'named'), {
              key: KEY,
              workers: 0,
              map: { sourceName: `=${title}` },
            })
          ).close();
        const named = await openCorpus(join(folder, 'named'));
        expect(await threadsOf(named)).toMatchObject({ threads: 20 });
        named.close();
      });
    },
  );

  it('two exports of one desk are one thread a ticket, also where the later one has what came since alone', async () => {
    const since = TEN.map(
      (id) => `${id};2026-04-${two(id)} 9:30;Zoé ${id};Toujours rien reçu pour le pot ${id}`,
    );
    const later = `Ticket;Date;Auteur;Message\n${since.join('\n')}\n`;
    await inFolder(
      {
        'a.csv': talk('pot', 'Zoé'),
        'b.csv': later,
        'c.csv': tickets('pot'),
        'd.csv': tickets('pot').replace('Ouvert', 'Clos'),
      },
      async (folder) => {
        const talks = await build(folder, ['a.csv', 'b.csv'], 'talks');
        expect(await threadsOf(talks)).toMatchObject({ n: 30, threads: 10 });
        expect(await hints(talks)).toEqual([]);
        talks.close();
        const twice = await build(folder, ['c.csv', 'd.csv'], 'twice');
        expect(await threadsOf(twice)).toMatchObject({ threads: 10 });
        expect(await hints(twice)).toEqual([]);
        twice.close();
      },
    );
  });
});

describe('one source exported twice', () => {
  it('a text that was changed since is one message: the earlier text is a duplicate, and told', async () => {
    const files = {
      'a.json': desk('un.zendesk.com', 'pot', 10),
      'b.json': desk('un.zendesk.com', 'pot', 10, ' Merci de votre aide.'),
    };
    await inFolder(files, async (folder) => {
      const corpus = await build(folder, Object.keys(files), 'corpus');
      expect(corpus.manifest.totals).toEqual({ read: 20, kept: 10, duplicates: 10, rejected: 0 });
      expect(await hints(corpus)).toEqual([
        expect.stringMatching(/: 1 message is another version of a message that is kept/),
      ]);
      const texts = await corpus.query(
        "SELECT text FROM messages WHERE text LIKE '%numéro 3%' UNION ALL SELECT text FROM duplicates WHERE text LIKE '%numéro 3%'",
      );
      corpus.close();
      expect(texts.numRows()).toBe(2);
      expect(new Set(texts.array('text')).size).toBe(2);
    });
  });

  it('another tool that writes each text with more around it says the same messages', async () => {
    const files = {
      'a.csv': survey('le beurre', ' 10:15'),
      'b.csv': survey('le beurre', ' 10:15').replaceAll(/, réponse \d+/g, '$& (avis vérifié)'),
    };
    await inFolder(files, async (folder) => {
      const corpus = await build(folder, Object.keys(files), 'corpus');
      corpus.close();
      expect(corpus.manifest.totals).toEqual({ read: 20, kept: 10, duplicates: 10, rejected: 0 });
    });
  });

  it('two texts of one id in one file, without a stamp that says edited, are two messages', async () => {
    const rows = ['1;2026-03-01 10:15;Le beurre a tourné', '1;2026-03-01 10:15;La crème était parfaite'];
    await inFolder({ 'a.csv': `id;date;commentaire\n${rows.join('\n')}\n` }, async (folder) => {
      const corpus = await build(folder, ['a.csv'], 'corpus');
      corpus.close();
      expect(corpus.manifest.totals).toEqual({ read: 2, kept: 2, duplicates: 0, rejected: 0 });
    });
  });

  it('an overlapping export of a chat under the name "… (1).txt" adds what is new, also two equal lines of one minute', async () => {
    const lines = [
      '12/09/2026 09:58 - Zoé: Bonjour, mon colis est arrivé ouvert',
      '12/09/2026 09:58 - Zoé: ok',
      '12/09/2026 09:58 - Zoé: ok',
      '12/09/2026 10:02 - Laiterie: Nous regardons cela tout de suite',
      '13/09/2026 10:02 - Zoé: Merci, toujours rien ce matin',
    ];
    const files = {
      'Discussion WhatsApp avec Zoé.txt': `${lines.slice(0, 4).join('\n')}\n`,
      'Discussion WhatsApp avec Zoé (1).txt': `${lines.join('\n')}\n`,
    };
    await inFolder(files, async (folder) => {
      const corpus = await build(folder, Object.keys(files), 'corpus');
      corpus.close();
      expect(corpus.manifest.totals).toEqual({ read: 9, kept: 5, duplicates: 4, rejected: 0 });
    });
  });
});

describe('short answers of one day without a name', () => {
  const answers = (texts: readonly string[]): string =>
    `Date;Avis;Note\n${texts.map((text, at) => `${10 + (at >> 1)}/03/2026;${text};3`).join('\n')}\n`;
  const brest = [
    'RAS',
    'Très bien',
    'Une seule caisse ouverte à midi, quarante minutes de queue',
    'RAS',
    'Merci',
  ];
  const lyon = ['RAS', 'Très bien', 'Rayon bio trop petit, dommage pour un si grand magasin', 'RAS', 'Cher'];

  it('in two surveys are two messages, in a second export of one survey one', async () => {
    await inFolder(
      { 'brest.csv': answers(brest), 'lyon (1).csv': answers(lyon.slice(0, 4)), 'lyon.csv': answers(lyon) },
      async (folder) => {
        const corpus = await build(folder, ['brest.csv', 'lyon (1).csv', 'lyon.csv'], 'corpus');
        expect(corpus.manifest.files.map(({ kept, duplicates }) => [kept, duplicates])).toEqual([
          [5, 0],
          [4, 0],
          [1, 4],
        ]);
        corpus.close();
        for (const name of ['lyon.csv', 'brest.csv', 'lyon (1).csv'])
          (await build(folder, [name], 'steps')).close();
        expect(bytesOf(join(folder, 'steps'))).toEqual(bytesOf(join(folder, 'corpus')));
      },
    );
  });

  it('that are long are one: the same words of over forty letters on one day', async () => {
    await inFolder(
      { 'a.csv': answers([...brest, 'Alpha']), 'b.csv': answers([lyon[0] ?? '', 'Bêta', brest[2] ?? '']) },
      async (folder) => {
        const corpus = await build(folder, ['a.csv', 'b.csv'], 'corpus');
        expect(corpus.manifest.totals).toMatchObject({ read: 9, kept: 8, duplicates: 1 });
        corpus.close();
      },
    );
  });
});

describe('authors that two desks number alike', () => {
  const EXTRA = [
    'Aubin',
    'Bastid',
    'Corbel',
    'Dorval',
    'Estang',
    'Fauvel',
    'Gorin',
    'Hamon',
    'Ivernel',
    'Jolivet',
  ];
  interface Desk {
    /** Where the tickets begin: those of one desk are not those of another. */
    readonly from: number;
    readonly names?: boolean;
    readonly first?: string;
    readonly mail?: boolean;
    readonly host?: string;
  }
  const requesters = ({ from, first = 'Zoé', names = true, mail = false, host }: Desk): string =>
    `Ticket;${host ? 'Lien;' : ''}Date;ID client;${names ? 'Nom du client;' : ''}${mail ? 'E-mail du client;' : ''}Statut;Message\n${TEN.map(
      (id) =>
        [
          from + id,
          ...(host ? [`https://${host}/tickets/${from + id}`] : []),
          `2026-03-${two(id)} 10:${two(from % 60)}`,
          id,
          ...(names ? [`${first} ${EXTRA[id - 1] ?? ''}`] : []),
          ...(mail ? [`${first.toLowerCase()}${id}@boite.example`] : []),
          'Ouvert',
          `Bonjour, mon pot ${from + id} est arrivé cassé, que faire`,
        ].join(';'),
    ).join('\n')}\n`;
  const authorsOf = async (a: string, b: string): Promise<unknown> => {
    let told: unknown;
    await inFolder({ 'a.csv': a, 'b.csv': b }, async (folder) => {
      const corpus = await build(folder, ['a.csv', 'b.csv'], 'corpus');
      told = (
        await corpus.query(
          'SELECT count(*) AS n, count(authorKey) AS told, count(DISTINCT authorKey) AS authors FROM messages',
        )
      ).object(0);
      corpus.close();
    });
    return told;
  };
  const nord = { from: 100, host: 'nord.example' };

  it.each([
    [
      'of two hosts, nobody named',
      { ...nord, names: false },
      { from: 300, host: 'sud.example', names: false },
      20,
    ],
    ['of two hosts, other names', nord, { from: 300, host: 'sud.example', first: 'Léo' }, 20],
    ['without a host, other names', { from: 100 }, { from: 300, first: 'Léo' }, 20],
    [
      'without a host or a name, other addresses',
      { from: 100, names: false, mail: true },
      { from: 300, names: false, mail: true, first: 'Léo' },
      20,
    ],
    ['of one host, one export after the other', nord, { ...nord, from: 300 }, 10],
    ['of one host, nobody named', { ...nord, names: false }, { ...nord, from: 300, names: false }, 10],
    ['without a host, the same names', { from: 100 }, { from: 300 }, 10],
    ['without a host, nobody named', { from: 100, names: false }, { from: 300, names: false }, 10],
    [
      'of two hosts, the same addresses and names',
      { ...nord, mail: true },
      { from: 300, host: 'sud.example', mail: true },
      10,
    ],
  ] as const)('%s', async (_, a, b, authors) => {
    expect(await authorsOf(requesters(a), requesters(b))).toEqual({ n: 20, told: 20, authors });
  });

  it('a corpus that grows equals one made at once', async () => {
    const files = { 'a.csv': requesters({ from: 100 }), 'b.csv': requesters({ from: 300, first: 'Léo' }) };
    await inFolder(files, async (folder) => {
      for (const name of ['a.csv', 'b.csv', 'a.csv']) (await build(folder, [name], 'steps')).close();
      (await build(folder, ['a.csv', 'b.csv'], 'once')).close();
      expect(bytesOf(join(folder, 'steps'))).toEqual(bytesOf(join(folder, 'once')));
    });
  });

  it('JSON of two hosts, and of one', async () => {
    const of = (host: string, from: number): string =>
      desk(host, 'pot', 10).replaceAll(/"id":(\d+)/g, (_, id) => `"id":${from + Number(id)}`);
    const json = async (b: string): Promise<unknown> => {
      let n: unknown;
      await inFolder({ 'a.json': of('un.zendesk.com', 0), 'b.json': b }, async (folder) => {
        const corpus = await build(folder, ['a.json', 'b.json'], 'corpus');
        n = (await corpus.query('SELECT count(DISTINCT authorKey) AS n FROM messages')).object(0);
        corpus.close();
      });
      return n;
    };
    expect(await json(of('deux.zendesk.com', 500))).toEqual({ n: 20 });
    expect(await json(of('un.zendesk.com', 500))).toEqual({ n: 10 });
  });
});
