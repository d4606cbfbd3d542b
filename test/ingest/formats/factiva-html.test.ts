import { describe, expect, it } from 'vitest';
import { factivaHtml } from '../../../src/ingest/formats/factiva-html.js';
import { expectGolden, goldenFiles, readText } from '../read-sample.js';

describe('factiva-html', () => {
  it('reads the golden files as expected', async () => {
    await expectGolden(factivaHtml, await goldenFiles(factivaHtml, ['articles-fr.html', 'indexed-en.html']));
  });

  const article = (heading: string, paragraphs = '<p class="articleParagraph">Texte.</p>'): string =>
    `<title>Factiva</title><div class="article esArticle"><div id="hd"><span class="esHeadline">T</span></div>${heading}${paragraphs}<p>Documento ABCDE00020200102eg1200001</p></div>`;

  it('finds the parts of the heading by shape, in any language and order of the optional ones', async () => {
    const cases: [string, string, string][] = [
      [
        '<div>345 文字</div><div>2019年2月3日</div><div>14:05</div><div>試験新聞</div><div>SHIKEN</div>',
        '試験新聞',
        '2019-02-03T14:05:00.000Z',
      ],
      [
        '<div class="author">Por X</div><div>250 palabras</div><div>2 de enero de 2020</div><div>Diario de Prueba</div><div>DIAPRU</div><div>Español</div>',
        'Diario de Prueba',
        '2020-01-02T00:00:00.000Z',
      ],
      [
        '<div>1.250 parole</div><div>2 gennaio 2020</div><div>BBC</div><div>BBCIT</div><div>(c) 2020 BBC</div>',
        'BBC',
        '2020-01-02T00:00:00.000Z',
      ],
      [
        '<div>12 слов</div><div>2 января 2020</div><div>Газета</div><div>GAZ</div>',
        'Газета',
        '2020-01-02T00:00:00.000Z',
      ],
      [
        '<div>300 words</div><div>2 January 2020</div><div>04:30 AM</div><div>Wire 24</div><div>WIRE24</div><div>0 2020</div><div>English</div>',
        'Wire 24',
        '2020-01-02T04:30:00.000Z',
      ],
    ];
    for (const [heading, source, at] of cases) {
      const { records } = await readText(factivaHtml, article(heading), 'f.html');
      expect(records[0]).toMatchObject({
        sourceName: source,
        id: 'ABCDE00020200102eg1200001',
        givenLanguage: 'es',
        text: 'Texte.',
      });
      expect(new Date(records[0]?.sentAt?.epochMs ?? 0).toISOString()).toBe(at);
    }
  });

  it('places a time without zone in the zone of the option', async () => {
    const { records } = await readText(
      factivaHtml,
      article('<div>9 mots</div><div>2 juillet 2020</div><div>17:04</div><div>S</div><div>SRC</div>'),
      'f.html',
      { zone: 'Europe/Paris' },
    );
    expect(records[0]?.sentAt).toEqual({
      epochMs: Date.UTC(2020, 6, 2, 15, 4),
      raw: '2 juillet 2020 17:04',
      zone: 'assumed',
    });
  });
});
