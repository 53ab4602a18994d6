// Line numbers of places in a text, found in one pass when they are asked for in order.

export class Lines {
  readonly #text: string;
  #line = 1;
  /** Where the current line begins, and where it ends. */
  #start = 0;
  #end = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** The line of a place, counted from 1. A place before the last one costs a new pass. */
  at(place: number): number {
    if (place < this.#start) {
      this.#line = 1;
      this.#start = 0;
      this.#end = -1;
    }
    if (this.#end < 0) this.#end = this.#endFrom(0);
    while (this.#end < place) {
      this.#line += 1;
      this.#start = this.#end + 1;
      this.#end = this.#endFrom(this.#start);
    }
    return this.#line;
  }

  /** The column in that line, counted from 1. */
  column(place: number): number {
    this.at(place);
    return place - this.#start + 1;
  }

  #endFrom(start: number): number {
    const end = this.#text.indexOf('\n', start);
    return end < 0 ? this.#text.length : end;
  }
}
