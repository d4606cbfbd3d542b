import { describe, expect, it } from 'vitest';
import { createDraw } from '../../src/simulate/draw.js';
import { SECTORS } from '../../src/model/config.js';
import { DEFAULT_PLAN } from '../../src/simulate/plan.js';
import { sectorTexts } from '../../src/simulate/texts/index.js';
import { createWorld, newPerson, newSubject } from '../../src/simulate/world.js';
import { createWriter } from '../../src/simulate/writer.js';
import type { DriverId } from '../../src/model/index.js';

const AT = DEFAULT_PLAN.startsAt;

describe.each(SECTORS)('texts of %s', (sector) => {
  const world = createWorld({ ...DEFAULT_PLAN, sector, texts: true });
  const writer = createWriter(createDraw(9), sectorTexts(sector));
  const drivers = Object.keys(sectorTexts(sector).drivers) as DriverId[];
  const each = <T>(
    write: (person: ReturnType<typeof newPerson>, subject: ReturnType<typeof newSubject>) => T,
  ): T[] =>
    drivers.flatMap((driver) =>
      Array.from({ length: 12 }, () => write(newPerson(world), newSubject(world, driver))),
    );

  it('leave no slot open, whatever the driver, the person or the channel', () => {
    const texts = [
      ...each((person, subject) => writer.complaint(person, subject, 'email', AT)).flatMap(
        ({ text, title }) => [text, title],
      ),
      ...each((person, subject) => writer.complaint(person, subject, 'whatsapp', AT).text),
      ...each(
        (person, subject) => writer.publicComplaint(person, subject, 'review', AT, { spilled: false }).text,
      ),
      ...each(
        (person, subject) =>
          writer.publicComplaint(person, subject, 'x-post', AT, { spilled: true, proof: 'Commande n° 1.' })
            .text,
      ),
      ...each((person, subject) => writer.agentAnswer(person, subject, AT)),
      ...each((person, subject) => writer.agentPublic(person, subject, AT)),
      ...each((person, subject) => writer.reminder(person, subject, AT)),
      ...each((person, subject) => writer.meToo(person, subject, AT).text),
      ...each((person, subject) => writer.noise('praise', person, subject, AT)),
      ...each((person, subject) => writer.noise('question', person, subject, AT)),
    ];
    for (const text of texts) expect(text).not.toMatch(/[{}]|undefined|^$/);
  });
  it('have a subject as letters alone, and are no two the same', () => {
    const letters = each(
      (person, subject) => [person, writer.complaint(person, subject, 'ticket', AT)] as const,
    );
    for (const [person, { title, text }] of letters) {
      expect(title).not.toBe('');
      // signed on a line of its own, as this person types
      expect(text.split('\n').at(-1)?.trim().split(' ')).toHaveLength(person.name.split(' ').length);
    }
    const chats = each((person, subject) => writer.complaint(person, subject, 'telegram', AT));
    for (const { title } of chats) expect(title).toBeUndefined();
    const all = [...letters.map(([, { text }]) => text), ...chats.map(({ text }) => text)];
    expect(new Set(all).size).toBe(all.length);
  });
  it('carry the proof of a spill', () => {
    for (const text of each(
      (person, subject) =>
        writer.publicComplaint(person, subject, 'x-post', AT, { spilled: true, proof: 'Commande n° 4815.' })
          .text,
    ))
      expect(text).toContain('4815');
  });
});
