import { describe, expect, it } from 'vitest';
import { createCrowd } from '../../../src/simulate/worlds/crowd.js';
import { createDraw } from '../../../src/simulate/draw.js';

const crowd = (namesakes: number, size = 600) => {
  const made = createCrowd(createDraw(11), namesakes, size);
  for (let i = 0; i < size; i++) made.person();
  return made;
};

describe('a crowd', () => {
  it('has about the share of namesakes asked for', () => {
    for (const asked of [0.05, 0.25]) {
      const names = crowd(asked).people.map(({ name }) => name);
      const sharing = names.filter((name, at) => names.some((other, i) => i !== at && other === name)).length;
      expect(Math.abs(sharing / names.length - asked)).toBeLessThan(0.08);
    }
  });
  it('is of fictitious people: reserved numbers and domains, each handle and address once', () => {
    const { people } = crowd(0.2, 300);
    for (const { phone, email, handle, id } of people) {
      expect(phone).toMatch(/^\+33 6 39 98 \d\d \d\d$/);
      expect(email).toMatch(/^[a-z.]+\d+@(?:courriel|boite|postale)\.example$/);
      expect(handle.length).toBeGreaterThanOrEqual(16);
      expect(id).toBe(people.indexOf(people[id]!));
    }
    for (const key of ['email', 'handle', 'phone'] as const)
      expect(new Set(people.map((person) => person[key])).size).toBe(people.length);
  });
  it('is the same for the same seed; aliases are nobody’s names', () => {
    expect(crowd(0.1, 50).people).toEqual(crowd(0.1, 50).people);
    const made = crowd(0.1, 50);
    const aliases = Array.from({ length: 20 }, () => made.alias());
    expect(new Set(aliases.map(({ handle }) => handle)).size).toBe(20);
    expect(made.people).toHaveLength(50);
  });
});
