import {
  caseColumns,
  caseMessageColumns,
  emptyBatch,
  linkColumns,
  STAGES,
  transitionColumns,
  type ColumnBatch,
  type Columns,
  type Row,
} from '../model/index.js';
import { PRIVATE, type CaseMessage } from './messages/case-message.js';
import { caseRow, type CaseNames } from './case-row.js';
import { clusterUnits, withFirst, type Cluster } from './links/clusters.js';
import { linkUnits, type Link } from './links/links.js';
import type { ParametersByWay } from './weights/pair-ways.js';
import { linkPress, ofCase, REPORTS, type PressLink } from './press/press.js';
import { learnProtests, type Protest } from './timeline/protest-odds.js';
import { timelineOf, type PressReport } from './timeline/timeline.js';
import { buildUnits, type Unit } from './units/units.js';

export interface StitchOptions extends CaseNames {
  /** Id of a message by its row. */
  readonly messageId: (row: number) => string;
  /** Given link parameters; else learnt. */
  readonly parameters?: ParametersByWay;
  /** See `LinkOptions`. */
  readonly tones?: readonly number[];
  /** How many such parts of other people make up the corpus; default 1, all of it. */
  readonly parts?: number;
}

export interface Stitched {
  readonly cases: ColumnBatch<typeof caseColumns>;
  readonly caseMessages: ColumnBatch<typeof caseMessageColumns>;
  readonly transitions: ColumnBatch<typeof transitionColumns>;
  readonly links: ColumnBatch<typeof linkColumns>;
  readonly parameters: ParametersByWay;
}

const HOUR = 3_600_000;

function push<T extends Columns>(batch: ColumnBatch<T>, row: Row<T>): void {
  for (const name of Object.keys(batch)) (batch[name] as unknown[]).push(row[name]);
}

/** Cases are given in pieces of so many, so that writing them takes no memory. */
const PIECE = 5000;

const emptyPiece = (parameters: ParametersByWay): Stitched => ({
  cases: emptyBatch(caseColumns),
  caseMessages: emptyBatch(caseMessageColumns),
  transitions: emptyBatch(transitionColumns),
  links: emptyBatch(linkColumns),
  parameters,
});

/**
 * Joins messages, given in order of time, into cases: units, links between them, clusters, the articles that report them, and what
 * happened to each case. A cluster is a case when it has a private inbound message or a public complaint. Given piece by piece.
 */
export function* stitchCases(messages: readonly CaseMessage[], options: StitchOptions): Generator<Stitched> {
  const units = buildUnits(messages);
  const { links, parameters } = linkUnits(messages, units, options);
  const reports = reportsByUnit(linkPress(messages, units));
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  const caseOf = new Map<number, string>();
  const protests = learnProtests(messages, units);
  let out = emptyPiece(parameters);
  for (const cluster of clusterUnits(units, links)) {
    const list = cluster.units.map((index) => units[index] as Unit);
    if (!list.some((unit) => unit.stage === PRIVATE || unit.complaint)) continue;
    const caseId = writeCase(out, messages, units, cluster, reports, protests, options);
    if (caseId !== undefined)
      for (const index of cluster.units) if (linked.has(index)) caseOf.set(index, caseId);
    if (out.cases.caseId.length >= PIECE) {
      yield out;
      out = emptyPiece(parameters);
    }
  }
  writeLinks(out, messages, units, links, caseOf, options);
  yield out;
}

/** The first article that reports each unit after it was written. */
function reportsByUnit(links: readonly PressLink[]): ReadonlyMap<number, PressLink> {
  const first = new Map<number, PressLink>();
  for (const link of links) if (!first.has(link.unit)) first.set(link.unit, link);
  return first;
}

