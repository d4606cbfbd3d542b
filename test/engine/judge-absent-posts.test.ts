import { expect, it } from 'vitest';
import type { Corpus } from '../../src/corpus.js';
import { volumeByChannel } from '../../src/metrics/basic/message-volume.js';
import { inCorpus } from '../in-corpus.js';

const HEADER =
  'url;published;content;extra_author_attributes.short_name;source_type;tags_internal;parent_url;title_snippet';
const CONTEST = 'Gagnez un an de miel de bruyère en partageant ce message avec vos amis gourmands';
const PROTEST = 'Trois lots rappelés en silence, la Ruche doit des comptes à toutes les familles';

/** A post, or words under another. */
const row = (id: number, by: string, text: string, parent?: number): string =>
  [
    `https://x.com/${by}/status/${id}`,
    `${10 + (id % 15)}/02/26 08:00:00`,
    text,
    by,
    'SOCIALMEDIA_TWITTER',
    parent === undefined ? '' : 'isComment',
    parent === undefined ? '' : `https://x.com/i/status/${parent}`,
    '',
  ].join(';');

/** A post of the brand, and two accounts that say something under it. */
const present = (id: number, said?: string): string[] => {
  const own = `La Ruche d'Armor vous ouvre ses ateliers du Finistère, visite numéro ${id}`;
  return [
    row(id, 'ruche', own),
    row(id + 1, `a${id}`, said ?? own, id),
    row(id + 2, `b${id}`, said ?? own, id),
  ];
};

/** Three accounts that say the same under a post that is not there, one of them twice. */
const absent = (id: number, text: string): string[] =>
  ['lou', 'ana', 'tom', 'tom'].map((by, at) => row(id + 1 + at, by, text, id));

const read = <T>(rows: readonly string[], look: (corpus: Corpus) => Promise<T>): Promise<T> =>
  inCorpus(
    { 'talkwalker.csv': [HEADER, ...rows].join('\n') },
    { zone: 'Europe/Paris', config: { brand: "Ruche d'Armor", brandAccounts: ['ruche'] } },
    look,
  );

/** Speeches of what stands under the absent post, doubts about it, and what volumes say. */
const told = (rows: readonly string[]): Promise<unknown> =>
  read(rows, async (corpus) => {
    const of = async (sql: string): Promise<unknown> =>
      ((await corpus.query(sql)).objects() as { one: string }[]).map(({ one }) => one);
    const { fr = '', en = '' } = (await volumeByChannel(corpus)).limits ?? {};
    return {
      speeches: await of(
        'SELECT DISTINCT speech AS one FROM messages WHERE parentId NOT IN (SELECT messageId FROM messages) ORDER BY 1',
      ),
      doubts: await of(
        "SELECT DISTINCT regexp_extract(hint, 'counted as [^,]*') AS one FROM doubts WHERE reason = 'absent-post'",
      ),
      counted: [...fr.matchAll(/\d+ compt[^;,.]*/g)].map(([part]) => part),
      range: /[0-9]+ to [0-9]+/.exec(en)?.[0],
    };
  });

const KNOWN = [100, 110, 120].flatMap((id) => present(id));

it('takes copies under a post that is not there for reshares where copies under others are', async () => {
  expect(await told([...KNOWN, ...absent(500, CONTEST)])).toEqual({
    speeches: ['reshare'],
    doubts: ['counted as a reshare'],
    counted: ['4 comptent comme des partages', '0 compte comme écrit par son auteur'],
    range: '0 to 4',
  });
});

it('leaves copies their authors’ words where nothing shows how reshares are given, or protests are copied too', async () => {
  const unsure = {
    speeches: ['own'],
    doubts: ["counted as its author's own"],
    counted: ['0 compte comme un partage', '4 comptent comme écrits par leurs auteurs'],
  };
  expect(await told([...KNOWN.slice(0, 6), ...absent(500, CONTEST)])).toEqual({ ...unsure, range: '0 to 4' });
  expect(await told([...KNOWN, ...present(130, PROTEST), ...absent(500, PROTEST)])).toEqual({
    ...unsure,
    range: '2 to 6',
  });
});

it('doubts neither one account’s words nor few of them', async () => {
  const alone = row(501, 'lou', CONTEST, 500);
  expect(await told([...KNOWN, alone, row(502, 'lou', CONTEST, 500)])).toMatchObject({
    speeches: ['own'],
    doubts: [],
  });
  const short = ['lou', 'ana', 'tom'].map((by, at) =>
    row(501 + at, by, 'Bravo pour ce concours de miel !', 500),
  );
  expect(await told([...KNOWN, ...short])).toMatchObject({ speeches: ['own'], doubts: [] });
  expect(await told([...KNOWN, alone])).toMatchObject({ range: undefined });
});

it('takes what five accounts promote in the same words for reshares, what they complain of for their own', async () => {
  const posted = (text: string, accounts: number): string[] =>
    Array.from({ length: accounts }, (_, at) => row(700 + at, `c${at}`, text));
  const speeches = (rows: readonly string[]): Promise<unknown> =>
    read(rows, async (corpus) => [
      (
        await corpus.query(
          "SELECT speech, count(*)::INT AS n FROM messages WHERE direction = 'inbound' GROUP BY 1 ORDER BY 1",
        )
      ).objects(),
      (
        await corpus.query(
          "SELECT count(*)::INT AS n FROM doubts WHERE reason = 'absent-post' AND hint LIKE 'promotes%'",
        )
      ).objects(),
    ]);
  const promoted = 'JEU CONCOURS : un an de miel de bruyère à gagner, aimez et partagez cette publication !';
  expect(await speeches(posted(promoted, 5))).toEqual([[{ speech: 'reshare', n: 5 }], [{ n: 5 }]]);
  expect(await speeches(posted(promoted, 4))).toEqual([[{ speech: 'own', n: 4 }], [{ n: 0 }]]);
  expect(await speeches(posted(PROTEST, 6))).toEqual([[{ speech: 'own', n: 6 }], [{ n: 0 }]]);
});
