import { PRIVATE, type HandMessage } from './message.js';
import type { ReadQuarter } from './read-quarter.js';

/** Of the texts of one stage: complaints, and what the corpus tells of them. */
export interface ToldTexts {
  readonly texts: number;
  readonly complaints: number;
  readonly found: number;
  readonly told: number;
  /** Complaints in which the driver of the case is told, all drivers told in them, complaints without one. */
  readonly drivers: number;
  readonly driversTold: number;
  readonly without: number;
}
export type TextStage = 'private' | 'reviews' | 'networks';

const JUDGED: ReadonlySet<string> = new Set(['complaint', 'question', 'praise', 'neutral']);
const NONE: ToldTexts = {
  texts: 0,
  complaints: 0,
  found: 0,
  told: 0,
  drivers: 0,
  driversTold: 0,
  without: 0,
};

function stageOf({ channel }: HandMessage): TextStage {
  if (PRIVATE.some((one) => one === channel)) return 'private';
  return channel === 'google' || channel === 'trustpilot' ? 'reviews' : 'networks';
}

/** What first messages of customers are told, beside what they are: by stage of the quarter, whatever the corpus made of it. */
export async function toldTexts({ corpus, known }: ReadQuarter): Promise<Record<TextStage, ToldTexts>> {
  const rows = (
    await corpus.query(
      `SELECT messageId AS id, list_contains(intents, 'complaint') AS complains, array_to_string(drivers, ',') AS drivers
       FROM messages WHERE text IS NOT NULL AND speech = 'own'`,
    )
  ).objects() as { id: string; complains: boolean | null; drivers: string | null }[];
  const stages: Record<TextStage, ToldTexts> = { private: NONE, reviews: NONE, networks: NONE };
  for (const { id, complains, drivers } of rows) {
    const message = known.get(id);
    if (message?.side !== 'customer' || !JUDGED.has(message.purpose)) continue;
    const own = stages[stageOf(message)],
      is = message.purpose === 'complaint',
      told = complains === true;
    const list = (drivers ?? '').split(',').filter((one) => one !== ''),
      right = list.some((one) => one === message.driver);
    stages[stageOf(message)] = {
      texts: own.texts + 1,
      complaints: own.complaints + Number(is),
      found: own.found + Number(is && told),
      told: own.told + Number(told),
      drivers: own.drivers + Number(is && right),
      driversTold: own.driversTold + (is ? list.length : 0),
      without: own.without + Number(is && list.length === 0),
    };
  }
  return stages;
}
