/** A delimited table with every field that needs it quoted; `always` quotes all, as some tools do. */
export function writeTable(
  rows: readonly (readonly (string | number)[])[],
  { delimiter = ',', newline = '\r\n', always = false } = {},
): string {
  const needs = new RegExp(`["\\r\\n${delimiter === '\t' ? '\\t' : delimiter}]`);
  const field = (value: string | number): string => {
    const text = String(value);
    return always || needs.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => row.map(field).join(delimiter) + newline).join('');
}
