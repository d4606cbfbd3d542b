import type { Direction, DriverId, Tone } from '../model/index.js';
import { drawSubject, type Subject } from './compose.js';
import { createDraw, type Draw } from './draw.js';
import { drawPerson, type Person } from './people.js';
import type { SimulationPlan } from './plan.js';
import { sectorTexts } from './texts/index.js';
import type { SectorTexts } from './texts/sector.js';
import type { Planted, SimulatedMessage, TrueCase } from './truth.js';
import { createPlainWriter } from './plain-writer.js';
import { createWriter } from './writer.js';
import type { Writer } from './writing.js';

/** A case while it is being written. */
export type OpenCase = {
  -readonly [K in keyof TrueCase]: TrueCase[K] extends readonly string[] ? string[] : TrueCase[K];
} & { readonly person: Person; readonly subject: Subject };

/** One event of the process: 0 private case, 1 public message, 2 article. */
export interface WorldEvent {
  readonly type: 0 | 1 | 2;
  readonly at: number;
  readonly driver: DriverId;
  readonly crisisId?: string | undefined;
  readonly story?: string | undefined;
  /** The case that goes public with this event, or whose public message caused it. */
  readonly spilled?: OpenCase | undefined;
  readonly cause?:
    | {
        readonly messageId: string;
        readonly channel: string;
        readonly threadId: string;
        readonly oneCase?: OpenCase | undefined;
      }
    | undefined;
}

/** Everything under construction. */
export interface World {
  readonly plan: SimulationPlan;
  readonly sector: SectorTexts;
  readonly writer: Writer;
  /** Streams of draws by purpose, so that a change in one part leaves the others as they were. */
  readonly draws: Readonly<Record<'process' | 'people' | 'cases' | 'public' | 'press' | 'noise', Draw>>;
  readonly messages: SimulatedMessage[];
  readonly cases: OpenCase[];
  readonly events: { at: number; type: 0 | 1 | 2; messageId: string }[];
  /** Events still to be played, any order. */
  readonly queue: WorldEvent[];
  /** Articles written so far, by crisis ("" for ordinary days). */
  readonly articles: Map<string, number>;
  /** Everybody so far; the regulars of public pages among them. */
  readonly people: Person[];
  readonly regulars: readonly Person[];
  counter: number;
}

export function createWorld(plan: SimulationPlan): World {
  const root = createDraw(plan.seed);
  const sector = sectorTexts(plan.sector);
  const people: Person[] = [];
  const draw = root.fork('regulars');
  const regulars =
    plan.people.regulars > 0 ? Array.from({ length: REGULARS }, () => meet(people, plan, draw)) : [];
  return {
    plan,
    sector,
    writer: plan.texts ? createWriter(root.fork('texts'), sector) : createPlainWriter(),
    draws: {
      process: root.fork('process'),
      people: root.fork('people'),
      cases: root.fork('cases'),
      public: root.fork('public'),
      press: root.fork('press'),
      noise: root.fork('noise'),
    },
    messages: [],
    cases: [],
    events: [],
    queue: [],
    articles: new Map(),
    people,
    regulars,
    counter: 0,
  };
}

/** Regulars of public pages. */
const REGULARS = 24;

/** Somebody new, who may bear the name of somebody met before. */
function meet(people: Person[], { people: { namesakes } }: SimulationPlan, draw: Draw): Person {
  const own = drawPerson(draw, people.length);
  const other = namesakes > 0 && people.length > 0 && draw.chance(namesakes) ? draw.pick(people) : undefined;
  const person =
    other === undefined
      ? own
      : {
          ...own,
          firstName: other.firstName,
          lastName: other.lastName,
          feminine: other.feminine,
          name: other.name,
        };
  people.push(person);
  return person;
}

export const newPerson = (world: World): Person => meet(world.people, world.plan, world.draws.people);

/** The customer of a case: somebody new, or for a share of cases somebody who had one before. */
export function newCustomer(world: World): Person {
  const { draws, plan, cases } = world,
    { severalCases } = plan.people;
  const again = severalCases > 0 && cases.length > 5 && draws.people.chance(severalCases);
  return again ? draws.people.pick(cases).person : newPerson(world);
}

/** Who writes an ordinary public message: anybody, or for a share of them a regular. */
export function newAuthor(world: World): Person {
  const { draws, plan, regulars } = world;
  return regulars.length > 0 && draws.people.chance(plan.people.regulars)
    ? draws.people.pick(regulars)
    : newPerson(world);
}

export function newSubject(world: World, driver: DriverId, story?: string): Subject {
  return drawSubject(world.draws.people, world.sector, driver, story);
}

/** A message to be written: its id and language follow, what it plants has defaults but the sentiment. */
export interface NewMessage
  extends Omit<SimulatedMessage, 'id' | 'direction' | 'language' | 'planted'>, Partial<Planted> {
  readonly direction?: Direction;
  readonly sentiment: Tone;
}

/** Writes a message down if it falls in the observed time; gives its id, or `undefined`. */
export function addMessage(world: World, message: NewMessage): string | undefined {
  if (message.sentAt >= world.plan.endsAt || message.sentAt < world.plan.startsAt) return undefined;
  const {
    caseId,
    crisisId,
    copyId,
    sentiment,
    drivers = [],
    intents = [],
    harms = [],
    direction = 'inbound',
    ...rest
  } = message;
  const id = `${rest.platform}-${String(++world.counter).padStart(6, '0')}`;
  world.messages.push({
    ...rest,
    id,
    direction,
    sentAt: Math.floor(message.sentAt / 1000) * 1000,
    language: rest.person?.register === 'english' ? 'en' : 'fr',
    planted: { caseId, crisisId, copyId, sentiment, drivers, intents, harms },
  });
  return id;
}
