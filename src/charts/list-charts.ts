import type { Metric } from '../model/index.js';
import { formatDate, formatHours, formatNumber, formatShare } from '../util/french.js';
import { numberCell, rowsOf, textCell, type Chart, type ChartOptions, type ChartRow } from './chart.js';
import {
  bars,
  inner,
  channel,
  coded,
  column,
  counted,
  instant,
  intervals,
  joined,
  spans,
  text,
  type Listed,
  type Tell,
} from './listed.js';
import { chartMaker } from './make-chart.js';
import { label } from './wording.js';

/** Lines of a chart of a list. */
const SHOWN = 14;
/** Columns that a list has where it is measured by group. */
const GROUPS = ['day', 'week', 'month', 'quarter', 'store', 'region'];

const at =
  (name: string) =>
  (row: ChartRow): number =>
    instant(row, name);
const HOUR = 3_600_000;
/** Level of a burst that no other holds. */
const OUTER = 2;
const share = (row: ChartRow): string => formatShare(numberCell(row, 'share') ?? 0);
const messages = counted('messages', 'message');
/** Measures that are no shares: their differences are not in points. */
const NO_SHARES = new Set([
  'netSentimentScore',
  'meanRating',
  'firstReplyTime',
  'publicFirstReplyTime',
  'icebergRatio',
]);
const stageTo =
  (from: string, to: string): Tell =>
  (row) =>
    `${label('stage', textCell(row, from))} → ${label('state', textCell(row, to)).toLowerCase()}`;
const replyTime = intervals({
  name: coded('stage', 'stage'),
  columns: ['median', 'low', 'high', 'n'],
  style: 'hours',
  note: 'médianes, dossiers sans réponse compris',
});

