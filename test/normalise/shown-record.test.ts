import { expect, it } from 'vitest';
import type { MessageRecord } from '../../src/model/index.js';
import { createRecordShower } from '../../src/normalise/shown-record.js';

const RECORD: MessageRecord = {
  row: 2,
  id: 'C-0612345678',
  threadId: 'fil de Camille',
  platform: 'web',
  stage: 'private',
  kind: 'ticket',
  authorName: 'Camille Exemple',
  authorHandle: 'camille_x',
  authorContacts: ['camille@exemple.fr'],
  sentAt: { epochMs: 0, raw: 'hier, dit Camille', zone: 'none' },
  closedAt: { epochMs: 0, raw: '1970-01-01', zone: 'none' },
  title: 'Colis de @camille_x',
  text: 'Appelez le 06 12 34 56 78. Camille Exemple',
  url: 'https://forum.example/camille/1',
  status: 'ouvert par Camille',
  rating: 3,
  attributes: { Agent: 'Camille', Rayon: 'frais' },
};

it('shows words masked, of people the shape, and the rest as it is', () => {
  expect(createRecordShower()(RECORD)).toEqual({
    row: 2,
    id: 'X-9999999999',
    threadId: 'xxx xx Xxxxxxx',
    platform: 'web',
    stage: 'private',
    kind: 'ticket',
    authorName: 'Xxxxxxx Xxxxxxx',
    authorHandle: 'xxxxxxx_x',
    authorContacts: ['xxxxxxx@xxxxxxx.xx'],
    sentAt: { epochMs: 0, raw: 'xxxx, xxx Xxxxxxx', zone: 'none' },
    closedAt: { epochMs: 0, raw: '1970-01-01', zone: 'none' },
    title: 'Colis de @user',
    text: 'Appelez le [téléphone]. [nom]',
    url: '',
    status: '[…]',
    rating: 3,
    attributes: { Agent: '[…]', Rayon: 'frais' },
  });
});

it('leaves absent what is absent, and shows the same each time', () => {
  const bare: MessageRecord = {
    row: 1,
    platform: 'x',
    stage: 'public',
    kind: 'post',
    url: 'https://x.com/a/status/1',
  };
  expect(createRecordShower()(bare)).toEqual({ ...bare, url: 'https://x.com/~…' });
  expect(createRecordShower()(RECORD)).toEqual(createRecordShower()(RECORD));
});
