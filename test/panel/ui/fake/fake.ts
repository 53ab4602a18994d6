// What the made-up server shares with its routes: the world, the troubles that a test asks for, what was sent.
import type { FaultView } from '../../../../sync/port/view.ts';
import type { World } from './model.ts';

/** What a test can make the next requests do. */
export type Trouble = { path: RegExp; status: number; fault?: Partial<FaultView>; times: number };

export type Fake = {
  url: string;
  world: World;
  troubles: Trouble[];
  /** Every request waits this long. */
  delayMs: number;
  /** No answer at all, as with the network cut. */
  cut: boolean;
  seen: { method: string; path: string; key: string | null; body: unknown }[];
  /** What was confirmed of tables. */
  confirmed: unknown[];
  /** The texts of the cheque slips that were sent. */
  slips: string[];
  /** Another world at the same address; troubles and what was sent are forgotten. */
  renew(world: World): void;
  close(): Promise<void>;
};

export const TOKEN = 'test-token';

export function faultOf(code: string, says: string): FaultView {
  return { code, says, where: '', request: 'r-0001' };
}
