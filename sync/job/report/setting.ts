// What a report gets: what it was asked for, whose books these are, in which words.
import type { Language } from '../../fault/index.ts';
import type { VatDue } from '../../model/company.ts';
import type { Day } from '../../model/day.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { Tx } from '../../port/store.ts';
import type { Heading } from '../../report/asked.ts';
import type { Asking } from '../aged.ts';

/**
 * `from` opens a period that ends on `asOf` (default: its financial year as the calendar has it); `bank`: one account of the bank;
 * `vatDue`: taken for this once instead of what the company has declared.
 */
export type ReportAsking = Asking & {
  from?: Day | undefined;
  bank?: string | undefined;
  vatDue?: VatDue | undefined;
};

/** `isAsked`: the language was asked for, not just the reader's own. */
export type Setting = Heading & { asking: ReportAsking; language: Language; isAsked: boolean };

export type Report = (tx: Tx, setting: Setting) => Promise<Sheet[]>;
