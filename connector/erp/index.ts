// The ERPs that Lettrage can work beside: one line each.
import { openFec } from './fec/index.ts';

/** Name (as Company.erp has it) to the function that opens it. */
export const ERPS = {
  fec: openFec,
} as const;

export type ErpName = keyof typeof ERPS;
