import { typo } from '../util/french.js';
import { printable } from '../util/printable.js';
import { contentHash, escapeHtml } from './escape.js';

/** A message on the labelling page. */
export interface LabelPageRow {
  readonly messageId: string;
  readonly channel: string;
  readonly text: string;
}

export interface LabelPage {
  readonly head: string;
  /** What is asked of each message, and what decides it. */
  readonly question: string;
  readonly rule: string;
  /** Codes and the words shown for them. */
  readonly choices: readonly { readonly code: string; readonly word: string }[];
  readonly rows: readonly LabelPageRow[];
}

const STYLE = `body{font:17px/1.5 Helvetica,Arial,sans-serif;color:#1f2933;background:#fff;max-width:46rem;margin:2rem auto;padding:0 1rem}
#texte{border-left:4px solid #1b4f72;padding:.4rem 1rem;white-space:pre-wrap;overflow-wrap:anywhere;min-height:7rem;font-size:1.15rem}
button{font:inherit;padding:.5rem .9rem;margin:.25rem .25rem .25rem 0;border:1px solid #52606d;border-radius:4px;background:#fff;cursor:pointer}
button[aria-pressed=true]{background:#1b4f72;color:#fff}button:focus-visible{outline:3px solid #b5541c;outline-offset:2px}
.petit{color:#52606d;font-size:.9rem}progress{width:100%}`;

/** What runs on the page: it shows one text after the other, keeps the choices, and hands them back as CSV. It asks nothing of the network. */
const SCRIPT = `'use strict';
(() => {
const data = JSON.parse(document.getElementById('donnees').textContent), byId = (id) => document.getElementById(id);
const chosen = new Map(), ids = new Set(data.rows.map(({ messageId }) => messageId)); let at = 0, kept = true;
const buttons = data.choices.map(({ code, word }, place) => { const one = document.createElement('button'); one.type = 'button'; one.textContent = (place + 1) + ' · ' + word; one.addEventListener('click', () => choose(code)); byId('choix').append(one); return one; });
const show = () => {
  const row = data.rows[at];
  byId('texte').textContent = row.text; byId('canal').textContent = row.channel;
  const done = chosen.size === data.rows.length;
  byId('rang').textContent = (at + 1) + ' / ' + data.rows.length + ' · ' + (done ? 'tout est étiqueté\\u00a0: rendez le fichier' : chosen.size + (chosen.size < 2 ? ' étiqueté' : ' étiquetés'));
  byId('avance').max = data.rows.length; byId('avance').value = chosen.size;
  data.choices.forEach(({ code }, place) => buttons[place].setAttribute('aria-pressed', String(chosen.get(row.messageId) === code)));
};
const move = (by) => { at = Math.max(0, Math.min(data.rows.length - 1, at + by)); show(); };
const choose = (code) => { kept = false; const { messageId } = data.rows[at]; if (chosen.get(messageId) === code) chosen.delete(messageId); else { chosen.set(messageId, code); at = Math.min(data.rows.length - 1, at + 1); } show(); };
const cell = (text) => '"' + String(text).replace(/"/g, '""') + '"';
byId('rendre').addEventListener('click', () => {
  const lines = ['messageId,head,label', ...data.rows.filter(({ messageId }) => chosen.has(messageId)).map(({ messageId }) => [messageId, data.head, chosen.get(messageId)].map(cell).join(','))];
  const link = document.createElement('a'); link.href = URL.createObjectURL(new Blob([lines.join('\\r\\n') + '\\r\\n'], { type: 'text/csv' })); link.download = 'etiquettes.csv'; link.click(); URL.revokeObjectURL(link.href); kept = true;
});
byId('reprendre').addEventListener('change', async ({ target }) => {
  const known = new Set(data.choices.map(({ code }) => code));
  for (const line of (await target.files[0].text()).split(/\\r?\\n/)) {
    const [, id, head, code] = /^"((?:[^"]|"")*)","([^"]*)","([^"]*)"/.exec(line) || [], messageId = (id || '').replace(/""/g, '"');
    if (head === data.head && ids.has(messageId) && known.has(code)) chosen.set(messageId, code);
  }
  at = Math.max(0, data.rows.findIndex(({ messageId }) => !chosen.has(messageId))); show();
});
byId('avant').addEventListener('click', () => move(-1)); byId('apres').addEventListener('click', () => move(1));
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const choice = data.choices[Number(event.key) - 1];
  if (choice) choose(choice.code); else if (event.key === 'ArrowLeft') move(-1); else if (event.key === 'ArrowRight') move(1); else return;
  event.preventDefault();
});
window.addEventListener('beforeunload', (event) => { if (!kept) event.preventDefault(); });
show();
})();`;

/**
 * A page to label messages by hand: one at a time, by the keys 1, 2, 3 and the arrows, handed back as CSV (messageId, head, label).
 * Self-contained: its security policy lets nothing but its own style and script run, and nothing be asked of a network; texts are data,
 * never markup.
 */
export function labelPage({ head, question, rule, choices, rows }: LabelPage): string {
  const policy = `default-src 'none'; style-src ${contentHash(STYLE)}; script-src ${contentHash(SCRIPT)}; base-uri 'none'; form-action 'none'`;
  const data = printable(JSON.stringify({ head, choices, rows }))
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="generator" content="deversoir label">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Étiqueter des messages</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(typo(question))}</h1>
<p>${escapeHtml(typo(rule))}</p>
<p class="petit">Une réponse par message, d’après le texte seul. Touches ${choices.length > 2 ? '1 à' : '1 ou'} ${choices.length} pour répondre, flèches pour avancer ou revenir. ${typo('Rien ne quitte cette page : « Rendre » enregistre un fichier, « Reprendre » en relit un pour continuer.')}</p>
<progress id="avance" aria-label="Messages étiquetés" value="0"></progress>
<p class="petit"><span id="rang" aria-live="polite"></span> · <span id="canal"></span></p>
<div id="texte" dir="auto" tabindex="0"></div>
<div id="choix" role="group" aria-label="Réponses"></div>
<p><button type="button" id="avant">← Précédent</button><button type="button" id="apres">Suivant →</button><button type="button" id="rendre">Rendre les étiquettes (CSV)</button></p>
<p class="petit"><label>${typo('Reprendre :')} <input type="file" id="reprendre" accept=".csv"></label></p>
</main>
<script type="application/json" id="donnees">${data}</script>
<script>${SCRIPT}</script>
</body>
</html>
`;
}
