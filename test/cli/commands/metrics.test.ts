import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readFeedTexts } from '../../../src/cli/feed-texts.js';
import { feedKey } from '../../../src/learn/feed-labels.js';
import { run } from '../run-here.js';
import { temporaryFolder } from '../../temporary-folder.js';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

describe('deversoir metrics', () => {
  it('tells one metric, or those of a subject, with definition and source', async () => {
    const one = await run('metrics', 'spillRate');
    expect(one.code).toBe(0);
    expect(one.out).toMatch(/^spillRate \(funnel, share\): /);
    expect(one.out).toContain('groupable (by)');
    const care = JSON.parse((await run('metrics', 'care', '--json')).out) as {
      metrics: { subject: string }[];
    };
    expect(new Set(care.metrics.map(({ subject }) => subject))).toEqual(new Set(['care']));
    expect((await run('metrics', 'verbatims')).out).not.toContain('groupable');
  });
  it('tells them in the language asked for', async () => {
    const [english, french] = [
      (await run('metrics', 'observationWindows')).out,
      (await run('metrics', 'observationWindows', '--lang', 'fr')).out,
    ];
    expect(english).toContain('What these exports let one see');
    expect(english).toContain('Source: count of rows: nothing is estimated');
    expect(french).toContain('Ce que ces exports laissent voir');
    expect(french).toMatch(/Source : dénombrement de lignes, rien n.est estimé/);
  });
  it('names the metrics there are', async () => {
    const told = await run('metrics', 'nope');
    expect(told.code).toBe(2);
    expect(told.err).toMatch(/no metric "nope".*expected .*spillRate/);
  });
});

describe('deversoir inspect', () => {
  it('says how one file would be read, by the options given, and takes one file', async () => {
    const file = join(folder, 'a.csv');
    writeFileSync(file, 'Quand;Mot\n01/03/2026;Très bon pain\n');
    const told = JSON.parse(
      (await run('inspect', file, '--map', 'text=Mot', '--date-order', 'dmy', '--json')).out,
    ) as { mapping: Readonly<Record<string, string>> };
    expect(told.mapping).toMatchObject({ text: 'Mot' });
    expect((await run('inspect', file, file)).err).toContain('give one file');
    expect((await run('inspect', file, '--date-order', 'ymd')).err).toMatch(/expected one of dmy, mdy/);
  });
});

describe('texts of labelled rows', () => {
  it('are read again from the exports by their keys, no other text', async () => {
    writeFileSync(
      join(folder, 'avis.csv'),
      'Date;Titre;Avis;Note\n2026-03-01;Un titre;Le pain est sec;2/5\n2026-03-02;;Un autre avis;\n2026-03-03;;Un avis sans clef;\n2026-03-04;;Trop cher;\n',
    );
    const keys = [
      feedKey('avis.csv', 'Le pain est sec'),
      feedKey('avis.csv', 'Un titre'),
      feedKey('b.csv', 'x'),
    ];
    writeFileSync(
      join(folder, 'feed-labels.tsv'),
      `key\tfile\n${keys.map((key, at) => `${key}\t${at < 2 ? 'avis.csv' : 'b.csv'}`).join('\n')}\n`,
    );
    writeFileSync(
      join(folder, 'contribution-labels.tsv'),
      `key\tfile\tsplit\tlabel\n${feedKey('avis.csv', 'Un autre avis')}\tavis.csv\ttrain\tnone\n`,
    );
    const samples = ['posts', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];
    for (const name of ['driver-labels', ...samples.map((sample) => `feed-labels-${sample}`)])
      writeFileSync(
        join(folder, `${name}.tsv`),
        `key\tfile\tdrivers\tdoubtful\n${feedKey('avis.csv', 'Trop cher')}\tavis.csv\tprice\t-\n`,
      );
    const texts = await readFeedTexts(folder, folder);
    expect([...texts]).toEqual([
      [keys[0], { text: 'Le pain est sec', stars: 2 }],
      [keys[1], { text: 'Un titre', stars: 2 }],
      [feedKey('avis.csv', 'Un autre avis'), { text: 'Un autre avis', stars: null }],
      [feedKey('avis.csv', 'Trop cher'), { text: 'Trop cher', stars: null }],
    ]);
    rmSync(join(folder, 'avis.csv'));
    await expect(readFeedTexts(folder, folder)).rejects.toThrow(/expected the folder of the exports/);
  });
});
