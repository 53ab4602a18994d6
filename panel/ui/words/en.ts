// Every word of the panel in English; the keys are those of the French.
import { aid } from './en/aid.ts';
import { file } from './en/file.ts';
import { frame } from './en/frame.ts';
import { ledger } from './en/ledger.ts';
import { line } from './en/line.ts';
import { menu } from './en/menu.ts';
import { queue } from './en/queue.ts';
import type { Words } from './fr.ts';

export const en: Words = { ...frame, ...queue, ...line, ...menu, ...ledger, ...file, ...aid };
