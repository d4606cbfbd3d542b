import { crisisTimelineChart } from '../charts/crisis-timeline-chart.js';
import { label } from '../charts/wording.js';
import { formatHours, formatNumber, listInWords, plural, typo } from '../util/french.js';
import {
  alertSentence,
  firstCaseMark,
  hoursOf,
  instant,
  listOf,
  runUpOf,
  subjectsOf,
} from './crisis-words.js';
import { metricTable } from './metric-table.js';
import { numberOf, rowsOf, textOf, type MetricSet, type Row, type SectionContext } from './metric-words.js';
import type { ReportBlock, ReportSection } from './report-model.js';
import { chartBlock, measured, methodNote } from './section-blocks.js';

const KINDS: Readonly<Record<string, string>> = {
  crisis: 'Crise',
  badBuzz: 'Emballement public sans presse',
  reported: 'Peu de voix, mais un article',
};
const CLUSTERS: Readonly<Record<string, string>> = {
  victim: 'victime (rumeur, malveillance)',
  accidental: 'accident (défaut, erreur technique)',
  intentional: 'faute perçue (dissimulation, manquement)',
};
const RULES: Readonly<Record<string, string>> = {
  cusum: 'Somme cumulée (CUSUM)',
  'mean-plus-sd': 'Moyenne + k écarts types sur 7 jours',
  'week-over-week': 'Hausse en % sur 7 jours',
  'hour-against-half-day': '1 h contre 12 h',
};
const CRISES = ['crisisTimeline', 'crisisSheets', 'crisisBursts', 'alertRules', 'crisisAlerts'] as const;
/** Alerts listed, the latest. */
const ALERTS_SHOWN = 15;

/** « Crise : emballage, à partir du 5 mars 2026 »; the brand is said when the sheets are on several. */
function titleOf(row: Row, zone: string, brands: number): string {
  const brand = brands > 1 && textOf(row, 'brand') !== '' ? ` (${textOf(row, 'brand')})` : '';
  return `${KINDS[textOf(row, 'kind')] ?? textOf(row, 'kind')}${brand} : ${subjectsOf(row)}, à partir du ${instant(row, 'start', zone, false)}`;
}

function runUpSentence(row: Row, zone: string): string {
  const told = runUpOf(row);
  return told === ''
    ? 'En amont : aucun dossier privé sur ce motif dans l’enchaînement qui précède.'
    : `En amont : premier dossier privé sur ce motif le ${instant(row, 'firstPrivateAt', zone)}${firstCaseMark(row)}, ${told}.`;
}

function pressSentence(row: Row, zone: string): string {
  const delay = hoursOf(row, 'articleDelayHours');
  if (delay === null) return 'Presse : aucun article rattaché.';
  const dayOnly = row['firstArticleDayOnly'] === true;
  const when = dayOnly
    ? `le ${instant(row, 'firstArticleAt', zone, false)} (heure inconnue)`
    : `le ${instant(row, 'firstArticleAt', zone)}`;
  const after = dayOnly
    ? ''
    : delay < 0
      ? `, ${formatHours(-delay)} avant l’emballement : ici la presse a précédé le public`
      : `, ${formatHours(delay)} après le début`;
  const sources = listOf(row, 'sources');
  return `Presse : ${plural(numberOf(row, 'articles'), 'article')}${sources.length === 0 ? '' : ` (${listInWords(sources.slice(0, 5))})`} ; premier article ${when}${after}.`;
}

function clusterSentence(row: Row): string {
  const cluster = CLUSTERS[textOf(row, 'cluster')];
  if (cluster === undefined)
    return 'Famille (Coombs 2007) : les textes ne permettent pas de la suggérer ; à fixer par vous.';
  const evidence = listOf(row, 'clusterEvidence').map((told) =>
    told.replace(/^(.+)(?= \(\d+\)$)/, (cue) => label('cue', cue)),
  );
  return textOf(row, 'clusterBy') === 'person'
    ? `Famille (Coombs 2007) : ${cluster}, fixée par l’équipe.`
    : `Famille (Coombs 2007), suggestion à confirmer : ${cluster}${evidence.length === 0 ? '' : ` ; mots relevés, avec le nombre de textes : ${evidence.join(', ')}`}.`;
}

