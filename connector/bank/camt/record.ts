// What a shape says becomes a tree of known elements and a class of records: all else in a document is passed over unseen.

/** What a record holds: single texts (the first that is not blank counts), lists of texts, and records within. */
export type Shape = {
  texts: Readonly<Record<string, readonly string[]>>;
  lists: Readonly<Record<string, readonly string[]>>;
  groups: Readonly<Record<string, { at: readonly string[]; shape: Shape }>>;
};

/** The record of a shape, with the line that its element starts on. Absent texts are null. */
export type RecordOf<S extends Shape> = { readonly line: number } & {
  readonly [Fact in keyof S['texts']]: string | null;
} & { readonly [Fact in keyof S['lists']]: readonly string[] } & {
  readonly [Group in keyof S['groups']]: readonly RecordOf<S['groups'][Group]['shape']>[];
};

export type Slot = number | string | null | string[] | OpenRecord[];

/** A record while it is filled: its facts by number, in the order line, texts, lists, groups. */
export type OpenRecord = { readonly slots: Slot[] };

/** A place in the tree of known elements. Facts are numbers of slots; -1 is none. */
export type Node = {
  readonly name: string;
  /** The element around it; null at the roots of the tree. */
  parent: Node | null;
  readonly children: Map<string, Node>;
  /** Guesses, never facts: the child that came first, and the sibling that came next, the last time. */
  first: Node | null;
  next: Node | null;
  text: number;
  list: number;
  /** Facts stand in one attribute at most: the currency of an amount. */
  attribute: NodeAttribute | null;
  record: RecordKind | null;
};

export type NodeAttribute = { name: string; fact: number };

/** What an element that starts a record needs: an empty one, the list that it joins above, the name that it is announced by. */
export type RecordKind = { create(line: number): OpenRecord; list: number; announce: string | null };

/** The slot of `line` in every record. */
export const LINE = 0;

export function emptyNode(name: string): Node {
  return {
    name,
    parent: null,
    children: new Map(),
    first: null,
    next: null,
    text: -1,
    list: -1,
    attribute: null,
    record: null,
  };
}

/** The tree of elements that a shape knows. An announced record is handed over when it ends, and joins no list. */
export function compile(name: string, shape: Shape, joins: { list: number; announce: string | null }): Node {
  const facts = ['line', ...Object.keys(shape.texts), ...Object.keys(shape.lists), ...Object.keys(shape.groups)];
  const root = emptyNode(name);
  root.record = { create: creatorOf(shape, facts), ...joins };
  for (const [fact, paths] of Object.entries(shape.texts)) {
    for (const path of paths) addText(root, path, facts.indexOf(fact));
  }
  for (const [fact, paths] of Object.entries(shape.lists)) {
    for (const path of paths) nodeAt(root, path).list = facts.indexOf(fact);
  }
  for (const [group, { at, shape: inner }] of Object.entries(shape.groups)) {
    for (const path of at) {
      graft(root, path, (last) => compile(last, inner, { list: facts.indexOf(group), announce: null }));
    }
  }
  return root;
}

/** The record under the type of the shape that its node was compiled from. */
export function asRecord<S extends Shape>(record: OpenRecord, _shape: S): RecordOf<S> {
  // creatorOf gave its class a getter for every fact of the shape, and the walker keeps each slot's kind.
  return record as unknown as RecordOf<S>;
}

/** Lists start as one shared empty array, replaced at the first member: most records have none. */
const NONE: never[] = [];

/**
 * Records are made by the hundred thousand. An array of slots copies faster than an object of thirty properties, and getters
 * on a class of its own read it as fast as fields.
 */
function creatorOf(shape: Shape, facts: readonly string[]): RecordKind['create'] {
  class ShapedRecord {
    // Declared only: a field that is defined before it is set costs as much as all the rest of the record.
    declare readonly slots: Slot[];
    constructor(slots: Slot[]) {
      this.slots = slots;
    }
  }
  facts.forEach((fact, i) => {
    Object.defineProperty(ShapedRecord.prototype, fact, {
      get(this: ShapedRecord) {
        return this.slots[i];
      },
    });
  });
  const empty: Slot[] = facts.map((fact) => (fact in shape.texts ? null : NONE));
  return (line) => {
    const slots = empty.slice();
    slots[LINE] = line;
    return new ShapedRecord(slots);
  };
}

function addText(root: Node, path: string, fact: number): void {
  const [element = '', attribute] = path.split('@');
  if (attribute === undefined) nodeAt(root, element).text = fact;
  else nodeAt(root, element).attribute = { name: attribute, fact };
}

/** Puts a node, with all below it, under another. */
export function adopt(parent: Node, child: Node): Node {
  child.parent = parent;
  parent.children.set(child.name, child);
  return child;
}

function nodeAt(root: Node, path: string): Node {
  let node = root;
  for (const name of path.split('/')) node = node.children.get(name) ?? adopt(node, emptyNode(name));
  return node;
}

function graft(root: Node, path: string, branch: (name: string) => Node): void {
  const names = path.split('/');
  const last = names.pop() ?? '';
  adopt(names.length === 0 ? root : nodeAt(root, names.join('/')), branch(last));
}
