import type { Manifest, Metric } from '../../model/index.js';
import type { Language } from '../../util/language.js';
import { annexOf } from './annex.js';
import { changeOf } from './change.js';
import { explorerOf } from './explorer.js';
import { careFindings } from './findings/care.js';
import { communityFindings } from './findings/community.js';
import { crisisFindings } from './findings/crisis.js';
import { spillToldOf } from './findings/spill-floor.js';
import { driverFindings } from './findings/driver-shares.js';
import { spillFindings } from './findings/spill.js';
import { toneFindings } from './findings/tone.js';
import { figureOf, numberOf, rowsOf, type MetricSet, type Telling } from './reading.js';
import type { Action, Figure, Finding, Said, Sector, Story, Tile } from './story.js';
import { wordsOf, type Words } from './words.js';

export interface StoryInput {
  readonly manifest: Manifest;
  /** Every metric of the report, in the order of the annex. */
  readonly metrics: readonly Metric[];
}

export interface StoryOptions {
  readonly brand?: string;
  readonly sector?: string;
  /** IANA zone in which dates are written. Default `Europe/Paris`. */
  readonly zone?: string;
  readonly language?: Language;
  readonly notes?: readonly string[];
}

/** Depth 1 is read aloud in a minute. */
const WORDS = 160;
const TILES = 5;
/** An action that bears on less is no priority. */
const LEAST_STAKE = 0.05;
/** A finding under this score is no headline. */
const LEAST_SCORE = 0.02;

/** Metrics that need a private message: without any, nothing of them is said. */
const OF_PRIVATE = new Set([
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
]);

/** Tiles of a sector, the first first: a retailer’s care is judged before its voice. */
const TILE_METRICS: Readonly<Record<Sector, readonly string[]>> = {
  'agri-food': ['spillRate', 'netSentimentScore', 'responseRate', 'shareOfVoice', 'meanRating'],
  retail: ['responseRate', 'spillRate', 'meanRating', 'netSentimentScore', 'shareOfVoice'],
  other: ['spillRate', 'responseRate', 'netSentimentScore', 'meanRating', 'shareOfVoice'],
};
const FINDING_OF: Readonly<Record<string, string>> = {
  spillRate: 'spill',
  netSentimentScore: 'tone',
  responseRate: 'answers',
  shareOfVoice: 'voice',
  meanRating: 'rating',
};

export const sectorOf = (name: string | undefined): Sector =>
  name === 'agri-food' || name === 'retail' ? name : 'other';

/** Number of words that are spoken. */
export const countWords = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/**
 * The story of a corpus from its metrics, in one language. Nothing is measured here: a metric that is absent or was not measured
 * leaves no finding, only a line.
 */
export function buildStory(input: StoryInput, options: StoryOptions = {}): Story {
  const { manifest } = input;
  const { zone = 'Europe/Paris', language = 'fr', brand = '', notes = [] } = options;
  const words = wordsOf(language, zone);
  const stages = stagesOf(new Map(input.metrics.map((metric) => [metric.name, metric])));
  const metrics = stages.private ? input.metrics : input.metrics.filter(({ name }) => !OF_PRIVATE.has(name));
  const telling: Telling = {
    metrics: new Map(metrics.map((metric) => [metric.name, metric])),
    words,
    zone,
    brand,
    quoted: new Set(),
  };
  const sector = sectorOf(options.sector);
  const findings = [
    ...crisisFindings(telling),
    ...spillFindings(telling),
    ...careFindings(telling),
    ...toneFindings(telling),
    ...driverFindings(telling),
    ...communityFindings(telling),
  ].toSorted((a, b) => b.rank.score - a.rank.score || (a.id < b.id ? -1 : 1));
  const tiles = tilesOf(telling, sector, findings);
  return {
    language,
    title: titleOf(brand, words),
    subtitle: subtitleOf(manifest, words),
    notes: notes.map((note) => words.say(note, note)),
    version: manifest.deversoir,
    sector,
    tiles,
    ...headlinesOf(findings, tiles, words),
    findings,
    lines: linesOf(metrics, stages, manifest, words),
    annex: annexOf(metrics, words),
    explorer: explorerOf(telling),
  };
}

function titleOf(brand: string, words: Words): string {
  return brand === ''
    ? words.say('Veille et e-réputation', 'Monitoring and e-reputation')
    : words.say(`${brand} : ce qui se dit, ce qui déborde`, `${brand}: what is said, what overflows`);
}

