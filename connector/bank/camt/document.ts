// One CAMT document as it is parsed: saxes reads, the walker gathers, and this keeps the events and the first reason to refuse.
import { SaxesParser } from 'saxes';
import { type Fault, type FaultCode, fault, type Params } from '../../../sync/fault/index.ts';
import type { StatementHead, Transaction } from '../../../sync/model/statement.ts';
import type { ReadEvent, ReadLimits } from '../../../sync/port/reader.ts';
import { type Position, rawAmpersandAfter } from './ampersand.ts';
import { transactionsOf } from './entry.ts';
import { adopt, asRecord, compile, type Node, type OpenRecord } from './record.ts';
import { ENTRY, MESSAGES, STATEMENT, type StatementRecord } from './shape.ts';
import { headOf } from './statement.ts';
import type { Context } from './terms.ts';
import { Walker } from './walker.ts';

const NOTHING = { texts: {}, lists: {}, groups: {} };

const ROOTS = messageNodes();

/** The elements of the messages; statements and their entries are announced one by one, so that no file is held whole. */
function messageNodes(): ReadonlyMap<string, Node> {
  return new Map(
    Object.entries(MESSAGES).map(([message, element]) => {
      const entry = compile('Ntry', ENTRY, { list: -1, announce: 'entry' });
      const statement = compile(element, STATEMENT, { list: -1, announce: element });
      adopt(statement, entry);
      const node = compile(message, NOTHING, { list: -1, announce: 'message' });
      adopt(node, statement);
      return [message, node];
    }),
  );
}

export class CamtDocument {
  /** The first reason to refuse; nothing is trusted once it is set. */
  refusal: Fault | null = null;
  readonly #file: string;
  readonly #limits: ReadLimits;
  readonly #parser = new SaxesParser();
  readonly #walker: Walker;
  #events: ReadEvent[] = [];
  #transactions: Transaction[] = [];
  #transactionCount = 0;
  #version: string | null = null;
  #isCamt = false;
  #context: Context;
  #statement: StatementRecord | null = null;
  /** Element of the statement: Stmt, Rpt or Ntfctn. */
  #kind = '';
  #statementCount = 0;
  #entryCount = 0;
  #isOpen = false;
  /** Tags so far, and where the last one ended. */
  #heard = 0;
  #refusedAtTag = -1;
  readonly #lastTag: Position = { line: 1, column: 0 };
  #silentUnits = 0;
  /** The piece that is being parsed, where it starts, and the tags heard before it. */
  #piece: { text: string; start: Position; heard: number } | null = null;
  /** A raw ampersand of an earlier piece, with no tag heard since. */
  #ampersand: Position | null = null;

