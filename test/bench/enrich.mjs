import { createRequire } from 'node:module';
import { createEnricher } from '../../dist/enrich/enricher.js';
import { seededRandom } from '../../dist/util/random.js';

const OPENINGS = [
  'Bonjour,',
  'Franchement',
  'Alors là',
  'Hello',
  'Merci mais',
  'Encore une fois',
  '@marque',
  'Pour info',
  'Svp',
  'Honnêtement',
  'Hi,',
  'Well',
];
const SUBJECTS = [
  'la livraison',
  'mon colis',
  'le rayon bio',
  'ce fromage',
  'la viande',
  'le service client',
  'votre appli',
  'le drive de Rezé',
  'la caisse',
  'le prix du lait',
  'the delivery',
  'your app',
  'le yaourt',
  'la carte de fidélité',
  'le pain',
  'l’emballage',
  'cette recette',
  'le magasin de Nantes',
];
const VERDICTS = [
  'est vraiment décevant',
  'est arrivé cassé',
  'était parfait',
  'n’est toujours pas remboursé',
  'a un goût bizarre',
  'est trop cher',
  'is great',
  'never arrived',
  'me plaît beaucoup',
  'est en rupture depuis 3 semaines',
  'mérite mieux',
  'sent mauvais',
  'est un régal',
  'was cold again',
];
const ENDINGS = [
  'je ne reviendrai pas !!',
  'bravo à l’équipe 👏',
  'que faire ?',
  'c’est honteux 😡',
  'quelqu’un peut répondre ?',
  'merci 🙂',
  '#déçu',
  'mdr',
  'à suivre...',
  'commande 48213977',
  'thanks',
  'jpp',
  'pas mal du tout',
  'c’est pas la mort',
  'vu chez Carrefour',
  'et pourtant j’adore la marque',
];

/** Comments of about 100 characters, French with some English, from a seed. */
export function sampleComments(count, seed = 11) {
  const random = seededRandom(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  return Array.from({ length: count }, () => {
    let text = `${pick(OPENINGS)} ${pick(SUBJECTS)} ${pick(VERDICTS)}, ${pick(ENDINGS)}`;
    while (text.length < 85) text += ` ${pick(SUBJECTS)} ${pick(VERDICTS)}`;
    return `${text.slice(0, 96)} ${Math.floor(random() * 10_000)}`;
  });
}

/** Texts a second of `run` over `count` texts, the best of six rounds on the same texts: the first ones warm the compiler up. */
async function rate(count, run) {
  let best = Infinity;
  for (let round = 0; round < 6; round++) {
    const started = performance.now();
    await run();
    best = Math.min(best, performance.now() - started);
  }
  return Math.round((count / best) * 1000);
}

/**
 * Speed of the whole enrichment on one core, beside packages that do one of its tasks on the same texts.
 * Returns { startMs, textsPerSecond, others: [{ name, task, textsPerSecond, ratio }] }.
 */
export async function benchEnrich(count = 20_000) {
  const require = createRequire(import.meta.url);
  const texts = sampleComments(count);
  const started = performance.now();
  const enricher = await createEnricher();
  const startMs = Math.round(performance.now() - started);
  const batch = {
    length: count,
    text: texts,
    title: texts.map(() => null),
    genre: texts.map(() => 'comment'),
    givenLanguage: texts.map(() => null),
  };
  const textsPerSecond = await rate(count, () => enricher.enrich(batch));
  const few = texts.slice(0, Math.min(count, 2000));
  const SentimentAnalyzer = require('natural/lib/natural/sentiment/SentimentAnalyzer.js');
  const stemmer = require('natural/lib/natural/stemmers/porter_stemmer_fr.js');
  const analyzer = new SentimentAnalyzer('French', stemmer, 'pattern');
  const Sentiment = require('sentiment');
  const sentiment = new Sentiment();
  const vader = require('vader-sentiment');
  const { franc } = await import('franc');
  const packages = [
    {
      name: 'natural',
      task: 'French sentiment',
      run: (list) => list.forEach((text) => analyzer.getSentiment(text.split(' '))),
    },
    {
      name: 'sentiment',
      task: 'English sentiment',
      run: (list) => list.forEach((text) => sentiment.analyze(text)),
    },
    {
      name: 'vader-sentiment',
      task: 'English sentiment',
      run: (list) => list.forEach((text) => vader.SentimentIntensityAnalyzer.polarity_scores(text)),
    },
    { name: 'franc', task: 'language', run: (list) => list.forEach((text) => franc(text)) },
  ];
  const others = [];
  for (const { name, task, run } of packages) {
    const speed = await rate(few.length, () => run(few));
    others.push({ name, task, textsPerSecond: speed, ratio: Number((textsPerSecond / speed).toFixed(2)) });
  }
  return { startMs, textsPerSecond, others };
}

export async function bench() {
  const { startMs, textsPerSecond, others } = await benchEnrich();
  console.log(
    `enrichment, all heads, comments of about 100 characters: ${textsPerSecond} a second on one core; start-up ${startMs} ms`,
  );
  for (const { name, task, textsPerSecond: speed, ratio } of others)
    console.log(`  ${name} (${task} alone): ${speed} a second; ours, everything, is ${ratio}×`);
}
