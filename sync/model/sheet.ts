// A report as a table in one language: what a screen shows, and what is written as CSV, XLSX or PDF.
import type { Currency, Money } from './money.ts';

export type Language = 'fr' | 'en';

/** money: minor units of the sheet's currency. foreign: an amount with its own. percent: tenths of a percent. tenths: of what is counted. */
export type CellKind = 'text' | 'day' | 'money' | 'foreign' | 'count' | 'percent' | 'tenths';

/** `about`: of an amount with its own currency that was taken in proportion. */
export type SheetCell = string | number | (Money & { about?: boolean }) | null;

/**
 * `share`: how much of the width of a page it takes, beside the others. `balance`: nothing is written as an amount, never left out.
 * `carried`: what a page hands on to the next, the sum of the lines since the group began, or the last of them.
 */
export type SheetColumn = {
  head: string;
  kind: CellKind;
  share: number;
  balance?: boolean;
  carried?: 'sum' | 'last';
};

/** head: opens a group. total: sums what stands above. note: words across the row. */
export type SheetRow = {
  level: 'head' | 'line' | 'total' | 'note';
  cells: SheetCell[];
  /** What the numbers of this row are, where they are not what the columns say. */
  as?: CellKind;
};

export type Sheet = {
  /** Of the file, without day and ending ('balance-agee'). */
  name: string;
  title: string;
  /** What it was asked for, under the title: company, day, what was known when, filters. */
  facts: string[];
  /** How it adds up, and what does not. */
  control: { ok: boolean; says: string } | null;
  columns: SheetColumn[];
  rows: SheetRow[];
  /** Definitions and limits, under the table. */
  notes: string[];
  currency: Currency;
  wide: boolean;
};

export const FORMATS = ['csv', 'xlsx', 'pdf', 'json'] as const;

export type Format = (typeof FORMATS)[number];

/**
 * Rows that a file of this form may have: so many are written by a program of some 500 MB, and others work in it meanwhile. Measured
 * with ten columns on two busy processors: 15,000 as PDF 556 MB and 15 s, 100,000 as XLSX 569 MB and 52 s, 500,000 as CSV 467 MB and 16 s.
 */
export const ROWS_MAX: Readonly<Record<Format, number>> = { pdf: 15_000, xlsx: 50_000, csv: 500_000, json: 500_000 };

/** Chooses the words of a report: `say('Client', 'Customer')`. */
export type Say = (fr: string, en: string) => string;

export function sayIn(language: Language): Say {
  return language === 'fr' ? (fr) => fr : (_, en) => en;
}

export const line = (...cells: SheetCell[]): SheetRow => ({ level: 'line', cells });
export const total = (...cells: SheetCell[]): SheetRow => ({ level: 'total', cells });
