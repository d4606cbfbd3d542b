import type { Metric } from '../../model/index.js';
import { DeversoirError } from '../../util/errors.js';
import { HEADLINE_FIGURES, type HeadlineFigure, type HeadlineName } from './headline-figures.js';
import { isObject } from '../../util/checked-json.js';

/** A brand or store of somebody else's corpus, without its name. */
export interface Peer {
  /** `peer 1`, `peer 2`, … */
  readonly peer: string;
  readonly by: 'brand' | 'store';
  /** Messages counted (their effective number), and those that were negative. */
  readonly n: number;
  readonly k: number;
}

/** A headline figure of somebody else's corpus: which corpus, and which figures are of one, is not told. */
export interface PeerFigure {
  readonly metric: HeadlineName;
  readonly value: number;
  readonly n: number;
}

/** Groups of other corpora to compare with, without a name in it: `deversoir-peers 1`. */
export interface PeerSet {
  readonly format: typeof PEER_FORMAT;
  /** The measure that was counted. */
  readonly measure: 'negativeShare';
  /** What the user says of the set: sector, period, sources. */
  readonly about: string;
  readonly peers: readonly Peer[];
  /** Headline figures, one a corpus; files of before them have none. */
  readonly figures?: readonly PeerFigure[];
}

export const PEER_FORMAT = 'deversoir-peers 1';
/** Smaller groups, and figures of less, are left out: a few messages may be told again by someone who knows them. */
const LEAST_MESSAGES = 30;

/** A number of messages to two figures: enough to compare with, too coarse for a corpus to be known again by it. */
function coarse(n: number): number {
  const unit = 10 ** (Math.floor(Math.log10(n)) - 1);
  return Math.round(n / unit) * unit;
}
const decimals = (value: number, digits: number): number => Number(value.toFixed(digits));

/**
 * An anonymous peer set of the groups of a `benchmarks` metric: to save as JSON, send, and give to `benchmarks` elsewhere. Names, order
 * and groups under 30 messages are left out, numbers are rounded. `figures`: the headline figures of each corpus, sorted, so that none tells of another.
 *
 * @example
 * const metric = { rows: () => [{ by: 'brand', group: 'Maison Brel', peer: false, n: 200, k: 50 }] };
 * peerSetOf(metric, 'dairy, 2026').peers
 * // → [{ peer: 'peer 1', by: 'brand', n: 200, k: 50 }]
 */
export function peerSetOf(
  metric: Pick<
    Metric<{ readonly by: string; readonly peer: boolean; readonly n: number; readonly k: number }>,
    'rows'
  >,
  about: string,
  figures: readonly HeadlineFigure[] = [],
): PeerSet {
  const own = metric.rows().filter(({ peer, n }) => !peer && n >= LEAST_MESSAGES);
  const peers = own
    .map(({ by, n, k }) => ({
      by: by === 'store' ? ('store' as const) : ('brand' as const),
      n: coarse(n),
      k: decimals((k / n) * coarse(n), 1),
    }))
    .toSorted((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : a.k / a.n - b.k / b.n || b.n - a.n))
    .map((one, at): Peer => ({ peer: `peer ${at + 1}`, ...one }));
  const told = HEADLINE_FIGURES.flatMap((name) =>
    figures
      .filter((one) => one.metric === name && one.n >= LEAST_MESSAGES)
      .map(({ value, n }): PeerFigure => ({
        metric: name,
        value: decimals(value, name.endsWith('ReplyTime') ? 1 : 3),
        n: coarse(n),
      }))
      .toSorted((a, b) => a.value - b.value || b.n - a.n),
  );
  return {
    format: PEER_FORMAT,
    measure: 'negativeShare',
    about,
    peers,
    ...(told.length > 0 && { figures: told }),
  };
}

/**
 * Several peer sets as one, peers numbered anew.
 *
 * @example
 * const set = { format: 'deversoir-peers 1', measure: 'negativeShare', about: 'dairy', peers: [{ peer: 'peer 1', by: 'brand', n: 200, k: 50 }] };
 * joinedPeerSet([set, set]).peers.map(({ peer }) => peer)
 * // → ['peer 1', 'peer 2']
 */
