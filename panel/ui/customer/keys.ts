// The keys of a customer's page.
import { screen } from '../shell/route.ts';
import { takeStatement } from './state.ts';

export function plain(stroke: string): boolean {
  if (stroke === 'escape' || stroke === 'left') {
    screen.go('aging');
    return true;
  }
  if (stroke === 'e') {
    takeStatement();
    return true;
  }
  return false;
}

export function prefixed(): boolean {
  return false;
}
