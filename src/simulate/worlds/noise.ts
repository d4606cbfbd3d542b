import type { Person } from '../people.js';
import { newSubject } from './happenings.js';
import { channelOf, post, replyTo, stranger } from './public-side.js';
import type { Setting } from './setting.js';
import { worldTexts } from './world-texts.js';

const NOISE: Readonly<Record<'praise' | 'chatter' | 'question' | 'spam', number>> = {
  praise: 3,
  chatter: 4,
  question: 2,
  spam: 0.6,
};

/** Plays a public message that complains of nothing. */
export function playNoise(setting: Setting, at: number, regulars: readonly Person[]): void {
  const draw = setting.draw('noise'),
    said = worldTexts().public;
  const role = draw.weighted(NOISE);
  const channel =
    role === 'praise'
      ? channelOf(setting, undefined, false)
      : draw.chance(0.7)
        ? 'x-post'
        : 'facebook-comment';
  const person = stranger(setting, regulars);
  const list = { praise: said.praise, chatter: said.chatter, question: said.questions, spam: said.spam }[
    role
  ];
  const driver = draw.weighted(setting.drivers);
  const message = post(
    setting,
    { role, text: setting.words.typed(list, person, newSubject(setting, driver), at), channel, person, at },
    { sentiment: role === 'praise' ? 'positive' : 'neutral' },
  );
  if (message !== undefined && role === 'question')
    replyTo(setting, message, person, setting.publicReplyShare);
}
