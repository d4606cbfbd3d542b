import { makeFinding } from '../make-finding.js';
import { dateOf, figureOf, numberOrNull, rowsOf, textOf, type Row, type Telling } from '../reading.js';
import type { Action, Figure, Finding } from '../story.js';
import type { Words } from '../words.js';

/** Who waits at the end, where too few cases overflowed to say what is likely to. */
function waitingFinding(telling: Telling): Finding[] {
  const metric = telling.metrics.get('waitingCases');
  const { words } = telling;
  const figure = figureOf(metric, words);
  const first = rowsOf(metric).find((row) => row['complaint'] === true);
  const since = dateOf(first, 'waitingSince');
  if (metric === undefined || figure === null || first === undefined || since === null || figure.value === 0)
    return [];
  const driver = textOf(first, 'driver');
  const about = driver === '' ? '' : words.inside('driver', driver);
  // « WhatsApp (messages privés) »: that they are private is said
  const channel = words.channel(textOf(first, 'channel')).replace(/ \(.*\)$/, ''),
    day = words.date(since, false);
  const one = figure.value < 2;
  const count = words.number(figure.value);
  return [
    makeFinding(telling, {
      id: 'open-cases',
      metric,
      title: one
        ? words.say(
            `1 client attend une réponse en privé depuis le ${day}${about === '' ? '' : ` sur « ${about} »`} (${channel})`,
            `1 customer waits for an answer in private since ${day}${about === '' ? '' : ` about “${about}”`} (${channel})`,
          )
        : words.say(
            `${count} clients attendent une réponse en privé, le premier depuis le ${day} (${channel})`,
            `${count} customers wait for an answer in private, the first since ${day} (${channel})`,
          ),
      figures: [figure],
      action: answerWaiting(figure, words),
      drivers: driver === '' ? [] : [driver],
      stages: ['private'],
      size: figure.value / Math.max(1, figure.n),
      novelty: 1,
      stage: 'private',
    }),
  ];
}

/** « Débordements attendus sous 24 h : 0,12 (de 0,01 à 0,35). » */
function expectedText({ value, low, high }: Figure, words: Words): string {
  const told = words.number(value, 2);
  const range =
    low === null || high === null
      ? ''
      : words.say(
          ` (de ${words.number(low, 2)} à ${words.number(high, 2)})`,
          ` (${words.number(low, 2)} to ${words.number(high, 2)})`,
        );
  return words.say(
    `Débordements attendus sous 24 h : ${told}${range}.`,
    `Overflows expected within 24 h: ${told}${range}.`,
  );
}

/** « clients qui attendent, intervalle à 95 % : … » after the same of the overflows expected: a title that counts both has an interval of each. */
function evidenceOf(words: Words, expected: Figure, waiting: Figure | null): string {
  const ofExpected = words.say('débordements attendus, ', 'overflows expected, ');
  const ofWaiting = words.say(' ; clients qui attendent, ', '; customers who wait, ');
  const told = `${ofExpected}${words.evidence(expected)}`;
  return waiting === null ? told : `${told}${ofWaiting}${words.evidence(waiting)}`;
}

/** Expected overflows from which one at least comes more often than none. */
const AS_LIKELY_AS_NOT = Math.LN2;

/** Whether fewer than one overflow expected makes one likely, by the bounds of what is expected. */
function oddsText({ value, low, high }: Figure, words: Words): string {
  if ((high ?? value) < AS_LIKELY_AS_NOT)
    return words.say(', sans débordement probable sous 24 h', ', no overflow likely within 24 h');
  return (low ?? value) < AS_LIKELY_AS_NOT
    ? words.say(' ; un débordement est possible sous 24 h', '; an overflow is possible within 24 h')
    : words.say(' ; un débordement est probable sous 24 h', '; an overflow is likely within 24 h');
}

/** « Environ 24 seraient encore ouverts (de 20 à 29, selon ce que veut dire le silence des clients). » */
function leftOpen(day: Row | undefined, words: Words): string {
  const [left, low, high] = (['stillOpen', 'stillOpenLow', 'stillOpenHigh'] as const).map((column) =>
    day === undefined ? null : numberOrNull(day, column),
  ) as [number | null, number | null, number | null];
  if (left === null || low === null || high === null) return '';
  const [about, from, to] = [left, low, high].map((one) => words.number(one));
  return words.say(
    `Environ ${about} ${left < 2 ? 'serait encore ouvert' : 'seraient encore ouverts'} (de ${from} à ${to}, selon ce que veut dire le silence des clients).`,
    `About ${about} would still be open (${from} to ${to}, depending on what customers’ silence means).`,
  );
}