function subtitleOf({ firstAt, lastAt, totals }: Manifest, words: Words): string {
  const messages = words.count(
    totals.kept,
    ['message conservé', 'messages conservés'],
    ['message kept', 'messages kept'],
  );
  const read = words.count(totals.read, ['ligne lue', 'lignes lues'], ['row read', 'rows read']);
  if (firstAt === null || lastAt === null)
    return words.say(`Sans date connue ; ${messages} sur ${read}`, `No known date; ${messages} of ${read}`);
  const [first, last] = [words.date(Date.parse(firstAt)), words.date(Date.parse(lastAt))];
  return first === last
    ? words.say(`Le ${first} ; ${messages} sur ${read}`, `${first}; ${messages} of ${read}`)
    : words.say(
        `Du ${first} au ${last} ; ${messages} sur ${read}`,
        `${first} to ${last}; ${messages} of ${read}`,
      );
}

function stagesOf(metrics: MetricSet): Record<'private' | 'public' | 'press', boolean> {
  const rows = rowsOf(metrics.get('volumeByChannel'));
  const has = (stage: string): boolean =>
    rows.some((row) => row['stage'] === stage && numberOf(row, 'n') > 0);
  return { private: has('private'), public: has('public'), press: has('press') };
}

function tilesOf(telling: Telling, sector: Sector, findings: readonly Finding[]): Tile[] {
  const { words, metrics } = telling;
  return TILE_METRICS[sector]
    .flatMap((name): Tile[] => {
      const metric = metrics.get(name);
      const spill = name === 'spillRate' ? spillToldOf(telling) : null;
      const figure = spill?.figure ?? figureOf(metric, words);
      const finding = FINDING_OF[name] ?? '';
      if (metric === undefined || figure === null || !findings.some(({ id }) => id === finding)) return [];
      const change = changeOf(telling, name);
      return [
        {
          label: spill?.floor
            ? words.say('Débordements vus, au moins', 'Overflows seen, at least')
            : words.of(metric.label),
          figure,
          value:
            name === 'meanRating'
              ? `${words.number(figure.value, 1)}/5`
              : words.value(figure.value, figure.style),
          detail: words.evidence(figure),
          change: spill?.floor
            ? words.say('plancher, sans comparaison', 'a floor, not compared')
            : (change?.short ?? words.say('pas de trimestre précédent', 'no previous quarter')),
          finding,
        },
      ];
    })
    .slice(0, TILES);
}

/** The sentences of depth 1, the most important first, while they can be read aloud in a minute. */
function headlinesOf(
  findings: readonly Finding[],
  tiles: readonly Tile[],
  words: Words,
): Pick<Story, 'happened' | 'overflows' | 'actions'> {
  const telling = findings.filter(({ rank }) => rank.score >= LEAST_SCORE);
  const sentence = ({ title, figures }: Finding): Said => ({
    text: words.say(`${title}.`, `${title}.`),
    figures,
  });
  const flow = ['spill', 'open-cases', 'answer-effect', 'speed'];
  const overflows = telling
    .filter(({ id, action }) => flow.includes(id) && (id !== 'open-cases' || action !== null))
    .toSorted((a, b) => flow.indexOf(a.id) - flow.indexOf(b.id));
  const happened = telling.filter(
    ({ id }) => ![...flow, 'iceberg', 'contributions', 'moderation', 'answers'].includes(id),
  );
  const actions = findings
    .flatMap((finding) =>
      finding.action === null
        ? []
        : [{ action: finding.action, weight: finding.rank.score * Math.sqrt(finding.action.stake) }],
    )
    .filter(({ action }) => action.stake >= LEAST_STAKE)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ action }) => action);
  let left =
    WORDS -
    tiles.reduce((sum, { label, value, change }) => sum + countWords(`${label} ${value} ${change}`), 0);
  const take = <Item extends { readonly text: string }>(items: readonly Item[], most: number): Item[] =>
    items.slice(0, most).filter(({ text }) => {
      const spoken = countWords(text);
      if (spoken > left) return false;
      left -= spoken;
      return true;
    });
  const first = take(happened.map(sentence), 1);
  const flowing = take(overflows.map(sentence), 1);
  const todo: Action[] = take(actions, 3);
  return {
    happened: [...first, ...take(happened.slice(1).map(sentence), 2)],
    overflows: [...flowing, ...take(overflows.slice(1).map(sentence), 1)],
    actions: todo,
  };
}

/** What has too little data, a line each: what the exports lack, what could not be measured. */
function linesOf(
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
export type { Figure };
