import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readExports } from '../../src/ingest/reader.js';
import { makeZip } from './bytes/make-archive.js';
import { inFolder } from './in-folder.js';

const told = (name: string, content: string | Uint8Array): Promise<string> =>
  inFolder({ [name]: content }, async (folder) => {
    for await (const event of readExports(folder))
      if (event.type === 'fileEnd') return event.notes.join('; ');
    return '';
  });

/** A file as old Office programs write it: a header sector, then a directory that names its streams in UTF-16. */
function oldFile(...streams: readonly string[]): Uint8Array {
  const bytes = Buffer.alloc(4096);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  ['Root Entry', ...streams].forEach((name, at) => Buffer.from(name, 'utf16le').copy(bytes, 512 + 128 * at));
  return bytes;
}

/** A file that begins so. */
const binary = (start: string): Uint8Array =>
  Buffer.concat([Buffer.from(start, 'latin1'), Buffer.alloc(600)]);

const ODT = makeZip({
  mimetype: 'application/vnd.oasis.opendocument.text',
  'content.xml': '<office:document-content/>',
});

describe('files that are refused', () => {
  it.each<readonly [string, string | Uint8Array, RegExp]>([
    [
      'avis.xls',
      oldFile('Workbook', 'SummaryInformation'),
      /old Excel workbook \(\.xls\).*save it as \.xlsx/,
    ],
    ['mail.msg', oldFile('__nameid_version1.0', '__substg1.0_0037001F'), /Outlook mail.*save it as \.eml/],
    ['lettre.doc', oldFile('1Table', 'WordDocument'), /old Word text.*save it as \.docx/],
    ['secret.xlsx', oldFile('EncryptionInfo', 'EncryptedPackage'), /password/],
    ['ancien.xls', oldFile('Rien'), /save it as \.xlsx, \.eml or \.docx/],
    [
      'avis.xlsb',
      makeZip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' }),
      /\.xlsb.*save it as \.xlsx/,
    ],
    [
      'avis2003.xls',
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Avis"><Table><Row><Cell><Data ss:Type="String">Avis</Data></Cell></Row></Table></Worksheet></Workbook>',
      /Excel 2003.*save it as \.xlsx/,
    ],
    ['lettre.odt', ODT, /OpenDocument.*save it as \.docx/],
    [
      'rapport.rtf',
      String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}\f0\fs20 Le march\'e9 du beurre\par Le prix monte.\par}`,
      /RTF.*save it as \.docx/,
    ],
    [
      'tickets.xls',
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body><table border="1"><tr><th>Date</th><th>Avis</th></tr><tr><td>01/03/2026</td><td>Le lait a tourné</td></tr></table></body></html>',
      /spreadsheet and save it as \.xlsx/,
    ],
    ['note.rtf', '{\\rtf1\\ansi Bonjour}', /RTF.*save it as \.docx/],
    [
      'avis.html',
      '<html><body><table><tr><td>Avis</td></tr></table></body></html>',
      /spreadsheet and save it as \.xlsx/,
    ],
    ['doc.pdf', '%PDF-1.7', /PDF.*CSV/],
    ['avis.rar', binary('Rar!\x1a\x07\0'), /archive \(\.rar\): unpack it, or pack it again as \.zip/],
    ['avis.7z', binary("7z\xbc\xaf'\x1c"), /archive \(\.7z\)/],
    ['avis.tar', binary('avis.csv\0'.padEnd(257, '\0') + 'ustar\0'), /archive \(\.tar\)/],
    ['avis.tgz', gzipSync(binary('avis.csv\0'.padEnd(257, '\0') + 'ustar\0')), /archive \(\.tar\)/],
    ['avis.csv.bz2', binary('BZh91AY&SY\0'), /archive \(\.bz2\)/],
    ['boite.pst', binary('!BDN\0'), /Outlook mailbox.*save its mails as \.eml/],
    ['capture.png', binary('\x89PNG\r\n\x1a\n\0'), /picture.*export the messages as a table/],
    ['avis.parquet', binary('PAR1\x15\0'), /Parquet.*\.csv/],
    ['avis.db', binary('SQLite format 3\0'), /SQLite.*export its table/],
    [
      'textes.csv',
      'Le lait a tourné en un jour\nLe beurre est rance\nRien à dire, merci\n',
      /without a header \(--no-header\)/,
    ],
  ])('%s: with a sentence that says what to do', async (name, content, sentence) => {
    expect(await told(name, content)).toMatch(sentence);
  });
});

describe('mended in passing', () => {
  it('reads JSON with commas before closing brackets', async () => {
    const read = await inFolder(
      {
        'avis.json':
          '[{"date":"2026-03-01","text":"Le lait, tourné,] déjà","author":"Zoé",},{"date":"2026-03-02","text":"Et le beurre aussi","author":"Léo"},]',
      },
      async (folder) => {
        for await (const event of readExports(folder))
          if (event.type === 'fileEnd') return [event.read, event.rejected];
        return [];
      },
    );
    expect(read).toEqual([2, 0]);
  });
  it('reads what Reddit answers for more children', async () => {
    const thing = {
      kind: 't1',
      data: {
        id: 'c1',
        name: 't1_c1',
        body: 'Oui, tourné',
        link_id: 't3_a',
        parent_id: 't3_a',
        subreddit: 'france',
        created_utc: 1_700_000_000,
      },
    };
    const texts = await inFolder(
      { 'more.json': JSON.stringify({ json: { errors: [], data: { things: [thing] } } }) },
      async (folder) => {
        const found: (string | undefined)[] = [];
        for await (const event of readExports(folder))
          if (event.type === 'batch') found.push(event.format, ...event.records.map((one) => one.text));
        return found;
      },
    );
    expect(texts).toEqual(['reddit', 'Oui, tourné']);
  });
  it('takes the feed of a forum for posts of the public', async () => {
    const feed = `<rss version="2.0"><channel><title>Consommer autrement</title><link>https://exemple.org/forum/</link><item><title>Lait tourné</title><link>https://exemple.org/forum/viewtopic.php?t=12</link><description>Encore un pot</description><pubDate>Tue, 05 Mar 2024 10:12:00 +0100</pubDate></item></channel></rss>`;
    const stages = await inFolder({ 'f.xml': feed }, async (folder) => {
      const found: string[] = [];
      for await (const event of readExports(folder))
        if (event.type === 'batch')
          found.push(...event.records.map((one) => `${one.stage} ${one.platform} ${one.kind}`));
      return found;
    });
    expect(stages).toEqual(['public forum post']);
  });
  it('gives two exports of one chat one thread, whatever the browser called the second', async () => {
    const chat =
      '12/09/2026 09:58 - Zoé: Bonjour\n12/09/2026 10:02 - Laiterie: Oui ?\n12/09/2026 10:03 - Zoé: Encore un pot ouvert\n';
    const threads = await inFolder(
      {
        'Discussion WhatsApp avec Zoé.txt': chat,
        'Discussion WhatsApp avec Zoé (1).txt': `${chat}13/09/2026 10:03 - Zoé: Toujours rien\n`,
      },
      async (folder) => {
        const found = new Set<string | undefined>();
        for await (const event of readExports(folder))
          if (event.type === 'batch') for (const one of event.records) found.add(one.threadId);
        return [...found];
      },
    );
    expect(threads).toEqual(['Zoé']);
  });
});
