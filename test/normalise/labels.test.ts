import { describe, expect, it } from 'vitest';
import type { MessageRecord } from '../../src/model/index.js';
import { createLabelWriter } from '../../src/normalise/labels.js';

const writer = createLabelWriter(
  (kind) => kind,
  (name) => name === '@brel',
  (text) => text,
);
const record = (more: Partial<MessageRecord> = {}): MessageRecord =>
  ({ row: 1, platform: 'facebook', stage: 'public', kind: 'comment', ...more }) as MessageRecord;

describe('what a record says of who carries it', () => {
  it('keeps statuses in words of tools, and gives others a pseudonym', () => {
    expect(['En attente', 'RÉSOLU', 'Third party 2', 'closed'].map(writer.status)).toEqual([
      'En attente',
      'RÉSOLU',
      'Third party 2',
      'closed',
    ]);
    expect(['Chez Camille', 'en attente de Camille', 'resolved 123456'].map(writer.status)).toEqual([
      '[status]',
      '[status]',
      '[status]',
    ]);
    expect([writer.status(undefined), writer.status(' — ')]).toEqual([null, null]);
  });
  it('keeps channels in words of tools and networks, else tells the form of the message', () => {
    expect(writer.channel(record({ channel: 'facebook-comment' }))).toBe('facebook-comment');
    expect(writer.channel(record({ channel: 'Messenger page' }))).toBe('Messenger page');
    expect(writer.channel(record({ channel: 'Camille’s inbox' }))).toBe('facebook-comment');
    expect(writer.channel(record({ stage: 'private' }))).toBe('facebook-dm');
    expect(writer.channel(record({ stage: 'private', kind: 'ticket', platform: 'desk' }))).toBe(
      'desk-ticket',
    );
    // A tool's own name is no person: `mon-outil` is a channel of `mon-outil`.
    expect(writer.channel(record({ platform: 'mon-outil', channel: 'mon-outil-form' }))).toBe(
      'mon-outil-form',
    );
  });
  it('names no author in a brand or a source, but for the press and the brand itself', () => {
    const zoe = { authorName: 'Zoé Bernard', authorHandle: '@zoeb' };
    expect(writer.carrier('Zoé Bernard', record(zoe))).toBe('[name]');
    expect(writer.carrier('Page de Zoé Bernard', record(zoe))).toBe('[name]');
    expect(writer.carrier('@quelquun', record())).toBe('[name]');
    expect(writer.carrier('u/quelquun', record())).toBe('[name]');
    expect(writer.carrier('@brel', record())).toBe('@brel');
    expect(writer.carrier('Zoé Bernard', record({ ...zoe, stage: 'press' }))).toBe('Zoé Bernard');
    expect(writer.carrier('Zoé Bernard', record({ ...zoe, authorIsBrand: true }))).toBe('Zoé Bernard');
    expect(writer.carrier('Maison Brel', record(zoe))).toBe('Maison Brel');
    expect([writer.carrier(undefined, record()), writer.carrier(' ', record())]).toEqual([null, null]);
  });
});
