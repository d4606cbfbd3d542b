import type { HandCase } from './conversation.js';
import type { Crisis } from './crisis.js';
import { happens, told } from './life.js';
import type { Draw } from './draw.js';
import type { HandMessage, PublicChannel, Purpose } from './message.js';
import { fullName, plain, type Person, type Shown } from './names.js';
import type { Plan } from './plan.js';
import { DAY, HOUR, awake, customerTime, staffTime } from './rhythm.js';
import { drawHand, drawMatter, say, spillText, staffLine, typed, type Hand, type Matter } from './speak.js';

const REVIEWS: ReadonlySet<PublicChannel> = new Set(['google', 'trustpilot']);

/** What a channel lets people show: Instagram handles alone, Facebook and review sites names alone. */
function shownOn(channel: PublicChannel, shown: Shown): Shown {
  if (channel === 'instagram') return shown === 'nick' ? 'nick' : 'handle';
  return channel !== 'x' && shown === 'handle' ? 'name' : shown;
}

/** Everything that is said in public in a quarter. */
export class PublicSide {
  readonly messages: HandMessage[] = [];
  private readonly promos: HandMessage[] = [];
  private readonly fans: Person[];
  /** What people without a case complain of. */
  readonly matters = new Map<HandMessage, Matter>();
  private readonly answers: Readonly<Record<string, number>>;

  constructor(
    private readonly draw: Draw,
    private readonly plan: Plan,
    private readonly stranger: () => Person,
    private readonly cases: readonly HandCase[],
  ) {
    this.fans = Array.from({ length: 25 }, stranger);
    this.answers = Object.fromEntries(
      plan.publics.map(([channel]) => [
        channel,
        Math.min(0.95, plan.publicAnswered * draw.between(0.4, 1.6)),
      ]),
    );
    for (const channel of ['facebook', 'instagram', 'x'] as const)
      for (let at = plan.start + 12 * HOUR; at < plan.end; at += draw.between(3, 7) * DAY) {
        const matter = drawMatter(draw, plan.brand, draw.weighted(plan.drivers));
        this.promos.push(
          this.add(
            channel,
            'staff',
            'promo',
            staffTime(draw, at, 1),
            say(draw, draw.pick(matter.texts.talk.promo), matter),
            {},
          ),
        );
      }
  }

  private add(
    channel: PublicChannel,
    side: HandMessage['side'],
    purpose: Purpose,
    at: number,
    text: string,
    more: Partial<HandMessage>,
  ): HandMessage {
    const id = `u${this.messages.length}`;
    const message = { id, channel, side, purpose, at, text, thread: more.thread ?? id, ...more };
    this.messages.push(message);
    return message;
  }

  /** What somebody writes in public: under a post of the brand on networks, on its own on review sites and half of X. */
  private speak(
    channel: PublicChannel,
    person: Person,
    shown: Shown,
    purpose: Purpose,
    at: number,
    text: string,
    more: Partial<HandMessage>,
  ): HandMessage {
    const { draw } = this;
    const own = shownOn(channel, shown);
    const name =
      own === 'name'
        ? fullName(person)
        : own === 'short'
          ? `${person.first} ${person.last.slice(0, 1)}.`
          : own === 'nick'
            ? person.nick
            : person.first;
    const handle = own === 'name' || own === 'handle' ? person.handle : person.nick;
    const under =
      REVIEWS.has(channel) || (channel === 'x' && draw.chance(0.6))
        ? undefined
        : this.promos.findLast((post) => post.channel === channel && post.at < at);
    const rating = !REVIEWS.has(channel)
      ? undefined
      : purpose === 'complaint'
        ? draw.weighted([
            [1, 6],
            [2, 3],
            [3, 1],
          ] as const)
        : purpose === 'praise'
          ? draw.weighted([
              [5, 6],
              [4, 3],
            ] as const)
          : draw.integer(3, 5);
    const message = this.add(channel, 'customer', purpose, at, text, {
      person,
      shown: own,
      name,
      handle,
      rating,
      ...(under === undefined ? {} : { thread: under.id, parent: under.id }),
      ...more,
    });
    if (purpose === 'complaint' && draw.chance(this.answers[channel] ?? 0)) {
      const matter = drawMatter(draw, this.plan.brand, 'delivery', person);
      this.add(
        channel,
        'staff',
        'publicReply',
        staffTime(draw, at, draw.logNormal(5, 0.9), this.plan.pauses),
        staffLine(draw, 'publicReply', matter, this.plan.brand, person, false),
        {
          thread: message.thread,
          parent: (happens(draw, this.plan, 'misplaced') ? this.beside(message) : message).id,
          agent: matter.slots['agent'],
          ...(happens(draw, this.plan, 'franchise')
            ? {
                name: `${this.plan.brand.name} ${matter.slots['ville']}`,
                handle: `${this.plan.brand.handle}.${plain(`${matter.slots['ville']}`).toLowerCase()}`,
              }
            : {}),
        },
      );
      const reply = this.messages.at(-1);
      if (rating === undefined && reply !== undefined && happens(draw, this.plan, 'publicThanks')) {
        const { thread, caseId, driver } = message;
        this.add(
          channel,
          'customer',
          'thanks',
          awake(draw, reply.at + draw.logNormal(5, 0.8) * HOUR),
          told(draw, matter, 'publicThanks'),
          { thread, parent: reply.id, person, shown: own, name, handle, caseId, driver },
        );
      }
      if (rating !== undefined && happens(draw, this.plan, 'edited'))
        Object.assign(message, {
          text: `${text}\n${told(draw, matter, 'edited')}`,
          editedAt: (reply?.at ?? at) + draw.logNormal(30, 0.8) * HOUR,
        });
    }
    return message;
  }

