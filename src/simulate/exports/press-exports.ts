import { frenchDate, frenchWeekday, parisClock } from '../paris-time.js';
import { OUTLETS } from '../outlets.js';
import type { SimulatedMessage } from '../truth.js';
import { mailDate } from './mail.js';
import { utf8, type WrittenFile } from './written-file.js';
import { escapeXml } from './write-xlsx.js';

const europresseId = (message: SimulatedMessage): string => {
  const { year, month, day } = parisClock(message.sentAt);
  return `news·${year}${month}${day}·${codeOf(message)}·${message.id.replace(/\D/g, '')}`;
};

const factivaId = (message: SimulatedMessage): string => {
  const { year, month, day } = parisClock(message.sentAt);
  return `${codeOf(message)}0000${year}${month}${day}em${message.id.replace(/\D/g, '').slice(-5)}`;
};

const codeOf = (message: SimulatedMessage): string =>
  OUTLETS.find(({ name }) => name === message.sourceName)?.code ?? 'PRE';

/** Europresse (eureka) HTML: one `<article>` each, day only, document number in the footer. */
export function writeEuropresse(messages: readonly SimulatedMessage[], path: string): WrittenFile[] {
  const articles = messages.map((message) => {
    const { year } = parisClock(message.sentAt),
      number = europresseId(message);
    const paragraphs = message.text
      .split('\n\n')
      .map((paragraph) => `<p>${escapeXml(paragraph)}</p>`)
      .join(' ');
    return `<article> <header> <div> <span class="DocPublicationName">${escapeXml(message.sourceName ?? '')}   </span> </div> <div> <span class="DocHeader">Économie, ${frenchWeekday(message.sentAt)} ${frenchDate(message.sentAt)}, p. ${2 + (message.text.length % 14)}</span> </div> <div class="titreArticle"> <p class="titreArticleVisu">${escapeXml(message.title ?? '')}</p> </div> <div>${escapeXml(message.authorName)}</div> </header> <section> <div class="DocText"> <div class='docOcurrContainer'> ${paragraphs} </div> </div> </section> <footer> <small>© ${year} ${escapeXml(message.sourceName ?? '')}. Tous droits réservés.</small> <p>Numéro de document : ${number}</p> <div id="divPubliC"> <span id="PubliC_lblNodoc">${number}</span> </div> </footer> </article>`;
  });
  const bytes = utf8(
    `<!DOCTYPE html> <html> <head> <meta charset="utf-8"> <title></title> </head> <body> ${articles.join(' ')} </body> </html>\n`,
  );
  return [{ path, bytes, rows: messages.map((message) => ({ message, exportId: europresseId(message) })) }];
}

/** Factiva HTML in French: unlabelled divs (words, date, source, code, language) and articleParagraphs. */
export function writeFactiva(messages: readonly SimulatedMessage[], path: string): WrittenFile[] {
  const articles = messages.map((message) => {
    const { year, hour, minute } = parisClock(message.sentAt);
    const code = codeOf(message),
      number = `Document ${factivaId(message)}`;
    const [lead = '', ...rest] = message.text.split('\n\n');
    const paragraphs = [lead, ...rest]
      .map((paragraph) => `<p class="articleParagraph frarticleParagraph">${escapeXml(paragraph)}</p>`)
      .join('\n');
    return `<div class="article frArticle"><p></p><div id="hd"><span class="frHeadline">${escapeXml(message.title ?? '')}</span>\n</div><div class="author">${escapeXml(message.authorName)}</div><div>${message.text.split(/\s+/).length} mots</div><div>${frenchDate(message.sentAt)}</div><div>${hour}:${minute}</div><div>${escapeXml(message.sourceName ?? '')}</div><div>${code}</div><div>Français</div><div>Copyright ${year} ${escapeXml(message.sourceName ?? '')} </div>\n<p></p>\n${paragraphs}\n<p>${number}</p></div>`;
  });
  const bytes = utf8(
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"></head><body><div id="contentWrapper"><div id="contentLeft" class="carryOverOpen">${articles.map((article) => `<div class="article">${article}<br></div>`).join('\n')}</div></div></body></html>\n`,
  );
  return [{ path, bytes, rows: messages.map((message) => ({ message, exportId: factivaId(message) })) }];
}

/** RSS 2.0 of a watch on the brand. */
export function writeRss(messages: readonly SimulatedMessage[], brand: string, path: string): WrittenFile[] {
  const items = messages.map(
    (message) => `<item>
<title>${escapeXml(message.title ?? '')}</title>
<link>${escapeXml(message.url ?? '')}</link>
<guid>${escapeXml(message.url ?? '')}</guid>
<dc:creator>${escapeXml(message.authorName)}</dc:creator>
<source url="${escapeXml(new URL('/', message.url ?? 'https://press.example').href)}">${escapeXml(message.sourceName ?? '')}</source>
<pubDate>${mailDate(message.sentAt)}</pubDate>
<description>${escapeXml(message.text.split('\n\n')[0] ?? '')}</description>
<content:encoded>${escapeXml(
      message.text
        .split('\n\n')
        .map((paragraph) => `<p>${escapeXml(paragraph)}</p>`)
        .join(''),
    )}</content:encoded>
</item>`,
  );
  const bytes = utf8(`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>Veille presse ${escapeXml(brand)}</title>
<link>https://veille.example/</link>
<description>Articles qui citent ${escapeXml(brand)}</description>
<language>fr-FR</language>
${items.join('\n')}
</channel>
</rss>
`);
  return [{ path, bytes, rows: messages.map((message) => ({ message, exportId: message.url ?? null })) }];
}
