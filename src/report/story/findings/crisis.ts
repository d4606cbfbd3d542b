import { crisisName } from '../crisis-name.js';
import { ageOf, lastDay, PAST, PAST_CRISIS, recency, shareOfQuarter } from './crisis-age.js';
import { aroundOf, besidePress, beyondOf, pressOf, wholeFigures, wholeTitle } from './crisis-around.js';
import { actionOf, isUnknownRunUp, signalled } from './crisis-action.js';
import { twinText } from './crisis-twin.js';
import { seenAround } from './crisis-seen.js';
import { crisisChart } from './crisis-chart.js';
import { makeFinding } from '../make-finding.js';
import { printedTitles, quoteOf, saysSomething } from '../quotes.js';
import {
  cellOf,
  dateOf,
  listOf,
  numberOf,
  numberOrNull,
  rowsOf,
  textOf,
  type Row,
  type Telling,
} from '../reading.js';
import { localDay } from '../../../util/zones.js';
import type { Metric } from '../../../model/index.js';
import type { Figure, Finding } from '../story.js';
import { decimalsOf } from '../words.js';
import { lowerFirst } from '../../../util/lower-first.js';

const DAY = 86_400_000;
const SHOWN = 4;
interface Told {
  readonly row: Row;
  readonly name: string;
  readonly start: Date;
  readonly end: Date;
  readonly texts: readonly Row[];
}

function titleOf({ row, name, start, end }: Told, telling: Telling): string {
  const { words } = telling;
  const around = aroundOf(row, telling);
  const messages = numberOf(row, 'messages');
  const size = words.count(
    messages,
    ['message critique', 'messages critiques'],
    ['critical message', 'critical messages'],
  );
  const when = words.during(start, end);
  const press = pressOf(row, words);
  switch (row['kind']) {
    case 'crisis':
      return words.say(`${name} : ${size} ${when}, puis ${press}`, `${name}: ${size} ${when}, then ${press}`);
    case 'reported':
      // Few voices in the period alone; the corpus knows how many there were.
      if (around !== undefined && numberOf(around, 'articles') > 0) return wholeTitle(name, around, telling);
      return words.say(
        `${name} : peu de voix (${size} ${when}), mais ${press}`,
        `${name}: few voices (${size} ${when}), yet ${press}`,
      );
    default:
      return words.say(`${name} : ${size} ${when}`, `${name}: ${size} ${when}`) + besidePress(row, words);
  }
}

/** Private cases on the subject before a movement, and whether as many come anyhow. */
function runUpText(row: Row, warning: number, { words }: Telling): string {
  const cases = numberOf(row, 'privateCases'),
    usual = numberOrNull(row, 'usualCases'),
    silence = numberOrNull(row, 'silenceHours');
  const dossiers = words.count(
    cases,
    ['dossier privé', 'dossiers privés'],
    ['private case', 'private cases'],
  );
  const ahead = words.value(warning < 1 ? warning : Math.round(warning), 'hours');
  const anyhow = usual === null ? '' : words.number(usual, decimalsOf(usual, 1));
  if (row['moreThanUsual'] === false)
    return words.say(
      `${dossiers} sur le même sujet dans les ${ahead} d’avant, pas nettement plus qu’en temps ordinaire (${anyhow} en moyenne).`,
      `${dossiers} on the same subject in the ${ahead} before, not clearly more than usual (${anyhow} on average).`,
    );
  const unheard = silence !== null && silence >= warning;
  const [first, firstEn] = cases < 2 ? ['', ''] : ['le premier ', 'the first '];
  const [beside, besideEn] =
    usual === null ? ['', ''] : [` (${anyhow} en temps ordinaire)`, ` (${anyhow} usually)`];
  const [unknown, unknownEn] = isUnknownRunUp(row)
    ? [' ; rien ne dit combien il en vient en temps ordinaire', '; nothing tells how many come usually']
    : ['', ''];
  // Rounded to a minute, none is none before.
  if (warning < 1 / 120)
    return words.say(
      `${dossiers} sur le même sujet au moment du débordement${beside}${unknown}.`,
      `${dossiers} on the same subject when it overflowed${besideEn}${unknownEn}.`,
    );
  return words.say(
    `${dossiers} sur le même sujet avant le débordement${beside}, ${first}${ahead} plus tôt${unheard ? ', sans réponse jusque-là' : ''}${unknown}.`,
    `${dossiers} on the same subject before it overflowed${besideEn}, ${firstEn}${ahead} earlier${unheard ? ', unanswered until then' : ''}${unknownEn}.`,
  );
}

/** Messages of an hour that is told as the busiest. */
const BUSY = 3;