  /** Another’s comment on the same post, if there is one. */
  private beside(message: HandMessage): HandMessage {
    return (
      this.messages.findLast(
        (one) => one.thread === message.thread && one.side === 'customer' && one.id !== message.id,
      ) ?? message
    );
  }

  /** People who only answer others: they doubt, joke, advise. */
  private chatter(said: HandMessage, matter: Matter): void {
    const { draw, plan } = this;
    this.speak(
      said.channel as PublicChannel,
      this.stranger(),
      draw.weighted(plan.shown),
      'neutral',
      awake(draw, said.at + draw.logNormal(4, 1) * HOUR),
      told(draw, matter, 'chatter'),
      { thread: said.thread, parent: said.id },
    );
  }

  /** Others who say they lived the same. */
  private echo(said: HandMessage, matter: Matter, more: Partial<HandMessage> = {}): void {
    const { draw, plan } = this;
    this.speak(
      said.channel as PublicChannel,
      this.stranger(),
      draw.weighted(plan.shown),
      'complaint',
      awake(draw, said.at + draw.logNormal(3, 1) * HOUR),
      say(draw, draw.pick(matter.texts.talk.echo), drawMatter(draw, plan.brand, matter.driver)),
      { thread: said.thread, parent: said.id, driver: matter.driver, ...more },
    );
  }

  /** Customers whose matter was settled and who praise in public for it. */
  praiseAfter(): void {
    const { draw, plan } = this;
    for (const { id, person, matter, hand, resolvedAt, resolvedHow, spillAt } of this.cases)
      if (resolvedHow === 'words' && spillAt === undefined && happens(draw, plan, 'praised'))
        this.speak(
          this.channel(),
          person,
          draw.weighted(plan.shown),
          'praise',
          awake(draw, (resolvedAt ?? 0) + draw.logNormal(20, 1) * HOUR),
          typed(draw, told(draw, matter, 'praiseAfter'), hand, true),
          { caseId: id, driver: matter.driver },
        );
  }

  private channel(): PublicChannel {
    return this.draw.weighted(this.plan.publics);
  }

  /** The public posts of a case: one, or one more elsewhere. */
  spill({ id, person, matter, hand, spillAt = 0 }: HandCase): HandMessage[] {
    const { draw, plan } = this;
    const shown = draw.weighted(plan.shown);
    const more = { caseId: id, driver: matter.driver };
    const first = this.channel();
    const posts = [
      this.speak(
        first,
        person,
        shown,
        'complaint',
        spillAt,
        spillText(draw, matter, hand, draw.chance(plan.vague)),
        more,
      ),
    ];
    const [spilt] = posts;
    if (spilt !== undefined && !REVIEWS.has(first) && happens(draw, plan, 'echoes')) this.echo(spilt, matter);
    if (draw.chance(0.08)) {
      const second = this.channel(),
        at = awake(draw, spillAt + draw.logNormal(20, 1) * HOUR);
      if (second !== first)
        posts.push(
          this.speak(second, person, shown, 'complaint', at, spillText(draw, matter, hand, false), more),
        );
    }
    return posts;
  }

