import { emptyBatch, enrichmentColumns, type ColumnBatch, type Genre } from '../model/index.js';
import { AgreementFinder } from './tone/agreements.js';
import { ClauseReading } from './tone/clause-reading.js';
import { ComplaintSigns, loadComplaintModel, SIGN_HEADS } from './care/complaint-signs.js';
import { CondolenceFinder } from './tone/condolences.js';
import { complaintFrom, TO_FIRM, withOdds } from './care/complaints.js';
import { tellContributions } from './care/contributions.js';
import { DriverChoice, ELSEWHERE, type ToldDrivers } from './drivers/driver-choice.js';
import { DriverEvidence } from './drivers/driver-evidence.js';
import { createDriverMatcher } from './drivers/drivers.js';
import { DriverTone } from './drivers/driver-tone.js';
import { tellEmotion } from './tone/emotions.js';
import { createEntityFinder, type EntityFinder } from './entities/entities.js';
import { type EntityMention, namesOf } from './entities/entity-mention.js';
import { EscalationFinder } from './care/escalations.js';
import { namesFor, type OwnGazetteer } from './entities/gazetteer.js';
import { featuresWith } from './heads/head-reader.js';
import { ENRICH_HEADS, headNamed, HeadScores } from './heads/head-scores.js';
import type { LinearHead } from './heads/head.js';
import { HeadlineDrivers } from './drivers/headline-drivers.js';
import { tellIntents } from './care/intents.js';
import { createLanguageDetector, type LanguageDetector, UNDETERMINED } from './language/language-detector.js';
import { loadHeads } from './heads/model-files.js';
import { ModerationReading } from './harm/moderation-reading.js';
import { ownWords } from './tone/own-words.js';
import { favourOf, plainSpeech } from './tone/plain-speech.js';
import { solicits } from './harm/ways-out.js';
import { NOBODY_JUDGES, RegisterReading } from './tone/registers.js';
import { sentimentHeadName } from './tone/sentiment-heads.js';
import { sectorTaxonomies, type Taxonomy } from './drivers/taxonomy.js';
import { TermWords } from './terms/term-words.js';
import type { TextBatch } from './text-batch.js';
import { ToneReading } from './tone/tones.js';
import { saysNothing } from './tone/says-nothing.js';
import { type EnrichmentBatch, NONE, orNone, pushUnread, READ, SURE_LANGUAGE } from './language/unread.js';

/** Options of `createEnricher`; plain data, so that it can be sent to a worker thread. */
export interface EnrichOptions {
  readonly gazetteer?: OwnGazetteer;
  /** `agri-food`: that taxonomy of drivers, and delivery, staff and loyalty of the other. Both otherwise: a retailer sells food too. */
  readonly sector?: string;
  /** Taxonomies in place of the shipped ones: their terms alone tell drivers, unless `heads` has one named `drivers`. */
  readonly taxonomies?: readonly Taxonomy[];
  /** Heads in place of the shipped heads of the same name, such as `deversoir adapt` makes. */
  readonly heads?: readonly LinearHead[];
}

export interface Enricher {
  /** One row out for each row in, in the same order. Never throws on a text; time is linear in its length. */
  enrich(batch: TextBatch): ColumnBatch<typeof enrichmentColumns>;
}

/**
 * Loads models, lexicons and taxonomies once. The enricher keeps buffers from text to text: one a thread.
 *
 * @example
 * const enricher = await createEnricher();
 * enricher.enrich({ length: 1, text: ['Excellent fromage, je recommande !'], title: [null], genre: ['review'], givenLanguage: ['fr'] }).sentiment
 * // → ['positive']
 */
export async function createEnricher(options: EnrichOptions = {}): Promise<Enricher> {
  const state = new EnrichState(options, await createLanguageDetector());
  return { enrich: (batch) => state.enrich(batch) };
}

/** Probability of a complaint from which the clauses of a review are read one by one. */
const SIGN_OF_BLAME = 0.04;

