import { NBSP } from '../../util/french.js';
import { contentHash, escapeHtml } from '../escape.js';
import { headingsOf } from '../story/headlines.js';
import type { Choice, Finding, Said, Story, StoryQuote, Tile } from '../story/story.js';
import { wordsOf, type Words } from '../story/words.js';
import { annex } from './annex-html.js';
import { chartHtml } from './chart-html.js';
import { methodHtml } from './method-html.js';
import { dataBlock } from './page-data.js';
import { SCRIPT } from './page-script.js';
import { STYLE } from './page-style.js';

/**
 * The story as one self-contained page: filters, marks that open, sortable tables. No network, no font to fetch; the content security
 * policy lets in its own style and script by their hashes, and nothing else. Every text is escaped; addresses in texts stay text.
 */
export function renderPage(story: Story): string {
  const words = wordsOf(story.language, 'UTC');
  const style = `${STYLE}${pageMargins(story.title)}`;
  const policy = `default-src 'none'; style-src ${contentHash(style)}; script-src ${contentHash(SCRIPT)}; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${story.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="deversoir ${escapeHtml(story.version)}">
<title>${escapeHtml(story.title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${escapeHtml(story.title)}</h1>
<p class="lead">${escapeHtml(story.subtitle)}</p>
${story.notes.map((note) => `<p class="lead">${escapeHtml(note)}</p>`).join('\n')}
</header>
<main>
${headline(story, words)}
${story.lines.map((line) => `<p class="small">${escapeHtml(line)}</p>`).join('\n')}
${explored(story) ? filters(story, words) : ''}
${findingsHtml(story, words)}
${explored(story) ? explorerHtml(story, words) : ''}
${annex(story, words)}
</main>
<dialog id="detail" aria-labelledby="detail-titre"><h2 id="detail-titre"></h2><div id="detail-corps"></div><p><button type="button" id="detail-fermer">${words.say('Fermer', 'Close')}</button></p></dialog>
${story.findings.length === 0 && !explored(story) ? '' : `<script type="application/json" id="donnees">${dataBlock(story, words)}</script>\n<script>${SCRIPT}</script>`}
</body>
</html>
`;
}

/** Messages from which choosing among them says something. */
const EXPLORED_FROM = 20;

const explored = ({ explorer: { counts } }: Story): boolean =>
  counts.filter(({ driver }) => driver === 'all').reduce((sum, { n }) => sum + n, 0) >= EXPLORED_FROM;

/** Title and page number at the edge of every printed page. */
function pageMargins(title: string): string {
  const text = [...title]
    .map((character) =>
      /[\p{L}\p{N} ]/u.test(character) ? character : `\\${(character.codePointAt(0) ?? 32).toString(16)} `,
    )
    .join('');
  return `@page{@bottom-left{content:"${text}";font:8pt Helvetica,Arial,sans-serif;color:#52606d}@bottom-right{content:counter(page) " / " counter(pages);font:8pt Helvetica,Arial,sans-serif;color:#52606d}}\n`;
}

function headline({ tiles, happened, overflows, actions }: Story, words: Words): string {
  const tile = ({ label, value, detail, change, sector, figure }: Tile): string =>
    `<li data-metric="${escapeHtml(figure.metric)}" data-of="${escapeHtml(figure.denominator)}"><span class="name">${escapeHtml(label)}</span><span class="big">${escapeHtml(value)}</span><span class="small">${escapeHtml(change)}</span><span class="small">${escapeHtml(detail)}</span>${sector === '' ? '' : `<span class="small">${escapeHtml(sector)}</span>`}</li>`;
  const part = (title: string, items: readonly Said[], name: string): string =>
    items.length === 0
      ? ''
      : `<div><h2>${title}</h2><ul${name}>${items.map(({ text }) => `<li>${escapeHtml(text)}</li>`).join('')}</ul></div>`;
  const heads = headingsOf(words);
  return `<section id="synthese" aria-label="${words.say('Synthèse', 'Summary')}">
${tiles.length === 0 ? '' : `<ul class="tiles">${tiles.map(tile).join('')}</ul>`}
<div class="three">${part(heads.actions, actions, ' class="actions"')}${part(heads.happened, happened, '')}${part(heads.overflows, overflows, '')}</div>
</section>`;
}

function filters({ explorer }: Story, words: Words): string {
  const select = (name: string, label: string, all: string, choices: readonly Choice[]): string =>
    choices.length < 2
      ? ''
      : `<label>${label}<select name="${name}"><option value="">${words.say(all, 'all')}</option>${choices.map(({ code, label: text }) => `<option value="${escapeHtml(code)}">${escapeHtml(text)}</option>`).join('')}</select></label>`;
  const choices = `${select('brand', words.say('Marque', 'Brand'), 'toutes', explorer.brands)}${select('driver', words.say('Motif', 'Driver'), 'tous', explorer.drivers)}${select('stage', words.say('Étape', 'Stage'), 'toutes', explorer.stages)}${select('period', words.say('Mois', 'Month'), 'tous', explorer.periods)}${select('store', words.say('Lieu', 'Place'), 'tous', explorer.stores)}`;
  return `<form class="filters" id="filtres"${choices === '' ? ' hidden' : ''} aria-label="${words.say('Filtres', 'Filters')}">${choices}<button type="reset">${words.say('Tout montrer', 'Show all')}</button><span id="montre" role="status" class="small"></span></form>`;
}

