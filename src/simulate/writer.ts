import type { DriverId, Tone } from '../model/index.js';
import { fill, fitting, problemOf, type Subject, typedBy, typographic } from './compose.js';
import type { Draw } from './draw.js';
import type { Person } from './people.js';
import type { NoiseKind, PrivateChannel, PublicChannel } from './plan.js';
import {
  AGENT,
  ANSWERS,
  CLOSINGS,
  DEMANDS,
  DETAILS,
  EMOJI,
  ME_TOO,
  NOISE,
  OPENINGS,
  PUBLIC_TAILS,
  REMINDERS,
  REOPENINGS,
  REVIEW_TITLES,
  SPILL_OPENINGS,
  THANKS,
} from './texts/common.js';
import type { ArticleTexts, DriverTexts, SectorTexts } from './texts/sector.js';

/** Writes the texts of a corpus. No two customers write the same text, unless a copy is planted. */
export interface Writer {
  complaint(
    person: Person,
    subject: Subject,
    channel: PrivateChannel,
    at: number,
  ): { title?: string; text: string };
  reminder(person: Person, subject: Subject, at: number): string;
  answer(person: Person, subject: Subject, at: number): string;
  agentAnswer(person: Person, subject: Subject, at: number): string;
  agentSolved(person: Person, subject: Subject, at: number): string;
  agentPublic(person: Person, subject: Subject, at: number): string;
  note(): string;
  automatic(): string;
  thanks(person: Person, subject: Subject, at: number): string;
  reopening(person: Person, subject: Subject, at: number): string;
  /** `spilled`: the author says that private did not work. `proof`: a sentence with an identifier, appended. */
  publicComplaint(
    person: Person,
    subject: Subject,
    channel: PublicChannel,
    at: number,
    options: { spilled: boolean; proof?: string },
  ): { title?: string; text: string; sentiment: Tone };
  meToo(person: Person, subject: Subject, at: number): { text: string; sentiment: Tone };
  noise(kind: NoiseKind, person: Person, subject: Subject, at: number): string;
  reviewTitle(sentiment: 'negative' | 'positive'): string;
  article(texts: ArticleTexts): { title: string; text: string };
}

/** As `fresh`, but short phrases such as "Ok merci" may repeat, as they do in life. */
function varied(seen: Set<string>, make: (attempt: number) => string): string {
  const first = make(0);
  return first.length <= 40 ? first : fresh(seen, (attempt) => (attempt === 0 ? first : make(attempt)));
}

/** Keeps drawing until the text is new; at last a detail makes it so. */
function fresh(seen: Set<string>, make: (attempt: number) => string): string {
  for (let attempt = 0; ; attempt++) {
    const text = make(attempt);
    if (seen.has(text) && attempt < 60) continue;
    seen.add(text);
    return text;
  }
}

/** Sentences marked "(+) " or "(=) " are positive or neutral among complaints. */
const MARKED = /^(?:\(([+=])\) )?([^]*)$/;
const sentimentOf = (mark: string | undefined): Tone =>
  mark === '+' ? 'positive' : mark === '=' ? 'neutral' : 'negative';

const thanks = (draw: Draw): string =>
  `${draw.pick(THANKS.facts)}${draw.pick([', ', ', ', ' ! '])}${draw.pick(THANKS.warm)}`;

