import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { renderWorkbook } from '../../../src/report/workbook/workbook.js';
import { plainStory, plainTile } from '../story/plain-story.js';
import { written } from '../written.js';

/** Differences of shares as they are read. */
const POINTS = '+0.0&quot; pt&quot;;-0.0&quot; pt&quot;;0.0&quot; pt&quot;';

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
  expect(sheets).toEqual(['Synthèse', 'Définitions', 'Messages par canal']);
  const rows = part('xl/worksheets/sheet3.xml');
  expect(rows).not.toContain('<f>');
  expect(rows.match(/<row /g)).toHaveLength(3);
  expect(rows).toContain('state="frozen"');
  expect(rows).toMatch(/<autoFilter ref="A1:D3"/);
  expect(rows).toContain('<v>0.25</v>');
  // printed under what it is, its name and heads on every page, as wide as a page,
  expect(rows).toMatch(/<oddHeader>&amp;L[^<]+&amp;R&amp;A<\/oddHeader>/);
  expect(
    [...part('xl/workbook.xml').matchAll(/<definedName name="_xlnm.Print_Titles"[^>]*>([^<]*)/g)].map(
      ([, range]) => range?.replaceAll('&apos;', "'"),
    ),
  ).toEqual(sheets.map((name) => `'${name}'!$1:$1`));
  // as wide as a page, and rows of texts as high as these are long
  expect(rows).toMatch(/<pageSetup[^>]*landscape/);
  expect(rows).toContain('<pageSetUpPr fitToPage="1"');
  const heights = [...part('xl/worksheets/sheet2.xml').matchAll(/<row r="[2-9]"[^>]* ht="(\d+)"/g)].map(
    ([, ht]) => Number(ht),
  );
  expect(heights.length).toBe(2);
  const texts = part('xl/sharedStrings.xml');
  expect(texts).toContain('=HYPERLINK(');
  expect(texts).not.toContain('un texte de la page');
  expect(part('xl/styles.xml')).toContain('"dd/mm/yyyy hh:mm"');
  const english = unzipSync(await renderWorkbook(plainStory({ language: 'en' }), metrics));
  expect(strFromU8(english['xl/styles.xml'] ?? new Uint8Array())).toContain('"yyyy-mm-dd hh:mm"');
  // head and two metrics: what only the page shows has no definition
  expect(part('xl/worksheets/sheet2.xml').match(/<row /g)).toHaveLength(3);
});

it('has no column of what no row says', async () => {
  const metric = await written('volumeByChannel', 'messages', {
    value: 3,
    rows: [
      { channel: 'x-post', n: 2, share: null, high: null },
      { channel: 'email', n: 1, share: 0.5, high: null },
    ],
  });
  const sheet = unzipSync(await renderWorkbook(plainStory(), [metric]))['xl/worksheets/sheet3.xml'];
  expect(strFromU8(sheet ?? new Uint8Array())).toMatch(/<autoFilter ref="A1:C3"/);
});

