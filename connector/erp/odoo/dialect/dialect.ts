// What differs between hosts, as data: each dialect names the field by whose presence it is known, never a version number.
import type { WriteDialect } from './write.ts';

export type Condition = readonly [field: string, operator: string, value: unknown];
export type Domain = readonly (Condition | '|' | '&' | '!')[];

export type Grouping = 'formatted_read_group' | 'read_group';

export type Dialect = {
  readonly name: string;
  /** This dialect is spoken where the model has this field. */
  readonly knownBy: { model: string; field: string };
  /** The field that types accounts, and its words for those of customers' debts and of debts to suppliers. */
  readonly accountType: { field: string; receivable: string; payable: string };
  readonly write: WriteDialect;
  /** Its ways to group records, the first that answers: asking for one that a host has not leaves an error in its log. */
  readonly grouping: readonly [Grouping, ...Grouping[]];
  /** search_read can leave out the names of linked records. */
  readonly bareLinks: boolean;
  /** A statement line stands in a statement, which must be posted before it can be matched. */
  readonly needsStatement: boolean;
};
