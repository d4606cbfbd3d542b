import { newSubject } from './happenings.js';
import { customerOf } from './private-side.js';
import { HOUR, type Setting } from './setting.js';
import { machines, openTalk } from './talk.js';
import { worldTexts } from './world-texts.js';

/** What complains of nothing, by how often. Who asks for a placement is no customer. */
const MATTERS = { question: 0.68, application: 0.12, compliment: 0.2 } as const;

/** A private conversation that complains of nothing. */
export function playQuestion(setting: Setting, at: number, number: number): void {
  const draw = setting.draw('questions'),
    said = worldTexts().conversation,
    { words } = setting;
  const channel = draw.weighted(setting.privateChannels);
  const person = draw.chance(0.05) ? customerOf(setting) : setting.crowd.person();
  const subject = newSubject(setting, draw.weighted(setting.drivers));
  const talk = openTalk(setting, channel, `${channel}-other-${number}`, person, subject);
  const letter = channel === 'email' || channel === 'ticket';
  const kind = draw.weighted(MATTERS);
  const speech = kind === 'application' ? 'business' : 'own';
  const greeting = draw.pick(said.greetings.plain);
  const text = words.typed(said[`${kind}s`], person, subject, at);
  talk.customer(
    at,
    letter
      ? `${greeting}\n\n${text}\n\n${draw.pick(said.closings)}\n${person.name}`
      : `${greeting} ${text}`.trim(),
    {
      role: kind,
      speech,
      sentiment: kind === 'compliment' ? 'positive' : 'neutral',
      ...(letter ? { title: words.typed(said.mailSubjects, person, subject, at) } : {}),
      ...(channel === 'ticket'
        ? { ticket: { type: 'question', tags: ['info_produit'], status: 'solved' } }
        : {}),
    },
  );
  machines(setting, talk, channel, person, subject, at);
  if (draw.chance(setting.neverAnswered)) return;
  const answeredAt = at + draw.logNormal(setting.answerMedianHours[channel], 1) * HOUR;
  talk.brand(answeredAt, words.printed(said.answersToQuestions, person, subject, answeredAt), {
    role: 'answer',
    speech,
  });
  if (draw.chance(0.35))
    talk.customer(
      answeredAt + draw.logNormal(1, 1) * HOUR,
      draw.pick(['Merci !', 'ok merci', 'Super, merci', 'Merci pour le retour']),
      { role: 'thanks', speech, sentiment: 'positive' },
    );
}