/** Sentences one after the other; one that ends without a mark gets its full stop, unless it ends with a tag or an emoji. */
const joined = (parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .map((part, i, all) =>
      i < all.length - 1 && /(?<![#@]\S*)[\p{L}\p{N})]$/u.test(part) ? `${part}.` : part,
    )
    .join(' ');

/** Drivers about a thing that can be kept, photographed or thrown away. */
const OF_A_THING: ReadonlySet<DriverId> = new Set([
  'taste',
  'freshness',
  'packaging',
  'safety',
  'origin',
  'traceability',
  'nutrition',
  'additives',
  'organic-label',
  'after-sales',
  'delivery',
]);

/** Sentences that make sense for the driver: no packaging, lot or leftovers where nothing was bought. */
const about = ({ driver }: Subject, sentences: readonly string[]): readonly string[] =>
  OF_A_THING.has(driver)
    ? sentences
    : sentences.filter((sentence) => !/emballage|poubelle|rien voulu|\blot\b|Acheté|à temps/.test(sentence));

export function createWriter(draw: Draw, sector: SectorTexts): Writer {
  const seen = new Set<string>();
  let posts = 0;
  const driverTexts = (driver: DriverId): DriverTexts => {
    const texts = sector.drivers[driver];
    if (texts === undefined) throw new RangeError(`no texts for driver ${driver}`);
    return texts;
  };
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
      return {
        text,
        title: typedBy(
          draw,
          say(
            draw.pick([
              'Réclamation {p}',
              '{p} : problème',
              'Demande d’explication',
              'Mécontentement',
              'URGENT',
              'Problème avec {leP}',
              'À l’attention du service clients',
              'Question',
              '{marque} - {p}',
              'Suite à mon achat du {date}',
            ]),
            person,
            subject,
            at,
          ),
          person,
        ),
      };
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
    noise(kind, person, subject, at) {
      const texts = driverTexts(subject.driver);
      return fresh(seen, (attempt) => {
        const lines =
          kind === 'praise'
            ? fitting(sector, texts.praise, subject.product)
            : kind === 'question'
              ? fitting(sector, texts.question, subject.product)
              : kind === 'thanks'
                ? [thanks(draw)]
                : kind === 'idea'
                  ? sector.ideas
                  : kind === 'brandPost'
                    ? [sector.brandPosts[posts++ % sector.brandPosts.length] as string]
                    : NOISE[kind];
        const extra =
          kind === 'praise'
            ? joined([
                draw.chance(0.4)
                  ? draw.pick([
                      'Merci {marque} !',
                      'Je recommande.',
                      'Continuez.',
                      'Trouvé à {ville}.',
                      'Un bonheur.',
                      'On se régale.',
                      'Adopté.',
                      'Toute la famille valide.',
                      '@{slug}',
                    ])
                  : '',
                draw.chance(0.35) ? draw.pick(EMOJI.positive) : '',
              ])
            : kind === 'question' && draw.chance(0.5)
              ? draw.pick([
                  'Merci !',
                  'Merci d’avance',
                  '@{slug}',
                  'Je ne trouve pas sur le site.',
                  'C’est pour ma mère.',
                ])
              : '';
        const whole = joined([
          draw.pick(lines),
          extra,
          attempt > 8 && kind !== 'brandPost'
            ? draw.pick([
                'Voilà.',
                '🙂',
                'Bonne journée.',
                'Je dis ça, je dis rien.',
                '…',
                '!!',
                'Bises de {ville}.',
              ])
            : '',
        ]);
        const filled = say(whole, person, subject, at);
        return kind === 'brandPost' ? typographic(filled) : typedBy(draw, filled, person);
      });
    },
    reviewTitle: (sentiment) => draw.pick(REVIEW_TITLES[sentiment]),
    article: ({ headline, lead, paragraphs }) => ({
      title: typographic(headline),
      text: [lead, ...paragraphs].map(typographic).join('\n\n'),
    }),
  };
}

/** Short unique stand-ins instead of texts, for large corpora in memory; they name driver, product, lot and city. */
export function createPlainWriter(): Writer {
  let n = 0;
  const line = (what: string, person?: Person, subject?: Subject): string =>
    `${what} ${++n} ${subject?.driver ?? ''} ${subject?.product.name ?? ''} ${subject?.lot ?? ''} ${person?.city ?? ''}`.trim();
  return {
    complaint: (person, subject) => ({ text: line('réclamation', person, subject) }),
    reminder: (person, subject) => line('relance', person, subject),
    answer: (person, subject) => line('précision', person, subject),
    agentAnswer: (person, subject) => line('réponse', person, subject),
    agentSolved: (person, subject) => line('dossier réglé', person, subject),
    agentPublic: (person, subject) => line('réponse publique', person, subject),
    note: () => line('note'),
    automatic: () => line('accusé de réception'),
    thanks: (person, subject) => line('merci', person, subject),
    reopening: (person, subject) => line('toujours le problème', person, subject),
    publicComplaint: (person, subject, _channel, _at, { proof }) => ({
      sentiment: 'negative',
      text: joined([line('plainte publique', person, subject), proof ?? '']),
    }),
    meToo: (person, subject) => ({ text: line('pareil', person, subject), sentiment: 'negative' }),
    noise: (kind, person, subject) => line(kind, person, subject),
    reviewTitle: (sentiment) => sentiment,
    article: ({ headline, lead }) => ({ title: headline, text: lead }),
  };
}
