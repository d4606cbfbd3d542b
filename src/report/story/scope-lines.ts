import type { Manifest, Metric } from '../../model/index.js';
import { LEAST_CLASSIFIED, numberOf, rowsOf, type MetricSet } from './reading.js';
import type { Words } from './words.js';

/** Metrics that need a private message: without any, nothing of them is said. */
export const OF_PRIVATE = new Set([
  'observationWindows',
  'unidentifiedComplaints',
  'spillRate',
  'timeToSpill',
  'answerEffect',
  'avoidableSpills',
  'multiStateFunnel',
  'deversoirMatrix',
  'icebergRatio',
  'reservoir',
  'reservoirOverTime',
  'reservoirCheck',
  'funnelCounts',
  'funnelFlows',
  'caseTimeline',
  'caseCounts',
]);

/** Which stages the exports hold. */
export function stagesOf(metrics: MetricSet): Record<'private' | 'public' | 'press', boolean> {
  const rows = rowsOf(metrics.get('volumeByChannel'));
  const has = (stage: string): boolean =>
    rows.some((row) => row['stage'] === stage && numberOf(row, 'n') > 0);
  return { private: has('private'), public: has('public'), press: has('press') };
}

/** What has too little data, a line each: what the exports lack, what could not be measured. */
export function linesOf(
  metrics: readonly Metric[],
  stages: Record<'private' | 'public' | 'press', boolean>,
  { totals }: Manifest,
  words: Words,
): string[] {
  if (totals.kept === 0)
    return [
      words.say(
        'Aucun message n’a pu être conservé : voir la qualité des données.',
        'No message could be kept: see the quality of the data.',
      ),
    ];
  const tone = metrics.find(({ name }) => name === 'netSentimentScore');
  const few =
    tone !== undefined && tone.value !== null && tone.n < LEAST_CLASSIFIED
      ? [
          words.say(
            `${words.count(tone.n, ['message de client', 'messages de clients'], ['', ''])} : trop peu pour parler de tonalité.`,
            `${words.count(tone.n, ['', ''], ['customer message', 'customer messages'])}: too few to speak of a tone.`,
          ),
        ]
      : [];
  const missing = metrics.filter(
    ({ notMeasured, name }) => notMeasured !== undefined && !OF_PRIVATE.has(name),
  ).length;
  return [
    ...(stages.private
      ? []
      : [
          words.say(
            'Les exports n’ont aucun message privé : le passage du privé au public n’est pas mesurable.',
            'The exports hold no private message: the passage from private to public can’t be measured.',
          ),
        ]),
    ...(stages.public
      ? []
      : [
          words.say(
            'Les exports n’ont aucun message public : on ne voit ni débordement, ni crise.',
            'The exports hold no public message: neither overflow nor crisis can be seen.',
          ),
        ]),
    ...few,
    ...(missing === 0
      ? []
      : [
          words.say(
            `${words.count(missing, ['mesure manque', 'mesures manquent'], ['', ''])} de données : les raisons sont en annexe.`,
            `${words.count(missing, ['', ''], ['measure lacks', 'measures lack'])} data: the reasons are in the annex.`,
          ),
        ]),
  ];
}
