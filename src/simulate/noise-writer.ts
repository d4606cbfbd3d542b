import { fitting, type Subject, typedBy, typographic } from './compose.js';
import type { Draw } from './draw.js';
import type { Person } from './people.js';
import { EMOJI, FILLERS, NOISE, PRAISE_TAILS, QUESTION_TAILS } from './texts/common.js';
import type { SectorTexts } from './texts/sector.js';
import { fresh, joined, textsOf, thanks, type Writer } from './writing.js';

/** Writes the messages that are no complaint. `say` fills a template. */
export function createNoise(
  draw: Draw,
  sector: SectorTexts,
  seen: Set<string>,
  say: (template: string, person: Person, subject: Subject, at: number) => string,
): Writer['noise'] {
  let posts = 0;
  return (kind, person, subject, at) => {
    const texts = textsOf(sector, subject.driver);
    return fresh(seen, (attempt) => {
      const lines =
        kind === 'praise'
          ? fitting(sector, texts.praise, subject.product)
          : kind === 'question'
            ? fitting(sector, texts.question, subject.product)
            : kind === 'thanks'
              ? [thanks(draw)]
              : kind === 'idea'
                ? sector.ideas
                : kind === 'brandPost'
                  ? [sector.brandPosts[posts++ % sector.brandPosts.length] as string]
                  : NOISE[kind];
      const extra =
        kind === 'praise'
          ? joined([
              draw.chance(0.4) ? draw.pick(PRAISE_TAILS) : '',
              draw.chance(0.35) ? draw.pick(EMOJI.positive) : '',
            ])
          : kind === 'question' && draw.chance(0.5)
            ? draw.pick(QUESTION_TAILS)
            : '';
      const whole = joined([
        draw.pick(lines),
        extra,
        attempt > 8 && kind !== 'brandPost' ? draw.pick(FILLERS) : '',
      ]);
      const filled = say(whole, person, subject, at);
      return kind === 'brandPost' ? typographic(filled) : typedBy(draw, filled, person);
    });
  };
}
