// The keys of "Imports".
import { chooseFiles } from './drop.tsx';
import { openSlip } from './slip.ts';
import { openFirst } from './table.ts';

export function plain(stroke: string): boolean {
  if (stroke === 'i') chooseFiles();
  else if (stroke === 'r') void openSlip();
  else if (stroke === 'c') return openFirst();
  else return false;
  return true;
}

export function prefixed(): boolean {
  return false;
}
