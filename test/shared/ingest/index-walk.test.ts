import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readExports } from '../../../src/ingest/reader.js';
import { describeShared, shared } from '../../shared.js';
import { EXCEPTIONS } from '../../ingest/index-exceptions.js';
import { type Tally, README, exceptionTable, formatTable, withTables } from '../../ingest/format-table.js';

/** Samples that are recognised but must give no message. */
const DECOYS = [
  'crowdtangle/fb-post-history.csv',
  'crowdtangle/list-pages.csv',
  'twitter-archive/tweet-headers.js',
  'twitter-archive/manifest.js',
  'twitter-api-v2/users.jsonl',
  'twitter-archive/direct-messages.js',
  'sprout/profile-metrics_DECOY_fixture.csv',
  'metricool/account_DECOY_fixture.csv',
];

interface Sample {
  readonly path: string;
  readonly count: string;
  readonly quirks: string;
}

function samples(): Sample[] {
  const lines = readFileSync(shared('data/exports/INDEX.tsv'), 'utf8').trimEnd().split('\n').slice(1);
  return lines.map((line) => {
    const cells = line.split('\t');
    return { path: cells[0] ?? '', count: cells[7] ?? '', quirks: cells[9] ?? '' };
  });
}

interface Outcome {
  readonly formats: string[];
  readonly byFormat: Map<string, number>;
  readonly read: number;
  readonly rejected: number;
  readonly notes: string[];
}

async function readSample(path: string): Promise<Outcome> {
  const outcome: Outcome & { read: number; rejected: number } = {
    formats: [],
    byFormat: new Map(),
    read: 0,
    rejected: 0,
    notes: [],
  };
  for await (const event of readExports(shared(`data/exports/${path}`))) {
    if (event.type !== 'fileEnd') continue;
    outcome.formats.push(event.format ?? 'none');
    outcome.byFormat.set(
      event.format ?? 'none',
      (outcome.byFormat.get(event.format ?? 'none') ?? 0) + event.read - event.rejected,
    );
    outcome.read += event.read;
    outcome.rejected += event.rejected;
    outcome.notes.push(...event.notes);
  }
  return outcome;
}

describeShared('samples of the index', () => {
  const tallies = new Map<string, Tally>();
  const noted = new Map<string, string>();
  describe('each gives exactly its messages', () => {
    for (const { path, count } of samples()) {
      it(path, async () => {
        const outcome = await readSample(path);
        const records = outcome.read - outcome.rejected;
        noted.set(path, count);
        for (const format of new Set(outcome.formats)) {
          const { samples: files, messages } = tallies.get(format) ?? { samples: 0, messages: 0 };
          tallies.set(format, {
            samples: files + 1,
            messages:
              messages + (outcome.formats.length === 1 ? records : (outcome.byFormat.get(format) ?? 0)),
          });
        }
        if (!/^\d+$/.test(count)) return;
        const exception = EXCEPTIONS[path];
        expect(records, exception?.why ?? 'count of the index').toBe(
          exception ? exception.count : Number(count),
        );
        if (count !== '0') expect(outcome.formats, 'nothing unrecognised').not.toContain('none');
      });
    }
  });
  for (const path of DECOYS) {
    it(`decoy ${path}`, async () => {
      const { read, notes } = await readSample(path);
      expect(read).toBe(0);
      expect(notes.join()).toMatch(/^recognised, holds no messages/);
    });
  }
  it('keeps going over the whole folder, archives too; a count of its own misses nothing', async () => {
    const seen = new Set<string>(),
      missing: string[] = [];
    let read = 0,
      records = 0,
      rejects = 0,
      found: number | null = null;
    for await (const event of readExports(shared('data/exports'))) {
      if (event.type === 'fileStart') found = event.found;
      else if (event.type === 'fileEnd') {
        if (event.read > 0 && (found === null || found > event.items))
          missing.push(`${event.path}: ${found} counted, ${event.items} read or rejected`);
        expect(seen.has(event.path)).toBe(false);
        seen.add(event.path);
        read += event.read;
      } else if (event.type === 'batch') {
        records += event.records.length;
        rejects += event.rejects.length;
      }
    }
    expect(seen.size).toBeGreaterThanOrEqual(samples().length);
    expect(read).toBe(records + rejects);
    expect(missing).toEqual([]);
  });
  it('the tables of the README say what was read', () => {
    const written = withTables(
      readFileSync(README, 'utf8'),
      formatTable(tallies),
      exceptionTable(EXCEPTIONS, noted),
    );
    if (process.env['UPDATE_README'] === '1') writeFileSync(README, written);
    expect(readFileSync(README, 'utf8')).toBe(written);
  });
});
