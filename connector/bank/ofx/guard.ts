// Cuts any OFX text into small well-formed pieces in one pass, or says where it is broken; nothing reads the text but through these.
import { type Fault, type FaultCode, fault } from '../../../sync/fault/index.ts';
import type { ReadLimits } from '../../../sync/port/reader.ts';
import { oneLine } from './character.ts';
import { Content } from './content.ts';
import { Lines } from './line.ts';
import type { Tag } from './tag.ts';
import { type Run, type Stop, Walker } from './text.ts';

/**
 * `content` is the element without the pieces inside it, which came before; `around` are the names of its ancestors.
 * A statement comes twice: as far as it is read (`whole` false) before its first transaction, and at its end.
 */
export type Piece = { name: string; around: readonly string[]; content: Content; line: number; whole: boolean };

const STATEMENTS: ReadonlySet<string> = new Set(['STMTRS', 'CCSTMTRS', 'INVSTMTRS']);
const TRANSACTIONS: ReadonlySet<string> = new Set(['STMTTRN', 'STMTTRNP']);

/** Elements that leave as pieces of their own. */
const CUTS: ReadonlySet<string> = new Set(['STATUS', ...STATEMENTS, ...TRANSACTIONS]);

/** Elements whose content would change its meaning if their end were guessed. */
const NEEDS_END: ReadonlySet<string> = new Set([
  ...CUTS,
  ...[
    'OFX',
    'SONRS',
    'INVBANKTRAN',
    'LEDGERBAL',
    'BANKACCTFROM',
    'CCACCTFROM',
    'INVACCTFROM',
    'CURRENCY',
    'ORIGCURRENCY',
  ],
]);

/** Elements of one piece: a statement without its transactions has dozens, an investment account thousands. */
const ELEMENTS_MAX = 200_000;

/** What a file may hold behind a document: the header of another. */
const HEADER = /OFXHEADER|VERSION|ENCODING/i;

/** An open element: the piece around it, where its opening tag stands in its own, and whether it has children. */
type Frame = {
  tag: Tag;
  piece: Content | null;
  index: number;
  filled: boolean;
  at: number;
  line: number;
  begun: boolean;
};

/**
 * Repairs what SGML allows and banks do: leaves without end, empty leaves, lists without end, any case, attributes,
 * CDATA, comments, several documents in one file. Everything else is a refusal with its place.
 */
export class Guard {
  refusal: Fault | null = null;
  readonly #file: string;
  readonly #limits: ReadLimits;
  readonly #walker: Walker;
  readonly #lines: Lines;
  readonly #frames: Frame[] = [];
  /** The opening tag just read: a leaf when text follows, an aggregate when another tag does. */
  #opened: { tag: Tag; at: number } | null = null;
  /** The leaf just written, whose own end tag, if it has one, says nothing new. */
  #leaf: string | null = null;
  #piece: Content | null = null;
  #ready: Piece[] = [];
  /** The names of the open frames, remembered while the stack stays as it is. */
  #around: readonly string[] | null = null;
  #documents = 0;
  #pendingHeader = false;

  constructor(text: string, file: string, limits: ReadLimits) {
    this.#file = file;
    this.#limits = limits;
    this.#walker = new Walker(text);
    this.#lines = new Lines(text);
  }

  /** The pieces in the file's order; complete only if `refusal` is null afterwards. */
  *pieces(): Generator<Piece> {
    while (!this.refusal) {
      const run = this.#walker.next();
      if ('reason' in run) {
        this.#stopped(run);
        return;
      }
      this.#take(run);
      if (run.tag === null) return;
      if (this.#ready.length === 0) continue;
      yield* this.#ready;
      this.#ready = [];
    }
  }

  #take({ value: text, tag, at }: Run): void {
    const trimmed = text.trim();
    const value = trimmed.length > this.#limits.textMax ? trimmed : oneLine(trimmed);
    if (value.length > this.#limits.textMax) this.#refuse('file-hostile', `text > ${this.#limits.textMax}`, at);
    else if (this.#opened) this.#settle(this.#opened, value);
    else if (value !== '') this.#stray(value, at);
    if (this.refusal) return;
    if (tag === null) this.#finish(at);
    else if (tag.kind === 'close') this.#close(tag, at);
    else this.#open(tag, at);
    if (this.#piece && this.#piece.size > ELEMENTS_MAX) this.#refuse('file-hostile', `elements > ${ELEMENTS_MAX}`, at);
  }

  #open(tag: Tag, at: number): void {
    const isRoot = tag.name === 'OFX';
    if (isRoot !== (this.#frames.length === 0) || (isRoot && tag.kind === 'empty')) {
      this.#refuse('file-malformed', tag.opening, at);
      return;
    }
    this.#leaf = null;
    if (tag.kind === 'empty') this.#write(tag, '');
    else this.#opened = { tag, at };
    if (isRoot) {
      this.#documents += 1;
      this.#pendingHeader = false;
    }
  }

  /** The opened element turns out to be a leaf, or begins a frame. */
  #settle({ tag, at }: { tag: Tag; at: number }, value: string): void {
    this.#opened = null;
    if (value === '') {
      this.#push(tag, at);
    } else if (CUTS.has(tag.name) || tag.name === 'OFX') {
      this.#refuse('file-malformed', `${tag.opening}${value.slice(0, 40)}`, at);
    } else {
      this.#write(tag, value);
      this.#leaf = tag.name;
    }
  }

  #write(tag: Tag, value: string): void {
    const parent = this.#frames.at(-1);
    if (parent) parent.filled = true;
    this.#piece?.leaf(tag, value);
  }

  #push(tag: Tag, at: number): void {
    if (this.#frames.length >= this.#limits.depthMax) {
      this.#refuse('file-hostile', `depth > ${this.#limits.depthMax}`, at);
      return;
    }
    if (CUTS.has(tag.name) && !this.#mayBegin(tag)) {
      this.#refuse('file-malformed', tag.opening, at);
      return;
    }
    const parent = this.#frames.at(-1);
    if (parent) parent.filled = true;
    const piece = this.#piece;
    if (CUTS.has(tag.name)) this.#piece = new Content();
    // Lines are asked for in the order of the text, so that they are counted in one pass.
    if (!CUTS.has(tag.name)) this.#around = null;
    const line = CUTS.has(tag.name) ? this.#lines.at(at) : 0;
    this.#frames.push({ tag, piece, index: this.#piece?.size ?? 0, filled: false, at, line, begun: false });
    this.#piece?.begin(tag);
  }

