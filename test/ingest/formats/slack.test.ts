import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../src/ingest/detect.js';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { slack } from '../../../src/ingest/formats/slack.js';
import { describeGolden } from '../read-source.js';

describeGolden(slack, ['avis-magasins/2026-03-02.json']);

describe('what stands beside the channels', () => {
  it.each([
    [
      'users.json',
      [{ id: 'U01', name: 'ada', is_bot: false, profile: { real_name: 'Ada Roch' } }],
      'members',
    ],
    ['channels.json', [{ id: 'C01', name: 'avis', created: 1772438400, members: ['U01'] }], 'channels'],
  ])('is known and holds no messages: %s', async (name, value, what) => {
    const file = await openBytes(new TextEncoder().encode(JSON.stringify(value)), name);
    const [chosen] = detectFormat(file);
    expect([chosen?.source.format, chosen?.holdsNoMessages]).toEqual([
      'slack',
      `${what} of a Slack workspace`,
    ]);
  });
});
