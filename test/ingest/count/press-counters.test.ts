import { describe, expect, it } from 'vitest';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { readSurveyed } from '../../../src/ingest/reader.js';
import { surveyFile } from '../../../src/ingest/survey-file.js';
import { makeZip } from '../bytes/make-archive.js';

/** Counted, and read or rejected. */
async function counts(content: string | Uint8Array, name: string): Promise<readonly [number | null, number]> {
  const walked = { path: name, file: await openBytes(Buffer.from(content as string), name) };
  const surveyed = await surveyFile(walked);
  let items = 0;
  for await (const event of readSurveyed(walked, surveyed))
    if (event.type === 'fileEnd') items += event.items;
  return [surveyed.found, items];
}

describe('articles of press databases, counted by other marks than those they are cut by', () => {
  const factiva = (className: string, at: number): string =>
    `<div class="article ${className}"><div id="hd"><span class="frHeadline">Le beurre ${at}</span></div><div>12 mars 2024</div><div>Le Quotidien d'Essai</div><div>QUOTFR</div><p class="articleParagraph">Un pot, voir QUOTFR0020240312ek3c0009z plus bas.</p><p>Document QUOTFR0020240312ek3c000${at}a</p></div>`;
  it('Factiva, HTML: printed numbers of documents', async () => {
    const page = (...articles: string[]): string =>
      `<html><head><title>Factiva</title></head><body>${articles.join('\n')}</body></html>`;
    expect(await counts(page(factiva('frArticle', 1), factiva('frArticle', 2)), 'a.html')).toEqual([2, 2]);
    // an article whose class nobody knows stays inside the one before it: it is missed, and told
    expect(await counts(page(factiva('frArticle', 1), factiva('autre', 2)), 'a.html')).toEqual([2, 1]);
  });

  it('Factiva, XML: accession numbers', async () => {
    const article = (tag: string, at: number): string =>
      `<${tag}><accessionNo>LMFR00002024010${at}ek15</accessionNo><headline><paragraph>Titre ${at}</paragraph></headline><publicationDate><date>2024-01-0${at}</date></publicationDate></${tag}>`;
    const answer = (...articles: string[]): string =>
      `<?xml version="1.0"?><PPSResponse>${articles.join('')}</PPSResponse>`;
    expect(await counts(answer(article('article', 1), article('article', 2)), 'a.xml')).toEqual([2, 2]);
    expect(await counts(answer(article('article', 1), article('x:article', 2)), 'a.xml')).toEqual([2, 1]);
  });

  it('LexisNexis, HTML: numbers of documents, or else lengths', async () => {
    const document = (open: string, at: number): string =>
      `<DOC NUMBER=${at}>\n${open} -->\n<DIV><P><SPAN>${at} of 2 DOCUMENTS</SPAN></P></DIV><DIV><P><SPAN>Le Quotidien</SPAN></P></DIV><DIV><P><SPAN>12 avril 2013</SPAN></P></DIV><DIV><P><SPAN>Titre</SPAN></P></DIV><DIV><P><SPAN CLASS="c8">LONGUEUR: </SPAN><SPAN>5 mots</SPAN></P></DIV><DIV><P><SPAN>Un texte.</SPAN></P></DIV>`;
    expect(await counts(document('<DOCFULL>', 1) + document('<DOCFULL>', 2), 'a.html')).toEqual([2, 2]);
    expect(await counts(document('<DOCFULL>', 1) + document('<DOCUMENT>', 2), 'a.html')).toEqual([2, 1]);
    const bare = [1, 2].map((at) => document('', at).replace(/^<DOC NUMBER=\d>\n -->/, '')).join('');
    expect(await counts(bare, 'a.html')).toEqual([2, 2]);
  });

  it.each(['utf-8', 'latin1', 'utf16le'] as const)('LexisNexis, text in %s: lengths', async (encoding) => {
    const article = (counter: string): string =>
      `\n                    ${counter}\n\n                 Das Probeblatt\n\n             12. April 2017 Mittwoch\n\nJoghurt\n\nLÄNGE: 12 Wörter\n\nDie LÄNGE: egal.\n\nUPDATE: 13. April 2017\n`;
    const file = (...counters: string[]): Buffer =>
      Buffer.from((encoding === 'utf16le' ? '\ufeff' : '') + counters.map(article).join(''), encoding);
    expect(await counts(file('1 of 2 DOCUMENTS', '2 of 2 DOCUMENTS'), 'a.txt')).toEqual([2, 2]);
    expect(await counts(file('1 of 2 DOCUMENTS', '2 aus 2'), 'a.txt')).toEqual([2, 1]);
  });

  it('LexisNexis, Word: printed lengths, in whatever runs', async () => {
    const lines = (end: string): string[] => [
      'Le lait manque',
      "Le Quotidien d'Essai",
      '30 mai 2014',
      'Longueur : 937 mots',
      'Corps',
      'La longueur : 3 mètres.',
      end,
    ];
    const word = (...paragraphs: string[]): Uint8Array =>
      makeZip({
        '[Content_Types].xml': '<Types/>',
        'word/document.xml': `<w:document xmlns:w="w"><w:body>${paragraphs.map((text) => `<w:p><w:r><w:t>${text.slice(0, 4)}</w:t></w:r><w:r><w:t xml:space="preserve">${text.slice(4)}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
      });
    const end = 'Fin du document';
    expect(await counts(word(...lines(end), ...lines(end)), 'a.docx')).toEqual([2, 2]);
    expect(await counts(word(...lines('(suite)'), ...lines(end)), 'a.docx')).toEqual([2, 1]);
    expect(await counts(word('Un', 'mot'), 'a.docx')).toEqual([null, 0]);
  });

  it('Europresse: labels of numbers, or else titles', async () => {
    const article = (tag: string, label: string): string =>
      `<${tag}><header><div><span class="DocPublicationName">Le Quotidien</span></div><div><span class="DocHeader">mardi 14 mars 2023</span></div><div class="titreArticle"><p class="titreArticleVisu">Titre</p></div></header><section><p>Un texte.</p></section><footer><p>${label}news·20230314·LE·1</p></footer></${tag}>`;
    const label = 'Numéro de document : ';
    expect(await counts(article('article', label) + article('article', label), 'a.html')).toEqual([2, 2]);
    expect(await counts(article('article', label) + article('div', label), 'a.html')).toEqual([2, 1]);
    expect(await counts(article('article', '') + article('article', ''), 'a.html')).toEqual([2, 2]);
    const latin = Buffer.from(article('article', label) + article('article', label), 'latin1');
    expect(await counts(latin, 'a.html')).toEqual([2, 2]);
  });

  it('ProQuest, page and mail: labels of its numbers', async () => {
    const document = (at: number, anchor = `<a name="DocID_${at}"></a>`): string =>
      `<div>${anchor}<p style="font-weight:bold;">Titre ${at}</p><p><strong>Full text: </strong>Un texte de ProQuest.</p><p><strong>Publication date: </strong>8 May 2010</p><p><strong>ProQuest document ID: </strong>${at}</p></div>`;
    expect(await counts(document(1) + document(2), 'a.html')).toEqual([2, 2]);
    expect(await counts(document(1) + document(2, ''), 'a.html')).toEqual([2, 1]);
    const quoted = (document(1) + document(2)).replaceAll('=', '=3D').replaceAll(/.{50}/g, '$&=\r\n');
    const mail = `From: noreply@proquest.com\r\nSubject: Your ProQuest Research\r\nDate: Sun, 05 Jul 2020 01:02:03 -0400\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quoted}`;
    expect(await counts(mail, 'a.eml')).toEqual([2, 2]);
  });

  it('GDELT: filled rows, with a header or without, a quote in them or not', async () => {
    const row = (at: number): string =>
      [
        at,
        '20240102000000',
        '20240102000000',
        1,
        'x"y.example',
        `https://x.example/${at}`,
        ...Array.from({ length: 10 }, () => '0'),
      ].join('\t');
    expect(await counts(`${row(1)}\n\n${row(2)}\n${row(3)}`, 'a.mentions.CSV')).toEqual([3, 3]);
    const table =
      'GlobalEventID,MentionTimeDate,MentionSourceName,MentionIdentifier\n1,20240102000000,"x\ny",https://x.example/1\n';
    expect(await counts(table, 'a.csv')).toEqual([1, 1]);
  });
});
