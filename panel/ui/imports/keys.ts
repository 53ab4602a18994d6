// The keys of "Imports".
import { chooseFiles } from './drop.tsx';

export function plain(stroke: string): boolean {
  if (stroke !== 'i') return false;
  chooseFiles();
  return true;
}

export function prefixed(): boolean {
  return false;
}
