// What the bank answered: an error instead of a statement is no empty statement.
import { type Fault, fault } from '../../../sync/fault/index.ts';
import { leaf, parseElement } from './element.ts';
import type { Piece } from './guard.ts';

/** Gathers the STATUS aggregates of a file; the first error that matters is what the bank says instead of a statement. */
export class BankAnswer {
  readonly #file: string;
  #ofSignOn: Fault | null = null;
  #ofResponse: Fault | null = null;

  constructor(file: string) {
    this.#file = file;
  }

  add(piece: Piece): void {
    const status = parseElement('STATUS', piece.content.xml());
    const code = leaf(status, 'CODE');
    const severity = leaf(status, 'SEVERITY')?.toUpperCase() ?? null;
    if (!isError(code, severity)) return;
    const text = [code, leaf(status, 'MESSAGE')].filter((it) => it !== null).join(' ');
    const path = piece.around.join('/');
    const it = fault('bank-says', { file: this.#file, line: piece.line, path }, { text: text === '' ? 'ERROR' : text });
    if (piece.around.at(-1) === 'SONRS') this.#ofSignOn ??= it;
    else this.#ofResponse ??= it;
  }

  /**
   * Who is not signed on gets nothing that counts. An error of one response (an account that is closed, a list that is not
   * offered) says nothing about the statements beside it, but instead of any statement it is the bank's answer.
   */
  refusal(statements: number): Fault | null {
    return this.#ofSignOn ?? (statements === 0 ? this.#ofResponse : null);
  }
}

/** SEVERITY decides; a bank that leaves it out means an error by any code but 0. */
function isError(code: string | null, severity: string | null): boolean {
  if (severity === 'ERROR') return true;
  if (severity === 'INFO' || severity === 'WARN') return false;
  return code !== null && /[1-9]/.test(code);
}
