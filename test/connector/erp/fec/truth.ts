// The made-up companies of ../shared/data/fec with their truth, where that folder exists.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { FecConfig } from '../../../../connector/erp/fec/index.ts';
import { COMPANY } from './fixture.ts';

const ROOT = new URL('../../../../../shared/data/fec/', import.meta.url);

/** A line of a file, as the truth names it. */
export type At = { file: string; line: number };

export type Truth = {
  siren: string;
  bankAccount: string;
  ledgerBank: number;
  exercises: { file: string; start: string; end: string }[];
  openItems: (At & { residual: number; role: string; due: string })[];
  balances: { CompteNum: string; CompAuxNum: string; balance: number }[];
  mayLetter: { lines: At[] }[];
  draft: { file: string; lines: { draft: number; final: number | null }[] } | null;
  bank: { file: string; id: string; booked: At[]; customerLines?: At[] }[];
  bankFiles: string[];
};

export const IS_THERE = existsSync(ROOT);

/** Names of the companies; one that says why nothing is tested where the folder is absent. */
export const COMPANIES = IS_THERE
  ? readdirSync(ROOT).filter((name) => /^\d\d-/.test(name))
  : ['../shared/data is absent'];

export function truthOf(company: string): Truth {
  return JSON.parse(readFileSync(new URL(`${company}/truth.json`, ROOT), 'utf8'));
}

export function bytesOf(file: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(file, ROOT)));
}

/** The files under their whole paths, so that lines can be found by the truth's names. */
export function configOfFiles(files: readonly string[], siren: string): FecConfig {
  return { ...COMPANY, siren, files: files.map((file) => ({ name: file, bytes: bytesOf(file) })) };
}

export function textOfFile(file: string): string {
  return new TextDecoder('windows-1252').decode(bytesOf(file), { stream: true });
}