  private complain(
    person: Person,
    matter: Matter,
    at: number,
    hand: Hand,
    more: Partial<HandMessage> = {},
    channel = this.channel(),
  ): void {
    const { draw, plan } = this;
    const shown = draw.weighted(plan.shown);
    const said = this.speak(
      channel,
      person,
      shown,
      'complaint',
      at,
      spillText(draw, matter, hand, draw.chance(plan.vague / 2)),
      { driver: matter.driver, ...more },
    );
    this.matters.set(said, matter);
    if (!REVIEWS.has(channel) && draw.chance(0.08 + (plan.life?.echoes ?? 0))) this.echo(said, matter, more);
    if (!REVIEWS.has(channel) && happens(draw, plan, 'chatter')) this.chatter(said, matter);
  }

  /** Strangers who complain, fans, questions, passers-by, reshares. */
  background(privateComplaints: number): void {
    const { draw, plan } = this;
    const when = (): number => customerTime(draw, plan.start, plan.end);
    for (let i = 0; i < privateComplaints * plan.publicOnly; i++) {
      // Some have a private case, on another matter.
      const person = draw.chance(0.05) ? draw.pick(this.cases).person : this.stranger();
      this.complain(
        person,
        drawMatter(draw, plan.brand, draw.weighted(plan.drivers), person),
        when(),
        drawHand(draw),
      );
    }
    const { talk } = plan.brand.hand.texts;
    const kinds = [
      ['praise', plan.praise, talk.praisePublic],
      ['question', 0.15, talk.questionPublic],
      ['neutral', 0.25, talk.neutralPublic],
    ] as const;
    for (const [purpose, share, texts] of kinds)
      for (let i = 0; i < privateComplaints * share; i++) {
        const person = this.wellWisher();
        const text = typed(
          draw,
          say(draw, draw.pick(texts), drawMatter(draw, plan.brand, 'taste', person)),
          drawHand(draw),
          true,
        );
        const channel =
          purpose === 'praise' ? this.channel() : draw.pick(['facebook', 'instagram', 'x'] as const);
        this.speak(channel, person, draw.weighted(plan.shown), purpose, when(), text, {});
      }
    for (const post of this.promos.filter(({ channel }) => channel === 'x'))
      for (let i = draw.integer(0, 8); i > 0; i--) {
        const person = this.stranger();
        this.add(
          'x',
          'customer',
          'reshare',
          awake(draw, post.at + draw.logNormal(4, 1) * HOUR),
          `RT @${plan.brand.handle}: ${post.text}`,
          { person, name: fullName(person), handle: person.handle, parent: post.id, thread: post.id },
        );
      }
  }

  /** A fan, somebody, or somebody with the name of a customer who wrote in private. */
  private wellWisher(): Person {
    const { draw, plan } = this;
    if (happens(draw, plan, 'namesakes')) {
      const { first, last } = draw.pick(this.cases).person;
      return { ...this.stranger(), first, last };
    }
    return draw.chance(0.35) ? draw.pick(this.fans) : this.stranger();
  }

  /** Complaints of people without a case, with their public answers. */
  answered(): { said: HandMessage; answer: HandMessage }[] {
    const known = new Map(this.messages.map((one) => [one.id, one]));
    return this.messages.flatMap((answer) => {
      const said = answer.purpose === 'publicReply' ? known.get(`${answer.parent}`) : undefined;
      return said === undefined || said.caseId !== undefined ? [] : [{ said, answer }];
    });
  }

  crisis({ matter, posts }: Crisis): void {
    for (const at of posts)
      this.complain(
        this.stranger(),
        matter,
        at,
        drawHand(this.draw),
        { crisis: true },
        this.draw.weighted([
          ['x', 5],
          ['facebook', 3],
          ['instagram', 2],
          ['google', 0.5],
        ] as const),
      );
  }
}
