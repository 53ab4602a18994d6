// The keys of "Imports".
import { chooseFiles } from './drop.tsx';
import { openFirst } from './table.ts';

export function plain(stroke: string): boolean {
  if (stroke === 'i') chooseFiles();
  else if (stroke === 'c') return openFirst();
  else return false;
  return true;
}

export function prefixed(): boolean {
  return false;
}
