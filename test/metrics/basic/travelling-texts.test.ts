import { beforeAll, describe, expect, it } from 'vitest';
import type { CorpusTables } from '../../../src/engine/corpus-tables.js';
import { textGroups, travellingTexts } from '../../../src/metrics/basic/travelling-texts.js';
import { textKey } from '../../../src/normalise/text-key.js';
import { demoRows, demoWorld } from '../../simulate/demo-world.js';
import { fakeCorpus } from '../fake-corpus.js';

const HOUR = 3_600_000;

describe.each(['agri-food', 'retail'] as const)('the planted travelling text of %s', (sector) => {
  const { truth } = demoWorld(sector);
  const rows = demoRows(sector).map((row) => ({ ...row, textKey: textKey(row.text) }));
  const planted = new Set(truth.copies.flatMap(({ messageIds }) => messageIds));

  let corpus: CorpusTables & { close(): void };
  beforeAll(async () => {
    corpus = await fakeCorpus({ messages: rows });
  });

  it('is one group, edited copies included, and nothing else: precision and recall of 0.95 at least', async () => {
    const groupOf = new Map((await textGroups(corpus)).map((one) => [one.textKey, one.group]));
    const of = rows.map(({ messageId, textKey: key }) => ({
      messageId,
      group: key === null ? undefined : groupOf.get(key),
    }));
    const counts = new Map<string, number>();
    for (const { messageId, group } of of)
      if (group !== undefined && planted.has(messageId)) counts.set(group, (counts.get(group) ?? 0) + 1);
    const [best] = [...counts].toSorted(([, a], [, b]) => b - a);
    const inGroup = of.filter(({ group }) => group === best?.[0]);
    const hit = inGroup.filter(({ messageId }) => planted.has(messageId)).length;
    console.info(
      `${sector}: precision ${(hit / inGroup.length).toFixed(3)}, recall ${(hit / planted.size).toFixed(3)}, ${planted.size} copies`,
    );
    expect(hit / inGroup.length).toBeGreaterThanOrEqual(0.95);
    expect(hit / planted.size).toBeGreaterThanOrEqual(0.95);
  });

  it('goes from private to public, as a chain and a rumour', async () => {
    const listed = (await travellingTexts(corpus)).table.objects() as Record<string, unknown>[];
    const chain = listed.find((row) => row['rumour'] === true);
    expect(chain?.['path']).toEqual(['private', 'public']);
    expect(chain?.['chain']).toBe(true);
    expect(chain?.['copies']).toBeGreaterThanOrEqual(0.95 * planted.size);
    expect(chain?.['versions']).toBeGreaterThan(1);
    expect(chain?.['medianGapHours']).toBeGreaterThan(0);
  });
});

describe('travellingTexts', () => {
  const text =
    'Le nouveau yaourt contient un produit interdit, faites passer à tous vos contacts avant ce soir';
  it('counts copies, versions, authors, the path and the pace by hand', async () => {
    const row = (
      sentAt: number,
      stage: 'private' | 'public' | 'press',
      own: string,
      authorKey: string,
      channel: string,
    ): Record<string, unknown> => ({ sentAt, stage, text: own, textKey: textKey(own), authorKey, channel });
    const corpus = await fakeCorpus({
      messages: [
        row(0, 'private', text, 'a', 'whatsapp'),
        row(2 * HOUR, 'public', `${text} !!`, 'b', 'x-post'),
        row(3 * HOUR, 'public', `Reçu d’une amie : ${text}`, 'b', 'x-post'),
        row(9 * HOUR, 'press', text, 'c', 'press-article'),
        row(HOUR, 'public', 'Un tout autre texte qui ne parle de rien de tout cela', 'd', 'x-post'),
      ],
    });
    const metric = await travellingTexts(corpus);
    expect(metric.value).toBe(4);
    // Gaps: 2 h, 1 h, 6 h; median 2 h.
    expect((metric.table.objects() as Record<string, unknown>[])[0]).toMatchObject({
      copies: 4,
      privateCopies: 1,
      publicCopies: 2,
      pressCopies: 1,
      authors: 3,
      versions: 2,
      path: ['private', 'public', 'press'],
      medianGapHours: 2,
      rumour: false,
      chain: true,
      firstStage: 'private',
    });
  });

  it('short texts, no text and no date answer plainly', async () => {
    const empty = await fakeCorpus({}),
      short = await fakeCorpus({
        messages: Array.from({ length: 4 }, () => ({
          text: 'Merci beaucoup à toute l’équipe',
          textKey: 'k',
        })),
      });
    for (const corpus of [empty, short]) {
      expect((await travellingTexts(corpus)).notMeasured).toEqual({
        fr: 'aucun texte ne paraît trois fois',
        en: 'no text appears three times',
      });
    }
    const undated = await fakeCorpus({
      messages: Array.from({ length: 3 }, () => ({ text, textKey: textKey(text), sentAt: null })),
    });
    const rows = (await travellingTexts(undated)).table.objects() as Record<string, unknown>[];
    expect(rows[0]).toMatchObject({ copies: 3, firstAt: null, medianGapHours: null });
  });
});
