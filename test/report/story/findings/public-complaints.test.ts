import { describe, expect, it } from 'vitest';
import { publicComplaintFindings } from '../../../../src/report/story/findings/public-complaints.js';
import { plain, telling, written } from '../../written.js';

const told = async (complaints: number, doubts: readonly string[] = []): Promise<string> => {
  const metric = await written('reshareShare', 'share', {
    value: 0,
    n: 100,
    rows: [
      {
        reshares: 0,
        own: 100,
        ownRead: 100,
        complaints,
        complaintShare: complaints / 100,
        complaintLow: complaints / 200,
        complaintHigh: 0.2,
        falseAlarmShare: 0.018,
      },
    ],
  });
  const doubted = await written('doubtReasons', 'messages', {
    rows: doubts.map((reason) => ({ reason, messages: 0, files: 1 })),
  });
  const [finding] = publicComplaintFindings(telling([metric, doubted]));
  return plain(finding?.text ?? 'nothing');
};

describe('complaints where they are rare', () => {
  it('are said to be no more than the reading errs where they do not stand out, and to be missed', async () => {
    expect(await told(0)).toMatch(/^La lecture en manque beaucoup là où elles sont rares/);
    expect(await told(3)).toMatch(/^Ce n’est pas nettement plus que .* \(1,8 % des messages\)/);
    expect(await told(9)).toBe('');
    expect(await told(30)).toBe('nothing');
  });

  it('are said to be right in four of ten where a file holds hardly any', async () => {
    for (const complaints of [3, 9])
      expect(await told(complaints, ['no-customer', 'few-complaints'])).toMatch(
        /^Là où presque personne ne se plaint, quatre plaintes reconnues sur dix en sont vraiment, et la moitié des vraies échappe/,
      );
    expect(await told(9, ['no-customer'])).toBe('');
  });
});
