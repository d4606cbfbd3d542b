import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { INFLATE_LIMITS, inflate, memorySource } from '../../src/ingest/bytes/byte-source.js';
import { jsonItems } from '../../src/ingest/json/json.js';
import { openBytes } from '../../src/ingest/bytes/open-file.js';
import { type ReadEvent, readExports } from '../../src/ingest/reader.js';
import { listZip } from '../../src/ingest/bytes/zip.js';
import { makeWorkbook, makeZip } from './bytes/make-archive.js';
import { temporaryFolder } from '../temporary-folder.js';

const folder = temporaryFolder();

interface Outcome {
  readonly formats: (string | null)[];
  readonly texts: (string | undefined)[];
  readonly rejects: string[];
  readonly notes: string[];
}

async function read(name: string, content: string | Uint8Array): Promise<Outcome> {
  writeFileSync(join(folder, name), content);
  const outcome: Outcome = { formats: [], texts: [], rejects: [], notes: [] };
  for await (const event of readExports(join(folder, name)) as AsyncIterable<ReadEvent>) {
    if (event.type === 'batch') {
      outcome.texts.push(...event.records.map((record) => record.text));
      outcome.rejects.push(...event.rejects.map(({ reason, hint }) => `${reason}: ${hint}`));
    } else if (event.type === 'fileEnd') {
      outcome.formats.push(event.format);
      outcome.notes.push(...event.notes);
    }
  }
  return outcome;
}

/** A zip whose one member says whatever name and sizes. */
function rawZip(name: string, data: Uint8Array, size: number): Buffer {
  const bytes = Buffer.from(name);
  const local = Buffer.alloc(30),
    central = Buffer.alloc(46),
    end = Buffer.alloc(22);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(data.length, 18);
  local.writeUInt32LE(size, 22);
  local.writeUInt16LE(bytes.length, 26);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(data.length, 20);
  central.writeUInt32LE(size, 24);
  central.writeUInt16LE(bytes.length, 28);
  const at = local.length + bytes.length + data.length;
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + bytes.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([local, bytes, data, central, bytes, end]);
}

describe('archives', () => {
  it('a zip bomb stops early', async () => {
    const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024));
    const { rejects } = await read('bomb.zip', rawZip('a.csv', bomb, 100));
    expect(rejects.join()).toMatch(/hostile: .*refused as a zip bomb/);
  });
  it('so does gzip', async () => {
    const { rejects } = await read('bomb.csv.gz', gzipSync(Buffer.alloc(64 * 1024 * 1024)));
    expect(rejects.join()).toMatch(/refused as a zip bomb/);
  });
  it('stops at a size, whatever the ratio', async () => {
    const data = deflateRawSync(Buffer.from('abcdefghij'.repeat(1000)));
    const run = async (): Promise<void> => {
      for await (const _ of inflate(memorySource(data).stream(), 'raw', data.length, {
        ...INFLATE_LIMITS,
        bytes: 100,
      }));
    };
    await expect(run()).rejects.toThrow('refused as a zip bomb');
  });
  it('names that leave the archive are refused, the others read', async () => {
    const data = deflateRawSync(Buffer.from('x'));
    for (const name of ['../../etc/passwd', '/etc/passwd', 'C:\\x', 'a/../../b', 'x'.repeat(2000)]) {
      expect(listZip(memorySource(rawZip(name, data, 1)))).toMatchObject({
        members: [],
        refused: [{ why: expect.stringContaining('name') }],
      });
    }
    const { rejects } = await read('evil.zip', rawZip('../evil.csv', data, 1));
    expect(rejects).toEqual(['hostile: refused: a name with ".."']);
  });
  it('too many members, too much nesting, a cut archive', async () => {
    expect(() =>
      listZip(memorySource(makeZip({ a: 'x', b: 'y' })), {
        bytes: 1e9,
        ratio: 100,
        members: 1,
        nameLength: 100,
      }),
    ).toThrow('an archive of 2 members');
    const nested = [1, 2, 3, 4].reduce(
      (inner) => makeZip({ 'inner.zip': inner }),
      makeZip({ 'a.csv': 'text;note\nbonjour à tous;1\n' }),
    );
    expect((await read('nested.zip', nested)).rejects.join()).toContain('archives nested deeper than 3');
    expect(
      (await read('cut.zip', makeZip({ 'a.csv': 'x'.repeat(5000) }).subarray(0, 60))).rejects.join(),
    ).toContain('damaged archive');
  });
});

