import { expect, it } from 'vitest';
import { joinedPeerSet, parsePeerSet, peerSetOf } from '../../../src/metrics/sector/peer-set.js';

const none = { rows: () => [] };
const figure = (metric: 'spillRate' | 'meanRating', value: number, n: number) => ({
  metric,
  value,
  low: 0,
  high: 1,
  n,
});

it('headline figures are saved sorted, without interval, and none of under thirty', () => {
  const set = peerSetOf(none, 'laiterie', [
    figure('meanRating', 4, 100),
    figure('spillRate', 0.2, 29),
    figure('spillRate', 0.3, 80),
    figure('spillRate', 0.1, 60),
  ]);
  expect(set.figures).toEqual([
    { metric: 'spillRate', value: 0.1, n: 60 },
    { metric: 'spillRate', value: 0.3, n: 80 },
    { metric: 'meanRating', value: 4, n: 100 },
  ]);
  expect(parsePeerSet(JSON.stringify(set))).toEqual(set);
});

it('a file of before headline figures loads, and joins one that has some', () => {
  const older = parsePeerSet(
    '{"format":"deversoir-peers 1","measure":"negativeShare","about":"a","peers":[{"peer":"peer 1","by":"brand","n":40,"k":3}]}',
  );
  const newer = peerSetOf(none, 'b', [figure('spillRate', 0.3, 80)]);
  expect(older.figures).toBeUndefined();
  expect(joinedPeerSet([older, newer, older])).toEqual({
    ...newer,
    about: 'a; b',
    peers: [older.peers[0], { ...older.peers[0], peer: 'peer 2' }],
  });
});

it('reads a mean rating of points out of ten, which may be below one star', () => {
  const set = { ...peerSetOf(none, 'a'), figures: [{ metric: 'meanRating', value: 0.8, n: 40 }] };
  expect(parsePeerSet(JSON.stringify(set), 'peers.json').figures).toHaveLength(1);
});

it.each([
  [{ metric: 'sales', value: 1, n: 2 }, 'figure 1: {"metric":"sales"'],
  [{ metric: 'spillRate', value: 'x', n: 2 }, '"value":"x"'],
  [{ metric: 'spillRate', value: 0.1, n: 0 }, '"n":0'],
  [{ metric: 'responseRate', value: 85, n: 40 }, '"value":85'],
  [{ metric: 'meanRating', value: 5.5, n: 40 }, '"value":5.5'],
  [{ metric: 'firstReplyTime', value: -2, n: 40 }, '"value":-2'],
])('%j is no figure', (bad, message) => {
  const set = { ...peerSetOf(none, 'a'), figures: [bad] };
  expect(() => parsePeerSet(JSON.stringify(set), 'peers.json')).toThrow(message);
});

it('rounds what a corpus could be known again by', () => {
  const rows = [{ by: 'brand', peer: false, n: 840.0883935159483, k: 464.565010239234 }];
  const set = peerSetOf({ rows: () => rows }, 'enseigne', [figure('spillRate', 0.08286026603455568, 1431)]);
  expect(set.peers).toEqual([{ peer: 'peer 1', by: 'brand', n: 840, k: 464.5 }]);
  expect(set.figures).toEqual([{ metric: 'spillRate', value: 0.083, n: 1400 }]);
  expect(parsePeerSet(JSON.stringify(set))).toEqual(set);
});
