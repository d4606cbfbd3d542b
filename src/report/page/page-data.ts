import { printableJson } from '../../util/printable.js';
import { NBSP, NNBSP } from '../../util/french.js';
import type { Story } from '../story/story.js';
import type { Words } from '../story/words.js';

const COLUMNS = [
  'period',
  'stage',
  'brand',
  'store',
  'driver',
  'author',
  'negative',
  'positive',
  'n',
  'rated',
  'stars',
] as const;
const CASES = [
  'period',
  'stage',
  'brand',
  'store',
  'driver',
  'asked',
  'answered',
  'followed',
  'spilled',
  'doubt',
] as const;

/** What the script reads; it can't end its own element nor begin another. */
export function dataBlock(
  { findings, explorer: { counts, cases, messages, drivers, periods, found, answersCounted } }: Story,
  words: Words,
): string {
  const french = words.language === 'fr';
  const data = {
    words: {
      decimal: french ? ',' : '.',
      thousands: french ? NNBSP : ',',
      percent: french ? `${NBSP}%` : '%',
      definition: words.say('Définition', 'Definition'),
      behind: words.say('Messages publics derrière ce chiffre', 'Public messages behind this figure'),
      none: words.say(
        'Aucun message public à montrer ; les messages privés ne sont jamais montrés sans qu’on le demande.',
        'No public message to show; private ones are never shown unless asked for.',
      ),
      noDriver: words.say('Sans motif reconnu', 'No driver found'),
      noPeriod: words.say('Sans date', 'No date'),
      yours: words.say('selon vos filtres', 'with your filters'),
      alone: words.say(
        'selon vos filtres ; ce motif seul, au contraire du graphique, qui le rapproche de l’ensemble',
        'with your filters; this driver alone, unlike the chart, which draws it towards all',
      ),
      nothing: words.say('aucun message ni dossier de ce choix', 'no message nor case of this choice'),
      notAgain: words.say(
        'non recalculé selon les filtres : porte sur l’ensemble',
        'not computed again with filters: of the whole',
      ),
      seen: words.say('Débordements vus', 'Overflows seen'),
      interval: words.say(
        'intervalle à 95 % : de {low} à {high} ; n = {n} {of}',
        '95% interval: {low} to {high}; n = {n} {of}',
      ),
      // what is counted is written in the plural, as in the evidence of a figure
      intervalOfOne: words.say(
        'intervalle à 95 % : de {low} à {high} ; n = {n} ({of})',
        '95% interval: {low} to {high}; n = {n} ({of})',
      ),
      shown: words.say(
        'Constats montrés : {findings} ; messages publics à lire : {messages}',
        'Findings shown: {findings}; public messages to read: {messages}',
      ),
      chosen: words.say(
        ' ; chiffres clés et tables recalculés, constats sur l’ensemble',
        '; key figures and tables computed again, findings of the whole',
      ),
    },
    drivers: Object.fromEntries(drivers.map(({ code, label }) => [code, label])),
    columns: COLUMNS,
    counts: counts.map((row) => COLUMNS.map((name) => row[name])),
    periods: Object.fromEntries(periods.map(({ code, label }) => [code, label])),
    caseColumns: CASES,
    cases: cases.map((row) => CASES.map((name) => row[name])),
    messages,
    found,
    answersCounted,
    charts: findings.map(({ chart, method }) => ({
      title: chart?.title ?? '',
      subtitle: chart?.subtitle ?? '',
      method,
      series: (chart?.series ?? []).map(({ marks }) =>
        marks.map(({ detail, facet }) => ({ detail, ...(facet && { facet }) })),
      ),
    })),
  };
  return printableJson(data)
    .replace(/</g, '\\u003c')
    .replace(/[\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`);
}
