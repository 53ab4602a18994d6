// Cuts a CFONB 120 text into its records of 120 characters, with or without line ends.

export const RECORD_UNITS = 120;

/** `line` counts records from 1 where the text has no line ends. */
export type CodedRecord = { text: string; line: number };

/** What a file of this format begins with: a record code, bank, branch and currency at their columns. */
const START = /^(?:01|04|05|07)\d{5}[0-9A-Z ]{4}[0-9A-Z ]{5}[A-Z]{3}/;

export function isCfonb120(head: string): boolean {
  const start = head.replace(/^[\s\uFFFD]+/, '');
  const end = start.search(/[\r\n]/);
  const length = end < 0 ? start.length : end;
  return START.test(start) && (length >= 100 || start.length < RECORD_UNITS);
}

/** The records in order; a line that is no whole number of records is yielded as it is, for the reader to refuse. */
export function* recordsOf(text: string): Generator<CodedRecord> {
  const lines = text.split(/\r\n|\n|\r/);
  const isOneLine = lines.filter((line) => !isBlank(line)).length === 1;
  for (const [i, line] of lines.entries()) {
    if (isBlank(line)) continue;
    for (const [k, record] of cut(line).entries()) yield { text: record, line: isOneLine ? k + 1 : i + 1 };
  }
}

/** Trailing blanks of a record are lost on the way more often than not; anything behind the record is not. */
function cut(line: string): string[] {
  if (line.length <= RECORD_UNITS) return [line.padEnd(RECORD_UNITS)];
  const records: string[] = [];
  for (let at = 0; at < line.length; at += RECORD_UNITS) {
    const record = line.slice(at, at + RECORD_UNITS);
    if (!isBlank(record)) records.push(record.padEnd(RECORD_UNITS));
  }
  return records;
}

/** Nothing but blanks and the end mark of DOS. */
function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x20) return false;
  return true;
}
