const bilingual = {
  type: 'object',
  required: ['fr', 'en'],
  additionalProperties: false,
  properties: { fr: { type: 'string' }, en: { type: 'string' } },
} as const;

const pointer = {
  type: 'object',
  description:
    'a number of the summary: in the table of the metric, the row with these cells; without row, the metric itself',
  required: ['metric', 'column', 'value', 'n'],
  additionalProperties: false,
  properties: {
    metric: { type: 'string' },
    row: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
    column: { type: 'string' },
    value: { type: 'number' },
    n: { type: 'number', minimum: 0 },
  },
} as const;

/** JSON Schema (2020-12) of `metrics.json`. */
export const METRICS_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'metrics.json of deversoir',
  type: 'object',
  required: ['deversoir', 'language', 'title', 'subtitle', 'totals', 'summary', 'metrics'],
  additionalProperties: false,
  properties: {
    deversoir: { type: 'string', description: 'version of the library' },
    language: { enum: ['fr', 'en'] },
    title: { type: 'string' },
    subtitle: { type: 'string' },
    totals: {
      type: 'object',
      description: 'rows read = kept + duplicates + rejected',
      required: ['read', 'kept', 'duplicates', 'rejected'],
      additionalProperties: { type: 'integer', minimum: 0 },
    },
    summary: {
      type: 'object',
      required: ['tiles', 'sentences'],
      additionalProperties: false,
      properties: {
        tiles: {
          type: 'array',
          maxItems: 5,
          items: {
            type: 'object',
            required: ['label', 'text', 'figure'],
            additionalProperties: false,
            properties: { label: { type: 'string' }, text: { type: 'string' }, figure: pointer },
          },
        },
        sentences: {
          type: 'array',
          items: {
            type: 'object',
            required: ['text', 'figures'],
            additionalProperties: false,
            properties: { text: { type: 'string' }, figures: { type: 'array', items: pointer } },
          },
        },
      },
    },
    metrics: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'label', 'unit', 'value', 'n', 'denominator', 'interval', 'method', 'table'],
        properties: {
          name: { type: 'string', pattern: '^[a-z][A-Za-z0-9]*$' },
          label: bilingual,
          unit: {
            enum: [
              'messages',
              'cases',
              'articles',
              'share',
              'score',
              'hours',
              'days',
              'ratio',
              'events',
              'euros',
            ],
          },
          value: { type: ['number', 'null'] },
          n: { type: 'number', minimum: 0 },
          denominator: bilingual,
          interval: {
            oneOf: [
              { type: 'null' },
              {
                type: 'object',
                required: ['low', 'high', 'level', 'method'],
                properties: {
                  low: { type: 'number' },
                  high: { type: 'number' },
                  level: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
                  method: { type: 'string' },
                },
              },
            ],
          },
          method: bilingual,
          limits: bilingual,
          notMeasured: bilingual,
          table: { type: 'array', items: { type: 'object' } },
        },
      },
    },
  },
} as const;
