import type { DriverId } from '../../model/index.js';
import { partitionPoint } from '../../util/lower-bound.js';
import { drawSubject, type Subject } from '../compose.js';
import type { Product } from '../texts/sector.js';
import type { Setting } from './setting.js';
import type { OpenWorldCase, WorldMessage } from './world-truth.js';

/** Something that is going to happen: 0 private case, 1 public complaint, 2 article. */
export interface Happening {
  readonly type: 0 | 1 | 2;
  readonly at: number;
  readonly driver: DriverId;
  readonly crisisId?: string | undefined;
  /** What a planted crisis is about; else any. */
  readonly product?: Product | undefined;
  /** Message that set it off. */
  readonly cause?: WorldMessage | undefined;
  /** The case that goes public with it. */
  readonly spilled?: OpenWorldCase | undefined;
  /** An article that criticises nobody. */
  readonly friendly?: boolean;
}

/** What is still going to happen, soonest first. */
export class Agenda {
  readonly #items: Happening[] = [];

  add(item: Happening): void {
    const place = partitionPoint(this.#items.length, (at) => (this.#items[at] as Happening).at > item.at);
    this.#items.splice(place, 0, item);
  }

  next(): Happening | undefined {
    return this.#items.pop();
  }
}

/** A message as it is handed over: its id follows from its number, what is not said has a default. */
export type NewMessage = Omit<
  WorldMessage,
  'id' | 'direction' | 'language' | 'planted' | 'speech' | 'complaint'
> &
  Partial<Pick<WorldMessage, 'direction' | 'speech' | 'complaint'>> & {
    readonly sentiment?: 'negative' | 'neutral' | 'positive';
    readonly driver?: DriverId | undefined;
    readonly caseId?: string | undefined;
    readonly crisisId?: string | undefined;
    readonly copyId?: string | undefined;
  };

const INTENTS: Readonly<Partial<Record<WorldMessage['role'], WorldMessage['planted']['intents']>>> = {
  followup: ['request'],
  thanks: ['thanks'],
  question: ['question'],
};

/** Writes a message down if the world has not ended by then. */
export function addMessage(setting: Setting, message: NewMessage): WorldMessage | undefined {
  const {
    sentiment,
    driver,
    caseId,
    crisisId,
    copyId,
    direction = 'inbound',
    speech = 'own',
    complaint = false,
    ...rest
  } = message;
  const sentAt = Math.floor(message.sentAt / 1000) * 1000;
  if (sentAt >= setting.endsAt) return undefined;
  const written: WorldMessage = {
    ...rest,
    id: `${rest.platform}-${String(setting.messages.length + 1).padStart(6, '0')}`,
    sentAt,
    direction,
    speech,
    complaint,
    language: 'fr',
    planted: {
      caseId,
      crisisId,
      copyId,
      sentiment: sentiment ?? (complaint ? 'negative' : 'neutral'),
      drivers: driver === undefined ? [] : [driver],
      intents: complaint ? ['complaint'] : (INTENTS[rest.role] ?? []),
      harms: rest.role === 'spam' ? ['spam'] : [],
    },
  };
  setting.messages.push(written);
  return written;
}

export function newSubject(setting: Setting, driver: DriverId, product?: Product): Subject {
  const subject = drawSubject(setting.draw('subjects'), setting.sector, driver);
  return product === undefined ? subject : { ...subject, product };
}

/** Poisson many children of a message, each after an exponential lag of the half-life given. */
export function bear(
  setting: Setting,
  agenda: Agenda,
  parent: WorldMessage,
  mean: number,
  halfLifeHours: number,
  child: Omit<Happening, 'at' | 'cause'>,
): void {
  const draw = setting.draw('effects');
  for (let n = draw.poisson(mean); n > 0; n--) {
    const lag = draw.exponential(Math.LN2 / halfLifeHours) * 3_600_000;
    agenda.add({ ...child, at: parent.sentAt + lag, cause: parent });
  }
}
