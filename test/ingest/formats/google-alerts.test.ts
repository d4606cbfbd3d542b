import { describe, expect, it } from 'vitest';
import { articleUrl, googleAlerts, queryOf } from '../../../src/ingest/formats/google-alerts.js';
import { expectGolden, goldenFiles, readText } from '../read-sample.js';

describe('google-alerts', () => {
  it('reads the golden files as expected', async () => {
    await expectGolden(googleAlerts, await goldenFiles(googleAlerts, ['alert-fr.xml']));
  });

  it('unwraps the address of the article, and only a web address', () => {
    expect(articleUrl('https://www.google.com/url?rct=j&url=https://a.example/x%3Fy%3D1&ct=ga')).toBe(
      'https://a.example/x?y=1',
    );
    expect(articleUrl('https://www.google.fr/url?q=http://a.example/')).toBe('http://a.example/');
    expect(articleUrl('https://a.example/url?url=https://b.example')).toBe(
      'https://a.example/url?url=https://b.example',
    );
    expect(articleUrl('https://www.google.com/url?url=javascript:alert(1)')).toBeUndefined();
    expect(articleUrl('javascript:alert(1)')).toBeUndefined();
  });

  it('finds the query in the title of any language', () => {
    expect(queryOf('Google Alert - lait bio')).toBe('lait bio');
    expect(queryOf('Google Alerte – "Val d\'Orée"')).toBe("Val d'Orée");
    expect(queryOf('Google Alert - "a" OR "b"')).toBe('"a" OR "b"');
  });

  it('keeps scripts out of the text', async () => {
    const { records } = await readText(
      googleAlerts,
      '<feed><entry><id>tag:google.com,2013:googlealerts/feed:1</id><title type="html">a&lt;script&gt;x()&lt;/script&gt;</title></entry></feed>',
      'a.xml',
    );
    expect(records[0]?.title).toBe('a');
  });
});
