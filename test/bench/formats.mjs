/**
 * Reading by family of formats: rows a second, ratio to a bare pass of the underlying library over the same file, peak memory.
 * Files are generated; each pass is a process of its own, so that its peak memory is its own.
 */
import { spawnSync } from 'node:child_process';
import {
  createReadStream,
  createWriteStream,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SELF = fileURLToPath(import.meta.url);
const READER = new URL(`${process.env.DIST ?? '../../dist/'}ingest/reader.js`, import.meta.url).href;
const MEGABYTES = Number(process.env.BENCH_MB ?? 24);

const WORDS =
  'le lait livré hier était caillé et le service client ne répond pas depuis trois jours merci de me rappeler au sujet de ma commande de yaourts nature bio'.split(
    ' ',
  );
const words = (i, n) =>
  Array.from({ length: n }, (_, k) => WORDS[(i * 7 + k * 5 + ((i * k) % 11)) % WORDS.length]).join(' ');
const iso = (i) => new Date(Date.UTC(2025, 0, 1) + i * 61_000).toISOString();
const two = (n) => String(n).padStart(2, '0');
const clock = (i) => {
  const t = new Date(Date.UTC(2025, 0, 1) + i * 61_000);
  return `${two(t.getUTCDate())}/${two(t.getUTCMonth() + 1)}/${t.getUTCFullYear()} ${two(t.getUTCHours())}:${two(t.getUTCMinutes())}`;
};

/** Family → file name, beginning, one row, end. */
const TEXTS = {
  'delimited table': {
    name: 'reviews.csv',
    head: 'Date;Auteur;Commentaire;Note;Lien\n',
    row: (i) =>
      `${clock(i)};auteur${i % 5000};"${words(i, 24)}; ""bof""";${1 + (i % 5)};https://avis.example/${i}\n`,
  },
  NDJSON: {
    name: 'tweets.jsonl',
    row: (i) =>
      `${JSON.stringify({ id: String(1e15 + i), text: words(i, 24), author_id: String(i % 5000), created_at: iso(i), conversation_id: String(1e15 + i - (i % 3)), public_metrics: { retweet_count: i % 5, reply_count: 1, like_count: i % 9, quote_count: 0 }, lang: 'fr' })}\n`,
  },
  'JSON array': {
    name: 'result.json',
    head: '{"name":"Clients","type":"private_supergroup","id":7,"messages":[',
    row: (i) =>
      `${i === 0 ? '' : ','}\n${JSON.stringify({ id: i + 1, type: 'message', date: iso(i).slice(0, 19), date_unixtime: String(1735689600 + i * 61), from: `Auteur ${i % 500}`, from_id: `user${i % 500}`, text: words(i, 24), text_entities: [] })}`,
    tail: '\n]}',
  },
  'chat text': {
    name: 'Discussion WhatsApp avec Clients.txt',
    row: (i) => `${clock(i)} - Auteur ${i % 40}: ${words(i, 18)}\n`,
  },
  'HTML press': {
    name: 'factiva.html',
    head: '<html><head><title>Factiva</title></head><body>\n',
    tail: '</body></html>',
    row: (i) =>
      `<div class="article frArticle"><div id="hd"><span class="frHeadline">${words(i, 8)}</span></div><div class="author">Auteur ${i % 90}</div><div>400 mots</div><div>${1 + (i % 28)} avril 2025</div><div>Le Quotidien</div><div>QUOTID</div><div>Français</div><div>Copyright 2025</div>${`<p class="articleParagraph frarticleParagraph">${words(i, 70)}</p>\n`.repeat(5)}<p>Document QUOTID0020250401el41${String(i).padStart(6, '0')}</p></div>\n`,
  },
  feed: {
    name: 'flux.xml',
    head: '<?xml version="1.0"?><rss version="2.0"><channel><title>Le Quotidien</title>\n',
    tail: '</channel></rss>',
    row: (i) =>
      `<item><title>${words(i, 8)}</title><link>https://q.example/${i}</link><guid>https://q.example/${i}</guid><pubDate>${new Date(Date.UTC(2025, 0, 1) + i * 61_000).toUTCString()}</pubDate><description><![CDATA[<p>${words(i, 60)}</p>]]></description></item>\n`,
  },
  mbox: {
    name: 'sav.mbox',
    row: (i) =>
      `From a${i % 900}@example.org Wed Jan  1 00:00:00 2025\nFrom: Auteur ${i % 900} <a${i % 900}@example.org>\nTo: sav@ferme.example\nSubject: =?utf-8?Q?Commande_n=C2=B0_${i}?=\nDate: Wed, 1 Jan 2025 00:00:00 +0100\nMessage-ID: <${i}@example.org>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n${words(i, 40)}\n${words(i + 1, 40)}\n\n`,
  },
};

async function write(path, { head = '', row, tail = '' }) {
  const stream = createWriteStream(path);
  let bytes = 0,
    text = head,
    rows = 0;
  for (; bytes + text.length < MEGABYTES * 1e6; rows++) {
    text += row(rows);
    if (text.length > 1 << 20) {
      bytes += Buffer.byteLength(text);
      if (!stream.write(text)) await once(stream, 'drain');
      text = '';
    }
  }
  stream.end(text + tail);
  await once(stream, 'finish');
  return rows;
}

/** A workbook of one sheet with inline strings. */
async function writeWorkbook(path) {
  const { zipSync, strToU8 } = await import('fflate');
  const cell = (text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const rows = [`<row>${['Date', 'Auteur', 'Commentaire', 'Note'].map(cell).join('')}</row>`];
  for (let bytes = 0, i = 0; bytes < MEGABYTES * 1e6; i++) {
    const row = `<row>${cell(clock(i))}${cell(`auteur${i % 5000}`)}${cell(words(i, 24))}<c><v>${1 + (i % 5)}</v></c></row>`;
    bytes += row.length;
    rows.push(row);
  }
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
    rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  writeFileSync(
    path,
    zipSync({
      '[Content_Types].xml': strToU8(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      ),
      'xl/workbook.xml': strToU8(
        `<workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="Avis" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      'xl/worksheets/sheet1.xml': strToU8(
        `<worksheet xmlns="${main}"><sheetData>${rows.join('\n')}</sheetData></worksheet>`,
      ),
    }),
  );
  return rows.length - 1;
}

async function* linesOf(path) {
  let rest = '';
  for await (const chunk of createReadStream(path, 'utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
}

async function parseMarkup(chunks, xmlMode) {
  const { Parser } = await import('htmlparser2');
  let texts = 0;
  const parser = new Parser(
    {
      ontext() {
        texts++;
      },
    },
    { xmlMode },
  );
  for await (const chunk of chunks) parser.write(chunk);
  parser.end();
  return texts;
}

/** The bare passes: nothing but the library, over the whole file. */
const BARE = {
  async 'csv-parse'(path) {
    const { parse } = await import('csv-parse');
    let n = 0;
    for await (const row of createReadStream(path).pipe(parse({ delimiter: ';', relax_quotes: true })))
      n += row.length > 0 ? 1 : 0;
    return n;
  },
  async 'DuckDB read_csv'(path) {
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const connection = await (await DuckDBInstance.create()).connect();
    await connection.run(`CREATE TABLE t AS SELECT * FROM read_csv('${path}')`);
    return 1;
  },
  async 'fflate + htmlparser2'(path) {
    const { unzipSync, strFromU8 } = await import('fflate');
    return parseMarkup([strFromU8(unzipSync(readFileSync(path))['xl/worksheets/sheet1.xml'])], true);
  },
  async 'lines + JSON.parse'(path) {
    let n = 0;
    for await (const line of linesOf(path)) if (line !== '' && JSON.parse(line)) n++;
    return n;
  },
  async 'JSON.parse'(path) {
    return JSON.parse(readFileSync(path, 'utf8')).messages.length;
  },
  async 'line split'(path) {
    let n = 0;
    for await (const line of linesOf(path)) n += line.length;
    return n;
  },
  async 'htmlparser2, HTML'(path) {
    return parseMarkup(createReadStream(path, 'utf8'), false);
  },
  async 'htmlparser2, XML'(path) {
    return parseMarkup(createReadStream(path, 'utf8'), true);
  },
  async 'postal-mime'(path) {
    const { default: PostalMime } = await import('postal-mime');
    let n = 0;
    for (const mail of readFileSync(path, 'utf8').split(/^From .*\n/m))
      if (mail !== '' && (await PostalMime.parse(mail))) n++;
    return n;
  },
};

const FAMILIES = [
  ['delimited table', 'csv-parse', 'DuckDB read_csv'],
  ['XLSX', 'fflate + htmlparser2'],
  ['NDJSON', 'lines + JSON.parse'],
  ['JSON array', 'JSON.parse'],
  ['chat text', 'line split'],
  ['HTML press', 'htmlparser2, HTML'],
  ['feed', 'htmlparser2, XML'],
  ['mbox', 'postal-mime'],
];

/** One pass in this process: what it did, seconds, peak memory. */
async function pass(what, path) {
  const started = performance.now();
  let rows = 0,
    rejected = 0;
  if (what === 'deversoir') {
    const { readExports } = await import(READER);
    for await (const event of readExports(path))
      if (event.type === 'batch') {
        rows += event.records.length;
        rejected += event.rejects.length;
      }
  } else rows = await BARE[what](path);
  return {
    rows,
    rejected,
    seconds: (performance.now() - started) / 1000,
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
}

function passOf(what, path) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SELF, what, path], {
    encoding: 'utf8',
    env: process.env,
  });
  if (status !== 0) throw new Error(`${what}: ${stderr}`);
  return JSON.parse(stdout);
}

export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'deversoir-formats-'));
  console.log(
    '| family | MB | rows | rows/s | peak MB | bare pass | ratio of time | its peak MB |\n|---|---|---|---|---|---|---|---|',
  );
  for (const [family, ...bares] of FAMILIES) {
    const path = join(folder, family === 'XLSX' ? 'avis.xlsx' : TEXTS[family].name);
    const written = family === 'XLSX' ? await writeWorkbook(path) : await write(path, TEXTS[family]);
    const mine = passOf('deversoir', path);
    if (mine.rows !== written || mine.rejected !== 0)
      throw new Error(`${family}: ${written} rows written, ${mine.rows} read, ${mine.rejected} rejected`);
    for (const bare of bares) {
      const other = passOf(bare, path);
      console.log(
        `| ${family} | ${(statSync(path).size / 1e6).toFixed(0)} | ${mine.rows} | ${(mine.rows / mine.seconds).toFixed(0)} | ${mine.peakMb.toFixed(0)} | ${bare} | ${(mine.seconds / other.seconds).toFixed(1)}× | ${other.peakMb.toFixed(0)} |`,
      );
    }
    rmSync(path);
  }
  rmSync(folder, { recursive: true });
}

if (process.argv[1] === SELF) console.log(JSON.stringify(await pass(process.argv[2], process.argv[3])));
