import { describe, expect, it } from 'vitest';
import { mbox } from '../../../src/ingest/formats/mbox.js';
import { expectGolden, goldenFiles, readText } from '../read-sample.js';

describe('mbox', () => {
  it('reads the golden files as expected', async () => {
    await expectGolden(mbox, await goldenFiles(mbox, ['box.mbox']));
  });

  it('reads a mailbox of any line ends', async () => {
    const box =
      'From a@example.org Tue Mar  5 10:12:00 2024\nFrom: a@example.org\nSubject: 1\n\nun\n\nFrom a@example.org Tue Mar  5 10:13:00 2024\nFrom: a@example.org\nSubject: 2\n\ndeux\n';
    for (const text of [box, box.replaceAll('\n', '\r\n')]) {
      const { records } = await readText(mbox, text, 'box.mbox');
      expect(records.map((record) => [record.row, record.title, record.text])).toEqual([
        [1, '1', 'un'],
        [2, '2', 'deux'],
      ]);
    }
  });

  it('takes the time of the "From " line when a mail has none', async () => {
    const { records } = await readText(
      mbox,
      'From a@example.org Tue Mar  5 10:12:00 2024\nFrom: a@example.org\nTo: b@example.org\n\nx\n',
      'box.mbox',
    );
    expect(records[0]?.sentAt).toMatchObject({ epochMs: Date.UTC(2024, 2, 5, 10, 12), zone: 'none' });
  });

  it('reads a mail attached with its own "From " line once', async () => {
    const box =
      'From a@example.org Tue Mar  5 10:12:00 2024\nFrom: a@example.org\nSubject: 1\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nun\n--b\nContent-Type: message/rfc822\n\nFrom c@example.org Tue Mar  5 10:13:00 2024\nFrom: c@example.org\nSubject: 2\n\ndeux\n\n--b--\n';
    const { records, rejects } = await readText(mbox, box, 'box.mbox');
    expect(rejects).toEqual([]);
    expect(records.map((record) => [record.row, record.authorId, record.title])).toEqual([
      [1, 'a@example.org', '1'],
      [2, 'c@example.org', '2'],
    ]);
  });
});
