// Finds the raw ampersand that misleads an XML parser: it reads on to the next semicolon and complains there, or at the end.

export type Position = { line: number; column: number };

/** Starts no reference, to a character or a named one, and is not cut off by the end of the piece. */
const RAW = /&(?!#\d+;|#x[\da-f]+;|[a-z][\w.-]*;|#?[\w.-]*$)/i;

/** Remembers the last suspect. In a comment or CDATA section it is harmless, so only a parser that stops after it makes it one. */
export class AmpersandWatch {
  #suspect: Position | null = null;

  /** Looks through a piece of text before it is parsed from the parser's position on. */
  look(text: string, from: Position): void {
    if (!text.includes('&')) return;
    const at = text.search(RAW);
    if (at < 0) return;
    const before = text.slice(0, at).split(/\r\n|\r|\n/);
    const last = before.at(-1) ?? '';
    const column = before.length === 1 ? from.column + last.length + 1 : last.length + 1;
    this.#suspect = { line: from.line + before.length - 1, column };
  }

  /** The suspect if the parser has seen no tag since it. */
  after(lastTag: Position): Position | null {
    const it = this.#suspect;
    if (it === null) return null;
    return it.line > lastTag.line || (it.line === lastTag.line && it.column > lastTag.column) ? it : null;
  }
}
