import type { DriverId, Tone } from '../model/index.js';
import { fill, fitting, problemOf, type Subject, typedBy, typographic } from './compose.js';
import type { Draw } from './draw.js';
import type { Person } from './people.js';
import {
  AGENT,
  ANSWERS,
  CLOSINGS,
  DEMANDS,
  DETAILS,
  EMOJI,
  MAIL_SUBJECTS,
  ME_TOO,
  OPENINGS,
  PUBLIC_TAILS,
  REMINDERS,
  REOPENINGS,
  REVIEW_TITLES,
  SPILL_OPENINGS,
} from './texts/common.js';
import type { DriverTexts, SectorTexts } from './texts/sector.js';
import { createNoise } from './noise-writer.js';
import {
  about,
  fresh,
  joined,
  MARKED,
  sentimentOf,
  textsOf,
  thanks,
  varied,
  type Writer,
} from './writing.js';

export function createWriter(draw: Draw, sector: SectorTexts): Writer {
  const seen = new Set<string>();
  const driverTexts = (driver: DriverId): DriverTexts => textsOf(sector, driver);
  const say = (template: string, person: Person, subject: Subject, at: number): string =>
    fill(draw, sector, template, person, subject, at);
  const story = (
    subject: Subject,
    place: 'privateMessages' | 'publicMessages',
  ): readonly string[] | undefined => {
    const lines = subject.story === undefined ? undefined : sector.stories[subject.story]?.[place];
    return lines !== undefined && lines.length > 0 ? lines : undefined;
  };
  const core = (person: Person, subject: Subject, place: 'privateMessages' | 'publicMessages'): string => {
    const lines = story(subject, place);
    return lines !== undefined && draw.chance(0.85)
      ? draw.pick(lines)
      : problemOf(draw, sector, driverTexts(subject.driver), person, subject);
  };
  const detail = (person: Person, subject: Subject, attempt: number): string =>
    person.register === 'english'
      ? ''
      : draw.chance(0.5 + attempt / 10)
        ? draw.pick(about(subject, DETAILS))
        : '';

  return {
    complaint(person, subject, channel, at) {
      const mail = channel === 'email' || channel === 'ticket';
      const text = fresh(seen, (attempt) => {
        const opening = draw.pick(OPENINGS[person.register]);
        const first = detail(person, subject, attempt),
          second = mail && draw.chance(0.5) ? detail(person, subject, attempt) : '';
        const told = subject.opening?.privateMessage ?? core(person, subject, 'privateMessages');
        const planned =
          attempt < 3 &&
          (subject.opening !== undefined || (story(subject, 'privateMessages')?.includes(told) ?? false));
        const body = planned
          ? told
          : joined([
              told,
              first,
              second === first ? '' : second,
              draw.chance(0.75) ? draw.pick(about(subject, DEMANDS[person.register])) : '',
              mail && draw.chance(0.35) ? `Commande n° ${subject.order}.` : '',
            ]);
        const between =
          opening === '' || /[.!?]$/.test(opening)
            ? ' '
            : opening.endsWith(',')
              ? '\n'
              : draw.pick([', ', ' ! ', '\n', ' ']);
        const whole = mail
          ? `${opening}\n\n${body}\n\n${draw.pick(CLOSINGS[person.register])}\n${person.name}`
          : `${opening}${between}${body}`;
        return typedBy(draw, say(whole.trim(), person, subject, at), person);
      });
      if (!mail) return { text };
      return { text, title: typedBy(draw, say(draw.pick(MAIL_SUBJECTS), person, subject, at), person) };
    },
    reminder: (person, subject, at) =>
      varied(seen, (attempt) =>
        subject.opening !== undefined && attempt === 0
          ? say(subject.opening.reminder, person, subject, at)
          : typedBy(
              draw,
              say(
                joined([
                  draw.pick(REMINDERS.reproaches),
                  draw.pick(REMINDERS.wishes),
                  attempt > 2 ? detail(person, subject, 9) : '',
                ]),
                person,
                subject,
                at,
              ),
              person,
            ),
      ),
    answer: (person, subject, at) =>
      varied(seen, () =>
        typedBy(
          draw,
          say(
            joined([
              draw.pick(about(subject, ANSWERS)),
              draw.chance(0.35) ? draw.pick(about(subject, ANSWERS)) : '',
            ]),
            person,
            subject,
            at,
          ),
          person,
        ),
      ),
    agentAnswer: (person, subject, at) =>
      fresh(seen, () =>
        typographic(
          say(
            joined([
              draw.pick(AGENT.receptions),
              draw.pick(fitting(sector, driverTexts(subject.driver).agent, subject.product)),
              draw.pick(draw.chance(0.5) ? about(subject, AGENT.requests) : AGENT.offers),
              draw.pick(AGENT.closings),
            ]),
            person,
            subject,
            at,
          ),
        ),
      ),
    agentSolved: (person, subject, at) =>
      typographic(say(`${draw.pick(AGENT.solved)} ${draw.pick(AGENT.closings)}`, person, subject, at)),
    agentPublic: (person, subject, at) =>
      fresh(seen, (attempt) => {
        const [reply, signature] = [draw.pick(AGENT.publicReplies).replace(' {agent}', ''), '{agent}'];
        const substance = draw.chance(0.4 + attempt / 5)
          ? draw.pick(fitting(sector, driverTexts(subject.driver).agent, subject.product))
          : '';
        return typographic(say(joined([reply, substance, signature]), person, subject, at));
      }),
    note: () => draw.pick(AGENT.notes),
    automatic: () => typographic(AGENT.automatic[0]),
    thanks: (person, subject, at) =>
      varied(seen, () => typedBy(draw, say(thanks(draw), person, subject, at), person)),
    reopening: (person, subject, at) =>
      varied(seen, (attempt) =>
        typedBy(
          draw,
          say(
            joined([draw.pick(REOPENINGS), attempt > 0 ? detail(person, subject, 9) : '']),
            person,
            subject,
            at,
          ),
          person,
        ),
      ),
    publicComplaint(person, subject, channel, at, { spilled, proof }) {
      if (spilled && subject.opening !== undefined)
        return {
          text: say(joined([subject.opening.publicMessage, proof ?? '']), person, subject, at),
          sentiment: 'negative',
        };
      let sentiment: Tone = 'negative';
      const text = fresh(seen, (attempt) => {
        const [, mark, words = ''] = MARKED.exec(core(person, subject, 'publicMessages')) ?? [];
        sentiment = sentimentOf(mark);
        const plain = sentiment !== 'negative' || words.includes('#');
        const opening = spilled
          ? draw.pick(SPILL_OPENINGS[person.register])
          : channel === 'x-post' && !plain && draw.chance(0.45)
            ? '@{slug}'
            : '';
        const emoji =
          !plain && draw.chance(0.28) ? draw.pick(EMOJI.negative).repeat(draw.pick([1, 1, 1, 2, 3])) : '';
        const tail = plain && attempt < 4 ? '' : draw.pick(PUBLIC_TAILS);
        const body = joined([
          opening,
          words,
          channel === 'review' || attempt > 3 ? detail(person, subject, attempt) : '',
          tail,
          proof ?? '',
          emoji,
        ]);
        const said = typedBy(draw, say(body, person, subject, at), person);
        return draw.chance(0.03) ? said.toUpperCase() : said;
      });
      return channel === 'review'
        ? { text, sentiment, title: draw.pick(REVIEW_TITLES.negative) }
        : { text, sentiment };
    },
    meToo(person, subject, at) {
      let sentiment: Tone = 'negative';
      const text = fresh(seen, (attempt) => {
        const [, mark, words = ''] = MARKED.exec(draw.pick(about(subject, ME_TOO))) ?? [];
        sentiment = sentimentOf(mark);
        return typedBy(
          draw,
          say(
            joined([
              words,
              attempt > 2 ? draw.pick(about(subject, DETAILS)) : '',
              sentiment === 'negative' && draw.chance(0.15) ? draw.pick(EMOJI.negative) : '',
            ]),
            person,
            subject,
            at,
          ),
          person,
        );
      });
      return { text, sentiment };
    },
    noise: createNoise(draw, sector, seen, say),
    reviewTitle: (sentiment) => draw.pick(REVIEW_TITLES[sentiment]),
    article: ({ headline, lead, paragraphs }) => ({
      title: typographic(headline),
      text: [lead, ...paragraphs].map(typographic).join('\n\n'),
    }),
  };
}
