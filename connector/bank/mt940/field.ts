// Cuts an MT940 or MT942 text into its fields, whatever a bank writes around and between the messages.

/** A field with its value as lines; the first is what stands behind the tag. `line` counts from 1. */
export type Field = { kind: 'field'; tag: string; lines: string[]; line: number };

/** The end mark of a message, '-' or '-}'. */
export type End = { kind: 'end'; line: number };

/** Every field of the two messages, and :NS: of German banks; a line that only looks like a tag (':08:15 h') is text. */
const TAGS: ReadonlySet<string> = new Set(
  '13 13C 13D 20 21 25 25P 28 28C 34F 60F 60M 61 62F 62M 64 65 86 90C 90D NS'.split(' '),
);

const TAG = /^:(\d{2}[A-Z]?|[A-Z]{2,3}|\d{3,4}):/;

/** Block marks of the SWIFT envelope. */
const BLOCK = /^\{[1-5]:/;

/** '-' alone, and what two banks make of it: letters X behind it, or '-å' of a national character set. */
const DASH = /^\s?-(?:X+|[^\s\w}])?\s*$/;

/** What a text says of itself before any field is read. */
export type Envelope = { message: 'MT940' | 'MT942'; endsInLine: boolean };

export function envelopeOf(text: string): Envelope {
  const named = /\{2:[IO]94([02])/.exec(text.slice(0, 65_536))?.[1];
  const isInterim =
    named === undefined ? /^:(?:34F|90[CD]):/m.test(text) && !/^:6[02][FM]:/m.test(text) : named === '2';
  return { message: isInterim ? 'MT942' : 'MT940', endsInLine: !/[\r\n}-]\s*$/.test(text.slice(-256)) };
}

/** Programs that keep a FinTS answer as it came leave '@@' where its lines end. */
export function withLines(text: string): string {
  return text.includes('@@:25') ? text.replaceAll('@@', '\r\n') : text;
}

/** Yields fields and end marks in the text's order. */
export class FieldReader {
  readonly #lines: string[];
  #field: Field | null = null;
  /** The message has its closing balance: a dash ends it, whatever follows. */
  #isClosed = false;
  /** The message began with '{4:', so that only '-}' ends it. */
  isInBlock = false;

  constructor(text: string) {
    this.#lines = text.split(/\r\n|\n|\r/);
  }

  *read(): Generator<Field | End> {
    for (const [i, content] of this.#lines.entries()) {
      const line = i + 1;
      if (/^\s?-\}/.test(content)) {
        yield* this.#end(line);
        this.isInBlock = content.includes('{4:');
      } else if (DASH.test(content) && this.#isEnd(i)) {
        yield* this.#end(line);
      } else if (BLOCK.test(content)) {
        yield* this.#flush();
        this.isInBlock ||= content.includes('{4:');
        const behind = content.slice(content.indexOf('{4:') + 3);
        if (content.includes('{4:') && TAG.test(behind)) this.#begin(behind, line);
      } else if (this.#isTag(content)) {
        yield* this.#flush();
        this.#begin(content, line);
      } else {
        this.#field?.lines.push(content);
      }
    }
    yield* this.#flush();
  }

  #begin(content: string, line: number): void {
    const tag = TAG.exec(content)![1]!;
    if (tag === '20') this.#isClosed = false;
    if (tag === '62F' || tag === '62M') this.#isClosed = true;
    this.#field = { kind: 'field', tag, lines: [content.slice(tag.length + 2)], line };
  }

  #isTag(content: string): boolean {
    const tag = TAG.exec(content)?.[1];
    if (tag === undefined) return false;
    return TAGS.has(tag) || this.#field?.tag !== '86' || !/^\d+$/.test(tag);
  }

  /** A dash can be a line of wrapped text; it ends a message that has its closing balance or is followed by another one. */
  #isEnd(at: number): boolean {
    if (this.#isClosed) return true;
    let next = at + 1;
    while (this.#lines[next]?.trim() === '') next += 1;
    const following = this.#lines[next];
    return following === undefined || BLOCK.test(following) || /^:(20|9\d\d):/.test(following);
  }

  *#flush(): Generator<Field> {
    if (this.#field) yield this.#field;
    this.#field = null;
  }

  *#end(line: number): Generator<Field | End> {
    yield* this.#flush();
    yield { kind: 'end', line };
  }
}
