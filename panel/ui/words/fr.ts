// Every word of the panel in French, the language it was thought in. The English file has the same keys, checked by type.
import { aid } from './fr/aid.ts';
import { file } from './fr/file.ts';
import { frame } from './fr/frame.ts';
import { ledger } from './fr/ledger.ts';
import { line } from './fr/line.ts';
import { menu } from './fr/menu.ts';
import { queue } from './fr/queue.ts';
import type { Shape } from './shape.ts';

export const fr = { ...frame, ...queue, ...line, ...menu, ...ledger, ...file, ...aid };

export type Words = Shape<typeof fr>;
