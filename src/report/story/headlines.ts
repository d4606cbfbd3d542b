import { PAST_CRISIS } from './findings/crisis-age.js';
import type { Action, Finding, Said, Story, Tile } from './story.js';
import type { Words } from './words.js';

/** Depth 1 is read aloud in a minute. */
const WORDS = 160;
/** An action that bears on less is no priority. */
const LEAST_STAKE = 0.05;
/** Subjects of which the first is in a smaller share of messages are no news. */
const LEAST_SUBJECT = 0.05;
/** A finding under this score is no headline. */
const LEAST_SCORE = 0.02;

/** Headings of the parts of depth 1. */
export const headingsOf = (words: Words): Readonly<Record<'actions' | 'happened' | 'overflows', string>> => ({
  actions: words.say('Que faire', 'What to do'),
  happened: words.say('Ce qui s’est passé', 'What happened'),
  overflows: words.say('Ce qui déborde', 'What overflows'),
});

/** Number of words that are spoken. */
export const countWords = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** The sentences of depth 1, the most important first, while they can be read aloud in a minute. */
export function headlinesOf(
  findings: readonly Finding[],
  tiles: readonly Tile[],
  words: Words,
): Pick<Story, 'happened' | 'overflows' | 'actions'> {
  const telling = findings.filter(({ rank }) => rank.score >= LEAST_SCORE);
  const sentence = ({ title, figures }: Finding): Said => ({
    text: words.say(`${title}.`, `${title}.`),
    figures,
  });
  const flow = ['spill', 'grave-cases', 'open-cases', 'answer-effect', 'speed'];
  // How much overflows is told whatever its rank: it is the question of the report.
  const overflows = findings
    .filter(({ id, rank }) => id === 'spill' || rank.score >= LEAST_SCORE)
    .filter(({ id, action }) => flow.includes(id) && (id !== 'open-cases' || action !== null))
    .toSorted((a, b) => flow.indexOf(a.id) - flow.indexOf(b.id));
  const happened = telling.filter(
    ({ id, action, figures: [first] }) =>
      (id !== 'subjects' || (first?.value ?? 0) >= LEAST_SUBJECT) &&
      ![...flow, PAST_CRISIS, 'iceberg', 'contributions', 'moderation'].includes(id) &&
      // the action itself says it
      (!['answers', 'grave-cases'].includes(id) || action === null),
  );
  const actions = findings
    .flatMap((finding) =>
      finding.action === null
        ? []
        : [{ action: finding.action, weight: finding.rank.score * Math.sqrt(finding.action.stake) }],
    )
    .filter(({ action }) => action.stake >= LEAST_STAKE)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ action }) => action)
    // Two movements without a name call for the same: it is said once.
    .filter(({ text }, at, all) => all.findIndex((other) => other.text === text) === at);
  const heads = headingsOf(words);
  const spokenAnyway = [
    ...tiles.map(({ label, value, change, sector }) => `${label} ${value} ${change} ${sector}`),
    ...(happened.length > 0 ? [heads.happened] : []),
    ...(overflows.length > 0 ? [heads.overflows] : []),
    ...(actions.length > 0 ? [heads.actions] : []),
  ];
  let left = WORDS - countWords(spokenAnyway.join(' '));
  const take = <Item extends { readonly text: string }>(items: readonly Item[], most: number): Item[] =>
    items.slice(0, most).filter(({ text }) => {
      const spoken = countWords(text);
      if (spoken > left) return false;
      left -= spoken;
      return true;
    });
  const first = take(happened.map(sentence), 1);
  const flowing = take(overflows.map(sentence), 1);
  const past = take(findings.filter(({ id }) => id === PAST_CRISIS).map(sentence), 1);
  const urgent = take(actions, 2);
  // After the gravest movement the largest other one, before a third action.
  const rest = happened.slice(1);
  const [movement] = rest
    .filter(({ id }) => id.startsWith('crisis'))
    .toSorted((a, b) => (b.figures[0]?.value ?? 0) - (a.figures[0]?.value ?? 0));
  const second = take(movement === undefined ? [] : [sentence(movement)], 1);
  const third = actions.slice(2).find(({ text }) => countWords(text) <= left);
  const advised: Action[] = [...urgent, ...take(third === undefined ? [] : [third], 1)];
  const most = (flowing.length === 0 ? 3 : 2) - past.length - second.length;
  const others = rest.filter((one) => one !== movement);
  // What an action says is not said again beside it.
  const unsaid = overflows.slice(1).filter(({ id }) => !advised.some(({ finding }) => finding === id));
  return {
    happened: [...first, ...second, ...take(others.map(sentence), most), ...past],
    overflows: [...flowing, ...take(unsaid.map(sentence), 1)],
    actions: advised,
  };
}
