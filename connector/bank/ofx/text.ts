// Walks an OFX text from tag to tag in one pass: whatever is no tag, comment or instruction is text.
import { decoded } from './character.ts';
import { TAG_UNITS_MAX, type Tag, tagReader } from './tag.ts';

/** What stood before a tag, decoded, and the tag; `tag` null at the end of the text. `at` is where the tag begins. */
export type Run = { value: string; tag: Tag | null; at: number };

/** Why a text cannot be walked further. */
export type Stop = { reason: 'unclosed' | 'doctype'; what: string; at: number };

type Special = { end: number; text: string };

export class Walker {
  readonly #text: string;
  readonly #read = tagReader();
  #at = 0;
  /** The first '>' at or behind the place where it was last looked for: found once, not for every '<' before it. */
  #nextEnd = -2;

  constructor(text: string) {
    this.#text = text;
  }

  /** The next tag with the text before it. */
  next(): Run | Stop {
    const text = this.#text;
    let value = '';
    let from = this.#at;
    let look = from;
    for (;;) {
      const start = text.indexOf('<', look);
      if (start < 0) {
        this.#at = text.length;
        return { value: value + decoded(text.slice(from)), tag: null, at: text.length };
      }
      const tag = this.#tagAt(start);
      if (tag) {
        this.#at = this.#nextEnd + 1;
        return { value: value + decoded(text.slice(from, start)), tag, at: start };
      }
      const special = this.#specialAt(start);
      if (special && 'reason' in special) return special;
      if (special) {
        value += decoded(text.slice(from, start)) + special.text;
        from = special.end;
      }
      look = special ? special.end : start + 1;
    }
  }

  #tagAt(start: number): Tag | null {
    if (this.#nextEnd < start && this.#nextEnd !== -1) this.#nextEnd = this.#text.indexOf('>', start);
    const end = this.#nextEnd;
    if (end < 0 || end - start > TAG_UNITS_MAX) return null;
    return this.#read(this.#text.slice(start + 1, end));
  }

  /** A comment, a processing instruction, a CDATA section or a declaration; null when the '<' is text. */
  #specialAt(start: number): Special | Stop | null {
    const text = this.#text;
    const second = text.charCodeAt(start + 1);
    if (second === 0x3f) return this.#until('?>', start, 2, false);
    if (second !== 0x21) return null;
    if (text.startsWith('<!--', start)) return this.#until('-->', start, 4, false);
    if (text.startsWith('<![CDATA[', start)) return this.#until(']]>', start, 9, true);
    return /^<!(DOCTYPE|ENTITY)/i.test(text.slice(start, start + 9))
      ? { reason: 'doctype', what: 'DOCTYPE', at: start }
      : null;
  }

  #until(mark: string, start: number, skip: number, isText: boolean): Special | Stop {
    const end = this.#text.indexOf(mark, start + skip);
    if (end < 0) return { reason: 'unclosed', what: mark, at: start };
    return { end: end + mark.length, text: isText ? this.#text.slice(start + skip, end) : '' };
  }
}