const quotes = (items: readonly StoryQuote[], words: Words): string =>
  items
    .map(
      ({ text, source }) =>
        `<blockquote><p dir="auto">${words.language === 'fr' ? `«${NBSP}${escapeHtml(text)}${NBSP}»` : `“${escapeHtml(text)}”`}</p><footer>${escapeHtml(source)}</footer></blockquote>`,
    )
    .join('');

/** Findings that stand open whatever the summary tells. */
const OPEN = 5;

/** What the summary tells, what calls for an action and the first by rank stand open; of the others the titles, which open. */
function findingsHtml(story: Story, words: Words): string {
  if (story.findings.length === 0) return '';
  const told = [...story.happened, ...story.overflows].map(({ text }) => text);
  const isOpen = ({ title, action }: Finding, index: number): boolean =>
    index < OPEN || action !== null || told.some((text) => text.startsWith(title));
  const blocks = story.findings.map((finding, index) => {
    const open = isOpen(finding, index);
    const same = story.findings.slice(0, index).find(({ method }) => method === finding.method);
    return { open, html: findingHtml(finding, index, open, same, words) };
  });
  const htmlOf = (which: boolean): string =>
    blocks
      .filter(({ open }) => open === which)
      .map(({ html }) => html)
      .join('\n');
  const others = htmlOf(false);
  return `<h2>${words.say('Les constats, le plus important d’abord', 'Findings, the most important first')}</h2>
${htmlOf(true)}
${others === '' ? '' : `<section id="autres"><h2>${words.say('Autres constats', 'Other findings')}</h2>\n${others}</section>`}`;
}

/** `same`: an earlier finding of the same method, which tells it. */
function findingHtml(
  finding: Finding,
  index: number,
  open: boolean,
  same: Finding | undefined,
  words: Words,
): string {
  const { id, chart, action, facets } = finding;
  const drawn =
    chart === null
      ? ''
      : chartHtml(chart, id, (series, place) => `${index}.${series}.${place}`, words.language);
  const press =
    finding.headlines.length === 0
      ? ''
      : `<h4>${words.say('Dans la presse', 'In the press')}</h4>${quotes(finding.headlines, words)}`;
  const said = `${quotes(finding.quotes, words)}${press}`;
  const line = [finding.change, finding.evidence]
    .filter((part) => part !== '')
    .map((part) => escapeHtml(part));
  const measured =
    same === undefined
      ? methodHtml(`${finding.method} ${finding.limits}`, words)
      : `<p class="small">${words.say('Comme pour', 'As for')} <a href="#${escapeHtml(same.id)}">${escapeHtml(same.title)}</a>.</p>`;
  return `<article class="finding" id="${escapeHtml(id)}" aria-labelledby="${escapeHtml(id)}-conclusion" data-drivers="${escapeHtml(facets.drivers.join(' '))}" data-stages="${escapeHtml(facets.stages.join(' '))}" data-periods="${escapeHtml(facets.periods.join(' '))}">
${open ? '' : '<details class="fold"><summary>'}<h3 id="${escapeHtml(id)}-conclusion">${escapeHtml(finding.title)}</h3>${open ? '' : `<span class="small">${escapeHtml(finding.evidence)}</span></summary>`}
<div class="body${drawn === '' || said === '' ? ' alone-text' : ''}"><div>${finding.text === '' ? '' : `<p>${escapeHtml(finding.text)}</p>`}${drawn}<p class="figure-line">${line.join('<br>')}</p></div>${said === '' ? '' : `<div>${said}</div>`}</div>
${action === null ? '' : `<p class="action">${escapeHtml(action.text)}</p>`}
<details><summary>${words.say('Comment c’est mesuré', 'How it is measured')}</summary>${measured}</details>${open ? '' : '</details>'}
</article>`;
}

function explorerHtml({ explorer: { definition, periods } }: Story, words: Words): string {
  const heads = (first: string): readonly string[] => [
    first,
    words.say('Messages', 'Messages'),
    words.say('Négatifs', 'Negative'),
    words.say('Part de négatif', 'Negative share'),
    words.say('Intervalle à 95 %', '95% interval'),
  ];
  const table = (title: string, first: string, id: string): string =>
    `<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table><caption>${title}</caption><thead><tr>${heads(
      first,
    )
      .map(
        (head, place) =>
          `<th scope="col"${place > 0 ? ' class="number"' : ''}><button type="button">${head}</button></th>`,
      )
      .join('')}</tr></thead><tbody id="${id}"></tbody></table></div>`;
  return `<section id="explorer" aria-labelledby="explorer-titre"><h2 id="explorer-titre">${words.say('Explorer selon vos filtres', 'Explore with your filters')}</h2>
<p class="small">${escapeHtml(definition)}</p>
${table(words.say('Par motif', 'By driver'), words.say('Motif', 'Driver'), 'explorer-corps')}
${periods.length < 2 ? '' : table(words.say('Par mois', 'By month'), words.say('Mois', 'Month'), 'explorer-mois')}
<div id="explorer-dits"><h3>${words.say('Messages publics', 'Public messages')}</h3><div id="explorer-messages"></div><button type="button" class="more" id="plus" hidden>${words.say('Plus de messages', 'More messages')}</button></div></section>`;
}
