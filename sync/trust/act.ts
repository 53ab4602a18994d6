// Whether a proven class may act alone: the company's mode, and what a manager said about the class.
import type { Mode } from '../model/company.ts';
import type { ClassSwitch, SwitchState } from '../model/trust.ts';

/**
 * shadow: nothing acts, whatever the switches. Else the class's own switch goes before the company's mode: 'on' acts in a
 * company that otherwise only proposes, 'off' does not in one that acts on proof.
 */
export function mayActAlone(mode: Mode, switched: SwitchState): boolean {
  if (mode === 'shadow' || switched === 'off') return false;
  return mode === 'auto' || switched === 'on';
}

/** The switch in force of every class that has one; the others follow the mode. */
export function switchesInForce(switches: readonly ClassSwitch[]): Map<string, SwitchState> {
  return new Map(switches.map(({ signature, state }) => [signature, state]));
}
