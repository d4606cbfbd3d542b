import { describe, expect, it } from 'vitest';
import { repairMojibake } from '../../../src/ingest/bytes/mojibake.js';
import { metaJson } from '../../../src/simulate/exports/chats.js';
import { writeTable } from '../../../src/simulate/exports/write-csv.js';
import { encodedWord, mailDate, quotedPrintable } from '../../../src/simulate/exports/mail.js';
import { utf16 } from '../../../src/simulate/exports/mentions.js';
import { excelSerial } from '../../../src/simulate/exports/listening.js';
import { columnName, writeXlsx } from '../../../src/simulate/exports/write-xlsx.js';

describe('what the writers are made of', () => {
  it('Meta: UTF-8 bytes as characters, escaped', () => {
    expect(metaJson({ content: 'Déjà 😡' })).toBe(
      '{\n  "content": "D\\u00c3\\u00a9j\\u00c3\\u00a0 \\u00f0\\u009f\\u0098\\u00a1"\n}',
    );
    expect(
      repairMojibake((JSON.parse(metaJson({ content: 'Déjà 😡' })) as { content: string }).content),
    ).toBe('Déjà 😡');
  });

  it('tables: quotes only where needed, or everywhere', () => {
    expect(writeTable([['a', 'b;c', 'd"e', 3]], { delimiter: ';' })).toBe('a;"b;c";"d""e";3\r\n');
    expect(writeTable([['a', 1]], { always: true, newline: '\n' })).toBe('"a","1"\n');
  });

  it('mail: encoded words within 75 characters, quoted-printable lines within 76', () => {
    const subject = 'Réclamation : crème dessert chocolat, été 2026, à l’attention du service consommateurs';
    const words = encodedWord(subject).split('\r\n ');
    expect(words.every((word) => word.length <= 75)).toBe(true);
    expect(words.map((word) => Buffer.from(word.slice(10, -2), 'base64').toString('utf8')).join('')).toBe(
      subject,
    );
    const body = quotedPrintable(`${'é'.repeat(60)} = fin \nsuite`);
    expect(body.split('\r\n').every((line) => line.length <= 76)).toBe(true);
    const decoded = body
      .replaceAll('=\r\n', '')
      .replace(/(?:=[0-9A-F]{2})+/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'));
    expect(decoded).toBe(`${'é'.repeat(60)} = fin \r\nsuite`);
    expect(mailDate(Date.UTC(2026, 6, 1, 12))).toBe('Wed, 1 Jul 2026 14:00:00 +0200');
  });

  it('UTF-16 with its mark, little end first', () => {
    expect([...utf16('é😡')]).toEqual([0xff, 0xfe, 0xe9, 0, 0x3d, 0xd8, 0x21, 0xde]);
  });

  it('workbooks: column names, serial days, the same bytes each time', () => {
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
    expect(excelSerial(Date.UTC(2026, 0, 1, 11))).toBe(46023.5);
    expect(writeXlsx('s', [['a'], null, [1]])).toEqual(writeXlsx('s', [['a'], null, [1]]));
  });
});
