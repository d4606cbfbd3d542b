import type { WatchConfig } from './watch-config.js';
import type { WatchState } from './watch-state.js';
import { MOST_ATTEMPTS, postEvent, waitAfter } from './webhook.js';

export interface DeliverOptions {
  readonly config?: WatchConfig;
  /** Secrets of the webhooks by the name of their variable. */
  readonly secrets: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** How long an address may take to answer. Default 10 seconds. */
  readonly timeoutMs?: number;
  readonly onWarning?: (line: string) => void;
}

/**
 * Posts what is due, one after the other; remembers each outcome before the next. An address that does not answer is tried once a look,
 * so that a dead one does not keep exports waiting: what else is due there waits as long, and has lost no try.
 */
export async function deliver(
  start: WatchState,
  { config = {}, secrets, now, timeoutMs = 10_000, onWarning }: DeliverOptions,
  save: (state: WatchState) => void,
): Promise<WatchState> {
  let state = start;
  const silent = new Map<string, number>();
  for (const delivery of start.pending) {
    const { eventId, url, attempts, notBefore } = delivery;
    if (notBefore > now) continue;
    const until = silent.get(url);
    if (until !== undefined) {
      const later = state.pending.map((one) => (one === delivery ? { ...one, notBefore: until } : one));
      state = { ...state, pending: later };
      continue;
    }
    const webhook = (config.webhooks ?? []).find((one) => one.url === url);
    const event = state.events.find(({ id }) => id === eventId);
    const secret = webhook === undefined ? undefined : secrets[webhook.secretFrom];
    const others = state.pending.filter((one) => one !== delivery);
    if (webhook === undefined || event === undefined) {
      state = {
        ...state,
        pending: others,
        givenUp: [
          ...state.givenUp,
          { eventId, url, why: 'the address is not in the configuration any more' },
        ],
      };
    } else if (secret === undefined || secret === '') {
      onWarning?.(`${webhook.secretFrom} is not set: nothing is posted unsigned`);
      continue;
    } else {
      const result = await postEvent(event, { url, secret, now, timeoutMs });
      const tried = attempts + 1;
      if (result.outcome === 'done') state = { ...state, pending: others };
      else if (result.outcome === 'refused' || tried >= MOST_ATTEMPTS) {
        onWarning?.(`event ${eventId} was not delivered: ${result.why}`);
        state = { ...state, pending: others, givenUp: [...state.givenUp, { eventId, url, why: result.why }] };
      } else {
        const later = now + waitAfter(tried);
        if (result.outcome === 'silent') silent.set(url, later);
        state = { ...state, pending: [...others, { ...delivery, attempts: tried, notBefore: later }] };
      }
    }
    save(state);
  }
  save(state);
  return state;
}
