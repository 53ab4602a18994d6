// By which of a host's own ways an entry is written on a bank line.
import type { WriteDialect } from '../dialect/write.ts';
import type { Host } from '../host.ts';

/** Whether the parts are all worth what the bank's money is, or some are in another currency or keep the rate of their sale. */
export type Rates = 'bank' | 'several';

/** A host that converts by itself knows the bank's rate alone: an entry of several is written as it is, and matched afterwards. */
export function wayOf({ dialect }: Host, rates: Rates): WriteDialect['match'] {
  const own = dialect.write.match;
  return own === 'reconcile-statement-line' && rates === 'several' ? 'write-then-reconcile' : own;
}

/** An entry that is written first has its VAT on payments declared by the host as well: with tags of its own it would count twice. */
export function declaresTwice(host: Host, rates: Rates): boolean {
  return host.dialect.write.paymentVat === 'declared' && wayOf(host, rates) === 'write-then-reconcile';
}
