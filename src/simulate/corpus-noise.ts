import type { Harm } from '../model/index.js';
import type { NoiseKind } from './plan.js';
import { facebookThread, PUBLIC_PLATFORM, publicAuthor } from './public-event.js';
import { rhythmicTimes } from './rhythm.js';
import type { TrueCopies } from './truth.js';
import { addMessage, newAuthor, newPerson, newSubject, type World } from './world.js';

const HOUR = 3_600_000;

const HARM: Readonly<Partial<Record<NoiseKind, Harm>>> = { spam: 'spam', scam: 'scam', hate: 'hate' };

/** Messages that are no complaint. */
export function playNoise(world: World): void {
  const { plan } = world,
    draw = world.draws.noise;
  for (const [kind, perDay] of Object.entries(plan.noisePerDay) as [NoiseKind, number][]) {
    for (const at of rhythmicTimes(draw, perDay, plan.rhythm, plan.startsAt, plan.endsAt)) {
      const person = newAuthor(world),
        driver = draw.weighted(plan.drivers),
        subject = newSubject(world, driver);
      const channel =
        kind === 'praise'
          ? draw.weighted(plan.publicChannels)
          : draw.chance(0.55)
            ? 'facebook-comment'
            : 'x-post';
      const brand = kind === 'brandPost';
      const said = world.writer.noise(kind, person, subject, at);
      const positive = kind === 'praise' || kind === 'thanks';
      addMessage(world, {
        platform: PUBLIC_PLATFORM[channel],
        channel,
        stage: 'public',
        kind: channel === 'x-post' ? 'post' : channel === 'review' ? 'review' : 'comment',
        threadId:
          channel === 'facebook-comment' ? facebookThread(world, at) : `${channel}-${world.counter + 1}`,
        sentAt: at,
        text: said,
        ...(brand
          ? ({
              direction: 'outbound',
              authorId: world.sector.brandSlug,
              authorName: world.sector.brand,
            } as const)
          : { person, ...publicAuthor(channel, person) }),
        ...(channel === 'review'
          ? { rating: draw.between(4, 5), title: world.writer.reviewTitle('positive') }
          : {}),
        likes: Math.floor(draw.logNormal(1.5, 1)),
        shares: channel === 'x-post' ? Math.floor(draw.logNormal(0.4, 1)) : undefined,
        reach: channel === 'x-post' ? Math.floor(draw.logNormal(300, 1.2)) : undefined,
        sentiment: positive ? 'positive' : kind === 'hate' ? 'negative' : 'neutral',
        drivers: kind === 'praise' || kind === 'question' ? [driver] : [],
        intents: kind === 'question' ? ['question'] : kind === 'thanks' ? ['thanks'] : [],
        harms: HARM[kind] === undefined ? [] : [HARM[kind]],
      });
    }
  }
}

/** A travelling text: first in private, then copied in public, with the small changes people make. */
export function playCopies(world: World, copyId: string): TrueCopies {
  const copy = world.plan.copies.find(({ id }) => id === copyId),
    draw = world.draws.noise;
  const text = copy === undefined ? undefined : world.sector.stories[copy.story]?.publicMessages[0];
  if (copy === undefined) return { copyId, messageIds: [] };
  const found: { id: string; at: number }[] = [];
  for (let i = 0; i < copy.copies; i++) {
    const person = newPerson(world),
      at = copy.startsAt + (i === 0 ? 0 : draw.exponential(Math.LN2 / copy.halfLifeHours) * HOUR);
    const inPrivate = i === 0 || draw.chance(0.15),
      channel = draw.chance(0.6) ? 'facebook-comment' : 'x-post';
    const said = (text ?? `travelling text ${copyId}`).replaceAll('{marque}', world.sector.brand);
    const changed = draw.chance(0.5)
      ? said
      : draw.pick([
          `${said} 🙏`,
          said.toUpperCase(),
          `Je copie-colle : ${said}`,
          said.replace('!!!', '!'),
          `${said} Merci à toutes`,
        ]);
    const id = addMessage(world, {
      ...(inPrivate
        ? ({
            platform: 'whatsapp',
            channel: 'whatsapp',
            stage: 'private',
            kind: 'message',
            threadId: `whatsapp-${copyId}-${i}`,
            authorId: person.phone,
            authorName: person.phone,
          } as const)
        : ({
            platform: PUBLIC_PLATFORM[channel],
            channel,
            stage: 'public',
            kind: channel === 'x-post' ? 'post' : 'comment',
            threadId: channel === 'x-post' ? `${channel}-${world.counter + 1}` : facebookThread(world, at),
            ...publicAuthor(channel, person),
          } as const)),
      person,
      sentAt: at,
      text: changed,
      likes: inPrivate ? undefined : Math.floor(draw.logNormal(8, 1.2)),
      shares: channel === 'x-post' && !inPrivate ? Math.floor(draw.logNormal(10, 1.2)) : undefined,
      copyId,
      sentiment: 'negative',
      drivers: ['safety'],
      harms: ['rumour'],
    });
    if (id !== undefined) found.push({ id, at });
  }
  return { copyId, messageIds: found.sort((a, b) => a.at - b.at).map(({ id }) => id) };
}
