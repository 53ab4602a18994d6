// How a customer pays, from the parts of their invoices that payments closed.
import type { Behaviour, PaidInvoice, Payment } from '../model/customer.ts';
import { daysBetween } from '../model/day.ts';
import { mulDiv, sum } from '../model/money.ts';
import type { SettledPart } from '../model/report.ts';

/** Only money counts: a credit note or a transfer to another account is no payment. */
function paidParts(parts: readonly SettledPart[]): SettledPart[] {
  return parts.filter((it) => it.paymentKind === 'payment' && it.amountMinor > 0);
}

export function paidInvoices(parts: readonly SettledPart[]): PaidInvoice[] {
  const found = new Map<string, PaidInvoice>();
  for (const { itemId, document, issueDay, dueDay, paymentDay, amountMinor } of paidParts(parts)) {
    const known = found.get(itemId);
    const paidDay = known && known.paidDay > paymentDay ? known.paidDay : paymentDay;
    found.set(itemId, {
      itemId,
      document,
      issueDay,
      dueDay,
      paidDay,
      amountMinor: amountMinor + (known?.amountMinor ?? 0),
    });
  }
  return [...found.values()].sort((a, b) => (a.paidDay < b.paidDay ? 1 : a.paidDay > b.paidDay ? -1 : 0));
}

/** Each payment once, newest first, with what it closed of this customer's invoices. */
export function paymentsOf(parts: readonly SettledPart[]): Payment[] {
  const found = new Map<string, Payment>();
  for (const { paymentDay, paymentJournal, paymentEntry, amountMinor } of paidParts(parts)) {
    const reference = `${paymentJournal} ${paymentEntry}`;
    const known = found.get(`${paymentDay} ${reference}`);
    const paid = { day: paymentDay, reference, amountMinor: amountMinor + (known?.amountMinor ?? 0) };
    found.set(`${paymentDay} ${reference}`, paid);
  }
  return [...found.values()].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

/**
 * Amount-weighted mean days late of what was paid (the "retard moyen pondéré" of the trade) and mean days from invoice to payment;
 * an instalment counts with its own due day and the day of its own payment.
 */
export function behaviourOf(parts: readonly SettledPart[]): Behaviour {
  const paid = paidParts(parts);
  const dated = paid.flatMap((it) =>
    it.dueDay === null ? [] : [{ ...it, late: daysBetween(it.dueDay, it.paymentDay) }],
  );
  const late = sum(dated.filter((it) => it.late > 0).map((it) => it.amountMinor));
  const whole = sum(dated.map((it) => it.amountMinor));
  return {
    paidInvoices: new Set(paid.map((it) => it.itemId)).size,
    daysLate: weighted(dated.map((it) => ({ days: it.late, minor: it.amountMinor }))),
    daysToPay: weighted(
      paid
        // Of a balance that an opening carries over nobody knows when it was invoiced.
        .filter((it) => it.kind !== 'opening' || it.dueDay !== null)
        .map((it) => ({ days: daysBetween(it.issueDay, it.paymentDay), minor: it.amountMinor })),
    ),
    paidLateShare: whole === 0 ? null : mulDiv(late, 1000, whole, 'half-up'),
    lastPayment: paymentsOf(parts)[0] ?? null,
  };
}

function weighted(parts: readonly { days: number; minor: number }[]): number | null {
  const whole = sum(parts.map((it) => it.minor));
  if (whole === 0) return null;
  const product = parts.reduce((total, it) => total + BigInt(it.days) * BigInt(it.minor), 0n);
  const size = product < 0n ? -product : product;
  // Halves away from zero, as everywhere.
  const days = Number((size * 2n + BigInt(whole)) / (BigInt(whole) * 2n));
  return product < 0n ? -days || 0 : days;
}
