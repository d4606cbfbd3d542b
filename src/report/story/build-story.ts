import type { Manifest, Metric } from '../../model/index.js';
import type { Language } from '../../util/language.js';
import { annexOf } from './annex.js';
import { explorerOf } from './explorer.js';
import { careFindings } from './findings/care.js';
import { channelPathFindings } from './findings/channel-paths.js';
import { communityFindings } from './findings/community.js';
import { graveFindings } from './findings/grave-cases.js';
import { crisisAroundFindings } from './findings/crisis-around.js';
import { crisisFindings } from './findings/crisis.js';
import { marketPositionFindings } from './findings/market-position.js';
import { ownPostFindings } from './findings/own-posts.js';
import { pressFindings } from './findings/press.js';
import { publicVoiceFindings } from './findings/public-voice.js';
import { driverFindings } from './findings/driver-shares.js';
import { spillFindings } from './findings/spill.js';
import { toneFindings } from './findings/tone.js';
import { unidentifiedFindings } from './findings/unidentified.js';
import { topicTrendFindings } from './findings/topic-trends.js';
import { headlinesOf } from './headlines.js';
import type { Telling } from './reading.js';
import { linesOf, OF_PRIVATE, stagesOf } from './scope-lines.js';
import { apartLines, spanSeen } from './span-seen.js';
import type { StorySector, Story } from './story.js';
import { notComparedLines, tilesOf } from './tiles.js';
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
  /** Messages of the part that is reported on; absent: the whole corpus is. */
  readonly messages?: number;
}

const YEAR = 366 * 86_400_000;

/** Milliseconds from the first to the last message. */
const lasts = ({ firstAt, lastAt }: Manifest): number =>
  firstAt === null || lastAt === null ? 0 : Date.parse(lastAt) - Date.parse(firstAt);

const sectorOf = (name: string | undefined): StorySector =>
  name === 'agri-food' || name === 'retail' ? name : 'other';

/**
 * The story of a corpus from its metrics, in one language. Nothing is measured here: a metric that is absent or was not measured
 * leaves no finding, only a line.
 */
export function buildStory(input: StoryInput, options: StoryOptions = {}): Story {
  const { zone = 'Europe/Paris', language = 'fr', brand = '', notes = [] } = options;
  const seen = spanSeen(
    input.manifest,
    input.metrics.find(({ name }) => name === 'observationWindows'),
  );
  const { manifest } = seen;
  const words = wordsOf(language, zone, lasts(manifest) > YEAR);
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
    ...crisisAroundFindings(telling),
    ...spillFindings(telling),
    ...graveFindings(telling),
    ...unidentifiedFindings(telling),
    ...careFindings(telling),
    ...toneFindings(telling),
    ...publicVoiceFindings(telling),
    ...topicTrendFindings(telling),
    ...channelPathFindings(telling),
    ...driverFindings(telling),
    ...marketPositionFindings(telling),
    ...communityFindings(telling),
    ...pressFindings(telling),
    ...ownPostFindings(telling),
  ].toSorted((a, b) => b.rank.score - a.rank.score || (a.id < b.id ? -1 : 1));
  const tiles = tilesOf(telling, sector, findings);
  return {
    language,
    title: titleOf(brand, words),
    subtitle: subtitleOf(manifest, words, options.messages),
    notes: notes.map((note) => words.say(note, note)),
    version: manifest.deversoir,
    sector,
    tiles,
    ...headlinesOf(findings, tiles, words),
    findings,
    lines: [
      ...notComparedLines(telling, tiles),
      ...apartLines(seen, words),
      ...linesOf(telling, stages, manifest),
    ],
    annex: annexOf(metrics, words),
    explorer: explorerOf(telling),
  };
}

function titleOf(brand: string, words: Words): string {
  return brand === ''
    ? words.say('Veille et e-réputation', 'Monitoring and e-reputation')
    : words.say(`${brand} : ce qui se dit, ce qui déborde`, `${brand}: what is said, what overflows`);
}

function subtitleOf({ firstAt, lastAt, totals }: Manifest, words: Words, part: number | undefined): string {
  const kept = words.count(
    totals.kept,
    ['message conservé', 'messages conservés'],
    ['message kept', 'messages kept'],
  );
  const read = words.count(totals.read, ['ligne lue', 'lignes lues'], ['row read', 'rows read']);
  const size =
    part === undefined
      ? words.say(`${kept} sur ${read}`, `${kept} of ${read}`)
      : words.count(part, ['message', 'messages'], ['message', 'messages']);
  if (firstAt === null || lastAt === null)
    return words.say(`Sans date connue ; ${size}`, `No known date; ${size}`);
  const when = words.during(Date.parse(firstAt), Date.parse(lastAt), true);
  return words.say(
    `${when.charAt(0).toUpperCase()}${when.slice(1)} ; ${size}`,
    `${when.charAt(0).toUpperCase()}${when.slice(1)}; ${size}`,
  );
}
