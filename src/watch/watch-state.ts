import { existsSync, readFileSync } from 'node:fs';
import { makeFolder } from '../engine/disk.js';
import { writeWhole } from '../engine/write-whole.js';
import { dirname } from 'node:path';
import { DeversoirError } from '../util/errors.js';
import type { ListedFile } from './complete-files.js';
import type { WatchEvent } from './watch-event.js';

/** A delivery that is still to do. */
export interface Pending {
  readonly eventId: string;
  readonly url: string;
  readonly attempts: number;
  /** Not before, milliseconds since 1970. */
  readonly notBefore: number;
}

/** A delivery that will not be tried again, and why. */
export interface GivenUp {
  readonly eventId: string;
  readonly url: string;
  readonly why: string;
}

/** All that a watch remembers: what stops it loses nothing and tells nothing twice. */
export interface WatchState {
  /** Files as the last look saw them, by their keyed names. */
  readonly listed: readonly ListedFile[];
  /** Files that were read, as they were, by their keyed names. */
  readonly read: readonly ListedFile[];
  /** Events that were told, the oldest first. */
  readonly events: readonly WatchEvent[];
  /** Events that were there before the watch began: known, never told. */
  readonly known: readonly Pick<WatchEvent, 'kind' | 'subject' | 'at'>[];
  readonly pending: readonly Pending[];
  readonly givenUp: readonly GivenUp[];
  /** Events whose mail waits for the end of quiet hours. */
  readonly unmailed: readonly string[];
  /** Last day, in the zone, whose digest was written. */
  readonly digestDay: string | null;
  readonly begun: boolean;
}

export const EMPTY_STATE: WatchState = {
  listed: [],
  read: [],
  events: [],
  known: [],
  pending: [],
  givenUp: [],
  unmailed: [],
  digestDay: null,
  begun: false,
};

/** The state of a file, empty when there is none. Throws `data-invalid` when it can't be read. */
export function readState(file: string): WatchState {
  if (!existsSync(file)) return EMPTY_STATE;
  try {
    const state = JSON.parse(readFileSync(file, 'utf8')) as Partial<WatchState>;
    if (!Array.isArray(state.events) || !Array.isArray(state.pending)) throw new TypeError('no events');
    return { ...EMPTY_STATE, ...state };
  } catch (cause) {
    throw new DeversoirError('data-invalid', 'the memory of the watch is not readable', {
      hint: 'take this file away: what is new since the start would be told again',
      place: { file },
      cause,
    });
  }
}

/** A crash leaves the state before or the one after. */
export function writeState(file: string, state: WatchState): void {
  makeFolder(dirname(file));
  writeWhole(file, `${JSON.stringify(state, null, 1)}\n`);
}