export function joinedPeerSet(sets: readonly PeerSet[]): PeerSet {
  const figures = sets.flatMap((set) => set.figures ?? []);
  return {
    format: PEER_FORMAT,
    measure: 'negativeShare',
    about: [...new Set(sets.map(({ about }) => about))].join('; '),
    peers: sets.flatMap(({ peers }) => peers).map((one, at) => ({ ...one, peer: `peer ${at + 1}` })),
    ...(figures.length > 0 && { figures }),
  };
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

/** Whether a headline figure may have a value. */
function isPossible(metric: unknown, value: number): boolean {
  if (metric === 'netSentimentScore') return Math.abs(value) <= 1;
  if (metric === 'meanRating') return value >= 0 && value <= 5;
  return value >= 0 && (String(metric).endsWith('ReplyTime') || value <= 1);
}

/**
 * Reads a peer set from JSON. Throws `data-invalid` with the file, the peer, the value and what was expected.
 *
 * @example
 * parsePeerSet('{"format":"deversoir-peers 1","measure":"negativeShare","about":"dairy","peers":[{"peer":"peer 1","by":"brand","n":200,"k":50}]}').peers.length
 * // → 1
 */
export function parsePeerSet(json: string, file = 'peers.json'): PeerSet {
  const fail = (what: string, expected: string, cause?: unknown): DeversoirError =>
    new DeversoirError('data-invalid', what, {
      hint: `expected ${expected}`,
      place: { file },
      ...(cause === undefined ? {} : { cause }),
    });
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw fail('not a JSON document', `a peer set, "format": "${PEER_FORMAT}"`, cause);
  }
  if (!isObject(value) || value['format'] !== PEER_FORMAT)
    throw fail(`format ${JSON.stringify(isObject(value) ? value['format'] : value)}`, `"${PEER_FORMAT}"`);
  if (value['measure'] !== 'negativeShare')
    throw fail(`measure ${JSON.stringify(value['measure'])}`, '"negativeShare"');
  if (typeof value['about'] !== 'string') throw fail(`about ${JSON.stringify(value['about'])}`, 'a text');
  if (!Array.isArray(value['peers'])) throw fail('no peers', 'a list of { peer, by, n, k }');
  const names = new Set<string>();
  (value['peers'] as unknown[]).forEach((peer, at) => {
    const where = `peer ${at + 1}`;
    if (!isObject(peer) || typeof peer['peer'] !== 'string' || peer['peer'] === '')
      throw fail(
        `${where}: ${JSON.stringify(peer)}`,
        '{ "peer": "peer 1", "by": "brand", "n": 200, "k": 50 }',
      );
    if (names.has(peer['peer'])) throw fail(`${where}: "${peer['peer']}" comes twice`, 'one name each');
    names.add(peer['peer']);
    if (peer['by'] !== 'brand' && peer['by'] !== 'store')
      throw fail(`${where}: by ${JSON.stringify(peer['by'])}`, '"brand" or "store"');
    const { n, k } = peer;
    if (!isCount(n) || n === 0 || !isCount(k) || k > n)
      throw fail(`${where}: k ${JSON.stringify(k)} of n ${JSON.stringify(n)}`, 'n above 0, k from 0 to n');
  });
  const figures = value['figures'] ?? [];
  if (!Array.isArray(figures)) throw fail('figures', 'a list of { metric, value, n }');
  for (const [at, figure] of (figures as unknown[]).entries())
    if (
      !isObject(figure) ||
      !HEADLINE_FIGURES.some((metric) => metric === figure['metric']) ||
      typeof figure['value'] !== 'number' ||
      !Number.isFinite(figure['value']) ||
      !isCount(figure['n']) ||
      figure['n'] === 0 ||
      !isPossible(figure['metric'], figure['value'])
    )
      throw fail(
        `figure ${at + 1}: ${JSON.stringify(figure)}`,
        `{ "metric": "spillRate", "value": 0.1, "n": 200 }, metric one of ${HEADLINE_FIGURES.join(', ')}; a share from 0 to 1, a delay in hours, a rating from 0 to 5, a score from -1 to 1`,
      );
  return value as unknown as PeerSet;
}
