import { describe, expect, it } from 'vitest';
import { findingSlide } from '../../../src/report/deck/finding-slide.js';
import type { Finding, StoryChart } from '../../../src/report/story/story.js';
import { FIGURE, plainFinding } from '../story/plain-story.js';
import { slidesOf, type SaidSlide } from './desk-of.js';

const words = (n: number, word: string): string =>
  Array.from({ length: n }, (_, at) => `${word}${at}`).join(' ');
const slideOf = async (finding: Partial<Finding>): Promise<SaidSlide | undefined> =>
  (await slidesOf((desk) => findingSlide(desk, plainFinding(finding))))[0];
const CHART: StoryChart = {
  kind: 'bars',
  title: 'Réponses par canal',
  subtitle: 'part des dossiers',
  style: 'share',
  series: [
    {
      name: 'part',
      marks: [{ label: 'e-mail', value: 0.4, low: 0.3, high: 0.5, n: 90, text: '40 %', detail: '' }],
    },
  ],
  events: [],
  alt: '',
};
const quote = (text: string, sentiment = 'negative') => ({ text, sentiment, source: 'avis' });
const action = (text: string) => ({ text, figures: [], finding: 'answers', stake: 0.4 });

describe('the slide of a finding', () => {
  it('has its chart with its title, a quote and the action; the rest stands in the notes', async () => {
    const slide = await slideOf({
      chart: CHART,
      quotes: [quote('Personne ne répond jamais')],
      action: action('Répondre sous un jour.'),
      limits: 'Peu de dossiers.',
    });
    expect(slide?.texts).toEqual([
      plainFinding().title,
      'Réponses par canal',
      '« Personne ne répond jamais »',
      'avis',
      'de 30 % à 50 %, 90 dossiers',
      'Répondre sous un jour.',
    ]);
    expect(slide?.notes).toContain('Méthode : Wilson.');
    expect(slide?.notes).toContain('Limites : Peu de dossiers.');
  });

  it('says on how much it stands, by the count alone where no more words are left', async () => {
    const base = async (title: number): Promise<string | undefined> =>
      (
        await slideOf({
          title: words(title, 'titre'),
          chart: CHART,
          figures: [{ ...FIGURE, denominator: 'dossiers qui appelaient une réponse, datés ou non' }],
          evidence: 'de 30 % à 50 % ; n = 90 dossiers',
        })
      )?.texts.at(-1);
    // 40 words less 3 of the chart's title; the sentence has 7, the count 2
    expect(await base(30)).toBe('de 30 % à 50 % ; n = 90 dossiers');
    // then what is counted, by its first words, as long as one is left
    expect(await base(34)).toBe('n = 90 dossiers');
    expect(await base(35)).toBe('n = 90');
    // the title of the chart is the chart's own where its words are the count's, and holds the count where none are left
    expect(await base(36)).toBe('n = 90 dossiers');
    const [crowded] = await slidesOf((desk) =>
      findingSlide(desk, plainFinding({ title: words(39, 'titre'), chart: CHART, figures: [FIGURE] })),
    );
    expect(crowded?.charts).toEqual(['Réponses par canal (n = 90)']);
  });

  it('cuts a quote after its first sentences, and shows the cut; beside a chart it cuts none', async () => {
    const first = `${words(8, 'dit')}.`;
    const quotes = [quote(`${first} ${words(40, 'reste')}.`)];
    expect((await slideOf({ quotes }))?.texts).toContain(`« ${first} […] »`);
    expect((await slideOf({ chart: CHART, quotes }))?.texts.join(' ')).not.toContain('dit0');
  });

  it('takes a quote that fits whole before one that would be cut', async () => {
    const long = `${words(8, 'dit')}. ${words(40, 'reste')}.`;
    const slide = await slideOf({
      chart: CHART,
      quotes: [quote(long), quote('Toujours rien après dix jours')],
    });
    expect(slide?.texts).toContain('« Toujours rien après dix jours »');
    expect(slide?.texts.join(' ')).not.toContain('dit0');
  });

  it('says what its chart counts, in the chart where the slide has no words left', async () => {
    const counted = async (title: string): Promise<readonly [boolean, string]> => {
      const desk = await slidesOf((one) =>
        findingSlide(one, plainFinding({ title, chart: CHART, action: action(words(20, 'faire')) })),
      );
      return [desk[0]?.texts.includes(CHART.title) ?? false, desk[0]?.charts.join() ?? ''];
    };
    expect(await counted(words(15, 'titre'))).toEqual([true, '']);
    expect(await counted(words(18, 'titre'))).toEqual([false, CHART.title]);
  });

  it('says what its bars sum up to where that is not the n of the finding', async () => {
    const chart = { ...CHART, counted: '258 messages sur la période montrée' };
    const slide = await slideOf({ chart, figures: [FIGURE] });
    expect(slide?.texts).toContain(chart.counted);
    expect(slide?.texts.join(' ')).not.toContain('n\u00a0=');
  });

  it('shows no shorter quote of another tone', async () => {
    const slide = await slideOf({
      chart: CHART,
      quotes: [quote(words(60, 'long')), quote('Très contente, merci à tous', 'positive')],
    });
    expect(slide?.texts.join(' ')).not.toContain('contente');
  });

  it('leaves the action to its own slide where a text is all there is to see', async () => {
    const text = words(26, 'mot');
    const slide = await slideOf({ quotes: [quote(text)], action: action(words(10, 'faire')) });
    expect(slide?.texts).toContain(`« ${text} »`);
    expect(slide?.texts.join(' ')).not.toContain('faire0');
    expect(slide?.notes).toContain('faire0');
  });

  it('takes the first words of a text without sentences, six at least', async () => {
    // 40 words less 7 of the title and 1 of the source
    const slide = await slideOf({ quotes: [quote(words(60, 'mot'))] });
    expect(slide?.texts[1]).toBe(`« ${words(32, 'mot')} […] »`);
    const crowded = await slideOf({ title: words(35, 'titre'), quotes: [quote(words(60, 'mot'))] });
    expect(crowded?.texts).toEqual([words(35, 'titre')]);
  });
});
