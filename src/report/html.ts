import { createHash } from 'node:crypto';
import type { Chart } from '../charts/chart.js';
import { renderSvg } from '../charts/render.js';
import { NBSP } from '../util/french.js';
import { escapeHtml } from './escape.js';
import { STYLE } from './html-style.js';
import type { ReportBlock, ReportModel, ReportSection, ReportTable } from './report-model.js';
import { missingSentence } from './section-blocks.js';

/**
 * The report as one self-contained page: no script, no network, no font to fetch; the content security policy forbids all
 * but its own style. Every text is escaped; addresses in texts stay text.
 */
export async function renderHtml(model: ReportModel): Promise<string> {
  const sections: string[] = [];
  for (const section of model.sections) sections.push(await renderSection(section));
  const style = `${STYLE}${pageMargins(model.title)}`;
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`;
  const contents = model.sections
    .map(({ id, title }) => `<li><a href="#${escapeHtml(id)}">${escapeHtml(title)}</a></li>`)
    .join('');
  return `<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="deversoir ${escapeHtml(model.version)}">
<title>${escapeHtml(model.title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${escapeHtml(model.title)}</h1>
<p class="lead">${escapeHtml(model.subtitle)}</p>
${model.notes.map((note) => `<p class="lead">${escapeHtml(note)}</p>`).join('\n')}
<nav aria-label="Sommaire"><ol>${contents}</ol></nav>
</header>
<main>
${sections.join('\n')}
</main>
</body>
</html>
`;
}

/** Title and page number at the edge of every printed page. */
function pageMargins(title: string): string {
  const text = [...title]
    .map((character) =>
      /[\p{L}\p{N} ]/u.test(character) ? character : `\\${(character.codePointAt(0) ?? 32).toString(16)} `,
    )
    .join('');
  return `@page{@bottom-left{content:"${text}";font:8pt Helvetica,Arial,sans-serif;color:#52606d}@bottom-right{content:counter(page) " / " counter(pages);font:8pt Helvetica,Arial,sans-serif;color:#52606d}}\n`;
}

async function renderSection(section: ReportSection): Promise<string> {
  const blocks: string[] = [];
  let above = '';
  for (const [index, block] of section.blocks.entries()) {
    if (block.kind === 'heading') above = block.text;
    blocks.push(await renderBlock(block, `${section.id}-${index}`, above));
  }
  const id = escapeHtml(section.id);
  return `<section id="${id}" aria-labelledby="${id}-titre">\n<h2 id="${id}-titre">${escapeHtml(section.title)}</h2>\n${blocks.join('\n')}\n</section>`;
}

/** `above`: the heading over the block, which a chart of the same title need not repeat. */
async function renderBlock(block: ReportBlock, id: string, above: string): Promise<string> {
  switch (block.kind) {
    case 'text':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'heading':
      return `<h3>${escapeHtml(block.text)}</h3>`;
    case 'note':
      return `<p class="note">${escapeHtml(block.text)}</p>`;
    case 'method':
      return `<p class="note method"><b>Méthode.</b> ${escapeHtml(block.method)}${block.limits === undefined ? '' : ` <b>Limites.</b> ${escapeHtml(block.limits)}`}</p>`;
    case 'mark':
      return `<p class="mark">${escapeHtml(block.text)}</p>`;
    case 'missing':
      return `<p class="note">${escapeHtml(missingSentence(block))}</p>`;
    case 'list':
      return `<ul class="said">${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
    case 'figures':
      return `<dl class="figures">${block.items
        .map(
          ({ label, value, detail }) =>
            `<div><dt>${escapeHtml(label)}</dt><dd class="value">${escapeHtml(value)}</dd><dd class="detail">${escapeHtml(detail)}</dd></div>`,
        )
        .join('')}</dl>`;
    case 'table':
      return renderTable(block);
    case 'quotes':
      return block.quotes
        .map(
          ({ text, source }) =>
            `<blockquote><p dir="auto">«${NBSP}${escapeHtml(text.trim())}${NBSP}»</p><footer>${escapeHtml(source)}</footer></blockquote>`,
        )
        .join('\n');
    case 'chart':
      return renderFigure(block.chart, block.narrow, id, above);
  }
}

/** A table of so many rows is not cut by a printed page. */
const WHOLE_ROWS = 14;

function renderTable({ caption, columns, rows }: ReportTable): string {
  const head = columns
    .map(
      ({ title, numeric }) => `<th scope="col"${numeric ? ' class="number"' : ''}>${escapeHtml(title)}</th>`,
    )
    .join('');
  const body = rows
    .map(
      (row) =>
        `<tr>${row
          .map((cell, index) => {
            const tag = index === 0 ? 'th scope="row"' : 'td';
            return `<${tag}${columns[index]?.numeric ? ' class="number"' : ''} data-head="${escapeHtml(columns[index]?.title ?? '')}">${escapeHtml(cell)}</${tag.slice(0, 2)}>`;
          })
          .join('')}</tr>`,
    )
    .join('\n');
  return `<div class="scroll${rows.length <= WHOLE_ROWS ? ' whole' : ''}"><table${columns.length > 7 ? ' class="most"' : columns.length > 4 ? ' class="many"' : ''}><caption>${escapeHtml(caption)}</caption><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}

async function renderFigure(chart: Chart, narrow: Chart, id: string, above: string): Promise<string> {
  const title = chart.title === above ? '' : `<strong>${escapeHtml(chart.title)}</strong>`;
  const caption = `<figcaption id="${id}-legende">${title}<span>${escapeHtml(chart.subtitle)}</span></figcaption>`;
  if (chart.spec === null || narrow.spec === null) {
    return `<figure>${caption}<p class="empty">${escapeHtml(chart.empty ?? chart.alt)}</p></figure>`;
  }
  const drawings = await Promise.all(
    [
      [chart, 'wide'],
      [narrow, 'narrow'],
    ].map(async (pair) => {
      const [one, name] = pair as [Chart, string];
      const { title: _, ...untitled } = one.spec ?? {};
      const svg = ownIds(await renderSvg(untitled), `${id}-${name}-`);
      return `<div class="${name}" role="img" aria-label="${escapeHtml(one.alt)}">${svg}</div>`;
    }),
  );
  return `<figure aria-labelledby="${id}-legende">${caption}${drawings.join('')}</figure>`;
}

/** Ids of one drawing, made its own on the page. */
const ownIds = (svg: string, prefix: string): string =>
  svg.replace(/\bid="([^"]+)"/g, `id="${prefix}$1"`).replace(/url\(#([^)]+)\)/g, `url(#${prefix}$1)`);
