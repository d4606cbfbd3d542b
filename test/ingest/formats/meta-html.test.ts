import { expect, it } from 'vitest';
import { metaHtml } from '../../../src/ingest/formats/meta-html.js';
import { describeGolden, readText } from '../read-source.js';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';

describeGolden(metaHtml, ['message_1.html', 'message_old.html']);

const box = (inner: string): string =>
  `<div class="pam _3-95 _2ph- _a6-g uiBoxWhite noborder">${inner}</div>`;
const message = (name: string, body: string, at: string): string =>
  box(
    `<h2 class="_3-95 _2pim _a6-h _a6-i">${name}</h2><div class="_3-95 _a6-p">${body}</div><div class="_3-94 _a6-o">${at}</div>`,
  );

it('leaves to others the pages of a download that hold no conversation', async () => {
  const liked = `<html><title>Likes</title>${box('<h2 class="_3-95 _2pim _a6-h _a6-i">lou</h2><div class="_a6-p"><div><div><a href="https://www.instagram.com/p/a/">👍</a></div><div>janv. 05, 2026 9:11 am</div></div></div>')}</html>`;
  const file = await openBytes(new TextEncoder().encode(liked), 'likes/liked_posts.html');
  expect(metaHtml.detect(file)).toBeUndefined();
});

it('takes nobody for the brand in a group, and the folder of the download for the thread', async () => {
  const body = (text: string): string => `<div><div></div><div>${text}</div><div></div></div>`;
  const page = `<html><title>Lot 12</title>${message('Lou', body('Le pot est <b>vide</b>'), '5 janv. 2026, 09:11')}${message('Max', body('Ici aussi'), '5 janv. 2026, 09:12')}</html>`;
  const { records } = await readText(metaHtml, page, 'messages/inbox/lot12_ab/message_1.html');
  expect(records.map((one) => [one.authorIsBrand, one.threadId, one.platform, one.text])).toEqual([
    [undefined, 'inbox/lot12_ab', 'facebook', 'Le pot est vide'],
    [undefined, 'inbox/lot12_ab', 'facebook', 'Ici aussi'],
  ]);
});

it('takes no longer for lists of reactions that never end, or stand in the way of each other', async () => {
  const list = '<ul class="_a6-q"><li>👍</li></ul>',
    open = '<ul class="_a6-q">'.repeat(20_000);
  const page = `<html><title>Lot</title>${message('Lou', `<div><div></div><div>Vide</div>${list}</div>`, '5 janv. 2026, 09:11')}${message('Max', `<div><div></div><div>Ici</div>${open}</div>`, '5 janv. 2026, 09:12')}</html>`;
  const begun = performance.now();
  const { records } = await readText(metaHtml, page, 'messages/inbox/lot_ab/message_1.html');
  expect(performance.now() - begun).toBeLessThan(2000);
  expect(records.map(({ text, likes }) => [text, likes])).toEqual([
    ['Vide', 1],
    ['Ici', undefined],
  ]);
});
