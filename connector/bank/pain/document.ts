// One pain document as it is parsed: saxes reads, the walker gathers, and each collection or report leaves as an event.
import { SaxesParser } from 'saxes';
import { type Fault, type FaultCode, fault, type Params } from '../../../sync/fault/index.ts';
import type { CollectionEvent } from '../../../sync/port/collection.ts';
import type { ReadLimits } from '../../../sync/port/reader.ts';
import { adopt, asRecord, compile, type Node, type OpenRecord } from '../camt/record.ts';
import { Walker } from '../camt/walker.ts';
import { collectionOf, messageReject, rejectsOf } from './collection.ts';
import { COLLECTION, INITIATION, REPORT, STATUS_REPORT } from './shape.ts';

const ROOTS: ReadonlyMap<string, Node> = new Map([
  ['CstmrDrctDbtInitn', messageNode('CstmrDrctDbtInitn', INITIATION, 'PmtInf', COLLECTION)],
  ['CstmrPmtStsRpt', messageNode('CstmrPmtStsRpt', STATUS_REPORT, 'OrgnlPmtInfAndSts', REPORT)],
]);

function messageNode(name: string, shape: Parameters<typeof compile>[1], part: string, of: typeof shape): Node {
  const node = compile(name, shape, { list: -1, announce: name });
  adopt(node, compile(part, of, { list: -1, announce: part }));
  return node;
}

export class PainDocument {
  /** The first reason to refuse; nothing is trusted once it is set. */
  refusal: Fault | null = null;
  readonly #file: string;
  readonly #limits: ReadLimits;
  readonly #parser = new SaxesParser();
  readonly #walker: Walker;
  #events: CollectionEvent[] = [];
  #version = 'pain';
  /** The message now open; its header stands before its parts. */
  #message: OpenRecord | null = null;
  #messages = 0;
  #parts = 0;
  #silentUnits = 0;
  #heard = false;

  constructor(file: string, limits: ReadLimits) {
    this.#file = file;
    this.#limits = limits;
    this.#walker = new Walker(ROOTS, {
      started: (name, record) => this.#started(name, record),
      ended: (name, record) => this.#ended(name, record),
    });
    this.#listen();
  }

  write(text: string): void {
    this.#heard = false;
    this.#parser.write(text);
    this.#silentUnits = this.#heard ? 0 : this.#silentUnits + text.length;
    // A run without any tag is one text, comment or attribute that grows in memory.
    if (this.#silentUnits > this.#limits.textMax)
      this.refuse('file-hostile', { what: `text > ${this.#limits.textMax}` });
  }

  /** The text is over: everything must be closed. */
  end(): void {
    if (this.refusal) return;
    this.#parser.on('error', (error) => this.refuse('file-truncated', { what: sentence(error) }));
    this.#parser.close();
    if (this.#messages === 0) this.refuse('file-unknown', {});
  }

  take(): CollectionEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  /** Refuses the document at the place where the parser stands; only the first refusal counts. */
  refuse(code: FaultCode, params: Params): void {
    const { line, column } = this.#parser;
    const path = this.#walker.path().join('/');
    const place = { file: this.#file, line, column: Math.max(1, column), ...(path === '' ? {} : { path }) };
    this.refusal ??= fault(code, place, params);
  }

  #listen(): void {
    const parser = this.#parser;
    parser.on('error', (error) => this.refuse('file-malformed', { what: sentence(error) }));
    parser.on('doctype', () => this.refuse('file-hostile', { what: 'DOCTYPE' }));
    parser.on('opentag', (tag) => {
      this.#heard = true;
      if (this.refusal !== null) return;
      this.#version = /pain\.00[28]\.\d{3}\.\d{2}/.exec(Object.values(tag.attributes).join(' '))?.[0] ?? this.#version;
      this.#walker.open(tag.name, tag.attributes, parser.line);
      const { depthMax } = this.#limits;
      if (this.#walker.depth > depthMax) this.refuse('file-hostile', { what: `depth > ${depthMax}` });
    });
    parser.on('closetag', () => {
      this.#heard = true;
      if (this.refusal === null) this.#walker.close();
    });
    const text = (it: string) => {
      if (this.refusal === null) this.#walker.text(it);
    };
    parser.on('text', text);
    parser.on('cdata', text);
  }

  #started(name: string, record: OpenRecord): void {
    if (!ROOTS.has(name)) return;
    this.#message = record;
    this.#messages += 1;
    this.#parts = 0;
    if (this.#messages === 1) this.#events.push({ kind: 'version', version: this.#version });
  }

  #ended(name: string, record: OpenRecord): void {
    if (this.#message === null) return;
    if (name === 'CstmrPmtStsRpt' && this.#parts === 0) {
      const reject = messageReject(asRecord(record, STATUS_REPORT));
      if (reject) this.#events.push({ kind: 'reject', reject });
    }
    if (ROOTS.has(name)) return;
    this.#parts += 1;
    if (name === 'PmtInf') this.#collection(record, this.#message);
    else {
      const { message } = asRecord(this.#message, STATUS_REPORT);
      for (const reject of rejectsOf(asRecord(record, REPORT), message)) this.#events.push({ kind: 'reject', reject });
    }
  }

  #collection(record: OpenRecord, message: OpenRecord): void {
    const place = { file: this.#file, path: `PmtInf[${this.#parts}]` };
    const collection = collectionOf(asRecord(record, COLLECTION), asRecord(message, INITIATION).message, place);
    if ('code' in collection) this.refusal ??= collection;
    else this.#events.push({ kind: 'collection', collection });
  }
}

/** saxes puts the place before its words; the fault has the place already. */
function sentence(error: Error): string {
  return error.message.replace(/^(?:\d+:\d+: )/, '').replace(/\.$/, '');
}
