/**
 * JSON without its comments (`//` to the end of the line, and blocks) and without commas before a closing bracket; texts and lines stay as they are.
 *
 * @example
 * JSON.parse(withoutComments('{ "a": "http://b", // why\n }'))
 * // → { a: 'http://b' }
 */
export const withoutComments = (json: string): string =>
  json
    .replace(/"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (part) =>
      part.startsWith('"') ? part : part.replace(/[^\n]/g, ''),
    )
    .replace(/"(?:[^"\\]|\\.)*"|,(?=\s*[}\]])/g, (part) => (part.startsWith('"') ? part : ''));
