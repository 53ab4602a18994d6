// One thing that was looked at, in both languages.
import { hardBlanks } from '../../../../sync/fault/blank.ts';
import { type Fault, says } from '../../../../sync/fault/index.ts';
import type { Check, CheckStep } from '../../../../sync/port/erp.ts';

type Words = readonly [fr: string, en: string];

export function inOrder(step: CheckStep, [fr, en]: Words): Check {
  return { name: `odoo ${step}`, step, ok: true, says: { fr: hardBlanks(fr), en } };
}

/** The words say what is missing and what to do. */
export function toDo(step: CheckStep, [fr, en]: Words): Check {
  return { name: `odoo ${step}`, step, ok: false, says: { fr: hardBlanks(fr), en } };
}

export function failed(step: CheckStep, it: Fault): Check {
  return toDo(step, [says(it, 'fr'), says(it, 'en')]);
}