class EnrichState {
  private readonly words = new TermWords();
  private readonly features = featuresWith(this.words);
  private readonly heads: ReadonlyMap<string, LinearHead>;
  private readonly scores: HeadScores;
  private readonly register = new RegisterReading();
  private readonly tone = new ToneReading();
  private readonly signs = new ComplaintSigns();
  private readonly signPlaces: readonly number[];
  private readonly complaints = loadComplaintModel();
  private readonly clauses: ClauseReading;
  private readonly choice: DriverChoice;
  private readonly headlines: HeadlineDrivers;
  private readonly driverTone: DriverTone;
  private readonly evidence: DriverEvidence;
  private readonly escalations = new EscalationFinder(this.words);
  private readonly condolences = new CondolenceFinder(this.words);
  private readonly agreements = new AgreementFinder(this.words);
  private readonly moderation = new ModerationReading(this.words);
  private readonly entities: EntityFinder;

  constructor(
    options: EnrichOptions,
    private readonly detector: LanguageDetector,
  ) {
    const heads = new Map(loadHeads());
    for (const head of options.heads ?? []) heads.set(head.name, head);
    const own = options.heads?.find(({ name }) => name === 'drivers');
    const driverHead = options.taxonomies === undefined ? headNamed(heads, 'drivers') : (own ?? null);
    this.heads = heads;
    this.scores = new HeadScores(this.features, [
      ...ENRICH_HEADS.map((name) => headNamed(heads, name)),
      ...(driverHead === null ? [] : [driverHead]),
    ]);
    this.signPlaces = SIGN_HEADS.map((name) => this.scores.at(name));
    const taxonomies = options.taxonomies ?? sectorTaxonomies(options.sector);
    this.entities = createEntityFinder(namesFor(options.gazetteer), this.words);
    this.choice = new DriverChoice(createDriverMatcher(taxonomies, { words: this.words }), driverHead);
    this.headlines = new HeadlineDrivers(this.features, this.choice, driverHead, this.entities);
    const clauseTone = headNamed(heads, 'sentiment-review');
    this.clauses = new ClauseReading(this.features, clauseTone, headNamed(heads, 'complaint'));
    this.driverTone = new DriverTone(clauseTone, this.clauses);
    this.evidence = new DriverEvidence(this.features, driverHead);
  }

  enrich(batch: TextBatch): EnrichmentBatch {
    const out = emptyBatch(enrichmentColumns);
    for (let row = 0; row < batch.length; row++) {
      const title = batch.title[row],
        body = batch.text[row];
      const text = title && body ? `${title}\n${body}` : (body ?? title ?? '');
      if (saysNothing(text)) pushUnread(out, null);
      else this.one(text, batch, row, out);
    }
    return out;
  }

  private one(text: string, batch: TextBatch, row: number, out: EnrichmentBatch): void {
    const { features, scores, register, tone } = this,
      genre = batch.genre[row] ?? 'comment',
      direction = batch.direction?.[row] ?? null,
      given = batch.givenLanguage[row] ?? null;
    const guess = this.detector.detect(text, READ);
    const unsure = guess.code === UNDETERMINED;
    const language = unsure ? (given ?? guess.code) : guess.code;
    const confidence = unsure || Number.isNaN(guess.confidence) ? null : guess.confidence;
    const elsewhere = guess.among === undefined ? (confidence ?? 1) : 1 - guess.among;
    const sure = given === language || elsewhere >= SURE_LANGUAGE;
    if (!READ.has(language) && sure && !guess.mixed) {
      pushUnread(out, { language, confidence });
      features.read(text);
      return this.names(this.entities.find(features.tokens, language), out);
    }
    out.languageCode.push(language);
    out.languageConfidence.push(confidence);
    out.languageMixed.push(guess.mixed);
    const headline =
      genre === 'press' ? this.headlines.read(batch.title[row], batch.text[row], language) : null;
    const said = genre === 'private' || genre === 'comment' ? ownWords(text) : text;
    features.read(said);
    scores.score();
    const stars = genre === 'review' ? (batch.stars?.[row] ?? null) : null;
    const leads = (): boolean => solicits(features.tokens);
    register.read(scores.values, scores.at('register'), genre, direction, stars, leads);
    out.register.push(register.register);
    out.registerProbability.push(register.probability);
    const head = sentimentHeadName(genre),
      tones = scores.at(head);
    this.clauses.read();
    // A review judges: where one of its clauses blames, it complains. Most reviews show no sign of it and need no second look.
    const judged =
      genre === 'review' &&
      register.toFirm >= TO_FIRM &&
      this.clauses.count > 1 &&
      scores.of('complaint') >= SIGN_OF_BLAME;
    const blame = judged ? this.clauses.blame() : 0;
    const complains = genre === 'private' ? scores.of('complaint') : 0;
    const plain = plainSpeech(said, features, this.clauses, genre),
      words = this.complaint(genre, scores.values[tones] as number, blame, stars),
      complaint = withOdds(words, plain.odds),
      favour = favourOf(plain, genre, complaint, scores.values[tones] as number);
    const mourns = this.condolences.read(features.tokens, genre, scores.values[tones + 1]!, complaint);
    const speaks = mourns || favour === null ? NOBODY_JUDGES : register;
    tone.read(headNamed(this.heads, head), scores, tones, speaks, blame, complains, favour ?? 0, stars);
    out.sentiment.push(tone.sentiment);
    out.polarity.push(tone.polarity);
    let mentions = this.entities.find(features.tokens, language);
    this.drivers(headline ?? this.told(language, complaint, mentions), out);
    out.complaintProbability.push(complaint);
    out.intents.push(orNone(tellIntents(scores, features.hits, complaint)));
    out.agreement.push(this.agreements.find(features));
    out.emotion.push(tellEmotion(scores, features, language, tone.tone, register.impersonal + register.firm));
    const accident = this.escalation(complaint, out);
    const personal = 1 - register.impersonal - register.firm;
    const complained = complaint >= 0.5;
    const { value, contributions } = tellContributions(scores, features, personal, complained, accident);
    out.contributions.push(orNone(contributions));
    out.contributionValue.push(value);
    out.urgency.push(scores.of('urgency') * personal);
    // what is quoted of others stands there all the same
    if (said !== text) {
      features.read(text);
      scores.score();
      mentions = this.entities.find(features.tokens, language);
    }
    this.moderate(genre, language, stars, out);
    this.names(mentions, out);
  }

