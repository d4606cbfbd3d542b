import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { MessageRecord } from '../../../src/model/index.js';
import { detectFormat } from '../../../src/ingest/detect.js';
import { europresse } from '../../../src/ingest/formats/europresse.js';
import { factivaHtml } from '../../../src/ingest/formats/factiva-html.js';
import { feed } from '../../../src/ingest/formats/feed.js';
import { lexisnexisDocx } from '../../../src/ingest/formats/lexisnexis-docx.js';
import { lexisnexisHtml } from '../../../src/ingest/formats/lexisnexis-html.js';
import { lexisnexisText } from '../../../src/ingest/formats/lexisnexis-text.js';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import type { Source } from '../../../src/ingest/source.js';
import { goldenBytes, readWith } from '../read-sample.js';

/*
 * Files of the same formats as another year, language or browser would write them: golden files with words swapped, parts dropped,
 * tags and encodings changed. What is still there must be read as before.
 */

const text = (path: string): string => Buffer.from(goldenBytes(path)).toString('utf8');

async function records(
  source: Source,
  content: string | Uint8Array,
  name = 'file',
): Promise<MessageRecord[]> {
  const file = await openBytes(typeof content === 'string' ? Buffer.from(content) : content, name);
  expect(detectFormat(file)[0]?.source.format).toBe(source.format);
  return (await readWith(source, file)).records;
}
const core = (all: readonly MessageRecord[]): unknown =>
  all.map(({ id, title, text: body, sourceName, sentAt }) => ({
    id,
    title,
    body,
    sourceName,
    at: sentAt?.epochMs,
  }));

/** Changes that must not change the records. */
const HARMLESS: Readonly<Record<string, (html: string) => string | Uint8Array>> = {
  'windows line ends': (html) => html.replaceAll('\n', '\r\n'),
  'byte order mark': (html) => `\ufeff${html}`,
  'UTF-16': (html) => Buffer.from(`\ufeff${html}`, 'utf16le'),
  'saved again in one line': (html) => html.replaceAll(/>\s*\n\s*</g, '><'),
  comments: (html) => html.replaceAll('</div>', '<!-- saved --></div>'),
};

describe.each([
  ['factiva-html/articles-fr.html', factivaHtml],
  ['factiva-html/indexed-en.html', factivaHtml],
  ['europresse/new.html', europresse],
  ['europresse/old.html', europresse],
  ['lexisnexis-html/articles-fr.html', lexisnexisHtml],
  ['feed/press.rss', feed],
  ['feed/blog.atom', feed],
] as const)('%s', (path, source) => {
  it.each(Object.keys(HARMLESS))('%s', async (name) => {
    const expected = core(await records(source, text(path), path));
    expect(core(await records(source, HARMLESS[name]?.(text(path)) ?? '', path))).toEqual(expected);
  });
});

describe('Factiva in other interfaces', () => {
  const swaps: [string, string][] = [
    ['mots', 'Wörter'],
    ['mots', 'words'],
    ['mots', 'palabras'],
    ['mots', 'слов'],
    ['1 285 mots', '1285字'],
    ['Document Q', 'Dokument Q'],
    ['Document Q', 'Documento Q'],
    ['Document Q', '文書 Q'],
    ['12 mars 2024', '12 March 2024'],
    ['12 mars 2024', '12. März 2024'],
    ['12 mars 2024', '2024年3月12日'],
    ['12 mars 2024', '12 marzo 2024'],
    ['Français', 'Französisch'],
    ['<div>7</div>', ''],
    ['<div>7</div>', '<div>Cahier Économie</div>'],
    ['<div>Économie</div>', ''],
    ['<div class="author">Par Camille Exemple </div>', ''],
    ['class="frHeadline counted">1) ', "class='frHeadline'>"],
    ['<span class="frHeadline counted">1) ', '<span class="frHeadline">'],
    ['<div>1 285 mots</div>', ''],
  ];
  it.each(swaps)('%s → %s', async (from, to) => {
    const before = text('factiva-html/articles-fr.html');
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    const [first] = await records(factivaHtml, after);
    expect(first).toMatchObject({
      title: "Rappel de yaourts : la marque Val d'Orée s'explique",
      sourceName: "Le Quotidien d'Essai",
      id: 'QUOTFR0020240312ek3c0001a',
      givenLanguage: 'fr',
    });
    expect(first?.sentAt?.epochMs).toBe(Date.UTC(2024, 2, 12, 17, 4));
    expect(first?.text).toMatch(/^Des clients[\s\S]*en rayon\.$/);
  });

  it('keeps every article whatever line of the heading is lost', async () => {
    const html = text('factiva-html/articles-fr.html');
    for (const line of html.match(/<div(?: class="author")?>[^<]*<\/div>/g) ?? []) {
      const all = await records(factivaHtml, html.replace(line, ''));
      expect(
        all.map((record) => record.title),
        line,
      ).toEqual([
        "Rappel de yaourts : la marque Val d'Orée s'explique",
        '召回酸奶',
        'A headline and nothing else',
      ]);
    }
  });
});

