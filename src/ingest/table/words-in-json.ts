import { asObject, parseJson } from '../json/json.js';

/** The words of a cell that holds them as JSON: `{"type":"text","text":"Bonjour"}`. */
export function wordsInJson(cell: string): string {
  if (!cell.startsWith('{"') || !cell.endsWith('}')) return cell;
  try {
    const { text, body } = (asObject(parseJson(cell)) ?? {}) as Partial<Record<string, unknown>>;
    return [text, body].find((one) => typeof one === 'string') ?? cell;
  } catch {
    return cell;
  }
}
