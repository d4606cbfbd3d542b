import { describe, expect, it } from 'vitest';
import { newSubject } from '../../../src/simulate/worlds/happenings.js';
import { machines, openTalk } from '../../../src/simulate/worlds/talk.js';
import { smallWorld } from './small-world.js';

describe('a conversation', () => {
  it('has one thread a person in a chat, its own as a letter', () => {
    const setting = smallWorld(25),
      person = setting.crowd.person(),
      subject = newSubject(setting, 'taste');
    const threads = (['whatsapp', 'email'] as const).map((channel) =>
      ['a', 'b'].map(
        (id) =>
          openTalk(setting, channel, id, person, subject).customer(setting.startsAt, 'Bonjour', {
            role: 'detail',
          })?.threadId,
      ),
    );
    expect(threads).toEqual([
      [`whatsapp-person-${person.id}`, `whatsapp-person-${person.id}`],
      ['a', 'b'],
    ]);
  });
  it('begins with the machine where the world has one: seconds after, and by no person', () => {
    const setting = smallWorld(26, { acknowledgements: 0.8, serviceNotices: 0.5 }),
      person = setting.crowd.person(),
      subject = newSubject(setting, 'taste');
    for (let i = 0; i < 60; i++)
      for (const channel of ['email', 'whatsapp'] as const) {
        const talk = openTalk(setting, channel, `${channel}-${i}`, person, subject);
        machines(setting, talk, channel, person, subject, setting.startsAt);
      }
    const mails = setting.messages.filter(({ channel }) => channel === 'email');
    expect(Math.abs(mails.length / 60 - 0.8)).toBeLessThan(0.16);
    for (const mail of mails) {
      expect(mail).toMatchObject({
        role: 'automatic',
        speech: 'automatic',
        direction: 'outbound',
        authorId: 'automatic',
      });
      expect(mail.sentAt - setting.startsAt).toBeLessThanOrEqual(70_000);
    }
    const chat = setting.messages.filter(({ channel }) => channel === 'whatsapp');
    expect(Math.abs(chat.length / 60 - 0.5)).toBeLessThan(0.2);
    for (const notice of chat)
      expect(notice).toMatchObject({ role: 'service', kind: 'system', authorName: '' });
  });
});
