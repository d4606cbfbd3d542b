import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { labelPage } from '../../src/report/label-page.js';

const HOSTILE = '</script><img src=x onerror=alert(1)>\u2028&';
const page = labelPage({
  head: 'sentiment',
  question: 'Quel est le ton <b> ?',
  rule: 'Un fait qui déçoit est négatif.',
  choices: [
    { code: 'negative', word: 'négatif' },
    { code: 'positive', word: 'positif' },
  ],
  rows: [{ messageId: 'm1', channel: 'whatsapp', text: HOSTILE }],
});

it('holds texts as data that end no element, and gives them back whole', () => {
  expect(page).not.toContain('<img');
  expect(page.match(/<\/script>/g)).toHaveLength(2);
  const data = /<script type="application\/json" id="donnees">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
  expect(JSON.parse(data)).toMatchObject({ rows: [{ text: HOSTILE }] });
});

it('asks its question, as text, with the spaces of French', () => {
  expect(page).toContain('<h1>Quel est le ton &lt;b&gt;\u202f?</h1>');
  expect(page.replace(/<(?:script|style).*?<\/(?:script|style)>/gs, '')).not.toMatch(
    /[\p{L}\d»] [:;!?»]|« /u,
  );
  expect(page).toContain('tout est étiqueté\\u00a0: rendez');
  expect(page).toContain('Un fait qui déçoit est négatif.');
});

it('lets its own style and script run, and nothing else', () => {
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]?.replaceAll('&#39;', "'") ?? '';
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const script = /<script>(.*?)<\/script>/s.exec(page)?.[1] ?? '',
    style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`script-src ${hash(script)}`);
  expect(policy).toContain(`style-src ${hash(style)}`);
  const markup = page.replace(/<script type="application\/json".*?<\/script>/s, '');
  expect(markup).not.toMatch(/\shttps?:|src=|\son\w+=/);
});
