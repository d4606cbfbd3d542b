import { createHmac } from 'node:crypto';
import type { WatchEvent } from './watch-event.js';

/**
 * Signature of a body sent at an instant: HMAC-SHA-256 of `t.body`, in hexadecimal, as receivers recompute it.
 *
 * @example
 * signature('{"a":1}', 1_700_000_000, 'secret')
 * // → 't=1700000000,v1=49f24e537407743fa4a0242bb63b94b9a47ee99cbbe071ccd8a22550ae411686'
 */
export const signature = (body: string, seconds: number, secret: string): string =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;

/** What became of a delivery: done, worth another try, refused for good, or without an answer, so that others would have none either. */
export type Delivered =
  { readonly outcome: 'done' } | { readonly outcome: 'retry' | 'refused' | 'silent'; readonly why: string };

/** Answers that may be others later; all others of 300 and more are final, redirects among them: they are not followed. */
const LATER = new Set([408, 425, 429]);

/**
 * Posts an event as JSON, signed, with its id as idempotency key: a receiver that has seen the key has seen the event. Follows no
 * redirect, reads nothing of the answer but its status.
 */
export async function postEvent(
  event: WatchEvent,
  {
    url,
    secret,
    now,
    timeoutMs,
  }: { readonly url: string; readonly secret: string; readonly now: number; readonly timeoutMs: number },
): Promise<Delivered> {
  const body = JSON.stringify(event);
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'idempotency-key': event.id,
        'x-deversoir-signature': signature(body, Math.floor(now / 1000), secret),
      },
      body,
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    if (response.status >= 200 && response.status < 300) return { outcome: 'done' };
    const why = `the address answered ${response.status}`;
    return { outcome: response.status >= 500 || LATER.has(response.status) ? 'retry' : 'refused', why };
  } catch (error) {
    const slow = error instanceof Error && error.name === 'TimeoutError';
    return { outcome: 'silent', why: slow ? `no answer within ${timeoutMs} ms` : 'no connection' };
  }
}

const MINUTE = 60_000;
const LONGEST_WAIT = 6 * 60 * MINUTE;
/** Tries of one delivery; with their waits, about two days. */
export const MOST_ATTEMPTS = 14;

/**
 * Wait before the next try after so many, in milliseconds: a minute, doubled each time, six hours at most.
 *
 * @example
 * [waitAfter(1), waitAfter(2), waitAfter(20)]
 * // → [60000, 120000, 21600000]
 */
export const waitAfter = (attempts: number): number =>
  Math.min(LONGEST_WAIT, MINUTE * 2 ** Math.min(20, attempts - 1));
