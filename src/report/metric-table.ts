import type { Metric } from '../model/index.js';
import { channelLabel, label } from '../charts/wording.js';
import {
  formatDate,
  formatInterval,
  formatNumber,
  formatValue,
  plural,
  typo,
  type NumberStyle,
} from '../util/french.js';
import { rowsOf, styleOf, type Row } from './metric-words.js';
import type { ReportTable } from './report-model.js';

/** French heads of the columns that metrics use. */
const HEADS: Readonly<Record<string, string>> = {
  stage: 'Étape',
  firstStage: 'Étape de départ',
  furthestStage: 'Étape la plus loin',
  from: 'De',
  to: 'Vers',
  channel: 'Canal',
  firstChannel: 'Canal de départ',
  spillChannel: 'Canal d’arrivée',
  driver: 'Motif',
  brand: 'Marque',
  period: 'Période',
  harm: 'Nature',
  contribution: 'Nature',
  platform: 'Plateforme',
  source: 'Titre de presse',
  title: 'Titre',
  sentAt: 'Date',
  copies: 'Reprises',
  n: 'n',
  cases: 'Dossiers',
  messages: 'Messages',
  inbound: 'Clients',
  outbound: 'Marque',
  authors: 'Auteurs',
  answered: 'Avec réponse',
  unanswered: 'Sans réponse',
  median: 'Médiane',
  p90: '90\u00a0% ont une réponse en',
  marketMean: 'Moyenne usuelle, sans ceux restés sans réponse',
  share: 'Part',
  rate: 'Taux',
  value: 'Valeur',
  score: 'Score net',
  mean: 'Moyenne',
  mentions: 'Mentions',
  negativeShare: 'Part de négatif',
  positiveShare: 'Part de positif',
  language: 'Langue',
  reason: 'Motif',
  format: 'Format',
  files: 'Fichiers',
  check: 'Constat',
  spilled: 'Débordements',
  events: 'Événements',
  k: 'Cas',
  hours: 'Délai',
  days: 'Jours',
  previousShare: 'Part avant',
  currentShare: 'Part après',
  ratio: 'Rapport',
  previous: 'Avant',
  current: 'Après',
  expected: 'Attendus',
  reached: 'Atteints',
  count: 'Nombre',
  resolved: 'Résolus',
  state: 'État',
  linkProbability: 'Probabilité du lien',
};

const SHARES = new Set([
  'share',
  'rate',
  'negativeShare',
  'positiveShare',
  'previousShare',
  'currentShare',
  'linkProbability',
  'countShare',
  'cumulativeIncidence',
  'attributedShare',
  'baselineShare',
  'probability',
  'predicted',
  'observed',
]);
const HOURS = new Set(['median', 'p90', 'marketMean', 'hours', 'delayHours', 'halfLifeHours']);
const LABELLED: Readonly<Record<string, Parameters<typeof label>[0]>> = {
  stage: 'stage',
  firstStage: 'stage',
  furthestStage: 'stage',
  from: 'state',
  to: 'state',
  state: 'state',
  driver: 'driver',
  harm: 'harm',
  contribution: 'contribution',
  platform: 'platform',
  language: 'language',
  check: 'check',
  sentiment: 'sentiment',
};

/** Which interval columns go with which estimate: `share` with `low`–`high`, `negativeShare` with `negativeLow`–`negativeHigh`. */
function boundsOf(column: string, columns: readonly string[]): readonly [string, string] | null {
  const own = [`${column}Low`, `${column}High`] as const;
  const stem = [`${column.replace(/Share$/, '')}Low`, `${column.replace(/Share$/, '')}High`] as const;
  for (const pair of [own, stem]) if (pair.every((name) => columns.includes(name))) return pair;
  const main = [
    'value',
    'share',
    'rate',
    'score',
    'ratio',
    'mean',
    'median',
    'cumulativeIncidence',
    'probability',
    'observed',
  ].find((name) => columns.includes(name));
  return column === main && columns.includes('low') && columns.includes('high') ? ['low', 'high'] : null;
}

function styleOfColumn(column: string, metric: Metric): NumberStyle {
  if (SHARES.has(column)) return 'share';
  if (HOURS.has(column)) return 'hours';
  if (column === 'score') return 'score';
  if (column === 'ratio') return 'ratio';
  return column === 'value' ? styleOf(metric) : 'number';
}

/** One cell in French; absent is a dash, never 0. */
export function cellText(value: unknown, column: string, style: NumberStyle, zone: string): string {
  if (value === null || value === undefined) return '–';
  if (value instanceof Date) return formatDate(value, { zone });
  if (Array.isArray(value)) return value.map((item) => cellText(item, column, style, zone)).join(', ');
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') return formatValue(value, style);
  const text = String(value);
  if (/channel/i.test(column)) return channelLabel(text);
  if (column === 'period') return formatDate(Date.parse(`${text}T12:00:00Z`), { zone: 'UTC' });
  const kind = LABELLED[column];
  return kind === undefined ? text : label(kind, text);
}

export interface MetricTableOptions {
  readonly zone: string;
  readonly caption?: string;
  /** Columns to show, in order. Default: those with a French head. */
  readonly columns?: readonly string[];
  readonly heads?: Readonly<Record<string, string>>;
  readonly rows?: readonly Row[];
  /** At most so many rows; the caption says when some are left out. */
  readonly limit?: number;
}

/** The table of a metric: French heads, units in the cells, interval beside its estimate. */
export function metricTable(metric: Metric, options: MetricTableOptions): ReportTable {
  const { zone, heads = {}, limit = 30 } = options;
  const all = metric.table.columnNames();
  const rows = options.rows ?? rowsOf(metric);
  const shown = options.columns ?? all.filter((name) => Object.hasOwn(HEADS, name));
  const intervalHead = typo(`Intervalle à ${formatNumber((metric.interval?.level ?? 0.95) * 100)} %`);
  const columns = shown.flatMap((name) => {
    const bounds = boundsOf(name, all);
    const head = {
      name,
      bounds: null as readonly [string, string] | null,
      title: heads[name] ?? HEADS[name] ?? name,
    };
    return bounds === null ? [head] : [head, { name, bounds, title: intervalHead }];
  });
  const caption = options.caption ?? metric.label.fr;
  return {
    kind: 'table',
    caption:
      rows.length > limit
        ? `${caption} (${plural(limit, 'première ligne', { plural: 'premières lignes' })} sur ${formatNumber(rows.length)})`
        : caption,
    columns: columns.map(({ name, bounds, title }) => ({
      title,
      numeric:
        bounds !== null ||
        SHARES.has(name) ||
        HOURS.has(name) ||
        rows.some((row) => typeof row[name] === 'number'),
    })),
    rows: rows.slice(0, limit).map((row) =>
      columns.map(({ name, bounds }) => {
        const style = styleOfColumn(name, metric);
        if (bounds === null) return cellText(row[name], name, style, zone);
        const [low, high] = bounds.map((bound) => row[bound]);
        if (typeof low !== 'number' || (typeof high !== 'number' && low <= 0)) return '–';
        return typeof high === 'number'
          ? formatInterval({ low, high }, style)
          : `à partir de ${formatValue(low, style)}`;
      }),
    ),
  };
}
