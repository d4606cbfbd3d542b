import { describe, expect, it } from 'vitest';
import { reportedBy, spanOf } from '../../../src/cases/press/article-rates.js';
import { PRESS, type CaseMessage } from '../../../src/cases/messages/case-message.js';
import type { Movement } from '../../../src/cases/press/movements.js';
import { caseMessage } from '../case-messages.js';

const DAY = 86_400_000;
const article = (day: number, more: Partial<CaseMessage> = {}): CaseMessage =>
  caseMessage({ row: day, stage: PRESS, sentAt: day * DAY, drivers: 1, ...more });
const movement = (from: number, to: number, more: Partial<Movement> = {}): Movement => ({
  brand: 1,
  driver: 0,
  start: from * DAY,
  end: to * DAY,
  times: Array.from({ length: 11 }, (_, at) => (from + ((to - from) * at) / 10) * DAY),
  excess: 1,
  opened: { before: 0, within: 0 },
  ...more,
});
/** Posts of some movements, and others of some days, all on one brand and driver. */
const chances = (
  articles: readonly CaseMessage[],
  bursts: readonly Movement[],
  others: readonly number[] = [],
): number[][] => {
  const times = [...bursts.flatMap((one) => one.times), ...others.map((day) => day * DAY)];
  const series = { brand: 1, driver: 0, times: times.toSorted((a, b) => a - b), bursts };
  const told = reportedBy(articles, { series: [series], days: 1000 });
  return articles.map((one) => (told.get(one) ?? []).map(({ chance }) => chance));
};

describe('reportedBy', () => {
  it('gives an article in a movement to it, one three weeks later hardly, one on another driver or brand not', () => {
    const [[during = 0] = [], [late = 1] = [], other, brand] = chances(
      [article(101), article(120), article(101, { drivers: 2 }), article(101, { brand: 2 })],
      [movement(100, 102)],
    );
    expect(during).toBeGreaterThan(0.95);
    expect(late).toBeLessThan(0.2);
    expect(other).toEqual([]);
    expect(brand).toEqual([]);
  });

  it('shares an article among movements by how long ago they were', () => {
    const [[old = 1, fresh = 0] = []] = chances([article(112)], [movement(100, 102), movement(110, 111.5)]);
    expect(fresh).toBeGreaterThan(0.9);
    expect(old).toBeLessThan(0.1);
  });

  it('holds an article against the law of the others, not against one that it draws to itself', () => {
    const [, , [late = 1] = []] = chances(
      [article(101), article(101.5), article(110)],
      [movement(100, 102), movement(500, 502)],
    );
    expect(late).toBeLessThan(0.25);
    const [, , [among = 0] = []] = chances(
      [article(109), article(509), article(110)],
      [movement(100, 102), movement(500, 502)],
    );
    expect(among).toBeGreaterThan(0.8);
  });

  it('is less sure where articles on drivers come by themselves', () => {
    const lone = Array.from({ length: 60 }, (_, at) => article(200 + at * 7));
    const [[alone = 0] = []] = chances([article(104)], [movement(100, 102)]);
    const [[among = 1] = []] = chances([article(104), ...lone], [movement(100, 102)]);
    expect(among).toBeLessThan(alone - 0.05);
  });

  it('leaves an article within a movement to other posts by their share, more of it while the movement is young', () => {
    const [[within = 0] = []] = chances([article(102)], [movement(100, 102, { excess: 0.8 })]);
    expect(within).toBeLessThan(0.85);
    expect(within).toBeGreaterThan(0.75);
    const calm = Array.from({ length: 20 }, (_, at) => 90 + at / 2);
    const [[early = 1] = []] = chances([article(100.3)], [movement(100, 102)], calm);
    const [[after = 0] = []] = chances([article(102.1)], [movement(100, 102)], calm);
    expect(early).toBeLessThan(0.5);
    expect(after).toBeGreaterThan(early + 0.25);
  });

  it('is surer of a movement that other articles report', () => {
    const calm = Array.from({ length: 200 }, (_, at) => at * 2);
    const one = movement(100, 102);
    const [[alone = 1] = []] = chances([article(102)], [one], calm);
    const [[company = 0] = []] = chances([article(102), article(101.9), article(102.2)], [one], calm);
    const [[elsewhere = 1] = []] = chances(
      [article(102), article(501.9), article(502.2)],
      [one, movement(500, 502)],
      calm,
    );
    expect(company).toBeGreaterThan(alone);
    expect(company).toBeGreaterThan(elsewhere);
  });

  it('is surer that a movement brings articles as such where posts by themselves bring none', () => {
    const calm = Array.from({ length: 400 }, (_, at) => at * 2);
    const near = [100.5, 101, 101.5];
    const [[seen = 0] = []] = chances(
      [article(102)],
      [movement(100, 102, { excess: 0.5 })],
      [...near, ...calm],
    );
    const [[alone = 1] = []] = chances([article(102)], [movement(100, 102, { excess: 0.5 })], near);
    expect(seen).toBeGreaterThan(alone);
    expect(seen).toBeGreaterThan(0.7);
  });

  it('knows of an article with a day alone only that', () => {
    expect(spanOf(article(1))).toBe(0);
    expect(spanOf(article(1, { dayOnly: true }))).toBe(DAY);
  });
});
