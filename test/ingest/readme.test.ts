import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formats } from '../../src/ingest/detect.js';
import { README, formatTable } from './format-table.js';

describe('README of reading', () => {
  it('lists every format with its label, stage, evidence and memory', () => {
    const columns = (line: string): string[] => line.split(' | ').filter((_, at) => at !== 3 && at !== 4);
    const written = readFileSync(README, 'utf8')
      .split('\n')
      .filter((line) => /^\| `[a-z0-9-]+` \| .* \| (?:private|public|press|mixed) \|/.test(line));
    expect(written.map(columns)).toEqual(formatTable(new Map()).split('\n').slice(2).map(columns));
    expect(written).toHaveLength(formats().length);
  });
});
