import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildCorpus, type BuildOptions } from '../../src/pipeline.js';
import { temporaryFolder } from '../temporary-folder.js';

const KEY = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

type Said = readonly [id: string, thread: string, parent: string, author: string, text: string];
const HEADER = 'id,parent,thread,author,date,text';
const PUBLIC = { id: 'id', parent: 'parent', thread: 'thread', author: 'author', stage: '=public' };

/** A table of messages, a minute apart. */
function table(name: string, rows: readonly Said[], from = 0): string {
  const path = join(folder, name);
  const lines = rows.map(
    ([id, thread, parent, author, text], at) =>
      `${id},${parent},${thread},${author},2026-03-02T10:${String(from + at).padStart(2, '0')}:00Z,"${text}"`,
  );
  writeFileSync(path, [HEADER, ...lines, ''].join('\n'));
  return path;
}

interface Row {
  readonly text: string;
  readonly refersTo: string | null;
  readonly complaint: boolean;
  readonly sentiment: string | null;
  readonly drivers: readonly string[];
  readonly driverEvidence: readonly string[];
  readonly p: number;
  readonly source: number | null;
}

let built = 0;
async function read(
  paths: readonly string[],
  options: BuildOptions = {},
  out = `corpus${built++}`,
): Promise<Row[]> {
  const corpus = await buildCorpus(paths, join(folder, out), {
    key: KEY,
    workers: 0,
    map: PUBLIC,
    ...options,
  });
  try {
    return (
      await corpus.query(`SELECT m.text, m.refersTo, list_contains(m.intents, 'complaint') AS complaint, m.sentiment, m.drivers, m.driverEvidence,
        m.complaintProbability AS p, s.complaintProbability AS source
        FROM messages m LEFT JOIN messages s ON s.messageId = m.refersTo ORDER BY m.sentAt, m.text`)
    ).objects() as unknown as Row[];
  } finally {
    corpus.close();
  }
}

const BROKEN = 'Mon colis est arrivé éventré et personne ne répond, c’est honteux';
const ROWS: readonly Said[] = [
  ['1', 'post', '', 'ana', BROKEN],
  ['2', 'post', '1', 'bob', 'Idem à Vesoul'],
  ['3', 'post', '2', 'cyd', 'mon frère pareil'],
  ['4', 'post', '1', 'dov', 'Chez moi aucun problème'],
  ['5', 'post', '1', 'eve', 'Pareil 😂😂'],
  ['6', 'post', '1', 'fay', 'Bonne journée à tous'],
  ['7', 'love', '', 'gus', 'Votre miel est délicieux, merci'],
  ['8', 'love', '7', 'hal', 'Idem à Vannes'],
  ['9', 'free', '', 'ida', BROKEN],
  ['10', 'free', '', 'jon', 'on est deux'],
  ['11', 'lone', '', 'kim', 'on est deux'],
  ['12', '', '', 'lou', BROKEN],
  ['13', '', '12', 'max', 'Same here in Leeds'],
];
const by = (rows: readonly Row[], text: string): Row => rows.find((row) => row.text.startsWith(text)) as Row;

