import { caseTimelineChart } from '../charts/case-timeline-chart.js';
import { channelLabel, label } from '../charts/labels.js';
import type { Metric } from '../model/index.js';
import { formatDate, formatHours, formatShare, typo } from '../util/french.js';
import { numberOf, rowsOf, shortened, textOf, type Row } from './metric-words.js';
import type { ReportBlock } from './report-model.js';
import { chartBlock, measured, methodNote } from './section-blocks.js';

const WHO: Readonly<Record<string, string>> = { inbound: 'Client', outbound: 'Marque' };
const whenOf = (row: Row, zone: string): string => (row['at'] instanceof Date ? formatDate(row['at'], { zone, time: row['dayOnly'] !== true }) : '–');

/** What was said: hidden in private, the title and newspaper of an article, the public text. */
function saidOf(row: Row): string {
  const stage = textOf(row, 'stage'), text = textOf(row, 'text');
  if (stage === 'private') return '(texte privé masqué)';
  if (stage === 'press') return [textOf(row, 'source'), text].filter((part) => part !== '').join(' : ');
  return text === '' ? '(sans texte)' : `« ${shortened(text)} »`;
}

/** « Il s’écoule 70 h entre le premier message privé et le premier message public, … ». */
function delaySentence(rows: readonly Row[]): string {
  const first = (stage: string): Row | undefined => rows.find((row) => textOf(row, 'stage') === stage && (stage === 'press' || textOf(row, 'direction') === 'inbound'));
  const reply = rows.find((row) => textOf(row, 'direction') === 'outbound'), open = first('public'), article = first('press');
  const parts = [
    reply === undefined ? 'aucune réponse de la marque dans les exports' : `première réponse de la marque après ${formatHours(numberOf(reply, 'hours'))}`,
    ...(open ? [`premier message public du client après ${formatHours(numberOf(open, 'hours'))}`] : []),
    article === undefined ? 'aucun article rattaché' : article['dayOnly'] === true ? `article le ${whenOf(article, 'UTC')}, heure inconnue` : `article après ${formatHours(numberOf(article, 'hours'))}`,
  ];
  return `Depuis le premier message privé : ${parts.join(' ; ')}. Un dossier montre un chemin possible, pas le chemin habituel.`;
}

/** One case from its first private message to the article that reports its movement: times, channels, delays. */
export function caseBlocks(metric: Metric, zone: string): ReportBlock[] {
  return measured(metric, () => {
    const rows = rowsOf(metric);
    return [
      { kind: 'heading', text: typo(metric.label.fr) },
      { kind: 'text', text: typo(`Dossier ${textOf(rows[0], 'caseId')}. ${delaySentence(rows)}`) },
      ...chartBlock(metric, caseTimelineChart),
      {
        kind: 'table', caption: typo('Les messages du dossier'),
        columns: ['Date', 'Délai', 'Étape', 'Canal', 'Qui', 'Lien', 'Texte'].map((title, place) => ({ title, numeric: place === 1 || place === 5 })),
        rows: rows.slice(0, 20).map((row) => [
          whenOf(row, zone), row['dayOnly'] === true ? '–' : formatHours(numberOf(row, 'hours')), label('stage', textOf(row, 'stage')), channelLabel(textOf(row, 'channel')),
          textOf(row, 'stage') === 'press' ? 'Presse' : WHO[textOf(row, 'direction')] ?? '–', typeof row['linkProbability'] === 'number' ? formatShare(row['linkProbability'], 0) : '–', saidOf(row),
        ]),
      },
      methodNote(metric),
    ];
  });
}
