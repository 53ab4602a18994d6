// What a night did, as it is kept, shown in the morning and printed by the command.
import type { Mode } from '../model/company.ts';

export type NightStep = 'pull' | 'import' | 'propose' | 'post' | 'snapshot';

/** Why something was not done; `lineId` is null where it is about no single line. */
export type Refused = { lineId: string | null; code: string; reason: { fr: string; en: string } };

/** The three figures that must agree before anything is written: the ERP's on the left, ours on the right. */
export type ControlFigure = {
  name: 'customers' | 'bank' | 'suspense';
  erpMinor: number;
  oursMinor: number;
  /** Of which account the figure is, where there are several. */
  account: string | null;
  /** Of a suspense figure, in both sums: what stands there in entries of other journals than the banks' (a till, general entries). */
  besideMinor?: number;
};

/** Counts of bank lines, but for `files`. */
export type NightSummary = {
  id: string;
  company: string;
  mode: Mode;
  startedAt: string;
  /** Null while it runs, or when it was cut. */
  endedAt: string | null;
  /** The last step that came to its end. */
  step: NightStep | null;
  /** The first step that did not come to its end; those that need it were left out. */
  failed: NightStep | null;
  /** Lines that came tonight, from the ERP and from files. */
  read: number;
  /** Files taken: attached in the ERP, or from the watched folder. */
  files: number;
  /** Lines of files that were made in the ERP. */
  made: number;
  /** Waiting lines for which there is a proposal. */
  proposed: number;
  /** Settled alone. */
  settled: number;
  /** Sent to the ERP, and of these read back as intended. */
  written: number;
  verified: number;
  refused: Refused[];
  /** Lines that wait for a person. */
  waiting: number;
  /** What a person should know in the morning: a key that ends, a step that failed. */
  warnings: Refused[];
  control: ControlFigure[];
};
