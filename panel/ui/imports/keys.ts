// The keys of "Imports".
import { chooseFiles } from './drop.tsx';
import { openSlip } from './slip.ts';
import { openFirst } from './table.ts';
import { sayTwin, unsayTwin } from './twin.ts';

export function plain(stroke: string): boolean {
  if (stroke === 'i') chooseFiles();
  else if (stroke === 'r') void openSlip();
  else if (stroke === 'c') return openFirst();
  else if (stroke === 'm') return sayTwin(true);
  else if (stroke === 'a') return sayTwin(false);
  else if (stroke === 'u') return unsayTwin();
  else return false;
  return true;
}

export function prefixed(): boolean {
  return false;
}
