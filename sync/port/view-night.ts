// What the panel shows of the ERP and of the nights.
import type { Company, Mode } from '../model/company.ts';
import type { Day } from '../model/day.ts';
import type { BankLine } from '../model/statement.ts';
import type { CheckStep } from './erp.ts';
import type { ControlFigure, NightStep, NightSummary } from './night.ts';
import type { FaultView } from './view.ts';

/** A reason in the reader's language. */
export type Said = { lineId: string | null; code: string; says: string };

export type NightView = {
  erp: Company['erp'];
  mode: Mode;
  /** What is under way; `total` 0 where it is not known. */
  running: { step: NightStep; done: number; total: number } | null;
  /** The instant of the last whole reading of the ERP. */
  pulledAt: string | null;
  /** Why nothing is written until a person has looked. */
  halted: { code: string; at: string } | null;
  lockedUntil: Day | null;
  keyUntil: Day | null;
  /** Decisions that are on their way to the ERP. */
  unsent: number;
  control: ControlFigure[];
  last: (Omit<NightSummary, 'refused' | 'warnings'> & { refused: Said[]; warnings: Said[] }) | null;
  /** That this morning's night did not happen. */
  missed?: FaultView;
  /** Why the night that was just asked for did not run. */
  fault?: FaultView;
};

/** A line of a file and the ERP's own line that it may be. */
export type TwinView = { line: BankLine; erp: BankLine };

/** One thing that was looked at in the ERP, with the remedy where it is not in order. */
export type CheckView = { name: string; step: CheckStep | null; ok: boolean; says: string };
