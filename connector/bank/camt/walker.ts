// Follows a document's elements along the tree of known ones and fills the records on the way.
import type { Node, NodeAttribute, OpenRecord, RecordKind, Slot } from './record.ts';

/** Hears of announced records; the record may be kept, it is never touched again after `ended`. */
export type Listener = {
  started(name: string, record: OpenRecord): void;
  ended(name: string, record: OpenRecord): void;
};

export class Walker {
  /** Elements now open around or below the known ones: what a hostile file can nest without end. */
  depth = 0;
  #node: Node | null = null;
  /** The known element that closed last within the one now open. */
  #previous: Node | null = null;
  #slots: Slot[] = [];
  #record: OpenRecord = { slots: [] };
  /** Depth below the first element that the tree does not know. */
  #unknown = 0;
  /** What stands in the innermost element so far; null where nobody wants it. */
  #text: string | null = null;
  readonly #records: OpenRecord[] = [];
  readonly #outside: ReadonlyMap<string, Node>;
  readonly #listener: Listener;

  /** `outside` has the elements that the tree may start with, anywhere in the document. */
  constructor(outside: ReadonlyMap<string, Node>, listener: Listener) {
    this.#outside = outside;
    this.#listener = listener;
  }

  /** False for an element that the tree does not know. */
  open(name: string, attributes: Readonly<Record<string, string>>, line: number): boolean {
    if (this.#unknown > 0) {
      this.depth += 1;
      this.#unknown += 1;
      return false;
    }
    const parent = this.#node;
    const node = parent === null ? this.#outside.get(localName(name)) : this.#childOf(parent, name);
    if (node === undefined) {
      this.#text = null;
      this.depth += 1;
      if (parent !== null) this.#unknown = 1;
      return false;
    }
    this.#node = node;
    this.#previous = null;
    this.#text = node.text >= 0 || node.list >= 0 ? '' : null;
    if (node.record !== null) this.#start(node.record, line);
    if (node.attribute !== null) this.#keepAttribute(node.attribute, attributes);
    return true;
  }

  /** Entries look alike, so the element that followed the last time is tried first: comparing beats looking up. */
  #childOf(parent: Node, name: string): Node | undefined {
    const previous = this.#previous;
    const guess = previous === null ? parent.first : previous.next;
    if (guess !== null && guess.name === name) return guess;
    const child = parent.children.get(name) ?? parent.children.get(localName(name));
    if (child === undefined) return undefined;
    if (previous === null) parent.first = child;
    else previous.next = child;
    return child;
  }

  text(text: string): void {
    if (this.#text !== null) this.#text = this.#text === '' ? text : this.#text + text;
  }

  close(): void {
    const node = this.#node;
    if (this.#unknown > 0 || node === null) {
      this.depth -= 1;
      if (this.#unknown > 0) this.#unknown -= 1;
      return;
    }
    this.#node = node.parent;
    this.#previous = node;
    if (this.#text !== null) this.#keepText(node, trimmed(this.#text));
    this.#text = null;
    if (node.record !== null) this.#end(node.record);
  }

  /** Names of the known elements now open, outermost first. */
  path(): string[] {
    const names: string[] = [];
    for (let node = this.#node; node !== null; node = node.parent) names.unshift(node.name);
    return names;
  }

  #keepText(node: Node, text: string): void {
    if (text === '') return;
    if (node.text >= 0) this.#slots[node.text] ??= text;
    else this.#append(node.list, text);
  }

  #keepAttribute({ name, fact }: NodeAttribute, attributes: Readonly<Record<string, string>>): void {
    this.#slots[fact] ??= trimmed(attributes[name] ?? '') || null;
  }

  #start(kind: RecordKind, line: number): void {
    const record = kind.create(line);
    if (kind.list >= 0) this.#append(kind.list, record);
    this.#records.push(this.#record);
    this.#record = record;
    this.#slots = record.slots;
    if (kind.announce !== null) this.#listener.started(kind.announce, record);
  }

  #end(kind: RecordKind): void {
    const record = this.#record;
    this.#record = this.#records.pop() ?? record;
    this.#slots = this.#record.slots;
    if (kind.announce !== null) this.#listener.ended(kind.announce, record);
  }

  #append(list: number, member: string | OpenRecord): void {
    const members = this.#slots[list] as (string | OpenRecord)[];
    if (members.length === 0) this.#slots[list] = [member] as string[] | OpenRecord[];
    else members.push(member);
  }
}

function localName(qualifiedName: string): string {
  const colon = qualifiedName.indexOf(':');
  return colon < 0 ? qualifiedName : qualifiedName.slice(colon + 1);
}

/** As trim() does it, which costs more than the look at both ends of a text that needs it not. */
function trimmed(text: string): string {
  return isPrinted(text.charCodeAt(0)) && isPrinted(text.charCodeAt(text.length - 1)) ? text : text.trim();
}

/** An ASCII sign or letter; false also for NaN, which an empty text gives. */
function isPrinted(unit: number): boolean {
  return unit > 0x20 && unit < 0x7f;
}
