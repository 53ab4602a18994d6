// What differs between hosts in writing: methods, and the arguments that one knows and another refuses.

export type WriteDialect = {
  /**
   * How a decision on a bank line is written: in one transaction, or ('write-then-reconcile') its lines first, which are matched
   * one by one afterwards.
   */
  readonly match: 'write-statement-line' | 'write-then-reconcile' | 'reconcile-statement-line';
  readonly undo: string;
  /** Whether a counterpart keeps its own partner when it is made, or takes the bank line's and is given its own afterwards. */
  readonly partner: 'own' | 'afterwards';
  /** In which fields a new journal item takes its amount. */
  readonly amount: 'balance' | 'debit-credit';
  /** The wizard that reverses an entry. */
  readonly reversal: { method: string; values: Readonly<Record<string, unknown>> };
  /** Repartition lines of refunds: the field that names their tax, and what else tells them. */
  readonly refund: { tax: string; only: readonly (readonly [field: string, operator: string, value: unknown])[] };
  /**
   * How a discount lowers VAT that is due on payments. 'with-payment': over the transition account and without tags, because the
   * host makes an entry for the bank line's own taxes too. 'declared': with tags, like all other VAT.
   */
  readonly paymentVat: 'with-payment' | 'declared';
  /** What a note needs so that its marks are not shown as text. */
  readonly note: Readonly<Record<string, unknown>>;
};

/** Compared with the sources of 17 and 18; 19, where it is seen, differs in `match`. */
export const writeModern: WriteDialect = {
  match: 'write-then-reconcile',
  undo: 'action_undo_reconciliation',
  partner: 'own',
  amount: 'balance',
  reversal: { method: 'refund_moves', values: {} },
  refund: { tax: 'tax_id', only: [['document_type', '=', 'refund']] },
  paymentVat: 'with-payment',
  note: { body_is_html: true },
};

/** Seen on 14. */
export const writeOld: WriteDialect = {
  match: 'reconcile-statement-line',
  undo: 'button_undo_reconciliation',
  partner: 'afterwards',
  amount: 'debit-credit',
  reversal: { method: 'reverse_moves', values: { refund_method: 'cancel', date_mode: 'custom' } },
  refund: { tax: 'refund_tax_id', only: [] },
  paymentVat: 'declared',
  note: {},
};
