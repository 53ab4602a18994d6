// CSV as French spreadsheets open it: semicolons, UTF-8 with its mark, CR LF.

/** A cell that a spreadsheet would run as a formula is kept as text. */
export function csvText(rows: readonly (readonly string[])[]): Uint8Array {
  const text = rows.map((row) => row.map(cell).join(';')).join('\r\n');
  return new TextEncoder().encode(`\ufeff${text}\r\n`);
}

function cell(text: string): string {
  const safe = /^[=+@\t\r]|^-(?![\d.,]*$)/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