describe('markup and JSON', () => {
  it('entity expansion is refused', async () => {
    const lol = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
    const { rejects, texts } = await read(
      'lol.xml',
      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">${lol}]><rss version="2.0"><channel><title>t</title><item><title>&l9;</title></item></channel></rss>`,
    );
    expect(texts.join().length).toBeLessThan(1000);
    expect(rejects.join()).toMatch(/declares entities/);
  });
  it('a workbook with entities is refused', async () => {
    const { rejects, notes } = await read(
      'lol.xlsx',
      makeZip({
        '[Content_Types].xml': '<Types/>',
        'xl/workbook.xml':
          '<!DOCTYPE x [<!ENTITY a "b">]><workbook><sheets><sheet name="&a;" r:id="s"/></sheets></workbook>',
      }),
    );
    expect([...rejects, ...notes].join()).toMatch(/declares entities/);
  });
  it('deep nesting is refused', async () => {
    const { formats, rejects } = await read(
      'deep.json',
      `${'{"messages":['.repeat(50_000)}${']}'.repeat(50_000)}`,
    );
    expect(formats).toHaveLength(1);
    expect(rejects.length).toBeLessThanOrEqual(1);
  });
  it('prototype keys pollute nothing', async () => {
    await read(
      'proto.json',
      '[{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},"text":"bonjour"}]',
    );
    await read(
      'proto.csv',
      '__proto__,text,date\npolluted,"Un texte assez long, vraiment",2024-01-01\npolluted,"Un autre texte, encore plus long",2024-01-02\n',
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
  it('a line over the limit is dropped, the items around it are read', async () => {
    const big = 70 * 1024 * 1024;
    async function* text(): AsyncGenerator<string> {
      yield '[{"a":1},{"a":"';
      for (let sent = 0; sent < big; sent += 1 << 20) yield 'x'.repeat(1 << 20);
      yield '"},{"a":3}]';
    }
    const file = await openBytes(Buffer.from('[{"a":1}]'), 'x.json');
    const outcomes: unknown[] = [];
    for await (const one of jsonItems(Object.create(file, { text: { value: text } }) as typeof file, []))
      outcomes.push('value' in one ? one.value : one.reject.reason);
    expect(outcomes).toEqual([{ a: 1 }, 'too-large', { a: 3 }]);
  });
});

describe('tables', () => {
  it('100,000 columns are not read as a table', async () => {
    const { formats, texts } = await read(
      'wide.csv',
      `${Array.from({ length: 100_000 }, (_, i) => `c${i}`).join(',')}\n${'x,'.repeat(99_999)}x\n`,
    );
    expect([formats, texts]).toEqual([[null], []]);
  });
  it('one wide row among others is a reject', async () => {
    const { texts, rejects } = await read(
      'one-wide.csv',
      `text,date\nUn commentaire bien long,2024-01-01\n${'x,'.repeat(100_000)}x\nUn autre commentaire bien long,2024-01-02\n`,
    );
    expect(texts).toEqual(['Un commentaire bien long', 'Un autre commentaire bien long']);
    expect(rejects).toEqual(['hostile: more cells than a table can have: the rest of the row is dropped']);
  });
  it('NUL bytes and formulas are text, nothing is run', async () => {
    const { texts } = await read(
      'formules.csv',
      'text,date\n"=HYPERLINK(""http://x.example"",""cliquez donc"")",2024-01-01\n+33 1 appelez\0 vite le service,2024-01-02\n@SUM(1+1)*cmd|calc et la suite,2024-01-03\n',
    );
    expect(texts).toEqual([
      '=HYPERLINK("http://x.example","cliquez donc")',
      '+33 1 appelez vite le service',
      '@SUM(1+1)*cmd|calc et la suite',
    ]);
  });
  it('formulas of a workbook give their last value', async () => {
    const { texts } = await read(
      'formules.xlsx',
      makeWorkbook([
        [
          ['date', 'commentaire', 'note'],
          ['2024-01-01', { formula: 'CMD|calc', value: 'Un commentaire bien long' }, 3],
          ['2024-01-02', 'Un autre commentaire, bien long', 4],
        ],
      ]),
    );
    expect(texts).toEqual(['Un commentaire bien long', 'Un autre commentaire, bien long']);
  });
  it('a quote that never closes loses no row', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => `Commentaire numéro ${i} assez long,2024-01-01`);
    rows[10] = '"Jamais fermé ce commentaire,2024-01-01';
    expect((await read('quote.csv', `text,date\n${rows.join('\n')}\n`)).texts).toHaveLength(3000);
  });
  it('a workbook cell far out costs no memory', async () => {
    const bytes = makeWorkbook([
      [
        ['date', 'commentaire'],
        ['2024-01-01', 'Un commentaire bien long'],
      ],
    ]);
    const { texts } = await read('loin.xlsx', bytes);
    expect(texts).toEqual(['Un commentaire bien long']);
    const far = makeZip({
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml': '<workbook><sheets><sheet name="a" r:id="s"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': '<R><Relationship Id="s" Target="worksheets/s.xml"/></R>',
      'xl/worksheets/s.xml':
        '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>texte</v></c><c r="B1" t="str"><v>date</v></c></row><row r="999999999"><c r="XFD999999999" t="str"><v>x</v></c></row></sheetData></worksheet>',
    });
    expect((await read('loin2.xlsx', far)).texts).toEqual([]);
  });
});

describe('checksums', () => {
  it('a flipped byte of an archive is said, what was read before it is kept', async () => {
    const zip = Buffer.from(makeZip({ 'a.csv': 'date,commentaire\n2024-01-01,Un commentaire bien long\n' }));
    const stored = Buffer.from(zip);
    stored.writeUInt32LE(
      (stored.readUInt32LE(stored.indexOf('PK\u0001\u0002') + 16) ^ 1) >>> 0,
      stored.indexOf('PK\u0001\u0002') + 16,
    );
    const { texts, rejects } = await read('crc.zip', stored);
    expect(texts).toEqual(['Un commentaire bien long']);
    expect(rejects.join()).toContain('the checksum of member "a.csv" is wrong');
  });
});