describe('LexisNexis with other labels', () => {
  const swaps: [string, string][] = [
    ['AUTEUR: ', 'BYLINE: '],
    ['AUTEUR: ', 'AUTOR: '],
    ['LONGUEUR: ', 'LENGTH: '],
    ['LONGUEUR: ', 'L&Auml;NGE: '],
    ['DATE-CHARGEMENT: ', 'LOAD-DATE: '],
    ['DATE-CHARGEMENT: ', 'NOUVEAU-CHAMP: '],
    ['RUBRIQUE: ', 'SECTION: '],
    [' avril 2013 vendredi', ' April 2013 Friday'],
    [' avril 2013 vendredi', '. April 2013 Freitag'],
    [' avril 2013 vendredi', ' avril 2013<BR>Édition nationale'],
    ['1 of 3 DOCUMENTS', '1 de 3 DOCUMENTS'],
    ['1 of 3 DOCUMENTS', '2001 of 2146 DOCUMENTS'],
  ];
  it.each(swaps)('%s → %s', async (from, to) => {
    const before = text('lexisnexis-html/articles-fr.html');
    expect(before).toContain(from);
    const [first] = await records(lexisnexisHtml, before.replaceAll(from, to));
    expect(first).toMatchObject({
      title: 'Le lait, encore; le lait',
      sourceName: "Le Quotidien d'Essai",
      authorName: 'Camille Exemple',
      givenLanguage: 'fr',
    });
    expect(first?.text).toBe(
      'Le résumé.\n\nPremier paragraphe, avec un mot cherché.\n\nCSU: un sigle au milieu du texte.',
    );
    expect(first?.sentAt).toMatchObject({ epochMs: Date.UTC(2013, 3, 12), dayOnly: true });
  });

  it('keeps the text when the copyright, the closing or the byline is missing', async () => {
    for (const drop of [
      /^ +Copyright[^\n]*\n[^\n]*Rechte[^\n]*\n/m,
      /^UPDATE[^\n]*\n/m,
      /^AUTOR[^\n]*\n/m,
      /^PUBLICATION-TYPE[^\n]*\n/m,
    ]) {
      const [first] = await records(
        lexisnexisText,
        text('lexisnexis-text/articles-de.txt').replace(drop, ''),
      );
      expect(first).toMatchObject({
        title: 'Joghurt im Regal; Kunden klagen',
        text: 'Die Kunden warten seit Wochen.\n\nHinweis: das ist Text und kein Feld.',
      });
    }
  });

  it.each([
    ['Fin du document', 'End of Document'],
    ['Fin du document', 'Ende des Dokuments'],
    ['End of Document', 'Fin du document'],
    ['>Corps<', '>Body<'],
    ['Classification', 'Klassifizierung'],
    ['Longueur : ', 'Length: '],
    ['30 mai 2014 vendredi', 'Friday, May 30, 2014'],
  ])('DOCX: %s → %s', async (from, to) => {
    const whole = (part: string): string =>
      text('lexisnexis-docx/document.xml')
        .replaceAll('</w:t></w:r><w:r><w:t xml:space="preserve">', '')
        .replaceAll(part, to);
    const docx = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': strToU8(whole(from)),
    });
    const [first] = await records(lexisnexisDocx, docx, 'a.docx');
    expect(first).toMatchObject({
      title: 'Le lait manque',
      sourceName: "Le Quotidien d'Essai",
      text: 'Premier paragraphe.\n\nLe 3 juin 2014, la marque répondra.',
    });
  });
});

