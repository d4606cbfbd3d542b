import type { DriverId } from '../model/index.js';
import { fill, problemOf, type Subject, typedBy, typographic } from './compose.js';
import type { Draw } from './draw.js';
import type { Person } from './people.js';
import type { NoiseKind, PrivateChannel, PublicChannel } from './plan.js';
import {
  AGENT, ANSWERS, CLOSINGS, DEMANDS, DETAILS, EMOJI, ME_TOO, NOISE, OPENINGS, PUBLIC_TAILS, REMINDERS, REOPENINGS, REVIEW_TITLES, SPILL_OPENINGS, THANKS,
} from './texts/common.js';
import type { ArticleTexts, DriverTexts, SectorTexts } from './texts/sector.js';

/** Writes the texts of a corpus. No two customers write the same text, unless a copy is planted. */
export interface Writer {
  complaint(person: Person, subject: Subject, channel: PrivateChannel, at: number): { title?: string; text: string };
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
  publicComplaint(person: Person, subject: Subject, channel: PublicChannel, at: number, options: { spilled: boolean; proof?: string }): { title?: string; text: string };
  meToo(person: Person, subject: Subject, at: number): string;
  noise(kind: NoiseKind, person: Person, subject: Subject, at: number): string;
  reviewTitle(sentiment: 'negative' | 'positive'): string;
  article(texts: ArticleTexts): { title: string; text: string };
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

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');

export function createWriter(draw: Draw, sector: SectorTexts): Writer {
  const seen = new Set<string>();
  const driverTexts = (driver: DriverId): DriverTexts => {
    const texts = sector.drivers[driver];
    if (texts === undefined) throw new RangeError(`no texts for driver ${driver}`);
    return texts;
  };
  const say = (template: string, person: Person, subject: Subject, at: number): string => fill(draw, sector, template, person, subject, at);
  const story = (subject: Subject, place: 'privateMessages' | 'publicMessages'): readonly string[] | undefined => {
    const lines = subject.story === undefined ? undefined : sector.stories[subject.story]?.[place];
    return lines !== undefined && lines.length > 0 ? lines : undefined;
  };
  const core = (person: Person, subject: Subject, place: 'privateMessages' | 'publicMessages'): string => {
    const lines = story(subject, place);
    return lines !== undefined && draw.chance(0.85) ? draw.pick(lines) : problemOf(draw, driverTexts(subject.driver), person);
  };
  const detail = (person: Person, attempt: number): string =>
    person.register === 'english' ? '' : draw.chance(0.5 + attempt / 10) ? draw.pick(DETAILS) : '';

  return {
    complaint(person, subject, channel, at) {
      const mail = channel === 'email' || channel === 'ticket';
      const text = fresh(seen, (attempt) => {
        const opening = draw.pick(OPENINGS[person.register]);
        const body = joined([core(person, subject, 'privateMessages'), detail(person, attempt), mail && draw.chance(0.5) ? detail(person, attempt) : '', draw.chance(0.75) ? draw.pick(DEMANDS[person.register]) : '', mail && draw.chance(0.35) ? `Commande n° ${subject.order}.` : '']);
        const whole = mail ? `${opening}\n\n${body}\n\n${draw.pick(CLOSINGS[person.register])}\n${person.name}` : joined([opening, body]);
        return typedBy(draw, say(whole, person, subject, at), person);
      });
      if (!mail) return { text };
      return { text, title: typedBy(draw, say(draw.pick(['Réclamation {p}', '{p} : problème', 'Demande d’explication', 'Mécontentement', 'URGENT', 'Problème avec {leP}', 'À l’attention du service clients', 'Question', '{marque} - {p}', 'Suite à mon achat du {date}']), person, subject, at), person) };
    },
    reminder: (person, subject, at) => typedBy(draw, say(draw.pick(REMINDERS), person, subject, at), person),
    answer: (person, subject, at) => typedBy(draw, say(draw.pick(ANSWERS), person, subject, at), person),
    agentAnswer: (person, subject, at) => fresh(seen, () => typographic(say(joined([
      draw.pick(AGENT.receptions), draw.pick(driverTexts(subject.driver).agent), draw.pick(draw.chance(0.5) ? AGENT.requests : AGENT.offers), draw.pick(AGENT.closings),
    ]), person, subject, at))),
    agentSolved: (person, subject, at) => typographic(say(`${draw.pick(AGENT.solved)} ${draw.pick(AGENT.closings)}`, person, subject, at)),
    agentPublic: (person, subject, at) => typographic(say(draw.pick(AGENT.publicReplies), person, subject, at)),
    note: () => draw.pick(AGENT.notes),
    automatic: () => typographic(AGENT.automatic[0]),
    thanks: (person, subject, at) => typedBy(draw, say(draw.pick(THANKS), person, subject, at), person),
    reopening: (person, subject, at) => typedBy(draw, say(draw.pick(REOPENINGS), person, subject, at), person),
    publicComplaint(person, subject, channel, at, { spilled, proof }) {
      const text = fresh(seen, (attempt) => {
        const opening = spilled ? draw.pick(SPILL_OPENINGS[person.register]) : channel === 'x-post' && draw.chance(0.55) ? '@{slug}' : '';
        const emoji = draw.chance(0.3) ? draw.pick(EMOJI.negative).repeat(draw.pick([1, 1, 1, 2, 3])) : '';
        const body = joined([opening, core(person, subject, 'publicMessages'), channel === 'review' || attempt > 3 ? detail(person, attempt) : '', draw.pick(PUBLIC_TAILS), proof ?? '', emoji]);
        const said = typedBy(draw, say(body, person, subject, at), person);
        return draw.chance(0.04) ? said.toUpperCase() : said;
      });
      return channel === 'review' ? { text, title: draw.pick(REVIEW_TITLES.negative) } : { text };
    },
    meToo: (person, subject, at) => fresh(seen, (attempt) => typedBy(draw, say(joined([draw.pick(ME_TOO), attempt > 2 ? draw.pick(DETAILS) : '', draw.chance(0.15) ? draw.pick(EMOJI.negative) : '']), person, subject, at), person)),
    noise(kind, person, subject, at) {
      const texts = driverTexts(subject.driver);
      return fresh(seen, (attempt) => {
        const lines = kind === 'praise' ? texts.praise : kind === 'question' ? texts.question : kind === 'thanks' ? THANKS : kind === 'idea' ? sector.ideas : kind === 'brandPost' ? sector.brandPosts : NOISE[kind];
        const extra = kind === 'praise' ? joined([draw.chance(0.4) ? draw.pick(['Merci {marque} !', 'Je recommande.', 'Continuez.', 'Trouvé à {ville}.', 'Un bonheur.', 'On se régale.', 'Adopté.', 'Toute la famille valide.', '@{slug}']) : '', draw.chance(0.35) ? draw.pick(EMOJI.positive) : '']) : kind === 'question' && draw.chance(0.5) ? draw.pick(['Merci !', 'Merci d’avance', '@{slug}', 'Je ne trouve pas sur le site.', 'C’est pour ma mère.']) : '';
        const whole = joined([draw.pick(lines), extra, attempt > 8 ? draw.pick(['', 'Voilà.', '🙂', 'Bonne journée.', 'Depuis {ville}.']) : '']);
        const filled = say(whole, person, subject, at);
        return kind === 'brandPost' ? typographic(filled) : typedBy(draw, filled, person);
      });
    },
    reviewTitle: (sentiment) => draw.pick(REVIEW_TITLES[sentiment]),
    article: ({ headline, lead, paragraphs }) => ({ title: typographic(headline), text: [lead, ...paragraphs].map(typographic).join('\n\n') }),
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
    publicComplaint: (person, subject, _channel, _at, { proof }) => ({ text: joined([line('plainte publique', person, subject), proof ?? '']) }),
    meToo: (person, subject) => line('pareil', person, subject),
    noise: (kind, person, subject) => line(kind, person, subject),
    reviewTitle: (sentiment) => sentiment,
    article: ({ headline, lead }) => ({ title: headline, text: lead }),
  };
}
