import { expect, it } from 'vitest';
import { careFindings } from '../../../../src/report/story/findings/care.js';
import { plain, telling, written } from '../../written.js';

/** What is said of two private channels, the second answered at 30 %, and how far it is from the first at the most. */
async function title(differenceHigh: number | null): Promise<string> {
  const row = (channel: string, answered: number, n: number, difference: number | null) => ({
    stage: 'private',
    channel,
    answered,
    n,
    share: answered / n,
    low: answered / n - 0.1,
    high: answered / n + 0.1,
    difference: difference === null ? null : difference - 0.1,
    differenceLow: difference === null ? null : difference - 0.2,
    differenceHigh: difference,
  });
  const metric = await written('responseRate', 'share', {
    value: 0.6,
    low: 0.5,
    high: 0.7,
    rows: [
      row('email', 84, 100, differenceHigh === null ? null : -differenceHigh),
      row('ticket', 30, 100, differenceHigh),
    ],
  });
  const [finding] = careFindings(telling([metric], { brand: 'Brel' }));
  return plain(finding?.title ?? '');
}

it('calls what is answered by what its rate counts: cases in private, complaints in public', async () => {
  const told = async (stage: 'private' | 'public', brand = 'Brel'): Promise<readonly string[]> => {
    const row = { stage, channel: 'x-post', answered: 30, n: 100, share: 0.33, low: 0.25, high: 0.42 };
    const metric = await written('responseRate', 'share', {
      value: 0.33,
      low: 0.25,
      high: 0.42,
      rows: [row],
    });
    const findings = careFindings(telling([metric], { brand }));
    return findings.map(({ title: one }) => plain(one));
  };
  expect(await told('private')).toEqual(['La marque ne répond qu’à 33,0 % des dossiers privés']);
  expect(await told('public')).toEqual(['La marque ne répond qu’à 33,0 % des plaintes publiques']);
  expect(await told('public', '')).toEqual(['Seulement 33,0 % des plaintes publiques ont une réponse']);
});

it('says of no client what all brands of a folder answer', async () => {
  const row = {
    stage: 'public',
    channel: 'x-post',
    answered: 30,
    n: 100,
    share: 0.33,
    low: 0.25,
    high: 0.42,
  };
  const answers = await written('responseRate', 'share', { value: 0.33, low: 0.25, high: 0.42, rows: [row] });
  const tone = await written('netSentimentScore', 'score', { value: 0.1, n: 100 });
  const named = (group: string, messages: number) => ({ by: 'brand', group, messages });
  const brands = await written('benchmarks', 'share', { rows: [named('Brel', 70), named('Anou', 30)] });
  const findings = careFindings(telling([answers, tone, brands], { brand: 'Brel' }));
  expect(findings.map(({ title: one }) => plain(one))).toEqual([
    'Seulement 33,0 % des plaintes publiques ont une réponse, toutes marques',
  ]);
});

it('names the channel that waits most where it surely stands apart', async () => {
  expect(await title(-0.1)).toMatch(/ ; sur .*, à 30,0 %$/);
  expect(await title(0.05)).toBe('La marque répond à 60,0 % des dossiers privés');
  // alone in its stage: apart from the whole where the two intervals do not even touch
  expect(await title(null)).toMatch(/ ; sur .*, à 30,0 %$/);
});

/** What is told of mail answered at 87 % and of public channels, by how many were answered of 100; `null`: replies are not in the exports. */
async function beside(channels: Readonly<Record<string, number | null>>) {
  const row = (stage: string, channel: string, answered: number | null) => ({
    stage,
    channel,
    answered: answered ?? 0,
    n: 100,
    share: answered === null ? null : answered / 100,
    low: answered === null ? null : answered / 100 - 0.08,
    high: answered === null ? null : answered / 100 + 0.08,
    difference: null,
    differenceLow: -0.1,
    differenceHigh: 0.1,
  });
  const metric = await written('responseRate', 'share', {
    value: 0.87,
    low: 0.8,
    high: 0.92,
    rows: [
      row('private', 'email', 87),
      ...Object.entries(channels).map(([name, answered]) => row('public', name, answered)),
    ],
  });
  const [finding] = careFindings(telling([metric], { brand: 'Brel' }));
  return {
    title: plain(finding?.title ?? ''),
    action: plain(finding?.action?.text ?? ''),
    bars: finding?.chart?.series[0]?.marks.map(({ value }) => value),
  };
}

it('says what public channels are answered beside private cases, where all of them surely less, and calls to answer there', async () => {
  expect(await beside({ 'x-post': 31, 'facebook-comment': 34 })).toMatchObject({
    title: 'La marque répond à 87,0 % des dossiers privés ; en public, de 31,0 % à 34,0 % selon le canal',
    // in public the rate is of complaints, not of the cases that are read
    action:
      'Répondre davantage en public, d’abord sur X (publications), où le plus de plaintes restent sans réponse : 31,0 % en ont une.',
  });
  expect((await beside({ 'x-post': 31 })).title).toBe(
    'La marque répond à 87,0 % des dossiers privés ; en public, à 31,0 %',
  );
  // one public channel is answered as private cases are
  expect(await beside({ 'x-post': 31, 'google-review': 85 })).toMatchObject({
    title: 'La marque répond à 87,0 % des dossiers privés',
    action: '',
  });
});

it('draws the channels from the most answered to the least, those whose replies are not exported left out', async () => {
  const { bars } = await beside({ 'x-post': 3, 'x-comment': null, 'google-review': 95, web: 40 });
  expect(bars).toEqual([0.95, 0.87, 0.4, 0.03]);
});
