import type { LabelKind } from '../../charts/wording.js';
import type { Metric } from '../../model/index.js';
import { inFrench } from '../../util/in-french.js';
import type { Row } from './reading.js';
import type { Words } from './words.js';

const LABELLED: Readonly<Record<string, LabelKind>> = {
  stage: 'stage',
  firstStage: 'stage',
  furthestStage: 'stage',
  from: 'state',
  to: 'state',
  state: 'state',
  driver: 'driver',
  drivers: 'driver',
  harm: 'harm',
  harms: 'harm',
  contribution: 'contribution',
  contributions: 'contribution',
  platform: 'platform',
  language: 'language',
  check: 'check',
  reason: 'doubt',
  sentiment: 'sentiment',
  model: 'model',
  direction: 'direction',
  stages: 'stage',
  path: 'stage',
  cluster: 'cluster',
  rule: 'rule',
  point: 'point',
  voice: 'voice',
  base: 'base',
  taxonomy: 'taxonomy',
  by: 'by',
  grain: 'grain',
  clusterBy: 'given',
};

/** Columns whose codes are of their metric only. */
const OWN: Readonly<Record<string, LabelKind>> = {
  'rejectReasons.reason': 'reject',
  'observationWindows.kind': 'window',
  'graveCases.kind': 'escalation',
  'caseTimeline.kind': 'kind',
  'crisisSheets.kind': 'movement',
  'crisisAround.kind': 'movement',
  'periodChange.metric': 'compared',
  'sectorFigures.metric': 'compared',
  'sectorFigures.spread': 'spread',
  'driverEffort.priority': 'priority',
  'benchmarks.outside': 'outside',
  'multiStateFunnel.measure': 'transition',
  'topicTrends.movement': 'trend',
  'crisisTexts.role': 'role',
  'correctedShares.head': 'reading',
  'correctedShares.label': 'reading',
  'correctedShares.genre': 'genre',
  'correctedShares.method': 'correction',
};

/** A term of a model: `answered`, `angry`, `channel:email`, `driver:taste`. */
function termText(term: string, words: Words): string {
  const [kind, code] = [term.slice(0, term.indexOf(':')), term.slice(term.indexOf(':') + 1)];
  if (kind === 'channel') return words.channel(code);
  return words.label(kind === 'driver' ? 'driver' : 'term', code);
}

/** Sets whose texts tell the errors of a reading, each once, or who read a sample again. */
function referenceText(text: string, words: Words): string {
  const [, reader, known] = /^second reader (.+?)(?:, its errors known on (.*))?$/.exec(text) ?? [];
  if (reader === undefined)
    return [...new Set(text.split(', '))].map((one) => words.label('reference', one)).join(', ');
  const errors = known === undefined ? '' : referenceText(known, words);
  const [fr, en] =
    errors === '' ? ['', ''] : [`, erreurs connues sur ${errors}`, `, its errors known on ${errors}`];
  return words.say(`Second lecteur ${reader}${fr}`, `Second reader ${reader}${en}`);
}

/** Columns whose days are the first of a quarter. */
export const isQuarter = (column: string, metric: Metric): boolean =>
  metric.name === 'periodChange' || /quarter$/i.test(column);

/** `2026-Q2`, or the first day of a quarter. */
function quarterText(text: string, column: string, metric: Metric, words: Words): string | undefined {
  const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(text) ?? [];
  if (quarter !== undefined)
    return words.quarter(`${year}-${String(Number(quarter) * 3 - 2).padStart(2, '0')}-01`);
  return isQuarter(column, metric) && /^\d{4}-\d{2}-\d{2}$/.test(text) ? words.quarter(text) : undefined;
}

/** « Brindaure · sécurité et rappels · 5 mars 2026 »: what a sheet is called by, made as `withSheetIds` makes it. */
function sheetText(id: string, words: Words): string {
  const [, brand, driver, day, nth] = /^(.*)\|([^|]*)\|(\d{4}-\d{2}-\d{2})(?:\|(\d+))?$/.exec(id) ?? [];
  if (brand === undefined || driver === undefined || day === undefined) return id;
  const about = driver === 'all' ? [] : [words.label('driver', driver)];
  const told = [
    brand,
    ...about,
    words.date(Date.parse(`${day}T12:00:00Z`)),
    ...(nth === undefined ? [] : [nth]),
  ];
  return told.filter((part) => part !== '').join(' · ');
}

/** A code of a column in words; what is no code stays as it is. `row`: a group is of what its row says. */
export function codeText(text: string, column: string, metric: Metric, row: Row, words: Words): string {
  if (/channel/i.test(column) || (metric.name === 'channelPaths' && /^(?:first|next)$/.test(column)))
    return words.channel(text);
  if (/^(?:previousPeriod|period)$|quarter$/i.test(column))
    return quarterText(text, column, metric, words) ?? text;
  if (column === 'place' || column === 'store' || (column === 'group' && row['by'] === 'store'))
    return words.place(text);
  if (column === 'hint' && words.language === 'fr') return inFrench(text);
  if (column === 'sheetId') return sheetText(text, words);
  if (column === 'reference') return referenceText(text, words);
  if (column === 'term') return termText(text, words);
  if (column === 'group' && row['by'] === 'channel') return words.channel(text);
  if (column === 'group' && row['by'] === 'driver') return words.label('driver', text);
  if (column === 'group' && row['peer'] === true) return words.say(text.replace(/^peer/, 'pair'), text);
  const kind = OWN[`${metric.name}.${column}`] ?? LABELLED[column];
  return kind === undefined ? text : words.label(kind, text);
}
