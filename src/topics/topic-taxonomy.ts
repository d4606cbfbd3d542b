import { readFileSync } from 'node:fs';
import type { CorpusConfig } from '../model/config.js';
import type { TopicNode, TopicTaxonomy } from '../model/index.js';
import { DeversoirError } from '../util/errors.js';
import { isObject } from '../util/checked-json.js';

/** Taxonomies of subjects shipped with the package. */
export const TOPIC_TAXONOMIES = ['agri-food', 'retail'] as const;

const LONGEST_PATTERN = 200;

type Fail = (what: string, expected: string) => DeversoirError;
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
function checkTexts(where: string, value: unknown, fail: Fail): void {
  if (value !== undefined && (!Array.isArray(value) || !value.every(isText)))
    throw fail(`${where} is ${JSON.stringify(value)}`, 'a list of texts');
}

function checkBilingual(where: string, value: unknown, fail: Fail): void {
  if (!isObject(value) || !isText(value['fr']) || !isText(value['en']))
    throw fail(`${where} is ${JSON.stringify(value) ?? 'missing'}`, '{ "fr": "…", "en": "…" }');
}

function checkWeighted(where: string, key: 'term' | 'pattern', value: unknown, fail: Fail): void {
  const expected = `a list of texts or of { "${key}": "…", "weight": 0.5 }`;
  if (!Array.isArray(value)) throw fail(`${where} is ${JSON.stringify(value) ?? 'missing'}`, expected);
  for (const item of value as unknown[]) {
    const ok =
      isText(item) ||
      (isObject(item) &&
        isText(item[key]) &&
        typeof item['weight'] === 'number' &&
        Number.isFinite(item['weight']) &&
        item['weight'] !== 0);
    if (!ok) throw fail(`${where} holds ${JSON.stringify(item)}`, expected);
  }
}

function checkPattern(where: string, pattern: string, fail: Fail): void {
  if (pattern.length > LONGEST_PATTERN)
    throw fail(`${where}: a pattern of ${pattern.length} characters`, `${LONGEST_PATTERN} at most`);
  try {
    RegExp(pattern, 'iu').test('');
  } catch (error) {
    throw fail(
      `${where}: "${pattern}" is no regular expression (${error instanceof Error ? error.message : ''})`,
      'the syntax of JavaScript with the flag u',
    );
  }
}

const NODE_KEYS = [
  'label',
  'parent',
  'definition',
  'terms',
  'patterns',
  'exclude',
  'examples',
  'counterExamples',
];

const PLAIN_ID = /^[\p{L}\p{N}_-]+$/u;

/** Whether a text can be told the topic: by its own words, or by an aspect's. */
const canSpeak = (id: string, nodes: TopicTaxonomy['topics']): boolean =>
  Object.entries(nodes).some(
    ([other, { parent, terms, patterns = [], examples = [] }]) =>
      (other === id || parent === id) && terms.length + patterns.length + examples.length > 0,
  );

function checkNode(id: string, node: unknown, ids: ReadonlySet<string>, fail: Fail): void {
  if (!isObject(node)) throw fail(`topic "${id}"`, 'an object with label and terms');
  const unknown = Object.keys(node).find((key) => !NODE_KEYS.includes(key));
  if (unknown !== undefined) throw fail(`topic "${id}": unknown key "${unknown}"`, NODE_KEYS.join(', '));
  checkBilingual(`topic "${id}": label`, node['label'], fail);
  if (node['definition'] !== undefined) checkBilingual(`topic "${id}": definition`, node['definition'], fail);
  checkWeighted(`topic "${id}": terms`, 'term', node['terms'], fail);
  if (node['patterns'] !== undefined) {
    checkWeighted(`topic "${id}": patterns`, 'pattern', node['patterns'], fail);
    for (const item of node['patterns'] as TopicNode['patterns'] & object)
      checkPattern(`topic "${id}"`, typeof item === 'string' ? item : item.pattern, fail);
  }
  for (const key of ['exclude', 'examples', 'counterExamples'])
    checkTexts(`topic "${id}": ${key}`, node[key], fail);
  const { parent } = node;
  if (parent !== undefined && (!isText(parent) || !ids.has(parent) || parent === id))
    throw fail(`topic "${id}": parent ${JSON.stringify(parent)}`, `another topic: ${[...ids].join(', ')}`);
}