function sheetBlocks(row: Row, zone: string, brands: number): ReportBlock[] {
  const reach = hoursOf(row, 'reach');
  const journalists = numberOf(row, 'journalists');
  const items = [
    `Ampleur : ${plural(numberOf(row, 'messages'), 'message public critique', { plural: 'messages publics critiques' })}, ${plural(numberOf(row, 'authors'), 'auteur')}${reach === null || reach === 0 ? '' : `, portée potentielle connue de ${formatNumber(reach)} (audiences additionnées, pas des personnes touchées)`}.`,
    `Vitesse : ${formatHours(numberOf(row, 'hours'))} du premier au dernier message ; heure la plus chargée ${numberOf(row, 'riseHours') < 1 ? 'dès le début' : `${formatHours(numberOf(row, 'riseHours'))} après le début`}, le ${instant(row, 'peakAt', zone)} (${plural(numberOf(row, 'peakMessages'), 'message')}).`,
    runUpSentence(row, zone),
    pressSentence(row, zone),
    ...(journalists > 0
      ? [
          `Journalistes : ${plural(journalists, 'message public', { plural: 'messages publics' })} d’une personne qui se dit journaliste ou prépare un article.`,
        ]
      : []),
    clusterSentence(row),
  ];
  return [
    { kind: 'heading', text: typo(titleOf(row, zone, brands)) },
    { kind: 'list', items: items.map(typo) },
  ];
}

function alertBlocks(metrics: MetricSet, zone: string): ReportBlock[] {
  return [
    ...measured(metrics.get('crisisAlerts'), (metric) => [
      { kind: 'heading', text: 'Alertes' },
      ...alertSentence(metrics.get('alertRules')).map((text) => ({
        kind: 'text' as const,
        text: typo(text),
      })),
      {
        kind: 'table',
        caption: typo(
          `Alertes que la règle CUSUM aurait données${metric.table.numRows() > ALERTS_SHOWN ? ` : les ${ALERTS_SHOWN} dernières sur ${formatNumber(metric.table.numRows())}` : ''}`,
        ),
        columns: ['Alerte', 'Marque', 'Durée', 'Messages', 'Attendus', 'Fausses alertes par mois'].map(
          (title, place) => ({ title, numeric: place > 1 }),
        ),
        rows: rowsOf(metric)
          .slice(-ALERTS_SHOWN)
          .map((row) => [
            instant(row, 'at', zone),
            textOf(row, 'brand') || '–',
            formatHours(numberOf(row, 'periodHours')),
            formatNumber(numberOf(row, 'messages')),
            formatNumber(numberOf(row, 'expected'), 1),
            formatNumber(numberOf(row, 'falseAlarmsPerMonth'), 1),
          ]),
      },
    ]),
    ...measured(metrics.get('alertRules'), (metric) => [
      {
        kind: 'table',
        caption: typo('Les règles, réglées pour autant de fausses alertes'),
        columns: ['Règle', 'Marque', 'Seuil', 'Fausses alertes par mois', 'Alarmes', 'En alerte'].map(
          (title, place) => ({ title, numeric: place > 1 && place < 5 }),
        ),
        rows: rowsOf(metric).map((row) => [
          typo(RULES[textOf(row, 'rule')] ?? textOf(row, 'rule')),
          textOf(row, 'brand') || '–',
          formatNumber(numberOf(row, 'threshold'), 2),
          formatNumber(numberOf(row, 'falseAlarmsPerMonth'), 1),
          formatNumber(numberOf(row, 'alarms')),
          row['alertNow'] === true ? 'oui' : 'non',
        ]),
      },
      methodNote(metric),
    ]),
  ];
}

/** Bursts, crisis sheets and alerts. */
export function crisisSection({ metrics, zone }: SectionContext): ReportSection {
  return {
    id: 'crises',
    title: 'Emballements, crises et alertes',
    blocks: [
      ...(CRISES.some((name) => metrics.has(name))
        ? []
        : [
            {
              kind: 'text' as const,
              text: typo('Non mesuré : aucune mesure des emballements n’a été calculée.'),
            },
          ]),
      ...chartBlock(metrics.get('crisisTimeline'), crisisTimelineChart),
      ...measured(metrics.get('crisisSheets'), (metric) => [
        {
          kind: 'text',
          text: typo(
            metric.value === 0
              ? 'Aucun mouvement assez marqué pour une fiche.'
              : `${plural(metric.value ?? 0, 'fiche')} ; le volume ne décide pas seul du passage à la presse : la santé, l’éthique et la présence de journalistes comptent.`,
          ),
        },
        ...rowsOf(metric).flatMap((row) =>
          sheetBlocks(row, zone, new Set(rowsOf(metric).map((one) => textOf(one, 'brand'))).size),
        ),
        methodNote(metric),
      ]),
      ...measured(metrics.get('crisisBursts'), (metric) => [
        metricTable(metric, {
          zone,
          columns: ['start', 'end', 'driver', 'messages', 'articles'],
          rows: rowsOf(metric)
            .filter((row) => row['level'] === 2)
            .map((row) => ({ ...row, driver: row['driver'] ?? 'all' })),
          heads: { start: 'Début', end: 'Fin', articles: 'Articles' },
          limit: 15,
        }),
        methodNote(metric),
      ]),
      ...alertBlocks(metrics, zone),
    ],
  };
}
