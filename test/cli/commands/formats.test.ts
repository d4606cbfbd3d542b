import { expect, it } from 'vitest';
import { formatInFrench } from '../../../src/cli/help-fr/format-titles.js';
import { formats } from '../../../src/ingest/reader.js';
import { shippedJson } from '../../../src/util/shipped-json.js';
import { run } from '../run-here.js';

it('names every format in French, and no other', () => {
  const { titles } = shippedJson('../../../src/cli/help-fr/format-titles.json', import.meta.url) as {
    titles: Record<string, string>;
  };
  expect(Object.keys(titles).toSorted()).toEqual(
    formats()
      .map(({ format }) => format)
      .toSorted(),
  );
  expect(Object.values(titles).filter((title) => /[a-zé] [;:!?]|'|unverified|\bby\b/.test(title))).toEqual(
    [],
  );
});

it('tells the way to an export in French, and headers as they are', () => {
  const of = (name: string): string | undefined =>
    formats()
      .filter(({ format }) => format === name)
      .map((one) => formatInFrench(one).example)[0];
  expect(of('telegram-html')).toBe(
    'Exporter l’historique de la discussion → HTML: messages.html, messages2.html',
  );
  expect(of('linkedin-comments')).toBe('Date,Link,Message');
});

it('lists in the language that is asked for', async () => {
  const [french, english] = [await run('formats', '--lang', 'fr'), await run('formats')];
  expect(french.out).toMatch(/^whatsapp +privé +imité +discussion WhatsApp \(\.txt, ou le \.zip d’iOS\)$/m);
  expect(english.out).toMatch(/^whatsapp +private +fixture +WhatsApp chat/m);
});