it('prints each figure in its unit, on the first sheets too, and differences of shares with their sign', async () => {
  const metrics = [
    await written('meanRating', 'ratio', { value: 3.5 }),
    await written('netSentimentScore', 'score', { value: -0.346 }),
    await written('responseRate', 'share', {
      value: 0.855,
      rows: [{ channel: 'x-post', share: 0.855, difference: -0.032, differenceLow: -0.101 }],
    }),
    await written('periodChange', 'share', {
      value: 0.1,
      rows: [{ metric: 'responseRate', current: 0.6, difference: 0.1, low: 0.02, high: 0.18 }],
    }),
    await written('firstReplyTime', 'hours', { value: 0.25 }),
  ];
  const tile = plainTile();
  const parts = unzipSync(await renderWorkbook(plainStory({ tiles: [tile] }), metrics));
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const codes = new Map(
    [...part('xl/styles.xml').matchAll(/numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [
      id,
      code,
    ]),
  );
  const styles = [
    ...(/<cellXfs[^]*<\/cellXfs>/.exec(part('xl/styles.xml'))?.[0] ?? '').matchAll(
      /<xf [^>]*numFmtId="(\d+)"/g,
    ),
  ];
  const formatsOf = (sheet: number, row: number): (string | undefined)[] =>
    [
      ...part(`xl/worksheets/sheet${sheet}.xml`).matchAll(
        new RegExp(`<c r="[A-Z]+${row}"([^>]*)><v>([^<]*)`, 'g'),
      ),
    ]
      .filter(([, attributes]) => !attributes?.includes('t="s"'))
      .map(([, attributes, value]) => {
        const id = styles[Number(/s="(\d+)"/.exec(attributes ?? '')?.[1] ?? 0)]?.[1];
        return `${value}: ${codes.get(id) ?? id}`;
      });
  expect(formatsOf(1, 2)).toEqual(['0.4: 0.0%', '0.3: 0.0%', '0.5: 0.0%', '90: #,##0']);
  expect([2, 3, 4].map((row) => formatsOf(2, row)[0])).toEqual([
    '3.5: #,##0.00',
    '-0.346: +0.00;-0.00;0.00',
    '0.855: 0.0%',
  ]);
  expect(formatsOf(3, 2)).toEqual(['0.855: 0.0%', `-3.2: ${POINTS}`, `-10.1: ${POINTS}`]);
  expect(part('xl/sharedStrings.xml')).toContain('Écart (points)');
  expect(formatsOf(4, 2)).toEqual(['0.6: 0.0%', ...[10, 2, 18].map((value) => `${value}: ${POINTS}`)]);
  // a quarter of an hour is not 0.3 h
  expect(formatsOf(2, 6)[0]).toBe('0.25: [&gt;=1]0.0&quot; h&quot;;0.00&quot; h&quot;');
});

it('writes whole numbers without a point, heads bold, and texts of the first sheets over several lines', async () => {
  const metrics = [
    await written('volumeByChannel', 'messages', {
      value: 1200,
      rows: [
        { channel: 'x-post', n: 1200, mean: 1.25 },
        { channel: 'email', n: 3, mean: 2 },
      ],
    }),
  ];
  const parts = unzipSync(await renderWorkbook(plainStory({ tiles: [plainTile()] }), metrics));
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const styles = part('xl/styles.xml');
  const codes = new Map(
    [...styles.matchAll(/numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [id, code]),
  );
  const faces = [
    ...(/<cellXfs[^]*<\/cellXfs>/.exec(styles)?.[0] ?? '').matchAll(/<xf [^>]*?(?:\/>|>[^]*?<\/xf>)/g),
  ].map(([face]) => face);
  const faceOf = (sheet: number, cell: string): string => {
    const [, attributes = ''] =
      new RegExp(`<c r="${cell}"([^>]*)>`).exec(part(`xl/worksheets/sheet${sheet}.xml`)) ?? [];
    return faces[Number(/s="(\d+)"/.exec(attributes)?.[1] ?? 0)] ?? '';
  };
  const formatOf = (sheet: number, cell: string): string | undefined =>
    codes.get(/numFmtId="(\d+)"/.exec(faceOf(sheet, cell))?.[1]);
  expect(['B2', 'B3', 'C2', 'C3'].map((cell) => formatOf(3, cell))).toEqual([
    '#,##0',
    '#,##0',
    '#,##0.00',
    '#,##0.00',
  ]);
  // value of a metric in the definitions
  expect(formatOf(2, 'D2')).toBe('#,##0');
  const bold = /<font>(?:(?!<\/font>)[^])*<b\/>/.test(styles);
  expect([bold, [1, 2, 3].map((sheet) => /fontId="([1-9])/.test(faceOf(sheet, 'A1')))]).toEqual([
    true,
    [true, true, true],
  ]);
  expect([faceOf(1, 'F2'), faceOf(2, 'G2')].every((face) => face.includes('wrapText'))).toBe(true);
  expect(faceOf(3, 'A2')).not.toContain('wrapText');
  // heads and what they head on one side, at the top of rows of several lines
  const sides = (cells: readonly string[]) =>
    cells.map((cell) => /horizontal="(\w+)"/.exec(faceOf(1, cell))?.[1]);
  expect(sides(['A1', 'A2', 'B1', 'B2', 'E1', 'E2', 'F1', 'F2'])).toEqual([
    'left',
    'left',
    'right',
    'right',
    'right',
    'right',
    'left',
    'left',
  ]);
  expect(['A2', 'B2', 'E2'].every((cell) => faceOf(1, cell).includes('vertical="top"'))).toBe(true);
});

it('writes days as dates of the spreadsheet, without hours, and says a movement in words', async () => {
  const metric = await written('crisisTimeline', 'messages', {
    value: 3,
    rows: [
      {
        sheetId: 'Brel|taste|2026-03-05',
        day: '2026-03-05',
        at: new Date('2026-03-05T08:10:00Z'),
        title: '2026-99-99',
      },
      { sheetId: 'Brel|all|2026-03-07|2', day: '2026-03-07', at: null, title: 'un titre' },
    ],
  });
  const parts = unzipSync(await renderWorkbook(plainStory(), [metric]));
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const texts = part('xl/sharedStrings.xml').replaceAll(/[\u00a0\u202f]/g, ' ');
  expect(texts).not.toContain('2026-03-05');
  expect(texts).toContain('2026-99-99');
  expect(texts).toContain('Brel · Goût · 5 mars 2026');
  expect(texts).toContain('Brel · 7 mars 2026 · 2');
  // 5 March 2026
  expect(part('xl/worksheets/sheet3.xml')).toContain('<v>46086</v>');
  expect(part('xl/styles.xml')).toContain('"dd/mm/yyyy"');
});
