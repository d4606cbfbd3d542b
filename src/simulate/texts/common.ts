import type { DriverId } from '../../model/index.js';
import type { WritingManner } from '../people.js';
import type { NoiseKind } from '../plan.js';
import { readTexts } from '../text-data.js';

type List = readonly string[];
type Lists = Readonly<Record<WritingManner, List>>;

/** Sentences of every sector, from `data/common.json`. */
interface CommonTexts {
  /** How a private message begins. */
  readonly openings: Lists;
  /** What the person wants, or how they feel about it. */
  readonly demands: Lists;
  /** What it did to the person: adds life, no driver. */
  readonly details: List;
  /** How a letter ends, before the name. */
  readonly closings: Lists;
  /** The customer writes again because nobody answered: a reproach, and what they want or will do. */
  readonly reminders: Readonly<Record<'reproaches' | 'wishes', List>>;
  /** How a public message says that private did not work. */
  readonly spillOpenings: Lists;
  readonly publicTails: List;
  readonly emoji: Readonly<Record<'negative' | 'positive', List>>;
  /** What an agent writes: first the reception, then (by driver) the substance, then the offer. */
  readonly agent: Readonly<
    Record<
      'receptions' | 'requests' | 'offers' | 'closings' | 'publicReplies' | 'solved' | 'notes' | 'names',
      List
    >
  > & { readonly automatic: readonly [string, ...string[]] };
  /** How a customer shows that it is settled: a fact, and how they feel. */
  readonly thanks: Readonly<Record<'facts' | 'warm', List>>;
  /** What a customer answers to an agent. */
  readonly answers: List;
  readonly reopenings: List;
  /** Messages that are no complaint. */
  readonly noise: Readonly<
    Record<Exclude<NoiseKind, 'praise' | 'thanks' | 'question' | 'idea' | 'brandPost'>, List>
  >;
  /** Short public reactions to somebody else’s complaint. */
  readonly meToo: List;
  readonly englishProblems: List;
  readonly englishTopics: Readonly<Record<DriverId, string>>;
  readonly mailSubjects: List;
  /** What follows praise or a question. */
  readonly praiseTails: List;
  readonly questionTails: List;
  /** What makes a text differ from another that says the same. */
  readonly fillers: List;
  /** Review titles, by what they say. */
  readonly reviewTitles: Readonly<Record<'negative' | 'positive', List>>;
}

export const {
  openings: OPENINGS,
  demands: DEMANDS,
  details: DETAILS,
  closings: CLOSINGS,
  reminders: REMINDERS,
  spillOpenings: SPILL_OPENINGS,
  publicTails: PUBLIC_TAILS,
  emoji: EMOJI,
  agent: AGENT,
  thanks: THANKS,
  answers: ANSWERS,
  reopenings: REOPENINGS,
  noise: NOISE,
  meToo: ME_TOO,
  englishProblems: ENGLISH_PROBLEMS,
  englishTopics: ENGLISH_TOPICS,
  mailSubjects: MAIL_SUBJECTS,
  praiseTails: PRAISE_TAILS,
  questionTails: QUESTION_TAILS,
  fillers: FILLERS,
  reviewTitles: REVIEW_TITLES,
} = readTexts('common') as CommonTexts;
