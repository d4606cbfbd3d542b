import { describe, expect, it } from 'vitest';
import { DEMOS, writeExports } from '../../../src/simulate/demo.js';
import { chooseSource } from '../../../src/ingest/survey-file.js';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import type { MessageRecord } from '../../../src/model/index.js';
import { demoPlan, demoWorld } from '../../simulate/demo-world.js';

describe.each(DEMOS)('demo %s', (name) => {
  const written = writeExports(demoPlan(name), demoWorld(name));

  it('is read back: every file recognised, every message with its text and instant', async () => {
    const problems: string[] = [];
    for (const { path, bytes, rows } of written) {
      const file = await openBytes(bytes, path);
      const chosen = chooseSource(file, { zone: 'Europe/Paris' });
      if (!('source' in chosen)) {
        problems.push(`${path}: ${chosen.note}`);
        continue;
      }
      const records: MessageRecord[] = [];
      for await (const parsed of chosen.source.parse(file, { zone: 'Europe/Paris' })) {
        for (const one of Array.isArray(parsed) ? parsed : [parsed]) {
          if ('reject' in one && one.reject.hint !== 'stands above the header')
            problems.push(`${path}: ${one.reject.reason} ${one.reject.hint}`);
          if ('record' in one && one.record.kind !== 'system') records.push(one.record);
        }
      }
      if (records.length !== rows.length)
        problems.push(`${path}: ${records.length} records of ${rows.length}`);
      const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
      const heads = new Set(rows.map(({ message }) => squeeze(message.text).slice(0, 40)));
      const short = [...heads].filter((head) => head.length < 40);
      for (const { text } of path.includes('mbox') ? [] : records) {
        const head = squeeze(text ?? '').slice(0, 40);
        if (!heads.has(head) && !short.some((one) => head.startsWith(one))) problems.push(`${path}: ${head}`);
      }
    }
    expect(problems).toEqual([]);
  });
});