describe('Europresse of other years', () => {
  const swaps: [string, string][] = [
    ['Numéro de document', 'Document number'],
    ['<div>Camille Exemple</div>', '<div class="docAuthors">Camille Exemple</div>'],
    ['<div><p>CONSOMMATION</p></div>', ''],
    ["<p class='sm-margin-bottom'>TRIBUNE</p>", ''],
    ['class="titreArticleVisu"', 'class="titreArticleVisu rdp__articletitle"'],
    ['<div class="DocText">', '<div class="DocText clearfix">'],
    ['Économie, mardi 14 mars 2023 17:05 CET, p. 16', 'mardi 14 mars 2023 - 17:05:00 CET'],
    ['<aside><div><b>Note(s) : </b><p>Une note.</p></div></aside>', ''],
    ["class='docOcurrContainer'", 'class="docOcurrContainer"'],
  ];
  it.each(swaps)('%s → %s', async (from, to) => {
    const before = text('europresse/new.html');
    expect(before).toContain(from);
    const [first] = await records(europresse, before.replaceAll(from, to));
    expect(first).toMatchObject({
      title: 'Le prix du lait',
      authorName: 'Camille Exemple',
      text: 'Premier paragraphe.\n\nSecond.',
      sourceName: "Le Quotidien d'Essai (site web)",
      id: 'news·20230315·LE·0q1503_1256056',
    });
    expect(first?.sentAt?.epochMs).toBe(Date.UTC(2023, 2, 14, 16, 5));
  });
});

describe('feeds of other programs', () => {
  it('reads a feed behind the warnings of its server', async () => {
    const expected = core(await records(feed, text('feed/press.rss')));
    expect(
      core(
        await records(
          feed,
          `Warning: mysql is deprecated in line 3\n${text('feed/press.rss').replace(/^<\?xml[^>]*>/, '')}`,
        ),
      ),
    ).toEqual(expected);
  });

  it('reads the text of a video inside its media group', async () => {
    const [first] = await records(
      feed,
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>Chaîne</title><link href="https://www.youtube.com/channel/1"/><entry><id>yt:video:1</id><title>Essai</title><link rel="alternate" href="https://www.youtube.com/watch?v=1"/><media:group><media:title>Essai</media:title><media:description>La vidéo.</media:description></media:group></entry></feed>',
    );
    expect(first).toMatchObject({ platform: 'youtube', stage: 'public', kind: 'post', text: 'La vidéo.' });
  });

  it('reads Atom whatever the prefix and the quotes', async () => {
    const before = text('feed/blog.atom');
    const expected = core(await records(feed, before));
    expect(
      core(
        await records(
          feed,
          before.replaceAll('"', "'").replaceAll("d'à", 'd’à').replaceAll("d'accord", 'd’accord'),
        ),
      ),
    ).toHaveLength(2);
    const prefixed = before
      .replaceAll(
        /<(\/?)(feed|entry|id|title|link|author|name|uri|published|updated|content)\b/g,
        '<$1atom:$2',
      )
      .replace('xmlns=', 'xmlns:atom=');
    expect(core(await records(feed, prefixed))).toEqual(expected);
  });

  it('reads Atom 0.3', async () => {
    const [first] = await records(
      feed,
      `<?xml version="1.0"?><feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Essai</title><entry><title mode="escaped" type="text/html">A &amp;amp; b</title>
      <link rel="alternate" type="text/html" href="https://e.example/1"/><id>e1</id><issued>2003-12-13T08:29:29-04:00</issued><modified>2004-01-01T00:00:00Z</modified><content type="text/html" mode="escaped">&lt;p&gt;Texte&lt;/p&gt;</content></entry></feed>`,
    );
    expect(first).toMatchObject({
      title: 'A & b',
      text: 'Texte',
      url: 'https://e.example/1',
      sentAt: { epochMs: Date.UTC(2003, 11, 13, 12, 29, 29) },
    });
  });
});

describe('Nexis DOCX in a language not foreseen', () => {
  it('learns the line that ends an article', async () => {
    const lines = [
      'T1',
      'S',
      '3 May 2011',
      'Length: 2 words',
      'Body',
      'One.',
      'Vége',
      'T2',
      'S',
      '4 May 2011',
      'Length: 2 words',
      'Body',
      'Two.',
      'Vége',
    ];
    const xml = `<w:document xmlns:w="w">${lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')}</w:document>`;
    const all = await records(
      lexisnexisDocx,
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(xml) }),
      'a.docx',
    );
    expect(all.map((record) => [record.title, record.text])).toEqual([
      ['T1', 'One.'],
      ['T2', 'Two.'],
    ]);
  });
});
