// The small FEC files of test/fixtures/fec, one folder a case, and the made-up company that they belong to.
import { readdirSync, readFileSync } from 'node:fs';
import type { FecConfig } from '../../../../connector/erp/fec/index.ts';
import { PLAN_COMPTABLE } from '../../../../sync/model/company.ts';

const ROOT = new URL('../../../fixtures/fec/', import.meta.url);

export const CASES = readdirSync(ROOT).sort();

export const COMPANY = {
  siren: '111222333',
  accounts: PLAN_COMPTABLE,
  terms: { days: 30, endOfMonth: false, extraDays: 0 },
} as const;

/** The files of a case, by name: the earlier exercise first. */
export function filesOf(name: string): { name: string; bytes: Uint8Array }[] {
  const folder = new URL(`${name}/`, ROOT);
  const names = readdirSync(folder).filter((file) => file !== 'expected.txt');
  return names.sort().map((file) => ({ name: file, bytes: new Uint8Array(readFileSync(new URL(file, folder))) }));
}

export function configOf(name: string): FecConfig {
  return { ...COMPANY, files: filesOf(name) };
}

export function expectedOf(name: string): string {
  return readFileSync(new URL(`${name}/expected.txt`, ROOT), 'utf8');
}
