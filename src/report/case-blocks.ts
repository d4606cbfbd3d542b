import { caseTimelineChart } from '../charts/case-timeline-chart.js';
import { channelLabel, label } from '../charts/wording.js';
import type { Metric } from '../model/index.js';
import { formatDate, formatHours, formatShare, NBSP, typo } from '../util/french.js';
import { caseMark, caseName } from './case-names.js';
import { numberOf, rowsOf, shortened, textOf, type Row } from './metric-words.js';
import type { ReportBlock } from './report-model.js';
import { chartBlock, measured, methodNote } from './section-blocks.js';

const WHO: Readonly<Record<string, string>> = { inbound: 'Client', outbound: 'Marque' };
const whenOf = (row: Row, zone: string): string =>
  row['at'] instanceof Date ? formatDate(row['at'], { zone, time: row['dayOnly'] !== true }) : '–';

/** What was said: hidden in private, the title and newspaper of an article, the public text. */
function saidOf(row: Row): string {
  const stage = textOf(row, 'stage'),
    text = textOf(row, 'text');
  if (stage === 'private') return '(texte privé masqué)';
  if (stage === 'press') return [textOf(row, 'source'), text].filter((part) => part !== '').join(`${NBSP}: `);
  return text === '' ? '(sans texte)' : `«${NBSP}${shortened(text)}${NBSP}»`;
}

/** What happened since the first private message, in the order it happened. */
function delaySentence(rows: readonly Row[]): string {
  const inPublic = rows.find(
    (row) => textOf(row, 'stage') === 'public' && textOf(row, 'direction') === 'inbound',
  );
  const reply = rows.find((row) => textOf(row, 'direction') === 'outbound'),
    article = rows.find((row) => textOf(row, 'stage') === 'press');
  const after = (row: Row): string => formatHours(numberOf(row, 'hours'));
  const steps = [
    ...(inPublic ? [{ row: inPublic, told: `le client passe en public après ${after(inPublic)}` }] : []),
    ...(reply
      ? [
          {
            row: reply,
            told: `la marque répond pour la première fois après ${after(reply)}, ${textOf(reply, 'stage') === 'private' ? 'en privé' : 'en public'}`,
          },
        ]
      : []),
    ...(article
      ? [
          {
            row: article,
            told:
              article['dayOnly'] === true
                ? `un article rapporte le mouvement le ${whenOf(article, 'UTC')}, heure inconnue`
                : `un article rapporte le mouvement après ${after(article)}`,
          },
        ]
      : []),
  ]
    .toSorted((a, b) => numberOf(a.row, 'hours') - numberOf(b.row, 'hours'))
    .map(({ told }) => told);
  const lacks = [
    ...(reply ? [] : ['aucune réponse de la marque dans les exports']),
    ...(article ? [] : ['aucun article rattaché']),
  ];
  return `Depuis le premier message privé : ${[...steps, ...lacks].join(' ; ')}. Un dossier montre un chemin possible, pas le chemin habituel.`;
}

/** One case from its first private message to the article that reports its movement: times, channels, delays. */
export function caseBlocks(metric: Metric, zone: string): ReportBlock[] {
  return measured(metric, () => {
    const rows = rowsOf(metric),
      first = rows[0],
      mark = caseMark(textOf(first, 'caseId'));
    return [
      { kind: 'heading', text: typo(metric.label.fr) },
      {
        kind: 'text',
        text: typo(
          `${caseName({ channel: textOf(first, 'channel'), openedAt: first?.['at'] instanceof Date ? first['at'] : null }, zone)}. ${delaySentence(rows)}`,
        ),
      },
      ...chartBlock(metric, caseTimelineChart),
      {
        kind: 'table',
        caption: typo('Les messages du dossier'),
        columns: ['Date', 'Délai', 'Étape', 'Canal', 'Qui', 'Lien', 'Texte'].map((title, place) => ({
          title,
          numeric: place === 1 || place === 5,
        })),
        rows: rows
          .slice(0, 20)
          .map((row) => [
            whenOf(row, zone),
            row['dayOnly'] === true ? '–' : formatHours(numberOf(row, 'hours')),
            label('stage', textOf(row, 'stage')),
            channelLabel(textOf(row, 'channel')),
            textOf(row, 'stage') === 'press' ? 'Presse' : (WHO[textOf(row, 'direction')] ?? '–'),
            typeof row['linkProbability'] === 'number' ? formatShare(row['linkProbability'], 0) : '–',
            saidOf(row),
          ]),
      },
      {
        kind: 'mark',
        text: typo(
          `Repère du dossier : ${mark} (« deversoir follow ${mark} » en donne les lignes et les preuves).`,
        ),
      },
      methodNote(metric),
    ];
  });
}