  constructor(file: string, limits: ReadLimits) {
    this.#file = file;
    this.#limits = limits;
    this.#context = { file, path: '', account: null, currency: null, faults: [], days: new Map(), lastDay: null };
    this.#walker = new Walker(ROOTS, {
      started: (name, record) => this.#started(name, record),
      ended: (name, record) => this.#ended(name, record),
    });
    this.#listen();
  }

  /** Parses one piece of the text. */
  write(text: string): void {
    const heard = this.#heard;
    this.#piece = { text, start: { line: this.#parser.line, column: this.#parser.column }, heard };
    this.#parse(text);
    this.#ampersand = this.#mayWaitForSemicolon(text) ? this.#rawAmpersand() : null;
    // Held any longer, the pieces grow old in memory and cost a fifth of the time.
    this.#piece = null;
    this.#silentUnits = this.#heard === heard ? this.#silentUnits + text.length : 0;
    // A run without any tag is one text, comment or attribute that grows in memory.
    if (this.#silentUnits > this.#limits.textMax)
      this.refuse('file-hostile', { what: `text > ${this.#limits.textMax}` });
  }

  /** The text is over: everything must be closed. */
  end(): void {
    if (this.refusal) return;
    this.#parser.on('error', (error) => this.#refuseText('file-truncated', error));
    this.#parse(null);
    if (!this.#isCamt) this.refuse('file-unknown', {});
  }

  /** The events since the last call, in the file's order. Nothing stays: a waiting transaction would keep its whole piece of text. */
  take(): ReadEvent[] {
    this.#flush();
    const events = this.#events;
    this.#events = [];
    return events;
  }

  /** Refuses the document at the place where the parser stands; only the first refusal counts. */
  refuse(code: FaultCode, params: Params): void {
    this.#refuseAt(this.#parser, code, params);
  }

  #refuseAt({ line, column }: Position, code: FaultCode, params: Params): void {
    const path = this.#path();
    const place = { file: this.#file, line, column: Math.max(1, column), ...(path === '' ? {} : { path }) };
    this.refusal ??= fault(code, place, params);
  }

  /** saxes goes on after an error, to find a million more in the same piece; the handler throws to stop it. Null is the end. */
  #parse(text: string | null): void {
    try {
      this.#parser.write(text);
    } catch (error) {
      if (this.refusal === null) throw error;
    }
  }

  /** Refuses by the parser's words, unless it only lost its way at a raw ampersand before. */
  #refuseText(code: 'file-malformed' | 'file-truncated', error: Error): never {
    // At a closing tag that does not fit, saxes first closes what is open, so the record ended before its time.
    if (this.#refusedAtTag === this.#heard) this.refusal = null;
    const culprit = this.#rawAmpersand();
    if (culprit === null) this.refuse(code, { what: sentence(error) });
    else this.#refuseAt(culprit, 'file-malformed', { what: 'a raw & (must be &amp;)' });
    throw error;
  }

  /** A parser that is not behind a semicolon may be inside what it takes for a reference. */
  #mayWaitForSemicolon(text: string): boolean {
    const last = text.lastIndexOf('&');
    return last < 0 ? this.#ampersand !== null : text.indexOf(';', last) < 0;
  }

  /** The raw ampersand since the last tag, if any: the parser may have lost its way there. */
  #rawAmpersand(): Position | null {
    const piece = this.#piece;
    if (piece === null) return this.#ampersand;
    if (this.#heard !== piece.heard) return rawAmpersandAfter(this.#lastTag, piece.text, piece.start);
    return this.#ampersand ?? rawAmpersandAfter(piece.start, piece.text, piece.start);
  }

  #listen(): void {
    const parser = this.#parser;
    const walker = this.#walker;
    parser.on('error', (error) => this.#refuseText('file-malformed', error));
    parser.on('doctype', () => this.refuse('file-hostile', { what: 'DOCTYPE' }));
    parser.on('opentag', (tag) => {
      if (this.refusal !== null) return;
      this.#hear();
      if (!this.#isCamt) this.#version = versionIn(tag.attributes) ?? this.#version;
      if (!walker.open(tag.name, tag.attributes, parser.line) && walker.depth > this.#limits.depthMax)
        this.refuse('file-hostile', { what: `depth > ${this.#limits.depthMax}` });
    });
    parser.on('closetag', () => {
      this.#hear();
      if (this.refusal === null) walker.close();
    });
    const text = (it: string) => {
      if (this.refusal === null) walker.text(it);
    };
    parser.on('text', text);
    parser.on('cdata', text);
  }

  #hear(): void {
    this.#heard += 1;
    this.#lastTag.line = this.#parser.line;
    this.#lastTag.column = this.#parser.column;
  }

  #started(name: string, record: OpenRecord): void {
    if (name === 'message') {
      if (!this.#isCamt) this.#events.push({ kind: 'version', version: this.#version ?? 'camt' });
      this.#isCamt = true;
    } else if (name === 'entry') {
      this.#entryCount += 1;
      if (!this.#isOpen) this.#open();
    } else {
      this.#kind = name;
      this.#statementCount += 1;
      this.#entryCount = 0;
      this.#isOpen = false;
      this.#statement = asRecord(record, STATEMENT);
      this.#context = { ...this.#context, account: null, currency: null };
    }
  }

  #ended(name: string, record: OpenRecord): void {
    if (name === 'entry') {
      this.#context.path = `${this.#kind}[${this.#statementCount}]/Ntry[${this.#entryCount}]`;
      const transactions = transactionsOf(asRecord(record, ENTRY), this.#context);
      for (const it of transactions) this.#transactions.push(it);
      this.#transactionCount += transactions.length;
      if (this.#transactionCount > this.#limits.transactionsMax) {
        this.refuse('file-too-large', { limit: this.#limits.transactionsMax });
      }
    } else if (name !== 'message') {
      if (!this.#isOpen) this.#open();
      this.#flush();
      this.#events.push({ kind: 'close', head: this.#head() });
    }
    if (this.refusal === null && this.#context.faults[0]) {
      this.refusal = this.#context.faults[0];
      this.#refusedAtTag = this.#heard;
    }
  }

  /** The head stands before the entries in every version; `close` repeats it for files that do otherwise. */
  #open(): void {
    const head = this.#head();
    this.#context.account = head.account;
    this.#context.currency = head.currency;
    this.#isOpen = true;
    this.#events.push({ kind: 'open', head });
  }

  #head(): StatementHead {
    if (this.#statement === null) throw new Error('camt: an entry outside a statement');
    this.#context.path = `${this.#kind}[${this.#statementCount}]/Bal`;
    return headOf(this.#statement, this.#kind, this.#context);
  }

  /** Where the parser stands: 'Stmt[1]/Ntry[3]/NtryDtls/TxDtls/Amt'. */
  #path(): string {
    const names = this.#walker.path();
    const statement = names.indexOf(this.#kind);
    if (statement < 0) return names.join('/');
    const inside = names.slice(statement + 1).map((name) => (name === 'Ntry' ? `Ntry[${this.#entryCount}]` : name));
    return [`${this.#kind}[${this.#statementCount}]`, ...inside].join('/');
  }

  #flush(): void {
    if (this.#transactions.length === 0) return;
    this.#events.push({ kind: 'transactions', transactions: this.#transactions });
    this.#transactions = [];
  }
}

/** 'camt.053.001.08' from a namespace or a schema's location, whatever its prefix and its issuer's spelling; a namespace goes first. */
function versionIn(attributes: Readonly<Record<string, string>>): string | null {
  const names = Object.keys(attributes).sort((a, b) => Number(b.startsWith('xmlns')) - Number(a.startsWith('xmlns')));
  for (const name of names) {
    const version = /camt\.05[234]\.\d{3}\.\d{2}/.exec(attributes[name] ?? '')?.[0];
    if (version !== undefined) return version;
  }
  return null;
}

/** saxes puts the place before its words; the fault has the place already. */
function sentence(error: Error): string {
  return error.message.replace(/^(?:\d+:\d+: )/, '').replace(/\.$/, '');
}
