import { channelLabel, label } from '../charts/wording.js';
import { formatDate, typo } from '../util/french.js';
import { lower } from './metric-words.js';

const MARK = 8;

/**
 * The short mark of a case, which `deversoir follow` accepts in place of its id: the first eight characters of its hash, or the
 * whole number of a ticket.
 *
 * @example
 * [caseMark('case:whatsapp:~59afcf8afa5648791fe6'), caseMark('case:zendesk:8800003574')]
 * // → ['59afcf8a', '8800003574']
 */
export function caseMark(caseId: string): string {
  const tail = caseId.slice(caseId.lastIndexOf(':') + 1).replace(/^~/, '');
  return /^\d{1,12}$/.test(tail) ? tail : tail.slice(0, MARK);
}

/** What a case is known by. */
export interface NamedCase {
  /** Its place in the list it is shown in. */
  readonly place?: number;
  readonly channel: string;
  readonly openedAt: Date | null;
  readonly driver?: string;
}

/**
 * The name of a case for people.
 *
 * @example
 * caseName({ place: 3, channel: 'instagram-dm', openedAt: new Date(Date.UTC(2026, 2, 3)), driver: 'delivery' }, 'Europe/Paris')
 * // → 'Dossier\u00a03 — Instagram, 3\u00a0mars\u00a02026, livraison'
 */
export function caseName({ place, channel, openedAt, driver = '' }: NamedCase, zone: string): string {
  const facts = [
    channelLabel(channel).replace(/ \(messages privés\)$/, ''),
    ...(openedAt === null ? [] : [formatDate(openedAt, { zone })]),
    ...(driver === '' ? [] : [lower(label('driver', driver))]),
  ];
  return typo(`Dossier${place === undefined ? '' : `\u00a0${place}`} — ${facts.join(', ')}`);
}
