// The dialects that are known; a host speaks the first whose field it has.
import { accountType } from './account-type.ts';
import type { Dialect } from './dialect.ts';
import { internalType } from './internal-type.ts';
import { matchedLines } from './matched-lines.ts';

export const DIALECTS: readonly Dialect[] = [matchedLines, accountType, internalType];
