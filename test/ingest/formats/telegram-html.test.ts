import { expect, it } from 'vitest';
import { telegramHtml } from '../../../src/ingest/formats/telegram-html.js';
import { describeGolden, readText } from '../read-source.js';

describeGolden(telegramHtml, ['messages.html']);

it('says that a group may be public, and keeps what happened in it as events', async () => {
  const message = (id: number, name: string, text: string): string =>
    `<div class="message default clearfix" id="message${id}"><div class="body"><div class="pull_right date details" title="05.01.2026 09:1${id}:00 UTC+01:00"></div><div class="from_name">${name}</div><div class="text">${text}</div></div></div>`;
  const page = `<html><body><div class="page_header"><div class="content"><div class="text bold">Lot 12</div></div></div><div class="message service" id="message1"><div class="body details">Lou joined</div></div>${message(2, 'Lou', 'Le pot est vide')}${message(3, 'Max', 'Ici aussi')}</body></html>`;
  const { records, doubts } = await readText(telegramHtml, page, 'messages.html');
  expect(records.map(({ kind, authorName, stage }) => [kind, authorName, stage])).toEqual([
    ['system', undefined, 'private'],
    ['message', 'Lou', 'private'],
    ['message', 'Max', 'private'],
  ]);
  expect(doubts.map(({ reason }) => reason)).toEqual(['guessed-stage']);
});

it('takes what is passed on as a share, but not one’s own', async () => {
  const message = (id: number, from: string): string =>
    `<div class="message default clearfix" id="message${id}"><div class="body"><div class="pull_right date details" title="05.01.2026 09:1${id}:00 UTC+01:00"></div><div class="from_name">Lou</div><div class="forwarded body"><div class="from_name">${from}<span class="date details"> 04.01.2026 10:00:00</span></div><div class="text">Le lot 12 est rappelé</div></div></div></div>`;
  const page = `<html><body><div class="page_header"><div class="content"><div class="text bold">Lou</div></div></div>${message(2, 'Canal des rappels')}${message(3, 'Lou')}</body></html>`;
  const { records } = await readText(telegramHtml, page, 'messages.html');
  expect(records.map(({ kind, authorName, text }) => [kind, authorName, text])).toEqual([
    ['share', 'Lou', 'Le lot 12 est rappelé'],
    ['message', 'Lou', 'Le lot 12 est rappelé'],
  ]);
});