/** The first article that more probably than not reports a case. */
function pressReport(
  messages: readonly CaseMessage[],
  units: readonly Unit[],
  cluster: Cluster,
  reports: ReadonlyMap<number, PressLink>,
): { report: PressReport; link: PressLink; probability: number } | undefined {
  let best: { report: PressReport; link: PressLink; probability: number } | undefined;
  for (const index of cluster.units) {
    const ofUnit = reports.get(index);
    if (ofUnit === undefined) continue;
    const link = ofCase(ofUnit, units[cluster.units[0] as number] as Unit);
    const probability = link.probability * withFirst(cluster, index);
    if (probability < REPORTS) continue;
    const at = Math.max(messages[link.article]?.sentAt ?? 0, units[index]?.firstAt ?? 0);
    if (best === undefined || at < best.report.at)
      best = { report: { at, article: link.article, inBurst: link.burst !== undefined }, link, probability };
  }
  return best;
}

/** First messages of public units of which none is read as speaking of something bad: their link alone says that they are about the problem. */
const misread = (messages: readonly CaseMessage[], units: readonly Unit[]): ReadonlySet<number> =>
  new Set(
    units.flatMap((unit) =>
      unit.stage === PRIVATE || unit.against
        ? []
        : unit.messages.filter((index) => messages[index]?.outbound === false).slice(0, 1),
    ),
  );

function writeCase(
  out: Stitched,
  messages: readonly CaseMessage[],
  units: readonly Unit[],
  cluster: Cluster,
  reports: ReadonlyMap<number, PressLink>,
  protests: Protest,
  options: StitchOptions,
): string | undefined {
  const members = cluster.units
    .flatMap((index) => (units[index] as Unit).messages.map((message) => ({ message, unit: index })))
    .toSorted(
      (a, b) =>
        (messages[a.message]?.sentAt ?? 0) - (messages[b.message]?.sentAt ?? 0) || a.message - b.message,
    );
  const list = cluster.units.map((index) => units[index] as Unit);
  const press = pressReport(messages, units, cluster, reports);
  const timeline = timelineOf(
    messages,
    members.map(({ message }) => message),
    press?.report,
    misread(messages, list),
    protests,
  );
  if (timeline === undefined) return undefined;
  const id = (index: number): string => options.messageId(messages[index]?.row ?? 0);
  const caseId = `case:${id(timeline.first)}`;
  push(
    out.cases,
    caseRow(
      caseId,
      messages,
      members.map(({ message }) => message),
      timeline,
      cluster,
      options,
    ),
  );
  for (const { message, unit } of members) {
    const link = cluster.links.get(unit);
    push(out.caseMessages, {
      caseId,
      messageId: id(message),
      linkProbability: link?.probability ?? 1,
      evidence:
        link === undefined
          ? [{ field: (units[unit] as Unit).stage === PRIVATE ? 'thread' : 'author', bits: null }]
          : link.evidence,
    });
  }
  if (press !== undefined)
    push(out.caseMessages, {
      caseId,
      messageId: id(press.report.article),
      linkProbability: press.probability,
      evidence: press.link.evidence,
    });
  const openedAt = messages[timeline.first]?.sentAt ?? 0;
  for (const { from, to, at, message } of timeline.steps)
    push(out.transitions, {
      caseId,
      from,
      to,
      at,
      delayHours: (at - openedAt) / HOUR,
      messageId: id(message),
    });
  return caseId;
}

function writeLinks(
  out: Stitched,
  messages: readonly CaseMessage[],
  units: readonly Unit[],
  links: readonly Link[],
  caseOf: ReadonlyMap<number, string>,
  options: StitchOptions,
): void {
  const firstMessage = (index: number): string =>
    options.messageId(messages[(units[index] as Unit).messages[0] ?? 0]?.row ?? 0);
  for (const { from, to, probability, evidence } of links) {
    const caseId = caseOf.get(from);
    if (caseId === undefined) continue;
    push(out.links, {
      caseId,
      fromMessageId: firstMessage(from),
      toMessageId: firstMessage(to),
      fromStage: STAGES[(units[from] as Unit).stage] ?? 'private',
      toStage: STAGES[(units[to] as Unit).stage] ?? 'private',
      linkProbability: probability,
      evidence,
      used: caseOf.get(to) === caseId,
    });
  }
}