  private complaint(genre: Genre, negative: number, blame: number, stars: number | null): number {
    const { features, scores, register, signs } = this;
    if (genre !== 'comment' && genre !== 'tweet')
      return complaintFrom(scores.of('complaint'), negative, register, genre, blame, stars, this.clauses);
    signs.read(features, scores.values, this.signPlaces, register);
    return signs.probability(this.complaints);
  }

  private names(mentions: readonly EntityMention[], out: EnrichmentBatch): void {
    const { brands, products, places } = namesOf(mentions);
    out.brands.push(orNone(brands));
    out.products.push(orNone(products));
    out.places.push(orNone(places));
  }

  /** Who complains speaks to a firm, whatever the text looks like. */
  private told(language: string, complaint: number, names: readonly EntityMention[]): ToldDrivers {
    const { features, scores, register } = this,
      elsewhere = register.toFirm >= TO_FIRM || complaint >= 0.5 ? undefined : ELSEWHERE;
    const at = scores.at('drivers');
    return this.choice.choose(features.tokens, language, scores.values, at, elsewhere, names);
  }

  private drivers(told: ToldDrivers, out: EnrichmentBatch): void {
    const { drivers, sentiments } = this.driverTone.read(told, this.tone.values, 0);
    out.drivers.push(drivers);
    out.driverSentiments.push(sentiments);
    out.driverEvidence.push(orNone(drivers.map((driver) => this.evidence.of(driver, told.hits))));
  }

  /** An article is no post that anyone could moderate: absent, not harmless. */
  private moderate(genre: Genre, language: string, stars: number | null, out: EnrichmentBatch): void {
    const { moderation, features, scores, register, tone } = this,
      isPost = genre !== 'press';
    if (isPost) moderation.read(features, scores, register, tone.polarity, language, genre, stars);
    out.harms.push(isPost ? orNone(moderation.harms) : NONE);
    out.harmProbability.push(isPost ? moderation.harm : null);
  }

  /** Tells the escalations of what a person writes to a firm; whether health is harmed. */
  private escalation(complaint: number, out: EnrichmentBatch): boolean {
    const { tokens, negated } = this.features;
    const found =
      this.register.toFirm >= 0.5
        ? this.escalations.find(tokens, negated, complaint >= 0.5, this.tone.tone === 'positive')
        : NONE;
    out.escalations.push(orNone(found.map(({ kind }) => kind)));
    out.escalationEvidence.push(
      orNone(found.map(({ start, end }) => tokens.text.slice(tokens.starts[start], tokens.ends[end - 1]))),
    );
    return found.some(({ kind }) => kind === 'health');
  }
}
