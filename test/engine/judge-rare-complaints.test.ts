import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Corpus } from '../../src/corpus.js';
import { follow, followLines } from '../../src/follow.js';
import { buildCorpus } from '../../src/pipeline.js';
import { temporaryFolder } from '../temporary-folder.js';

const TOWNS =
  'Quimper Lannion Redon Vitré Fougères Dinan Morlaix Pontivy Auray Guingamp Paimpol Carhaix Landerneau Concarneau Ploërmel Tréguier Lorient Vannes Brest Rennes'.split(
    ' ',
  );
/** 120 posts of everyday life, of which none reads as a complaint. */
const AT_LARGE = [
  'Il pleut sur ',
  'Nous partons marcher vers ',
  'Bonne fête à mes amis de ',
  'Le marché de printemps ouvre demain à ',
  'Bonne année depuis ',
  'Nos amis se marient samedi à ',
].flatMap((words) => TOWNS.map((town) => words + town));
/** Read as complaints at .68 and .74, and at .98. */
const SLIGHT = ['La livraison a pris trois semaines', 'Le pain était rassis'],
  SURE = 'Mon colis est arrivé éventré et personne ne répond, c’est honteux';
const AGREES = 'Pareil 😂😂';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

/** A table of public posts; what agrees with the first text answers it. */
function table(name: string, texts: readonly string[]): string {
  const path = join(folder, name);
  const lines = texts.map(
    (text, at) =>
      `${name}-${at},${text === AGREES ? `${name}-0` : ''},t,a${at},2026-03-02T10:${String(at % 60).padStart(2, '0')}:00Z,"${text}"`,
  );
  writeFileSync(path, ['id,parent,thread,author,date,text', ...lines, ''].join('\n'));
  return path;
}

async function open(paths: readonly string[], out: string, workers = 0): Promise<Corpus> {
  return buildCorpus(paths, join(folder, out), {
    key: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
    workers,
    map: { id: 'id', parent: 'parent', thread: 'thread', author: 'author', stage: '=public' },
  });
}

const TOLD = `SELECT list_contains(intents, 'complaint') AS told, complaintProbability AS p, text FROM messages
  WHERE text IN (${[...SLIGHT, SURE, AGREES].map((text) => `'${text}'`).join(', ')}) ORDER BY file, text`;
const rowsOf = async (corpus: Corpus, sql: string): Promise<unknown[]> => {
  const rows = (await corpus.query(sql)).objects();
  corpus.close();
  return rows;
};
const tell = async (paths: readonly string[], out: string, workers = 0): Promise<string[]> =>
  ((await rowsOf(await open(paths, out, workers), TOLD)) as { told: boolean; text: string }[]).map(
    ({ told, text }) => `${text}: ${told}`,
  );

describe('judgeRareComplaints', () => {
  it('tells what surely complains alone in a file where hardly anybody does', async () => {
    const paths = [
      table('at-large.csv', [SLIGHT[0] as string, SLIGHT[1] as string, SURE, AGREES, ...AT_LARGE]),
    ];
    expect(await tell(paths, 'one')).toEqual([
      `${SLIGHT[0]}: false`,
      `${SLIGHT[1]}: false`,
      `${SURE}: true`,
      `${AGREES}: false`,
    ]);
  });

  it('leaves files alone where people complain, with too few texts, and reviews', async () => {
    const often = TOWNS.map((town) => `Ma commande pour ${town} n’est jamais arrivée et personne ne répond`);
    expect(await tell([table('page.csv', [...SLIGHT, ...often, ...AT_LARGE])], 'page')).toEqual(
      SLIGHT.map((text) => `${text}: true`),
    );
    expect(await tell([table('small.csv', [...SLIGHT, ...AT_LARGE.slice(0, 90)])], 'small')).toEqual(
      SLIGHT.map((text) => `${text}: true`),
    );
  });

  it('counts copies once', async () => {
    const copied = Array.from({ length: 120 }, () => AT_LARGE[0] as string);
    expect(await tell([table('copied.csv', [...SLIGHT, ...copied])], 'copied')).toEqual(
      SLIGHT.map((text) => `${text}: true`),
    );
  });

  it('keeps the probability, tells of it as a doubt and in what follows a message', async () => {
    const corpus = await open([table('at-large.csv', [...SLIGHT, ...AT_LARGE])], 'kept');
    const { messageId, p } = (
      await corpus.query(
        `SELECT messageId, complaintProbability AS p FROM messages WHERE text = '${SLIGHT[1]}'`,
      )
    ).object() as { messageId: string; p: number };
    expect(p).toBeGreaterThan(0.5);
    const path = await follow(corpus, messageId);
    expect(followLines(path, 'fr').join('\n')).toMatch(
      /plainte {5}non\u00a0: ses mots se lisent comme une plainte à 0,7\d, mais presque aucun texte de son fichier n’en est une\u00a0: il y faut 0,8$/m,
    );
    expect(followLines(path).join('\n')).toMatch(
      /complaint {3}no: its words are one at 0\.7\d, but hardly any text of its file is, where it takes 0\.8/,
    );
    const doubts = (await rowsOf(corpus, `SELECT hint FROM doubts WHERE reason = 'few-complaints'`)) as {
      hint: string;
    }[];
    expect(doubts.map(({ hint }) => hint)).toEqual([
      'hardly any of its public texts complains (one in twenty at most, by how all of them read): 2 that read as complaints are told none, as most such are none; those that surely complain are told',
    ]);
  });

  it('judges again when more is read, and the same in one run, two runs or on threads', async () => {
    const first = table('a.csv', [...SLIGHT, ...AT_LARGE]),
      second = table('b.csv', [...SLIGHT, SURE]);
    const all = 'FROM messages ORDER BY file, "row"';
    await open([first], 'twice').then((corpus) => corpus.close());
    const twice = await rowsOf(await open([second], 'twice'), all),
      once = await rowsOf(await open([first, second], 'once'), all),
      threads = await rowsOf(await open([first, second], 'threads', 2), all);
    expect(twice).toEqual(once);
    expect(threads).toEqual(once);
    // an earlier file that people complain in is another, of the same name: what it holds is told
    const often = TOWNS.map((town) => `Ma commande pour ${town} n’est jamais arrivée et personne ne répond`);
    table('a.csv', [...SLIGHT, ...AT_LARGE, ...often]);
    expect((await tell([first], 'twice')).toSorted()).toEqual(
      [...SLIGHT, ...SLIGHT, SURE].toSorted().map((text) => `${text}: true`),
    );
  });
});