/**
 * Checks a taxonomy of subjects: ids, labels, terms with weights, patterns, parents of one level.
 *
 * Throws `data-invalid` with the file, the topic, the value and what was expected.
 *
 * @example
 * checkTopicTaxonomy({ id: 'mine', topics: { recipe: { label: { fr: 'Recette', en: 'Recipe' }, terms: ['nouvelle recette'] } } }).id
 * // → 'mine'
 */
export function checkTopicTaxonomy(value: unknown, file = 'taxonomy'): TopicTaxonomy {
  const fail: Fail = (what, expected) =>
    new DeversoirError('data-invalid', what, { hint: `expected ${expected}`, place: { file } });
  if (!isObject(value) || !isText(value['id']) || !isObject(value['topics']))
    throw fail('no id or topics', '{ "id": "mine", "topics": { "recipe": { "label": …, "terms": […] } } }');
  if (!PLAIN_ID.test(value['id']))
    throw fail(`id ${JSON.stringify(value['id'])}`, 'letters, digits, "-" and "_"');
  const topics = value['topics'];
  const ids = new Set(Object.keys(topics));
  if (ids.size === 0) throw fail('topics is empty', 'one topic at least');
  for (const [id, node] of Object.entries(topics)) checkNode(id, node, ids, fail);
  const nodes = topics as TopicTaxonomy['topics'];
  const labels = new Map<string, string>();
  for (const [id, { label, parent }] of Object.entries(nodes)) {
    const twin = labels.get(label.fr);
    if (twin !== undefined)
      throw fail(`topics "${twin}" and "${id}" are both called "${label.fr}"`, 'one name each');
    labels.set(label.fr, id);
    if (/[\r\n]/.test(label.fr)) throw fail(`topic "${id}": label ${JSON.stringify(label.fr)}`, 'one line');
    if (!canSpeak(id, nodes))
      throw fail(`topic "${id}" has neither terms, patterns nor examples`, 'one of them, or an aspect of it');
    if (parent !== undefined && nodes[parent]?.parent !== undefined)
      throw fail(`topic "${id}": its parent "${parent}" has a parent too`, 'two levels: subject and aspect');
  }
  return value as unknown as TopicTaxonomy;
}

/**
 * Reads a taxonomy of subjects from JSON, see `TopicTaxonomy`. Throws `data-invalid` as `checkTopicTaxonomy`.
 *
 * @example
 * Object.keys(parseTopicTaxonomy('{"id":"t","topics":{"queue":{"label":{"fr":"Attente","en":"Queue"},"terms":["file d’attente"]}}}').topics)
 * // → ['queue']
 */
export function parseTopicTaxonomy(json: string, file = 'taxonomy'): TopicTaxonomy {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new DeversoirError('data-invalid', 'not a JSON document', {
      hint: 'a taxonomy is a JSON object with id and topics',
      place: { file },
      cause,
    });
  }
  return checkTopicTaxonomy(value, file);
}

const isShipped = (name: string): boolean => (TOPIC_TAXONOMIES as readonly string[]).includes(name);

/** A configuration without paths of taxonomies: their files are read; shipped ones stay names. Throws as `loadTopicTaxonomy`. */
export const wholeTaxonomies = (config: CorpusConfig): CorpusConfig => ({
  ...config,
  ...(config.taxonomies && {
    taxonomies: config.taxonomies.map((one) =>
      typeof one === 'string' && !isShipped(one) ? loadTopicTaxonomy(one) : one,
    ),
  }),
});

/**
 * A taxonomy by what a configuration names it: one that ships (`agri-food`, `retail`), or a JSON file.
 *
 * Throws `input-not-found` for a file that does not exist, `data-invalid` for one that is no taxonomy.
 *
 * @example
 * loadTopicTaxonomy('retail').topics['self-checkout'].label.fr
 * // → 'Caisse automatique'
 */
export function loadTopicTaxonomy(name: string): TopicTaxonomy {
  const file = isShipped(name) ? new URL(`./data/taxonomies/${name}.json`, import.meta.url) : name;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new DeversoirError('input-not-found', `taxonomy "${name}" can't be read`, {
      hint: `give ${TOPIC_TAXONOMIES.join(', ')}, or the path of a JSON file`,
      cause,
    });
  }
  return parseTopicTaxonomy(text, name);
}
