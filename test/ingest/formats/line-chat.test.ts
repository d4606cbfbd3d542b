import { expect, it } from 'vitest';
import { lineChat } from '../../../src/ingest/formats/line-chat.js';
import { describeGolden, readText } from '../read-source.js';

describeGolden(lineChat, ['[LINE] Chat with Fromagerie.txt']);

it('reads Japanese exports: weekday in brackets, 12 hours, stickers', async () => {
  const text =
    '[LINE] 花子とのトーク履歴\n保存日時：2024/02/01 10:00\n\n2024/01/31(水)\n午後2:05\t花子\tこんにちは\n午後2:06\t花子\t[スタンプ]\n14:07\t花子がメッセージの送信を取り消しました\n';
  const { records } = await readText(lineChat, text, '[LINE] 花子.txt', { zone: 'Asia/Tokyo' });
  expect(records.map(({ kind, threadId, sentAt }) => [kind, threadId, sentAt?.epochMs])).toEqual([
    ['message', '花子', Date.UTC(2024, 0, 31, 5, 5)],
    ['media', '花子', Date.UTC(2024, 0, 31, 5, 6)],
    ['deleted', '花子', Date.UTC(2024, 0, 31, 5, 7)],
  ]);
});

it('decides day and month over the whole file, or says that it cannot', async () => {
  const line = '\n10:05\tAda\toui\n';
  const day = async (dates: string): Promise<unknown> => {
    const said = await readText(lineChat, dates, 'l.txt');
    return [new Date(said.records[0]?.sentAt?.epochMs ?? 0).toISOString().slice(0, 10), said.doubts.length];
  };
  expect(await day(`Wed, 01/02/2024${line}Wed, 01/31/2024${line}`)).toEqual(['2024-01-02', 0]);
  expect(await day(`Wed, 01/02/2024${line}`)).toEqual(['2024-02-01', 1]);
});