const LISTED: Readonly<Record<string, Listed>> = {
  alertRules: bars(
    ['rule', 'alarms'],
    joined(text('brand'), inner(coded('rule', 'rule'))),
    column('alarms'),
    counted('alarms', 'alarme'),
  ),
  completeness: bars(
    ['check', 'share'],
    coded('check', 'check'),
    column('share'),
    (row) => `${share(row)} (${formatNumber(numberCell(row, 'messages') ?? 0)})`,
    { note: 'entre parenthèses, le nombre de messages' },
  ),
  crisisAlerts: spans(
    ['at', 'periodHours'],
    joined(text('brand'), (row) => formatDate(instant(row, 'at'))),
    (row) => instant(row, 'at') - (numberCell(row, 'periodHours') ?? 0) * HOUR,
    at('at'),
    (row) => `${messages(row)}, ${formatNumber(numberCell(row, 'expected') ?? 0, 1)} d’ordinaire`,
    { note: 'du début de la hausse à l’alerte' },
  ),
  crisisBursts: spans(
    ['driver', 'start', 'end'],
    joined(text('brand'), (row) =>
      inner(coded('driver', 'driver'))({ driver: textCell(row, 'driver') || 'all' }),
    ),
    at('start'),
    at('end'),
    messages,
    { note: 'sans les emballements qu’un autre contient', kept: (row) => numberCell(row, 'level') === OUTER },
  ),
  crisisSheets: spans(
    ['name', 'start', 'end'],
    (row) => text('name')(row) || coded('movement', 'kind')(row),
    at('start'),
    at('end'),
    messages,
  ),
  doubtReasons: bars(['reason', 'messages'], coded('doubt', 'reason'), column('messages'), messages),
  engagement: intervals({
    name: joined(channel, inner(coded('voice', 'voice'))),
    columns: ['rate', 'low', 'high', 'baseN'],
    style: 'share',
    note: 'interactions sur la portée ou l’audience que donne l’export',
  }),
  firstReplyTime: replyTime,
  funnelCounts: intervals({
    name: stageTo('firstStage', 'furthestStage'),
    columns: ['share', 'low', 'high', 'of'],
    style: 'share',
    note: 'part des dossiers ouverts à l’étape de départ',
  }),
  graveCases: spans(
    ['date', 'kind'],
    joined(coded('escalation', 'kind'), channel),
    at('date'),
    at('date'),
    (row) => formatDate(instant(row, 'date')),
    { kept: (row) => row['open'] === true },
  ),
  messageFormats: bars(['format', 'messages'], text('format'), column('messages'), messages),
  messageLanguages: bars(
    ['language', 'messages'],
    coded('language', 'language'),
    column('messages'),
    messages,
  ),
  multiStateFunnel: intervals({
    name: stageTo('from', 'to'),
    columns: ['value', 'low', 'high', 'n'],
    style: 'share',
    kept: (row) =>
      row['measure'] === 'probability' && row['days'] === 30 && textCell(row, 'from') !== textCell(row, 'to'),
    note: 'où en est un dossier 30 jours après son ouverture',
  }),
  nextReplyTime: replyTime,
  periodChange: intervals({
    name: coded('compared', 'metric'),
    columns: ['difference', 'low', 'high', 'n'],
    style: 'points',
    kept: (row) => !NO_SHARES.has(textCell(row, 'metric')),
    note: 'mesures en pourcentage ; les autres sont dans le tableau',
  }),
  pressArticles: spans(['title', 'sentAt'], text('title'), at('sentAt'), at('sentAt'), text('source')),
  rejectReasons: bars(
    ['reason', 'messages'],
    joined(coded('reject', 'reason'), text('format')),
    column('messages'),
    counted('messages', 'ligne'),
  ),
  reservoir: intervals({
    name: joined(channel, inner(coded('driver', 'driver'))),
    columns: ['probability', 'low', 'high', null],
    style: 'share',
    note: 'chance de déborder en 24 heures',
    ranked: true,
  }),
  reservoirCheck: intervals({
    name: (row) => `annoncé : ${formatShare(numberCell(row, 'predicted') ?? 0, 2)}`,
    columns: ['observed', 'low', 'high', 'n'],
    style: 'share',
    note: 'débordements vus, par tranche de ce qui était annoncé',
    ranked: true,
  }),
  resolutionTime: intervals({
    name: coded('stage', 'stage'),
    columns: ['medianHours', 'medianHoursLow', 'medianHoursHigh', 'n'],
    style: 'hours',
    note: 'médianes, dossiers non résolus compris',
  }),
  satisfactionProxies: intervals({
    name: coded('platform', 'platform'),
    columns: ['csatProxy', 'csatLow', 'csatHigh', 'n'],
    style: 'share',
    note: 'CSAT approché : part de notes de 4 et plus',
  }),
  scoreAppMentions: intervals({ name: text('app'), columns: ['share', 'low', 'high', 'n'], style: 'share' }),
  topicShares: intervals({
    name: text('name'),
    columns: ['share', 'shareLow', 'shareHigh', 'n'],
    style: 'share',
  }),
  travellingTexts: bars(['text', 'copies'], text('text'), column('copies'), counted('copies', 'copie'), {
    ranked: true,
  }),
  volumeByChannel: bars(
    ['channel', 'n'],
    joined(channel, inner(coded('stage', 'stage'))),
    column('n'),
    (row) => formatNumber(numberCell(row, 'n') ?? 0),
  ),
  waitingCases: bars(
    ['channel', 'waitingHours'],
    joined(channel, inner(coded('driver', 'driver'))),
    column('waitingHours'),
    (row) => formatHours(numberCell(row, 'waitingHours') ?? 0),
    { note: 'depuis le dernier message du client', ranked: true },
  ),
};

/** Bars, dots or a timeline for a metric that is a list; `null` for texts, and where the table has other columns or rows of groups. */
export function listChart(metric: Metric, options: ChartOptions = {}): Chart | null {
  const listed = Object.hasOwn(LISTED, metric.name) ? LISTED[metric.name] : undefined;
  const columns = metric.table.columnNames();
  if (listed === undefined || !listed.needs.every((one) => columns.includes(one))) return null;
  const { kept, ...frame } = listed.drawn(metric);
  const rows = rowsOf(metric).filter(kept);
  const alike = new Set(rows.map(listed.name)).size < rows.length;
  if (
    rows.length === 0 ||
    (alike && (listed.alike === 'undrawn' || GROUPS.some((one) => columns.includes(one))))
  )
    return null;
  const cut = rows.length > SHOWN ? `les ${SHOWN} premiers sur ${formatNumber(rows.length)}` : '';
  return chartMaker(() => ({
    name: metric.name,
    title: metric.label.fr,
    ...frame,
    rows: rows.slice(0, SHOWN),
    note: [frame.note ?? '', cut].filter((part) => part !== '').join(' ; '),
  }))(metric, options);
}