describe('a few public words that agree', () => {
  it('with a complaint complain of the same, by reference, down a chain; not denials, jokes or words of their own', async () => {
    const rows = await read([table('a.csv', ROWS)]);
    const parent = by(rows, BROKEN);
    expect(parent.complaint).toBe(true);
    expect(parent.drivers).toContain('delivery');
    for (const text of ['Idem à Vesoul', 'mon frère pareil', 'Same here']) {
      const row = by(rows, text);
      expect(row).toMatchObject({ complaint: true, sentiment: 'negative', drivers: parent.drivers });
      expect(row.driverEvidence).toEqual(parent.driverEvidence.map((words) => `↑ ${words}`));
      expect([row.p, row.source]).toEqual([parent.p, parent.p]);
    }
    for (const text of ['Chez moi', 'Pareil', 'Bonne', 'Votre', 'Idem à Vannes'])
      expect(by(rows, text), text).toMatchObject({
        complaint: false,
        refersTo: null,
        driverEvidence: expect.not.arrayContaining([expect.stringContaining('↑')]),
      });
    // In a thread without parents they agree with the last that said more; alone with nothing.
    expect(rows.filter(({ text }) => text === 'on est deux').map(({ complaint }) => complaint)).toEqual([
      true,
      false,
    ]);
  });

  it('of the brand, or under a reply of the brand to a complaint', async () => {
    const rows = await read(
      [
        table('a.csv', [
          ['1', 'post', '', 'ana', BROKEN],
          ['2', 'post', '1', 'Ruche', 'Bonjour, écrivez-nous en message privé'],
          ['3', 'post', '2', 'bob', 'mon frère pareil'],
          ['4', 'post', '1', 'Ruche', 'Tout à fait d’accord avec vous Ana'],
        ]),
      ],
      { config: { brand: 'Ruche', brandAccounts: ['Ruche'] } },
    );
    expect(rows.map(({ complaint }) => complaint)).toEqual([true, false, true, false]);
  });

  it('are read alike file after file, in any order, and all at once', async () => {
    const first = table('a.csv', ROWS.slice(0, 1)),
      second = table('b.csv', ROWS.slice(1), 1);
    const once = await read([first, second]);
    expect(by(once, 'Idem à Vesoul').complaint).toBe(true);
    await read([second], {}, 'steps');
    expect(await read([first], {}, 'steps')).toEqual(once);
    expect(
      await read([table('c.csv', [['14', 'other', '', 'lea', 'Bonne journée']], 40)], {}, 'steps'),
    ).toHaveLength(14);
    expect(await read([first, second], { shardBytes: 200 })).toEqual(once);
  });

  it('keep what they say by themselves, and have it again when the complaint is gone', async () => {
    const map = { ...PUBLIC, platform: '=facebook' };
    const reply = table('b.csv', ROWS.slice(1, 2), 1);
    const alone = by(await read([reply], { map }, 'alone'), 'Idem');
    expect(alone).toMatchObject({ complaint: false, refersTo: null });
    expect(
      by(await read([table('a.csv', ROWS.slice(0, 1)), reply], { map }, 'edited'), 'Idem').complaint,
    ).toBe(true);
    const edit = table('c.csv', [['1', 'post', '', 'ana', 'Votre miel est délicieux, merci']], 30);
    const edited = await read([edit], { map }, 'edited');
    expect(edited).toHaveLength(2);
    expect(by(edited, 'Idem')).toEqual(alone);
  });
});

describe('a reminder in a private thread', () => {
  it('has the tone and the drivers of the complaint, and complains of nothing itself', async () => {
    const rows = await read(
      [
        table('a.csv', [
          ['1', 'mail', '', 'ana', BROKEN],
          ['2', 'mail', '', 'ana', 'Bonjour, je reviens vers vous suite à mon message resté sans suite'],
          ['3', 'else', '', 'bob', 'Bonjour, avez-vous des nouvelles suite à mon dernier message ?'],
          ['4', 'mail', '', 'ana', 'Bonjour, avez-vous des nouvelles suite à mon dernier message ?'],
          ['5', 'mail', '', 'ana', 'Suite à ma demande, voici le numéro du dossier : 12'],
        ]),
      ],
      { map: { ...PUBLIC, stage: '=private' } },
    );
    const [complaint, , alone, reminder, detail] = rows as [Row, Row, Row, Row, Row];
    expect(reminder.drivers).toEqual(complaint.drivers);
    expect(reminder.driverEvidence[0]).toMatch(/^↑ /);
    expect(alone).toMatchObject({ refersTo: null, drivers: [] });
    expect(reminder.p).toBe(alone.p);
    expect([reminder.sentiment, alone.sentiment, detail.sentiment]).toEqual([
      'negative',
      'neutral',
      'neutral',
    ]);
  });

  it('before an answer is no complaint of its own; after one, or of another matter, it is', async () => {
    const map = { ...PUBLIC, stage: '=private' },
      options = { map, config: { brand: 'Ruche', brandAccounts: ['Ruche'] } };
    const REMINDER = 'Deuxième relance, toujours aucune réponse à mon message, c’est inadmissible';
    const paths = [
      table('a.csv', [
        ['1', 'lone', '', 'bob', REMINDER],
        ['2', 'mail', '', 'ana', BROKEN],
        ['3', 'mail', '', 'ana', REMINDER],
        ['4', 'mail', '', 'ana', `${REMINDER}. Et maintenant vous m’avez débité deux fois à la caisse`],
        ['5', 'mail', '', 'Ruche', 'Bonjour Ana, nous regardons cela'],
        ['6', 'mail', '', 'ana', REMINDER],
        ['7', 'mail', '', 'ana', `Relance n° 4. ${REMINDER}`],
      ]),
    ];
    const rows = await read(paths, options, 'whole');
    expect(rows.map(({ complaint, p }) => [complaint, p >= 0.5])).toEqual(
      [true, true, false, true, false, true, false].map((one) => [one, one]),
    );
    expect(rows[2]).toMatchObject({ p: 0, sentiment: 'negative', refersTo: expect.any(String) });
    const more = table('b.csv', [['8', 'other', '', 'lea', 'Bonne journée']], 40);
    expect((await read([more], options, 'whole')).slice(0, 7)).toEqual(rows);
  });
});
