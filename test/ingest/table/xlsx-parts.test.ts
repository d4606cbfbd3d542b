import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../src/ingest/bytes/byte-source.js';
import type { ZipMember } from '../../../src/ingest/bytes/zip.js';
import {
  columnIndex,
  dateStyles,
  hyperlinks,
  relations,
  sharedStrings,
  unescapeCell,
} from '../../../src/ingest/table/xlsx-parts.js';

const part = (xml: string): ZipMember =>
  ({ name: 'x.xml', source: memorySource(Buffer.from(xml)) }) as unknown as ZipMember;

describe('parts of a workbook', () => {
  it('number columns by their letters', () => {
    expect(['A1', 'Z9', 'AA1', 'AB12', 'XFD1'].map(columnIndex)).toEqual([0, 25, 26, 27, 16_383]);
    expect(['', '12', 'a1', 'ABCD1'].map(columnIndex)).toEqual([-1, -1, -1, -1]);
  });
  it('write control characters by their number', () => {
    expect(unescapeCell('a_x000D_b _x00e9_ _x1_')).toBe('a\rb é _x1_');
  });
  it('give shared strings by pieces, how they are said left out', async () => {
    expect(
      await sharedStrings(
        part(
          '<sst><si><t>Un</t></si><si><r><t>De</t></r><r><t>ux</t></r><rPh><t>ドゥ</t></rPh></si><si/><x:si xmlns:x="y"><x:t>a&amp;b</x:t></x:si></sst>',
        ),
      ),
    ).toEqual(['Un', 'Deux', '', 'a&b']);
    expect(await sharedStrings(undefined)).toEqual([]);
  });
  it('tell which styles show dates, their own formats too', async () => {
    const xml = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0.00&quot; d&quot;"/><numFmt numFmtId="166" formatCode="[Red]0"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>`;
    expect([...(await dateStyles(part(xml)))]).toEqual([1, 2]);
  });
  it('give addresses of links by row and column', async () => {
    const targets = await relations(
      part(
        '<Relationships><Relationship Id="r1" Target="https://exemple.fr"/><Relationship Id="r2"/></Relationships>',
      ),
    );
    expect([...targets]).toEqual([['r1', 'https://exemple.fr']]);
    const sheet = part('<s><hyperlink ref="B3:B4" r:id="r1"/><hyperlink ref="C3" r:id="r9"/></s>');
    expect([...(await hyperlinks(sheet, targets))].map(([row, links]) => [row, [...links]])).toEqual([
      [3, [[1, 'https://exemple.fr']]],
    ]);
    expect((await hyperlinks(sheet, new Map([['r1', 'sheet2.xml']]))).size).toBe(0);
  });
  it('refuse entities', async () => {
    await expect(sharedStrings(part('<!DOCTYPE x [<!ENTITY a "b">]><sst/>'))).rejects.toThrow(/entities/);
  });
});
