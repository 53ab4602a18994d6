// The keys of "États".
import { choosing, step } from './state.ts';

export function plain(stroke: string): boolean {
  if (stroke === 'down' || stroke === 'j') {
    step(1);
    return true;
  }
  if (stroke === 'up' || stroke === 'k') {
    step(-1);
    return true;
  }
  if (stroke === 'e') {
    choosing.value = true;
    return true;
  }
  if (stroke === 'd') {
    document.getElementById('report-until')?.focus();
    return true;
  }
  return false;
}

export function prefixed(): boolean {
  return false;
}
