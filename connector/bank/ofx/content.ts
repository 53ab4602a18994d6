// What one piece of an OFX file holds, tag by tag: written as XML for ofx-js, or made an element without any detour.
import { escaped } from './character.ts';
import type { Element } from './element.ts';
import type { Tag } from './tag.ts';

/** Stand in the place of a leaf's text where an aggregate begins and ends. */
const BEGIN = null;
const END = undefined;

type Members = { [name: string]: unknown };

export class Content {
  readonly #tags: Tag[] = [];
  /** Of the tag at the same place: the text of a leaf, or that an aggregate begins or ends. */
  readonly #texts: (string | null | undefined)[] = [];

  get size(): number {
    return this.#tags.length;
  }

  leaf(tag: Tag, text: string): void {
    this.#tags.push(tag);
    this.#texts.push(text);
  }

  begin(tag: Tag): void {
    this.#tags.push(tag);
    this.#texts.push(BEGIN);
  }

  end(tag: Tag): void {
    this.#tags.push(tag);
    this.#texts.push(END);
  }

  /** The aggregate that began there has no end: it is an empty leaf, and its members stay where they are. */
  abandon(at: number): void {
    this.#texts[at] = '';
  }

  /** As far as it is read, with ends for the aggregates that are open, innermost first. */
  closedBy(tags: readonly Tag[]): Content {
    const copy = new Content();
    for (const [i, tag] of this.#tags.entries()) {
      copy.#tags.push(tag);
      copy.#texts.push(this.#texts[i]);
    }
    for (const tag of tags) copy.end(tag);
    return copy;
  }

  /** Well-formed XML. */
  xml(): string {
    const parts = this.#tags.map((tag, i) => {
      const text = this.#texts[i];
      if (text === BEGIN) return tag.opening;
      return text === END ? tag.closing : tag.opening + escaped(text) + tag.closing;
    });
    return parts.join('');
  }

  /** What ofx-js makes of the XML of a piece, without the outermost element's name: the same, far faster. */
  element(): Element {
    const outer: Members[] = [];
    let members: Members = {};
    for (let i = 1; i < this.#tags.length - 1; i++) {
      const tag = this.#tags[i]!;
      const text = this.#texts[i];
      if (text === END) members = outer.pop()!;
      else if (text !== BEGIN) add(members, tag.name, text);
      else if (this.#texts[i + 1] === END) {
        // An aggregate without members is an empty leaf.
        add(members, tag.name, '');
        i += 1;
      } else {
        const inner: Members = {};
        add(members, tag.name, inner);
        outer.push(members);
        members = inner;
      }
    }
    return members;
  }
}

/** A name that comes again makes its value a list. */
function add(members: Members, name: string, value: unknown): void {
  const known = members[name];
  if (known === undefined) members[name] = value;
  else if (Array.isArray(known)) known.push(value);
  else members[name] = [known, value];
}