/** To answer those who wait, of whom the annex has the list. */
function answerWaiting(figure: Figure, words: Words): Omit<Action, 'finding'> {
  const count = words.number(figure.value);
  return {
    stake: figure.value / Math.max(1, figure.n),
    figures: [figure],
    text:
      figure.value < 2
        ? words.say(
            'Répondre au client qui attend (repère en annexe).',
            'Answer the customer who waits (mark in the annex).',
          )
        : words.say(
            `Répondre aux ${count} clients qui attendent, la plus longue attente d’abord (table en annexe).`,
            `Answer the ${count} customers who wait, the longest wait first (table in the annex).`,
          ),
  };
}

/** What stands open at the end, and the private side of complaints. */
export function openFinding(telling: Telling): Finding[] {
  const metric = telling.metrics.get('reservoir');
  const { words } = telling;
  const figure = figureOf(metric, words);
  if (metric === undefined || figure === null || metric.n === 0 || rowsOf(metric).length === 0)
    return waitingFinding(telling);
  const days = telling.metrics.get('reservoirOverTime');
  const last = days === undefined ? undefined : rowsOf(days).at(-1);
  const young = last === undefined ? null : numberOrNull(last, 'saidToWait');
  // those that may overflow are the young ones; who waits is counted whatever the age of the case
  const waiting = young === null ? null : figureOf(telling.metrics.get('waitingCases'), words);
  const open =
    waiting === null
      ? words.count(
          metric.n,
          ['dossier privé sans trace de résolution', 'dossiers privés sans trace de résolution'],
          ['private case without a trace of resolution', 'private cases without a trace of resolution'],
        )
      : waiting.value === 0
        ? words.say('Aucun client n’attend de réponse en privé', 'No customer waits for an answer in private')
        : words.count(
            waiting.value,
            ['client attend une réponse en privé', 'clients attendent une réponse en privé'],
            ['customer waits for an answer in private', 'customers wait for an answer in private'],
          );
  // Customers are fewer than cases: a reader adds them up.
  const more =
    waiting !== null && young !== null && waiting.value < young
      ? [
          ' (doublons d’un autre canal et débordements non vus compris)',
          ' (duplicates in another channel and unseen overflows included)',
        ]
      : ['', ''];
  const silent =
    waiting === null || young === null || young >= metric.n
      ? ''
      : words.say(
          `${words.count(metric.n, ['dossier récent peut', 'dossiers récents peuvent'], ['', ''])} encore déborder : ${words.number(young)} ${young < 2 ? 'semble' : 'semblent'} sans réponse${more[0]}, ${words.number(metric.n - young)} ${metric.n - young < 2 ? 'a une réponse' : 'ont une réponse'} mais aucune trace de résolution.`,
          `${words.count(metric.n, ['', ''], ['recent case', 'recent cases'])} may still overflow: ${words.number(young)} ${young === 1 ? 'seems' : 'seem'} unanswered${more[1]}, ${words.number(metric.n - young)} ${metric.n - young === 1 ? 'was' : 'were'} answered but ${metric.n - young === 1 ? 'shows' : 'show'} no trace of resolution.`,
        );
  const urgent = figure.value >= 1;
  const told = `${silent} ${silent === '' ? '' : leftOpen(last, words)}`.trim();
  return [
    makeFinding(telling, {
      id: 'open-cases',
      metric,
      title: urgent
        ? words.say(
            `${open} ; ${words.number(figure.value, 1)} débordements attendus sous 24 h`,
            `${open}; ${words.number(figure.value, 1)} overflows expected within 24 h`,
          )
        : `${open}${oddsText(figure, words)}`,
      text: urgent ? told : `${told} ${expectedText(figure, words)}`.trimStart(),
      // What the title counts comes first: its interval stands under it, or each says what it is of.
      figures: waiting === null ? [figure] : urgent ? [figure, waiting] : [waiting, figure],
      ...((waiting === null || urgent) && { evidence: evidenceOf(words, figure, waiting) }),
      action: urgent
        ? {
            stake: 1,
            figures: [figure],
            text: words.say(
              'Répondre aujourd’hui aux dossiers les plus exposés encore sans réponse (table en annexe).',
              'Answer today the most exposed cases still unanswered (table in the annex).',
            ),
          }
        : waiting === null || waiting.value === 0
          ? null
          : answerWaiting(waiting, words),
      stages: ['private'],
      size: urgent ? 0.9 : 0.15,
      novelty: 0.5,
      stage: 'private',
    }),
  ];
}
