// What sync needs of a reader of collection files, shaped like the reader of statements.
import type { Fault } from '../fault/index.ts';
import type { Collection, Reject } from '../model/collection.ts';
import type { ReadLimits, Source } from './reader.ts';

/** Our direct debits and their rejects (ISO 20022), or our slips of cheques. */
export type CollectionKind = 'pain' | 'slip';

/** `version` first, `end` or `refused` last; `refused` means: trust nothing of this file. */
export type CollectionEvent =
  | { kind: 'version'; version: string }
  | { kind: 'collection'; collection: Collection }
  | { kind: 'reject'; reject: Reject }
  | { kind: 'end' }
  | { kind: 'refused'; faults: Fault[] };

export type CollectionReader = {
  readonly name: CollectionKind;
  /** Decides by content on the file's first bytes, never by its name. */
  sniff(head: Uint8Array): boolean;
  read(source: Source, limits: ReadLimits): AsyncIterable<CollectionEvent>;
};
