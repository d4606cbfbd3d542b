import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../src/cli/run.js';
import type { Progress } from '../../../src/util/progress.js';
import { run } from '../run-here.js';
import { smallCorpus } from '../small-corpus.js';

describe('report', () => {
  const { at, corpus } = smallCorpus();

  it.each([
    [['--only', 'pdf'], 2, /--only pdf: expected some of/],
    [['--only', 'json,json'], 0, /^$/],
    [['--only', 'json,pdf'], 2, /--only json,pdf/],
    [['--period', '2026-Q7'], 2, /2026-Q7/],
    [['--lang', 'de'], 2, /--lang de/],
    [['--theme', 'nowhere.potx'], 2, /--theme nowhere\.potx can't be read/],
  ] as const)('says what is wrong before anything is written: %j', async (options, code, error) => {
    const out = at(`r-${options.join('-').replaceAll(/\W/g, '')}`);
    const told = await run('report', '--corpus', corpus, '--out', out, ...options);
    expect([told.code, told.err]).toEqual([code, expect.stringMatching(error)]);
    expect(existsSync(out)).toBe(code === 0);
  });

  it('takes a corpus or exports, not both', async () => {
    const told = await run('report', at('avis.csv'), '--corpus', corpus, '--out', at('both'));
    expect([told.code, told.err]).toEqual([2, expect.stringContaining('--corpus and exports')]);
  });

  it('writes the files that were asked for, of the period that was asked for', async () => {
    const out = at('march');
    const told = await run(
      'report',
      '--corpus',
      corpus,
      '--out',
      out,
      ...'--only json --period 2026-03-01'.split(' '),
    );
    const { metrics } = JSON.parse(readFileSync(`${out}/metrics.json`, 'utf8')) as {
      metrics: { name: string; n: number }[];
    };
    expect(metrics.find(({ name }) => name === 'volumeByChannel')?.n).toBe(1);
    expect(told.out).toMatch(/report written to .*metrics\.json/);
    expect(existsSync(`${out}/deck.pptx`)).toBe(false);
  });

  it('is of the period of the configuration that is given, unless the command says another', async () => {
    writeFileSync(at('quarter.json'), '{ "period": "2026-03-01" }');
    const counted = async (...more: string[]): Promise<number | undefined> => {
      const out = at(`quarter-${more.length}`);
      const args = ['--corpus', corpus, '--out', out, '--only', 'json', ...more];
      expect((await run('report', ...args)).code).toBe(0);
      const { metrics } = JSON.parse(readFileSync(`${out}/metrics.json`, 'utf8')) as {
        metrics: { name: string; n: number }[];
      };
      return metrics.find(({ name }) => name === 'volumeByChannel')?.n;
    };
    expect(await counted('--config', at('quarter.json'))).toBe(1);
    expect(await counted('--config', at('quarter.json'), '--period', '2026')).toBe(3);
  });

  it('says that no message is of the period, and writes nothing', async () => {
    const out = at('none');
    const told = await run('report', '--corpus', corpus, '--out', out, '--period', '2031-Q1');
    expect([told.code, told.err]).toEqual([
      2,
      expect.stringMatching(
        /no message of period 2031-Q1 in this corpus: its messages are of 2026-03-01 to 2026-03-04/,
      ),
    ]);
    expect(existsSync(out)).toBe(false);
    const { err } = await run('report', '--corpus', corpus, '--out', out, '--period', '2031', '--lang', 'fr');
    expect(err).toContain(
      'aucun message de la période 2031 dans ce corpus\u00a0: ses messages vont du 2026-03-01 au 2026-03-04',
    );
  });

  it('writes no report where no message was kept', async () => {
    const out = at('nothing');
    const told = await run('report', at('notes.bin'), '--out', out, '--workers', '0', '--demo');
    expect([told.code, told.out.includes('report written')]).toEqual([1, false]);
    expect([existsSync(`${out}/corpus`), existsSync(`${out}/report.html`)]).toEqual([true, false]);
  });

  it.each([
    'report.html',
    'metrics.json',
    'metrics.schema.json',
    'deck.pptx',
    'metrics.xlsx',
    'tables/spillRate.parquet',
  ])("leaves a user's own %s as it is, and says how to go on", async (name) => {
    const out = at(`own-${name.replace('/', '-')}`);
    mkdirSync(dirname(join(out, name)), { recursive: true });
    writeFileSync(join(out, name), 'written by hand');
    const told = await run('report', '--corpus', corpus, '--out', out);
    expect([told.code, told.err]).toEqual([2, expect.stringMatching(/was not written by a report.*--out/)]);
    expect(readdirSync(out)).toEqual([name.split('/')[0]]);
    expect(readFileSync(join(out, name), 'utf8')).toBe('written by hand');
  });

  it('says that it can’t write before it measures', async () => {
    const told: Progress[] = [];
    const code = await runCli(['report', '--corpus', corpus, '--out', join(at('avis.csv'), 'r')], {
      out: () => {},
      err: () => {},
      progress: (progress) => told.push(progress),
      env: {},
    });
    expect([code, told]).toEqual([1, []]);
  });

  it('takes the place of an earlier report', async () => {
    const again = (): Promise<{ code: number }> =>
      run('report', '--corpus', corpus, '--out', at('again'), '--only', 'html,json');
    await again();
    expect((await again()).code).toBe(0);
  });
});
