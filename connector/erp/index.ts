// The ERPs that Lettrage can work beside: one line each.
import { openFec } from './fec/index.ts';
import { openOdoo } from './odoo/index.ts';

/** Name (as Company.erp has it) to the function that opens it. */
export const ERPS = {
  fec: openFec,
  odoo: openOdoo,
} as const;
