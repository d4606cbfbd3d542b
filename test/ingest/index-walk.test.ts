import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { readExports } from '../../src/ingest/reader.js';
import { describeShared, shared } from '../shared.js';

/** Samples whose right count is another than that of the index, with the reason. */
const EXCEPTIONS: Readonly<Record<string, { readonly count: number; readonly why: string }>> = {
  'crowdtangle/fb-post-history.csv': { count: 0, why: 'decoy: the index counts the rows of a time series' },
  'crowdtangle/list-pages.csv': { count: 0, why: 'decoy: the index counts the rows of a list to upload' },
  'twitter-archive/tweet-headers.js': { count: 0, why: 'decoy: the index counts headers without text' },
  'google-play/play-console_reviews_202511_utf8.csv': { count: 4, why: '3 reviews and 1 reply of the developer' },
  'trustpilot/keytrade-be_next-data-reviews.json': { count: 497, why: '300 reviews and 197 replies of the company' },
  'app-store/app-store-connect_customerReviews.json': { count: 3, why: '2 reviews and 1 reply of the developer' },
  'youtube-api/commentThreads_response.json': { count: 13, why: '12 threads, one of them with 1 reply' },
  'youtube-api/commentThreads_pages_a.json': { count: 5, why: '4 threads, one of them with 1 reply' },
  'facebook-graph/granary_post_with_comments.json': { count: 3, why: 'the index counts the post; it holds 2 comments' },
  'reddit/submission_comments.json': { count: 477, why: '476 comments and the submission they are about' },
  'reddit/info_mixed_removed_deleted.json': { count: 64, why: 'the index counts the 33 comments; the listing holds 31 submissions too, and 34 subreddits that are no messages' },
};

/** Samples that are recognised but must give no message. */
const DECOYS = [
  'crowdtangle/fb-post-history.csv', 'crowdtangle/list-pages.csv', 'twitter-archive/tweet-headers.js', 'twitter-archive/manifest.js',
  'twitter-api-v2/users.jsonl', 'twitter-archive/direct-messages.js',
  'sprout/profile-metrics_DECOY_fixture.csv', 'metricool/account_DECOY_fixture.csv',
];

interface Sample { readonly path: string; readonly count: string; readonly quirks: string }

function samples(): Sample[] {
  const lines = readFileSync(shared('data/exports/INDEX.tsv'), 'utf8').trimEnd().split('\n').slice(1);
  return lines.map((line) => {
    const cells = line.split('\t');
    return { path: cells[0] ?? '', count: cells[7] ?? '', quirks: cells[9] ?? '' };
  });
}

interface Outcome { readonly formats: string[]; readonly read: number; readonly rejected: number; readonly notes: string[] }

async function readSample(path: string): Promise<Outcome> {
  const outcome: Outcome & { read: number; rejected: number } = { formats: [], read: 0, rejected: 0, notes: [] };
  for await (const event of readExports(shared(`data/exports/${path}`))) {
    if (event.type !== 'fileEnd') continue;
    outcome.formats.push(event.format ?? 'none');
    outcome.read += event.read;
    outcome.rejected += event.rejected;
    outcome.notes.push(...event.notes);
  }
  return outcome;
}

describeShared('samples of the index', () => {
  const table: string[] = [];
  describe('each gives exactly its messages', () => {
    for (const { path, count } of samples()) {
      it(path, async () => {
        const outcome = await readSample(path);
        const records = outcome.read - outcome.rejected;
        table.push([path, outcome.formats.join('+'), count, records, outcome.rejected, outcome.notes.join('; ').slice(0, 150)].join('\t'));
        if (!/^\d+$/.test(count)) return;
        const exception = EXCEPTIONS[path];
        expect(records, exception?.why ?? 'count of the index').toBe(exception ? exception.count : Number(count));
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
  it('keeps going over the whole folder, archives too', async () => {
    const seen = new Set<string>();
    let read = 0, records = 0, rejects = 0;
    for await (const event of readExports(shared('data/exports'))) {
      if (event.type === 'fileEnd') { expect(seen.has(event.path)).toBe(false); seen.add(event.path); read += event.read; }
      else if (event.type === 'batch') { records += event.records.length; rejects += event.rejects.length; }
    }
    expect(seen.size).toBeGreaterThanOrEqual(samples().length);
    expect(read).toBe(records + rejects);
  });
  afterAll(() => { if (process.env['INDEX_TABLE']) console.log(table.join('\n')); });
});
