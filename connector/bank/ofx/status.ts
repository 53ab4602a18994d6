// What the bank answered: a statement is worth reading only if no STATUS that concerns it is an error.
import { type Fault, fault } from '../../../sync/fault/index.ts';
import { leaf, parseElements } from './element.ts';
import type { Piece } from './guard.ts';

/** Responses that carry statements, and the sign-on that carries them all. */
const OF_STATEMENTS = /^(SONRS|(CC|INV)?STMTTRNRS)$/;

/** Gathers the STATUS aggregates of a file; the first error that matters is what the bank says instead of a statement. */
export class BankAnswer {
  readonly #file: string;
  #ofStatement: Fault | null = null;
  #ofOther: Fault | null = null;

  constructor(file: string) {
    this.#file = file;
  }

  add(piece: Piece): void {
    const status = parseElements('STATUS', [piece.xml])[0]!;
    const code = leaf(status, 'CODE');
    const severity = leaf(status, 'SEVERITY')?.toUpperCase() ?? null;
    if (!isError(code, severity)) return;
    const text = [code, leaf(status, 'MESSAGE')].filter((it) => it !== null).join(' ');
    const path = piece.around.join('/');
    const it = fault('bank-says', { file: this.#file, line: piece.line, path }, { text: text === '' ? 'ERROR' : text });
    if (OF_STATEMENTS.test(piece.around.at(-1) ?? '')) this.#ofStatement ??= it;
    else this.#ofOther ??= it;
  }

  /** An error elsewhere, in a list of accounts say, matters only where there is no statement beside it. */
  refusal(statements: number): Fault | null {
    return this.#ofStatement ?? (statements === 0 ? this.#ofOther : null);
  }
}

/** SEVERITY decides; a bank that leaves it out means an error by any code but 0. */
function isError(code: string | null, severity: string | null): boolean {
  if (severity === 'ERROR') return true;
  if (severity === 'INFO' || severity === 'WARN') return false;
  return code !== null && /[1-9]/.test(code);
}
