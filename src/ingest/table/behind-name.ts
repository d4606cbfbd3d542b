/** An address or an account that stands behind the name of who writes, in one cell. */
import type { Draft } from './column-map.js';

const BEFORE_ADDRESS = /^"?([^"<>]{0,120}?)"?\s{0,3}<([^<>\s]+@[^<>\s]+)>$/;

/** “Lou Verdier <lou@poste.example>” is a name and an address by which a customer may be found again. */
export function apartFromAddress(draft: Draft): void {
  const [, name = '', address] = BEFORE_ADDRESS.exec(draft.authorName?.trim() ?? '') ?? [];
  if (address === undefined) return;
  draft.authorName = name === '' ? undefined : name;
  if (draft.direction === undefined || draft.direction === 'inbound')
    draft.authorContacts = [...new Set([...(draft.authorContacts ?? []), address])];
}

const BEFORE_ACCOUNT = /^(\S.{0,120}?)\s{0,3}\(@([\w.-]{2,60})\)$/;

/** “Lou Verdier (@lou)” is a name and an account. */
export function apartFromAccount(draft: Draft): void {
  const [, name, account] = BEFORE_ACCOUNT.exec(draft.authorName?.trim() ?? '') ?? [];
  if (account === undefined || draft.authorHandle !== undefined) return;
  draft.authorName = name;
  draft.authorHandle = `@${account}`;
}