function textFor({ row, start, end }: Told, telling: Telling): string {
  const { words, metrics } = telling;
  const warning = numberOrNull(row, 'warningHours');
  const cases = numberOf(row, 'privateCases');
  const peak = dateOf(row, 'peakAt');
  const beyond = beyondOf(row, telling);
  const parts: string[] = beyond === '' ? [] : [beyond];
  if (warning !== null && cases > 0) parts.push(runUpText(row, warning, telling));
  const busiest = numberOf(row, 'peakMessages');
  const calm = words.date(end, false);
  // An alarm that rang while it lasted: others tell of other movements.
  const alert = rowsOf(metrics.get('alertRules')).some((one) => {
    const rang = dateOf(one, 'lastAlarmAt')?.getTime() ?? Number.NaN;
    return (
      one['rule'] === 'cusum' &&
      one['brand'] === row['brand'] &&
      one['alertNow'] === true &&
      rang >= start.getTime() &&
      rang <= end.getTime() + DAY
    );
  });
  const seen = seenAround(start, end, telling, row);
  const after =
    alert || !seen.after ? '' : words.say(` ; retour au calme le ${calm}`, `; calm again on ${calm}`);
  // The chart tells days: an hour of one or two messages is no peak beside them.
  if (peak !== null && busiest >= BUSY)
    parts.push(
      words.say(
        `Pointe : ${words.count(busiest, ['message', 'messages'], ['', ''])} en une heure, le ${words.date(peak, false)}${after}.`,
        `Busiest hour: ${words.count(busiest, ['', ''], ['message', 'messages'])}, on ${words.date(peak, false)}${after}.`,
      ),
    );
  else if (peak !== null && !alert && seen.after)
    parts.push(words.say(`Retour au calme le ${calm}.`, `Calm again on ${calm}.`));
  if (alert)
    parts.push(
      words.say('Une alerte est en cours à la fin des exports.', 'An alert is on at the end of the exports.'),
    );
  if (!seen.before)
    parts.push(
      words.say(
        'Les exports publics ne montrent rien des deux jours d’avant : rien ne dit si c’est une montée ou l’ordinaire.',
        'The public exports show nothing of the two days before: nothing tells a rise from what is usual.',
      ),
    );
  return parts.join(' ');
}

/** A movement of the past, told as such. */
function pastTitle({ row, name, start, end }: Told, { words }: Telling): string {
  const size = words.count(
    numberOf(row, 'messages'),
    ['message critique', 'messages critiques'],
    ['critical message', 'critical messages'],
  );
  const when = words.during(start, end);
  const press =
    numberOf(row, 'articles') > 0
      ? words.say(` et ${pressOf(row, words)}`, ` and ${pressOf(row, words)}`)
      : '';
  return words.say(
    `Pour mémoire : ${lowerFirst(name)}, ${size}${press} ${when}`,
    `For the record: ${lowerFirst(name)}, ${size}${press} ${when}`,
  );
}

/** The press first, then size. */
const gravity = (row: Row): number => numberOf(row, 'messages') + (row['kind'] === 'crisis' ? 1e6 : 0);

/** Messages of the movement among critical ones, then what is said of the press and of the private signal. */
function figuresOf(telling: Telling, metric: Metric, row: Row): readonly [Figure, ...Figure[]] {
  const { words } = telling;
  const count = (column: string): Figure => ({
    ...cellOf(metric, row, column, ['sheetId'], words, {
      style: column === 'warningHours' ? 'hours' : 'number',
    }),
    low: null,
    high: null,
  });
  return [
    count('messages'),
    ...wholeFigures(row, telling),
    ...['articles', 'nearArticles', 'privateCases', 'usualCases']
      .filter((one) => numberOf(row, one) > 0)
      .map(count),
    ...(numberOf(row, 'warningHours') >= 0 ? [count('warningHours')] : []),
  ];
}

/** One finding a crisis, burst or movement that the press reports; the largest of the last quarter first, and the largest of the past whatever its age. */
export function crisisFindings(telling: Telling): Finding[] {
  const metric = telling.metrics.get('crisisSheets');
  if (metric === undefined) return [];
  const all = rowsOf(telling.metrics.get('crisisTexts'));
  const last = lastDay(telling);
  const weight = (row: Row): number => numberOf(row, 'messages') * recency(ageOf(row, last));
  const bySize = rowsOf(metric).toSorted((a, b) => numberOf(b, 'messages') - numberOf(a, 'messages'));
  const past = bySize.find((row) => ageOf(row, last) > PAST);
  const sheets = bySize.toSorted((a, b) => weight(b) - weight(a));
  const gravest = sheets.filter(signalled).toSorted((a, b) => gravity(b) - gravity(a))[0];
  const shown = sheets.slice(0, SHOWN);
  return [...shown, ...(past === undefined || shown.includes(past) ? [] : [past])].flatMap(
    (row, index): Finding[] => {
      const texts = all.filter((one) => one['sheetId'] === row['sheetId']);
      const [start, end] = [dateOf(row, 'start'), dateOf(row, 'end')];
      if (start === null || end === null) return [];
      const told = { row, name: crisisName(row, texts, telling), start, end, texts };
      const quotes = texts.filter(
        (one) => (one['role'] === 'first' || one['role'] === 'quote') && saysSomething(textOf(one, 'text')),
      );
      for (const quote of quotes) telling.quoted.add(textOf(quote, 'text'));
      const reported = row['kind'] !== 'badBuzz';
      const figures = figuresOf(telling, metric, row);
      const share = shareOfQuarter(row, metric.n, telling);
      const old = ageOf(row, last) > PAST;
      return [
        makeFinding(telling, {
          id: row === past ? PAST_CRISIS : `${old ? PAST_CRISIS : 'crisis'}-${index + 1}`,
          metric,
          title: old ? pastTitle(told, telling) : titleOf(told, telling),
          text: [textFor(told, telling), twinText(row, shown.slice(0, index), telling)].join(' ').trim(),
          figures,
          chart: crisisChart(row, start, telling),
          quotes: quotes.map((one) => quoteOf(one, telling)),
          headlines: printedTitles(
            texts.filter((one) => one['role'] === 'headline'),
            telling,
          ),
          action: seenAround(start, end, telling, row).before
            ? actionOf(told, row === gravest, share, telling, figures)
            : null,
          drivers: listOf(row, 'drivers'),
          stages: reported ? ['public', 'press'] : ['public'],
          periods: [
            ...new Set([start, end].map((at) => `${localDay(at.getTime(), telling.zone).slice(0, 7)}-01`)),
          ],
          size: Math.sqrt(share) + (row['kind'] === 'crisis' ? 0.4 : 0),
          novelty: recency(ageOf(row, last)),
          stage: reported ? 'press' : 'public',
        }),
      ];
    },
  );
}
