import type { Figure, Finding, Said, Story, Tile } from '../../../src/report/story/story.js';

export const FIGURE: Figure = {
  metric: 'responseRate',
  column: 'value',
  value: 0.4,
  style: 'share',
  low: 0.3,
  high: 0.5,
  n: 90,
  denominator: 'dossiers',
};

/** A finding with nothing but its title. */
export const plainFinding = (over: Partial<Finding> = {}): Finding => ({
  id: 'answers',
  title: 'Quatre plaintes sur dix ont une réponse.',
  text: '',
  figures: [],
  evidence: 'de 30 % à 50 %, 90 dossiers',
  change: '',
  chart: null,
  quotes: [],
  headlines: [],
  action: null,
  method: 'Wilson.',
  limits: '',
  facets: { drivers: [], stages: [], periods: [] },
  rank: { size: 0.4, certainty: 1, novelty: 1, reach: 1, score: 0.4 },
  ...over,
});

export const plainTile = (over: Partial<Tile> = {}): Tile => ({
  label: 'Taux de réponse',
  figure: FIGURE,
  value: '40 %',
  detail: 'de 30 % à 50 %, 90 dossiers',
  change: 'pas de trimestre précédent',
  sector: '',
  finding: 'answers',
  ...over,
});

export const said = (text: string): Said => ({ text, figures: [] });

/** A story with nothing in it. */
export const plainStory = (over: Partial<Story> = {}): Story => ({
  language: 'fr',
  title: 'Veille',
  subtitle: 'Du 1er au 9 mars',
  notes: [],
  version: '0.1.0',
  sector: 'other',
  tiles: [],
  happened: [],
  overflows: [],
  actions: [],
  findings: [],
  lines: [],
  annex: [],
  explorer: {
    definition: '',
    periods: [],
    brands: [],
    drivers: [],
    stages: [],
    stores: [],
    counts: [],
    cases: [],
    messages: [],
    found: null,
    answersCounted: true,
  },
  ...over,
});
