import type { Language } from '../../util/language.js';

/** Language of a deck's texts and numbers, whatever the office program's own. */
const LANGUAGES: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** A line says how its series stand together, inverts nothing and has its marks before its labels; data points of a series stand before its labels, the skip of labels before the last switch of an axis; a bar chart has two axes. */
const chartInOrder = (xml: string): string =>
  xml
    .replace(/(<c:dLbls>.*?<\/c:dLbls>)((?:\s*<c:dPt>.*?<\/c:dPt>)+)/gs, '$2$1')
    .replace(/(<c:noMultiLvlLbl [^>]*>)(\s*<c:tickLblSkip [^>]*>)/g, '$2$1')
    .replace(/((?:<c:axId [^>]*>\s*){2})<c:axId [^>]*>(\s*<\/c:(?:bar|line)Chart>)/g, '$1$2')
    .replace(/<c:lineChart>.*?<\/c:lineChart>/gs, (line) =>
      line
        .replace(/<c:lineChart>(?!\s*<c:grouping )/, '$&<c:grouping val="standard"/>')
        .replace(/<c:invertIfNegative [^>]*>/g, '')
        .replace(/(<c:dLbls>.*?<\/c:dLbls>)(\s*<c:marker>.*?<\/c:marker>)/gs, '$2$1'),
    )
    .replace('<c:roundedCorners val="1"/>', '<c:roundedCorners val="0"/>');

/**
 * A part of a deck in the order and with the values that the schema of its kind prescribes (ISO/IEC 29500, transitional), which its
 * maker does not keep to and office programs mend or refuse; its titles as titles, and its language said.
 */
export function asSchemaAsks(name: string, xml: string, language: Language): string {
  const spoken = xml.replace(/\blang="en-US"/g, `lang="${LANGUAGES[language]}"`);
  if (name.startsWith('ppt/charts/'))
    return chartInOrder(spoken.replace(/<c:date1904 [^>]*>/, `$&<c:lang val="${LANGUAGES[language]}"/>`));
  if (name === 'ppt/presentation.xml')
    return spoken.replace(
      /(<p:sldIdLst>.*?<\/p:sldIdLst>)(\s*<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>)/s,
      '$2$1',
    );
  return spoken
    .replace(/<a:buSzPct val="\d+"\/>/g, '')
    .replace(
      /name="[^"]*"(><\/p:cNvPr><p:cNvSpPr\/><p:nvPr>)<p:ph\s+idx="\d+"\s+type="title"[^>]*\/>/g,
      'name="Title"$1<p:ph type="title"/>',
    );
}
