import type { DriverId } from '../../model/index.js';
import type { Sector } from '../../model/config.js';
import { readTexts } from '../text-data.js';

/** Sentences of random worlds, from `data/worlds/*.json`: "[a|b]" is a choice, "{p}" a slot of `compose.ts`. */
export interface WorldTexts {
  readonly drivers: Readonly<
    Partial<Record<DriverId, { readonly private: readonly string[]; readonly public: readonly string[] }>>
  >;
  readonly conversation: {
    readonly greetings: Readonly<Record<'polite' | 'plain' | 'sms', readonly string[]>>;
    readonly demands: Readonly<Record<'polite' | 'plain' | 'sms', readonly string[]>>;
  } & Readonly<
    Record<
      | 'hesitations'
      | 'mixed'
      | 'reminders'
      | 'replies'
      | 'thanks'
      | 'dissatisfied'
      | 'agentAnswers'
      | 'agentMissed'
      | 'agentSolved'
      | 'notes'
      | 'automatic'
      | 'service'
      | 'questions'
      | 'applications'
      | 'answersToQuestions'
      | 'compliments'
      | 'mailSubjects'
      | 'closings',
      readonly string[]
    >
  >;
  readonly public: Readonly<
    Record<
      | 'spillOpenings'
      | 'echoes'
      | 'praise'
      | 'chatter'
      | 'questions'
      | 'spam'
      | 'thanksPublic'
      | 'replies'
      | 'brandPosts'
      | 'campaign',
      readonly string[]
    >
  > & {
    readonly reviewTitles: Readonly<Record<'negative' | 'positive', readonly string[]>>;
    readonly articles: Readonly<
      Record<'ordinary' | 'crisis', readonly { readonly title: string; readonly text: string }[]>
    >;
    readonly subjects: Readonly<Partial<Record<DriverId, string>>>;
    readonly brands: readonly {
      readonly sector: Sector;
      readonly brand: string;
      readonly competitors: readonly string[];
      readonly drivers: readonly DriverId[];
      readonly products: readonly (readonly [name: string, feminine: boolean])[];
    }[];
  };
  readonly names: {
    readonly women: readonly string[];
    readonly men: readonly string[];
    readonly surnames: readonly string[];
    readonly syllables: Readonly<Record<'begin' | 'middle' | 'end', readonly string[]>>;
    readonly cities: readonly string[];
    readonly aliases: readonly string[];
  };
}

let read: WorldTexts | undefined;

/** The sentences, read once. */
export function worldTexts(): WorldTexts {
  read ??= {
    drivers: readTexts('worlds/drivers'),
    conversation: readTexts('worlds/conversation'),
    public: readTexts('worlds/public'),
    names: readTexts('worlds/names'),
  } as WorldTexts;
  return read;
}