  /** Pieces stand side by side, but for those inside a statement; one inside another means that an end is lost. */
  #mayBegin(tag: Tag): boolean {
    const outer = this.#frames.findLast((frame) => CUTS.has(frame.tag.name));
    return !outer || (STATEMENTS.has(outer.tag.name) && !STATEMENTS.has(tag.name));
  }

  #close(tag: Tag, at: number): void {
    const leaf = this.#leaf;
    this.#leaf = null;
    if (leaf === tag.name) return;
    const depth = this.#frames.findLastIndex((frame) => frame.tag.name === tag.name);
    if (depth < 0) {
      // An end tag that closes nothing: of a leaf it is noise, of an aggregate the beginning is lost.
      if (NEEDS_END.has(tag.name)) this.#refuse('file-malformed', tag.closing, at);
      return;
    }
    while (this.#frames.length > depth + 1) if (!this.#abandon(this.#frames.pop()!)) return;
    const frame = this.#frames.pop()!;
    this.#piece?.end(frame.tag);
    if (CUTS.has(tag.name)) this.#cut(frame);
    else this.#around = null;
  }

  #cut({ tag, piece, line }: Frame): void {
    if (this.#around?.length !== this.#frames.length) this.#around = this.#frames.map((it) => it.tag.name);
    const content = this.#piece!;
    this.#piece = piece;
    if (TRANSACTIONS.has(tag.name)) this.#begin();
    this.#ready.push({ name: tag.name, around: this.#around, content, line, whole: true });
  }

  /** Before its first transaction, the statement around it as far as it is read, its open elements closed. */
  #begin(): void {
    const depth = this.#frames.findLastIndex((frame) => STATEMENTS.has(frame.tag.name));
    const statement = this.#frames[depth];
    if (!statement || statement.begun) return;
    statement.begun = true;
    const open = this.#frames.slice(depth).map((frame) => frame.tag);
    this.#ready.push({
      name: statement.tag.name,
      around: this.#around!.slice(0, depth),
      content: this.#piece!.closedBy(open.reverse()),
      line: statement.line,
      whole: false,
    });
  }

  /** An element without end: an empty leaf, or a list whose members stay where they are. */
  #abandon(frame: Frame): boolean {
    const { tag, filled, index, at } = frame;
    if (CUTS.has(tag.name) || (filled && NEEDS_END.has(tag.name))) {
      this.#refuse('file-malformed', `${tag.opening} … ${tag.closing}`, at);
      return false;
    }
    this.#piece?.abandon(index);
    return true;
  }

  #stray(value: string, at: number): void {
    // Before the first document anything may stand; behind one only the header of another.
    const isHeader = this.#frames.length === 0 && (this.#documents === 0 || HEADER.test(value));
    if (!isHeader) this.#refuse('file-malformed', value.slice(0, 40), at);
    else if (this.#documents > 0) this.#pendingHeader = true;
  }

  #finish(at: number): void {
    if (this.#frames.length > 0 || this.#pendingHeader) this.#refuse('file-truncated', '</OFX>', at);
    else if (this.#documents === 0) this.#refuse('file-malformed', '<OFX>', at);
  }

  #stopped(stop: Stop): void {
    this.#refuse(stop.reason === 'doctype' ? 'file-hostile' : 'file-truncated', stop.what, stop.at);
  }

  #refuse(code: FaultCode, what: string, at: number): void {
    const path = this.#frames.map((frame) => frame.tag.name).join('/');
    const place = { file: this.#file, line: this.#lines.at(at), column: this.#lines.column(at) };
    this.refusal ??= fault(code, path === '' ? place : { ...place, path }, { what });
  }
}
