import type { Crisis } from './crisis.js';
import type { Draw } from './draw.js';
import type { HandMessage } from './message.js';
import type { Plan } from './plan.js';
import { HOUR, wall } from './rhythm.js';
import { DRIVER_NAMES } from './texts/texts.js';
import { drawMatter, say } from './speak.js';

/** Articles on the crisis, and calm ones on the brand. */
export function pressOf(draw: Draw, plan: Plan, crisis: Crisis | undefined): HandMessage[] {
  const article = (at: number, kind: 'crisis' | 'calm', index: number): HandMessage => {
    const matter =
      kind === 'crisis' && crisis !== undefined
        ? crisis.matter
        : drawMatter(draw, plan.brand, draw.pick(DRIVER_NAMES));
    const { articles, talk } = plan.brand.hand.texts;
    const texts = (kind === 'crisis' ? articles[matter.driver] : undefined) ?? talk.calm;
    let when = at;
    while (wall(when).getUTCHours() < 6 || wall(when).getUTCHours() > 20) when += HOUR;
    return {
      id: `press-${kind}-${index}`,
      channel: 'press',
      side: 'press',
      purpose: 'article',
      at: when,
      title: say(draw, draw.pick(texts.headline), matter),
      text: say(draw, draw.pick(texts.article), matter),
      thread: `press-${kind}-${index}`,
      name: draw.pick([
        'La Dépêche du Littoral',
        'Le Quotidien des Plaines',
        'Linéaires Hebdo',
        'Radio Val',
        'Le Fil de l’Ouest',
      ]),
      crisis: kind === 'crisis',
    };
  };
  return [
    ...(crisis?.articles ?? []).map((at, index) => article(at, 'crisis', index)),
    ...Array.from({ length: draw.integer(4, 10) }, (_, index) =>
      article(draw.between(plan.start, plan.end), 'calm', index),
    ),
  ];
}
