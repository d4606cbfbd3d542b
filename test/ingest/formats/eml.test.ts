import { describe, expect, it } from 'vitest';
import { eml } from '../../../src/ingest/formats/eml.js';
import { expectGolden, goldenFiles, readText } from '../read-sample.js';

describe('eml', () => {
  it('reads the golden files as expected', async () => {
    await expectGolden(
      eml,
      await goldenFiles(eml, ['bad-headers.eml', 'newsletter.eml', 'out-of-office.eml', 'reply-fr.eml']),
    );
  });

  it('contains endless nesting of parts', async () => {
    const deep = (levels: number): string =>
      Array.from(
        { length: levels },
        (_, level) => `Content-Type: multipart/mixed; boundary="b${level}"\n\n--b${level}`,
      ).join('\n');
    const { records, rejects } = await readText(
      eml,
      `From: a@example.org\nSubject: x\nDate: Tue, 5 Mar 2024 10:12:00 +0100\n${deep(3000)}\n\nend`,
      'deep.eml',
    );
    expect([records.length, rejects.map((reject) => reject.reason)]).toEqual([0, ['too-deep']]);
  });

  it('contains headers of many megabytes', async () => {
    const { records, rejects } = await readText(
      eml,
      `From: a@example.org\nSubject: x\nTo: b@example.org\nX-Long: ${'y'.repeat(4_000_000)}\n\ntext`,
      'long.eml',
    );
    expect(records.length + rejects.length).toBe(1);
  });

  it('reads a mail attached to an empty one, and a forward whole', async () => {
    const forwarded =
      'From: a@example.org\nSubject: Fwd: plainte\nDate: Tue, 5 Mar 2024 10:12:00 +0100\nContent-Type: message/rfc822\n\nFrom: c@example.org\nSubject: plainte\n\nLe pot est vide.';
    expect((await readText(eml, forwarded, 'f.eml')).records[0]).toMatchObject({
      text: 'Le pot est vide.',
      authorId: 'a@example.org',
      kind: 'message',
    });
  });

  it('marks mailing lists and attachments without text', async () => {
    const list = await readText(
      eml,
      'From: a@example.org\nTo: l@example.org\nSubject: s\nList-Id: <l.example.org>\nList-Post: <mailto:l@example.org>\n\ntext',
      'l.eml',
    );
    expect(list.records[0]?.channel).toBe('mailing-list');
    const media = await readText(
      eml,
      'From: a@example.org\nTo: l@example.org\nSubject: s\nContent-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n',
      'm.eml',
    );
    expect(media.records[0]).toMatchObject({ kind: 'media', attachments: 1 });
  });
});
