import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { rebuildHeads } from '../../../src/learn/rebuild.js';
import { describeShared, shared } from '../../shared.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

const own = `${root}datasets/labelled`,
  models = `${root}src/enrich/models`;

describeShared('shipped models and public sets', () => {
  it('are rebuilt byte for byte from a public set', () => {
    const [built] = rebuildHeads({
      folder: shared('data/labelled'),
      own,
      splits: ['train', 'val'],
      unlicensed: true,
      only: 'emotion',
    });
    expect(Buffer.compare(built!.bytes, readFileSync(`${models}/emotion.bin`))).toBe(0);
  });

  it('leave out the sets without a licence on request', () => {
    const heads = [
      ...rebuildHeads({
        folder: shared('data/labelled'),
        own,
        splits: ['train', 'val'],
        unlicensed: false,
        only: 'urgency',
      }),
    ];
    expect(heads).toHaveLength(1);
    expect(new TextDecoder().decode(heads[0]!.bytes.subarray(0, 2000))).not.toContain('Trustpilot');
  });
});
