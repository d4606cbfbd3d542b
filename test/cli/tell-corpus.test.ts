import { describe, expect, it } from 'vitest';
import { openCorpus, type Corpus } from '../../src/corpus.js';
import type { CommandIo } from '../../src/cli/command.js';
import { tellCorpus } from '../../src/cli/tell-corpus.js';
import { run } from './run-here.js';
import { smallCorpus } from './small-corpus.js';

/** What is said of a corpus on both streams, and the code. */
async function told(corpus: Corpus): Promise<{ code: number; out: string[]; err: string[] }> {
  const [out, err]: [string[], string[]] = [[], []];
  const io: CommandIo = {
    print: (line) => out.push(line),
    warn: (line) => err.push(line),
    progress: () => {},
    env: {},
  };
  return { code: await tellCorpus(corpus, io), out, err };
}

describe('what is told of a corpus', () => {
  const { at, corpus } = smallCorpus();

  it('ends with the totals; rejects are counted by reason before them', async () => {
    const opened = await openCorpus(corpus);
    const { code, out, err } = await told(opened);
    opened.close();
    expect([code, err]).toEqual([0, []]);
    expect(out.at(-1)).toMatch(/4 read = 3 kept \+ 0 duplicates \+ 1 rejected/);
    expect(out.filter((line) => /rejected.*a total|a total.*rejected/.test(line))).toHaveLength(1);
  });

  it('says how many reasons are left out, and tells first what may make a figure wrong', async () => {
    const opened = await openCorpus(corpus);
    const hints = Array.from({ length: 11 }, (_, nth) => ({
      reason: 'zone',
      hint: `doubt ${nth}`,
      rows: 20 - nth,
    }));
    const { out } = await told({
      manifest: opened.manifest,
      rows: (sql: string) =>
        opened.rows(
          /FROM doubts WHERE/.test(sql)
            ? sql.replace(
                'FROM doubts',
                `FROM (${[
                  ...hints,
                  { reason: 'same-texts', hint: 'twice', rows: 1 },
                  { reason: 'absent-post', hint: 'copied', rows: 2 },
                ]
                  .map(
                    ({ reason, hint, rows }) =>
                      `SELECT '${reason}' AS reason, NULL::VARCHAR AS "column", '${hint}' AS hint, 'f.csv' AS file FROM range(${rows})`,
                  )
                  .join(' UNION ALL ')})`,
              )
            : sql,
        ),
    } as unknown as Corpus);
    opened.close();
    const doubts = out.filter((line) => line.startsWith('  doubt: '));
    expect(doubts.slice(0, 2)).toEqual(['  doubt: f.csv (2 rows): copied', '  doubt: f.csv: twice']);
    expect(doubts.at(-1)).toBe(
      '  doubt: 5 more reasons, in doubts/ of the corpus and in the annex of a report',
    );
    expect(doubts).toHaveLength(9);
  });

  it('fails where nothing was kept, or where --map names a column that no file has', async () => {
    const nothing = await run('ingest', at('notes.bin'), '--out', at('none'), '--workers', '0');
    expect([nothing.code, nothing.err]).toEqual([1, expect.stringContaining('no message was kept')]);
    const column = await run(
      'ingest',
      at('avis.csv'),
      '--out',
      at('mapped'),
      '--workers',
      '0',
      '--map',
      'store=Nulle part',
    );
    expect([column.code, column.err]).toEqual([1, expect.stringContaining('"Nulle part", that no file has')]);
  });

  it('throws where there was no file at all', async () => {
    const empty = { manifest: { files: [], totals: { kept: 0 }, options: {} } } as unknown as Corpus;
    await expect(told(empty)).rejects.toThrow(/no file found/);
  });
});
