import { describe, expect, it } from 'vitest';
import { drawSubject, fill, fitting, typographic } from '../../src/simulate/compose.js';
import { createDraw } from '../../src/simulate/draw.js';
import { drawPerson } from '../../src/simulate/people.js';
import { SECTORS } from '../../src/model/config.js';
import * as common from '../../src/simulate/texts/common.js';
import { sectorTexts } from '../../src/simulate/texts/index.js';
import type { DriverId } from '../../src/model/index.js';

/** Every string in a nest of lists and objects. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null && !(value instanceof RegExp)
    ? Object.values(value).flatMap(strings)
    : [];
}

describe.each(SECTORS)('texts of %s', (name) => {
  const sector = sectorTexts(name),
    draw = createDraw(1),
    people = [0, 1, 2, 3, 4, 5].map((id) => drawPerson(draw, id));
  const sentences = [
    ...strings(sector.drivers),
    ...strings(sector.stories),
    ...strings(common).map((text) => text.replace('{topic}', 'x')),
  ];

  it('are several hundred fragments', () => {
    expect(new Set(strings(sector.drivers)).size).toBeGreaterThan(230);
    expect(new Set(strings(common)).size).toBeGreaterThan(300);
  });

  it('fill every slot, for every product and person', () => {
    for (const sentence of sentences) {
      for (const product of sector.products) {
        for (const person of people.slice(0, 2)) {
          const filled = fill(
            draw,
            sector,
            sentence,
            person,
            { ...drawSubject(draw, sector, 'price'), product },
            Date.UTC(2026, 2, 3),
          );
          expect(filled).not.toMatch(/[{}]|undefined|NaN/);
        }
      }
    }
  });

  it('are typed with typographic apostrophes and no double space', () => {
    expect(sentences.filter((sentence) => /\p{L}'\p{L}|\S {2}/u.test(sentence))).toEqual([]);
  });

  it('never put "de le" or "à le" before a product', () => {
    expect(
      sentences.filter(
        (sentence) => /\b(de|à) \{leP\}/i.test(sentence) && !/(retour|rappel|SAV) de \{leP\}/i.test(sentence),
      ),
    ).toEqual([]);
  });

  it('have a driver for each product trait and sentences that fit each product', () => {
    for (const [driver, texts] of Object.entries(sector.drivers)) {
      for (let i = 0; i < 30; i++) {
        const { product } = drawSubject(draw, sector, driver as DriverId);
        for (const list of [texts.problem, texts.praise, texts.question, texts.agent])
          expect(fitting(sector, list, product).length).toBeGreaterThan(0);
      }
    }
  });

  it('give articles of several paragraphs with headline and lead', () => {
    const articles = [
      ...sector.articles,
      ...Object.values(sector.stories).flatMap((story) => story.articles),
    ];
    expect(articles.length).toBeGreaterThanOrEqual(9);
    for (const { headline, lead, paragraphs } of articles) {
      expect(headline.length).toBeLessThan(120);
      expect(lead.length).toBeGreaterThan(60);
      expect(paragraphs.length).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('typography', () => {
  it('puts no-break spaces where French wants them', () => {
    expect(typographic('« Oui ! » : 5 € ; vraiment ?')).toBe(
      '«\u00A0Oui\u202F!\u00A0»\u00A0: 5\u00A0€\u202F; vraiment\u202F?',
    );
  });
});

describe('people', () => {
  it('can be nobody: reserved phone ranges and mail domains, handles too long to exist', () => {
    const draw = createDraw(3);
    for (let id = 0; id < 3000; id += 7) {
      const person = drawPerson(draw, id);
      expect(person.handle.length).toBeGreaterThan(15);
      expect(person.email).toMatch(/\.example$/);
      expect(person.phone).toMatch(/^\+33 (6 39 98|1 99 00|2 61 91|3 53 01|4 65 71|5 36 49) \d\d \d\d$/);
    }
  });
});
