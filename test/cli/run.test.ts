import { cpSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/index.js';
import { run } from './run-here.js';
import { temporaryFolder } from '../temporary-folder.js';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
  writeFileSync(
    join(folder, 'a.csv'),
    'id,date,auteur,commentaire\n1,2026-03-01T10:00:00Z,Zoé,Très bon fromage je recommande\n2,2026-03-02T10:00:00Z,Max,Livraison en retard honteux\n',
  );
});

describe('runCli', () => {
  it('fails when a mapping names a column that no file has', async () => {
    const told = await run('ingest', join(folder, 'a.csv'), '--out', join(folder, 'c'), '--map', 'text=Nope');
    expect(told.code).toBe(1);
    expect(told.err).toContain('--map names the column "Nope", that no file has');
    const right = await run(
      'ingest',
      join(folder, 'a.csv'),
      '--out',
      join(folder, 'd'),
      '--map',
      'text=commentaire',
    );
    expect(right.code).toBe(0);
  });

  it('speaks French where it is asked to, codes and JSON apart', async () => {
    const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
    const file = join(folder, 'a.csv');
    const told = await run('ingest', file, '--out', join(folder, 'c'), '--lang', 'fr');
    expect(told.code).toBe(0);
    expect(plain(told.out)).toContain('2 lues = 2 gardées + 0 doublon + 0 rejetée ;');
    expect(plain(told.out)).toContain(
      'aucune marque n’est nommée : un rapport porte sur tous ceux dont on parle',
    );
    const json = JSON.parse(
      (await run('ingest', file, '--out', join(folder, 'd'), '--lang=fr', '--json')).out,
    ) as { files: { notes: string[] }[] };
    expect(json.files[0]?.notes[0]).toMatch(/^columns: /);
    const wrong = await Promise.all([
      run('report', join(folder, 'none'), '--out', join(folder, 'r'), '--lang', 'fr'),
      run('ingest', file, '--lang', 'fr', '--mapp', 'x'),
      run('rapport', '--lang', 'fr'),
      run('ingest', file, '--lang', 'it'),
      run('formats', 'X', '--lang', 'fr'),
      run('power', '--cases', '0', '--lang', 'fr'),
    ]);
    expect(wrong.map(({ code }) => code)).toEqual([1, 2, 2, 2, 2, 2]);
    expect(wrong.map(({ err }) => plain(err))).toEqual([
      expect.stringContaining('deversoir report : aucun fichier ni dossier « '),
      'deversoir ingest : option inconnue « --mapp » : est-ce --map ? voir « deversoir aide ingest »',
      expect.stringContaining('deversoir : commande inconnue « rapport » : attendu l’une de report'),
      'deversoir ingest: --lang it: expected one of fr, en',
      'deversoir formats : argument inattendu « X » : voir « deversoir aide formats »',
      'deversoir power : --cases 0 : attendu un nombre entier de 10 à 1000000',
    ]);
  });

  it('explains itself, and every command does', async () => {
    const help = await run('--help');
    expect(help.code).toBe(0);
    for (const { name, load } of commands) {
      const { name: own, usage } = await load();
      expect(own).toBe(name);
      expect(help.out).toContain(name);
      expect(await run(name, '--help')).toMatchObject({ code: 0, out: usage });
      expect(usage).toMatch(/^Usage: deversoir /);
      expect(usage, name).toMatch(/Examples?:/);
      const lines = usage.split('\n').filter((line) => line.length > 130);
      expect(lines).toEqual([]);
    }
  });

  it.each([
    [['nope'], 2, /unknown command "nope": expected one of report, ingest/],
    [['ingest'], 2, /no path given: give files, folders or archives/],
    [['report', 'nope'], 1, /no file or folder "nope": check the path/],
    [['ingest', 'x', '--zone', 'Paris'], 2, /--zone Paris: expected an IANA zone such as Europe\/Paris/],
    [['ingest', 'x', '--bad'], 2, /Unknown option '--bad': see: deversoir ingest --help/],
    [['report', 'x', '--language', 'en'], 2, /'--language': is it --lang\? see: deversoir report --help/],
    [['report', 'x', '--keyfile', 'k'], 2, /'--keyfile': is it --key-file\? see/],
    [['report', 'x', '--timezone', 'k', '--lang', 'fr'], 2, /option inconnue/],
    [['report', 'x', '--output', 'k', '--lang', 'fr'], 2, /est-ce --out.\? voir/],
    [
      ['power', '--cases', '-3'],
      2,
      /'--cases' argument is ambiguous: a value that begins with a dash is written --cases=VALUE/,
    ],
    [['report', 'x', '--out', 'package.json'], 2, /--out package.json is a file: give a folder/],
    [['follow', 'a', 'b'], 2, /give one message or case id/],
    [['ingest', '/nowhere-at-all', '--out', 'never'], 1, /nowhere-at-all/],
  ])('says in one line what is wrong: %j', async (args, code, message) => {
    const result = await run(...args);
    expect(result.code).toBe(code);
    expect(result.err).toMatch(message);
    expect(result.err.split('\n')).toHaveLength(1);
    expect(result.out).toBe('');
  });

  it('ingests and prints the balance; with --json one document on stdout, the rest on stderr', async () => {
    const plain = await run('ingest', join(folder, 'a.csv'), '--out', join(folder, 'c1'), '--workers', '0');
    expect(plain).toMatchObject({ code: 0, err: '' });
    expect(plain.out).toMatch(/2 read = 2 kept \+ 0 duplicates \+ 0 rejected/);
    const json = await run(
      'ingest',
      join(folder, 'a.csv'),
      '--out',
      join(folder, 'c2'),
      '--workers',
      '0',
      '--json',
    );
    const document = JSON.parse(json.out) as { files: unknown[]; totals: object };
    expect(document.files).toMatchObject([
      { path: expect.stringMatching(/^table-.*\.csv$/), read: 2, kept: 2, duplicates: 0, rejected: 0 },
    ]);
    expect(document.totals).toEqual({ read: 2, kept: 2, duplicates: 0, rejected: 0 });
    expect(json.err).toMatch(/corpus written to/);
    expect(`${json.out}${json.err}`).not.toMatch(/Zoé|Max/);
  });

  it('helps on a command asked as "help COMMAND"', async () => {
    expect((await run('help', 'follow')).out).toBe(
      (await commands.find(({ name }) => name === 'follow')?.load())?.usage,
    );
    expect(await run('help', 'nope')).toMatchObject({ code: 2, out: '' });
  });

  it('fails when there is no file, or when nothing could be kept, and says why', async () => {
    mkdirSync(join(folder, 'empty'));
    expect(await run('report', join(folder, 'empty'), '--out', join(folder, 'r0'))).toMatchObject({
      code: 1,
      err: 'deversoir report: no file found: the folders given are empty: check the path',
    });
    writeFileSync(join(folder, 'cut.xlsx'), 'PK\u0003\u0004 cut');
    const damaged = await run(
      'ingest',
      join(folder, 'cut.xlsx'),
      '--out',
      join(folder, 'c3'),
      '--workers',
      '0',
      '--json',
    );
    expect(damaged.code).toBe(1);
    expect(JSON.parse(damaged.out)).toMatchObject({ totals: { kept: 0 } });
    expect(damaged.err).toMatch(/no message was kept/);
  });

  it('says which dates could not be read, and which mapping found no column', async () => {
    writeFileSync(
      join(folder, 'b.csv'),
      'id,date,commentaire\n1,2026-13-45,Très bon fromage\n2,hier,En retard encore\n3,2026-03-02,Bien emballé\n',
    );
    const guessed = await run(
      'ingest',
      join(folder, 'b.csv'),
      '--out',
      join(folder, 'c4'),
      '--workers',
      '0',
      '--map',
      'title=Absent',
    );
    expect(guessed.out).toMatch(/doubt: table-\w+\.csv, column "date": named like a date, .*date=date/);
    expect(guessed.out).toMatch(/doubt: table-\w+\.csv, column "Absent": no such column/);
    expect(guessed.out).toContain('settle it with --map stage==public');
    const given = await run(
      'ingest',
      join(folder, 'b.csv'),
      '--out',
      join(folder, 'c5'),
      '--workers',
      '0',
      '--map',
      'date=date',
    );
    expect(given.out).toMatch(
      /doubt: table-\w+\.csv, column "date" \(2 rows\): not readable as a date: kept without time/,
    );
  });

  it('writes a report and follows a message of it', async () => {
    const report = JSON.parse(
      (
        await run(
          'report',
          join(folder, 'a.csv'),
          '--out',
          join(folder, 'r'),
          ...'--workers 0 --only html --json'.split(' '),
        )
      ).out,
    ) as { html: string };
    expect(readFileSync(report.html, 'utf8')).toMatch(/^<!doctype html>/i);
    const follow = JSON.parse(
      (await run('follow', 'web:1', '--corpus', join(folder, 'r', 'corpus'), '--json')).out,
    ) as { messages: { row: number }[] };
    expect(follow.messages[0]?.row).toBeGreaterThan(0);
  });

  it('lists formats and inspects a file', async () => {
    expect((await run('formats')).out).toMatch(/whatsapp +private/);
    expect((await run('formats', '--lang', 'fr')).out).toContain(
      '{ "data": [{ "ticket_id": 1, "type": "INBOUND"',
    );
    const inspection = await run('inspect', join(folder, 'a.csv'));
    expect(inspection.code).toBe(0);
    expect(inspection.out).toMatch(/commentaire/);
  });

  it('calls nothing an internal error that is a damaged corpus or a path that cannot be', async () => {
    const made = join(folder, 'made');
    expect((await run('ingest', join(folder, 'a.csv'), '--out', made, '--workers', '0')).code).toBe(0);
    const part = join('messages', 'part-0.parquet');
    const ways: readonly (readonly [string, (corpus: string) => void])[] = [
      ['cut', (corpus) => truncateSync(join(corpus, part), 2000)],
      ['garbage', (corpus) => writeFileSync(join(corpus, part), 'x'.repeat(5000))],
      ['empty', (corpus) => writeFileSync(join(corpus, part), '')],
      ['columns', (corpus) => cpSync(join(corpus, 'rejects', 'part-0.parquet'), join(corpus, part))],
      ['null', (corpus) => writeFileSync(join(corpus, 'manifest.json'), 'null')],
      ['no files', (corpus) => writeFileSync(join(corpus, 'manifest.json'), '{ "layout": 5 }')],
      ['cut manifest', (corpus) => truncateSync(join(corpus, 'manifest.json'), 100)],
    ];
    writeFileSync(join(folder, 'b.csv'), 'id,date,commentaire\n9,2026-03-05T10:00:00Z,Le lait a tourné\n');
    for (const [name, spoil] of ways)
      for (const command of [
        ['label', '--n', '2', '--out', join(folder, 'l.csv'), '--corpus'],
        ['ingest', join(folder, 'b.csv'), '--workers', '0', '--out'],
      ]) {
        const corpus = join(folder, `${name} ${command[0]}`);
        cpSync(made, corpus, { recursive: true });
        spoil(corpus);
        const { code, err } = await run(...command, corpus);
        expect([code, err], `${name} ${command[0]}`).toEqual([
          1,
          expect.stringMatching(/build (?:the corpus|it) again/),
        ]);
        expect(err).not.toMatch(/internal/);
      }
    for (const args of [
      ['label', '--corpus', made, '--n', '2', '--out', join(folder, 'nowhere', 'l.csv')],
      ['key', join(folder, 'nowhere', 'k')],
      ['init', join(folder, 'a.csv')],
    ]) {
      const { code, err } = await run(...args);
      expect(code).toBe(1);
      expect(err).toMatch(/can't be used: a /);
    }
  });
});
