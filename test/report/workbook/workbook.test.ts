import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { renderWorkbook } from '../../../src/report/workbook/workbook.js';
import { plainStory, plainTile } from '../story/plain-story.js';
import { written } from '../written.js';

it('has a sheet of figures, one of definitions and one a metric with rows; a text that looks like a formula is a text', async () => {
  const at = new Date('2026-03-01T10:00:00Z');
  const metrics = [
    await written('volumeByChannel', 'messages', {
      value: 3,
      rows: [
        { channel: '=HYPERLINK("http://x")', n: 2, share: 0.25, at },
        { channel: 'x-post', n: 1, share: null, at },
      ],
    }),
    await written('meanRating', 'ratio', {}),
    await written('messageSample', 'messages', { rows: [{ text: 'un texte de la page' }] }),
  ];
  const story = plainStory({ tiles: [plainTile()] });
  const bytes = await renderWorkbook(story, metrics);
  expect(Buffer.compare(bytes, await renderWorkbook(story, metrics))).toBe(0);
  const parts = unzipSync(bytes);
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const sheets = [...part('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
  expect(sheets).toEqual(['Synthèse', 'Définitions', 'volumeByChannel']);
  const rows = part('xl/worksheets/sheet3.xml');
  expect(rows).not.toContain('<f>');
  expect(rows.match(/<row /g)).toHaveLength(3);
  expect(rows).toContain('state="frozen"');
  expect(rows).toMatch(/<autoFilter ref="A1:D3"/);
  expect(rows).toContain('<v>0.25</v>');
  const texts = part('xl/sharedStrings.xml');
  expect(texts).toContain('=HYPERLINK(');
  expect(texts).not.toContain('un texte de la page');
  expect(part('xl/styles.xml')).toContain('yyyy-mm-dd hh:mm');
  // head and two metrics: what only the page shows has no definition
  expect(part('xl/worksheets/sheet2.xml').match(/<row /g)).toHaveLength(3);
});
