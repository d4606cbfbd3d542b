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

  it('gives forwarded complaints to who complained', async () => {
    const forward =
      'From: sav@example.org\nTo: qualite@example.org\nSubject: TR : pot\nDate: Tue, 5 Mar 2024 10:12:00 +0100\n\nPour suite à donner.\n\n---------- Message transféré ----------\nDe : Camille D. <camille@example.org>\nDate : Mon, 4 Mar 2024 09:00:00 +0100\nObjet : pot percé\nÀ : sav@example.org\n\nMon pot était percé,\nje suis déçue.\n';
    const { records } = await readText(eml, forward, 'f.eml');
    expect(
      records.map(({ row, authorId, authorName, title, text }) => [row, authorId, authorName, title, text]),
    ).toEqual([
      [1, 'sav@example.org', undefined, 'TR : pot', 'Pour suite à donner.'],
      [1, 'camille@example.org', 'Camille D.', 'pot percé', 'Mon pot était percé,\nje suis déçue.'],
    ]);
    expect(records[1]?.sentAt?.epochMs).toBe(Date.UTC(2024, 2, 4, 8));
    expect(records[1]?.threadId).toBe(records[0]?.threadId);
  });

  it('reads every mail of a digest', async () => {
    const mail = (at: number): string =>
      `From: client${at}@example.org\nSubject: pot ${at}\nMessage-ID: <${at}@example.org>\nDate: Tue, 5 Mar 2024 10:12:0${at} +0100\n\nLe pot ${at} fuit.\n`;
    const digest = (type: string): string =>
      `From: liste@example.org\nSubject: digest\nDate: Tue, 5 Mar 2024 11:00:00 +0100\nContent-Type: multipart/digest; boundary=b\n\n${[1, 2, 3].map((at) => `--b\n${type}\n${mail(at)}\n`).join('')}--b--\n`;
    for (const type of ['Content-Type: message/rfc822\n', '']) {
      const { records } = await readText(eml, digest(type), 'd.eml');
      expect(records.map(({ authorId, text }) => [authorId, text])).toEqual([
        ['liste@example.org', undefined],
        ...[1, 2, 3].map((at) => [`client${at}@example.org`, `Le pot ${at} fuit.`]),
      ]);
    }
  });

  it('reads a mail that is only the envelope of another as that other', async () => {
    const outer = 'From: a@example.org\nSubject: Fwd: plainte\nDate: Tue, 5 Mar 2024 10:12:00 +0100\n';
    const inner = 'From: c@example.org\nSubject: plainte\n\nLe pot est vide.';
    const rows = async (text: string): Promise<unknown[]> =>
      (await readText(eml, text, 'f.eml')).records.map(({ kind, authorId, text: own }) => [
        kind,
        authorId,
        own,
      ]);
    expect(await rows(`${outer}Content-Type: message/rfc822\n\n${inner}`)).toEqual([
      ['message', 'c@example.org', 'Le pot est vide.'],
    ]);
    expect(
      await rows(
        `${outer}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\n${inner}\n--b--\n`,
      ),
    ).toEqual([
      ['media', 'a@example.org', undefined],
      ['message', 'c@example.org', 'Le pot est vide.'],
    ]);
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
