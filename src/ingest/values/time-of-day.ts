import { zoneAbbreviation } from '../../util/zones.js';

const TIME =
  /^(\d{1,2})(?:\s*[:h.]\s*(\d{2}))?(?::(\d{2})|\.(\d{2})(?!\d))?(?:[.,](\d{1,9}))?\s*([ap]\.?\s?m\b\.?)?\s*(.*)$/i;

/** Time of the day in milliseconds, with its offset from UTC where it is said. */
export interface TimeOfDay {
  readonly ms: number;
  readonly offsetMinutes?: number;
  readonly zoneOpen?: string;
}

function readOffset(text: string): Pick<TimeOfDay, 'offsetMinutes' | 'zoneOpen'> | undefined {
  const zone = text.trim().replace(/^\(|\)$/g, '');
  if (zone === '') return {};
  const signed = /^(?:UTC|GMT)?\s*([+\-−])(\d{1,2}):?(\d{2})?(?:\s+\([^)]*\))?$/i.exec(zone);
  if (signed) {
    const minutes = Number(signed[2]) * 60 + Number(signed[3] ?? 0);
    return minutes > 14 * 60 ? undefined : { offsetMinutes: signed[1] === '+' ? minutes : -minutes };
  }
  const named = /^[A-Za-z]{1,5}$/.test(zone) ? zoneAbbreviation(zone) : undefined;
  return named
    ? { offsetMinutes: named.minutes, ...(named.ambiguous ? { zoneOpen: zone.toUpperCase() } : {}) }
    : undefined;
}

/**
 * Reads what stands after a date: a time on 12 or 24 hours and its offset or zone; `'none'` where nothing does, `undefined` where it is
 * no time.
 */
export function readTimeOfDay(text: string): TimeOfDay | 'none' | undefined {
  const rest = text.replace(/^[\s,@.]*(?:à|at|um|a las|alle|klo|kl\.?|-|–|T)?[\s,]*/i, '').trim();
  if (rest === '') return 'none';
  const match = TIME.exec(rest);
  if (!match) {
    const zone = readOffset(rest);
    return zone?.offsetMinutes === undefined ? undefined : 'none';
  }
  const [, h = '', m, s1, s2, fraction, half, after = ''] = match;
  if (m === undefined && half === undefined && !/^\d{1,2}\s*h/i.test(rest)) return undefined;
  let hour = Number(h);
  if (half && hour <= 12) hour = (hour % 12) + (/^p/i.test(half) ? 12 : 0);
  const minute = Number(m ?? 0),
    second = Number(s1 ?? s2 ?? 0);
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return undefined;
  const zone = readOffset(after.replace(/^h(?:eures?)?\b|^Uhr\b/i, ''));
  if (!zone) return undefined;
  const ms =
    ((hour * 60 + minute) * 60 + second) * 1000 + Math.floor(Number(`0.${fraction ?? '0'}`) * 1000 + 1e-6);
  return { ms, ...zone };
}
