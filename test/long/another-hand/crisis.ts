import type { Draw } from './draw.js';
import type { Person } from './names.js';
import type { Plan } from './plan.js';
import { DAY, HOUR, customerTime, wall } from './rhythm.js';
import { drawMatter, type Matter } from './speak.js';
import type { Driver } from './texts/texts.js';

/** A public movement on one matter. */
export interface Crisis {
  readonly start: number;
  readonly matter: Matter;
  /** Instants of its public posts, from its start on. */
  readonly posts: readonly number[];
  readonly articles: readonly number[];
  /** Private cases on the matter just before, in some quarters. */
  readonly before: (stranger: () => Person) => readonly { readonly person: Person; readonly at: number }[];
}

export function crisisOf(draw: Draw, plan: Plan): Crisis {
  const foods: readonly Driver[] = ['safety', 'freshness', 'price'],
    shops: readonly Driver[] = ['safety', 'staff', 'price', 'app-site'];
  const matter = {
    ...drawMatter(draw, plan.brand, draw.pick(plan.brand.sector === 'agri-food' ? foods : shops)),
    english: false,
    order: undefined,
  };
  let start = draw.between(plan.start + 20 * DAY, plan.end - 15 * DAY);
  while (wall(start).getUTCHours() < 8 || wall(start).getUTCHours() > 19) start += HOUR;
  const size = draw.integer(60, 170),
    rise = draw.between(1, 6),
    half = draw.between(8, 30);
  // A rise of hours, then a decay that sleeps at night.
  const posts = [start];
  while (posts.length < size) {
    const at = start + (draw.next() * rise + draw.exponential() * (half / Math.LN2)) * HOUR;
    const hour = wall(at).getUTCHours();
    if ((hour >= 7 || draw.chance(0.15)) && at < plan.end) posts.push(at);
  }
  const cases = draw.chance(0.5) ? draw.integer(8, 20) : 0;
  return {
    start,
    matter,
    posts: posts.toSorted((a, b) => a - b),
    articles: Array.from({ length: draw.integer(2, 6) }, () => start + draw.between(14, 110) * HOUR),
    before: (stranger) =>
      Array.from({ length: cases }, () => ({
        person: stranger(),
        at: customerTime(draw, start - 4 * DAY, start + DAY),
      })),
  };
}
