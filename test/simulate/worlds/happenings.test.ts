import { describe, expect, it } from 'vitest';
import {
  addMessage,
  Agenda,
  bear,
  type Happening,
  type NewMessage,
} from '../../../src/simulate/worlds/happenings.js';
import { drawSetting, HOUR } from '../../../src/simulate/worlds/setting.js';

const setting = () => drawSetting(3, { cases: 160 });
const happening = (at: number, type: Happening['type'] = 1): Happening => ({ type, at, driver: 'taste' });
const said = (more: Partial<NewMessage> & { sentAt: number }): NewMessage => ({
  platform: 'x',
  channel: 'x-post',
  stage: 'public',
  kind: 'post',
  threadId: 't',
  role: 'stranger',
  authorName: 'Nora',
  text: 'Texte',
  ...more,
});

describe('what is going to happen', () => {
  it('comes soonest first, in whatever order it was planned; at the same time the first planned first', () => {
    const agenda = new Agenda();
    for (const [at, type] of [
      [5, 1],
      [2, 1],
      [9, 1],
      [2, 0],
    ] as const)
      agenda.add(happening(at, type));
    const order = [0, 1, 2, 3].map(() => agenda.next());
    expect(order.map((one) => one?.at)).toEqual([2, 2, 5, 9]);
    expect(order.slice(0, 2).map((one) => one?.type)).toEqual([1, 0]);
    expect(agenda.next()).toBeUndefined();
  });
  it('is a Poisson number of children, after lags of the half-life given', () => {
    const world = setting(),
      agenda = new Agenda();
    const parent = addMessage(world, said({ sentAt: world.startsAt }));
    if (parent === undefined) throw new Error('the world has not begun');
    for (let i = 0; i < 400; i++) bear(world, agenda, parent, 0.5, 6, { type: 2, driver: 'price' });
    const lags: number[] = [];
    for (let next = agenda.next(); next !== undefined; next = agenda.next()) {
      expect(next).toMatchObject({ type: 2, driver: 'price', cause: parent });
      lags.push((next.at - parent.sentAt) / HOUR);
    }
    // 200 ± 3 √200, half of them in the first six hours
    expect(Math.abs(lags.length - 200)).toBeLessThan(43);
    expect(Math.abs(lags.filter((lag) => lag < 6).length / lags.length - 0.5)).toBeLessThan(0.11);
  });
});

describe('a message', () => {
  it('has its number, whole seconds, and what its role says', () => {
    const world = setting();
    const written = [
      said({ sentAt: world.startsAt + 1999, complaint: true, driver: 'price' }),
      said({ sentAt: world.startsAt, role: 'thanks' }),
      said({ sentAt: world.startsAt, role: 'spam' }),
      said({ sentAt: world.startsAt, role: 'question', direction: 'outbound' }),
    ].map((message) => addMessage(world, message));
    expect(world.messages).toEqual(written);
    expect(written.map((one) => one?.id)).toEqual(['x-000001', 'x-000002', 'x-000003', 'x-000004']);
    expect(written[0]).toMatchObject({
      sentAt: world.startsAt + 1000,
      direction: 'inbound',
      speech: 'own',
      planted: { sentiment: 'negative', drivers: ['price'], intents: ['complaint'], harms: [] },
    });
    expect(written.slice(1).map((one) => one?.planted)).toMatchObject([
      { sentiment: 'neutral', intents: ['thanks'], harms: [] },
      { intents: [], harms: ['spam'] },
      { intents: ['question'] },
    ]);
    expect(written[3]?.direction).toBe('outbound');
  });
  it('after the end of the world is none', () => {
    const world = setting();
    expect(addMessage(world, said({ sentAt: world.endsAt }))).toBeUndefined();
    expect(world.messages).toEqual([]);
  });
});
