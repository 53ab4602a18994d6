// Kinds of transaction as banks number them in :86: (Geschäftsvorfallcode), as ISO 20022 bank transaction codes.

export type Kind = { code: string; direction: 'credit' | 'debit' };

/**
 * From the list of German banks (DK, Anlage 3 of the DFÜ agreement), as far as receivables need it: what is not here keeps
 * the bank's own code. Banks elsewhere use the same three digits for other things, so that a kind counts only with its direction.
 */
export const KINDS: Readonly<Record<string, Kind>> = {
  '020': { code: 'PMNT-ICDT-DMCT', direction: 'debit' },
  '051': { code: 'PMNT-RCDT-DMCT', direction: 'credit' },
  '104': { code: 'PMNT-RDDT-BBDD', direction: 'debit' },
  '105': { code: 'PMNT-RDDT-ESDD', direction: 'debit' },
  '108': { code: 'PMNT-IDDT-UPDD', direction: 'debit' },
  '109': { code: 'PMNT-IDDT-UPDD', direction: 'debit' },
  '116': { code: 'PMNT-ICDT-ESCT', direction: 'debit' },
  '117': { code: 'PMNT-ICDT-STDO', direction: 'debit' },
  '152': { code: 'PMNT-RCDT-STDO', direction: 'credit' },
  '153': { code: 'PMNT-RCDT-SALA', direction: 'credit' },
  '159': { code: 'PMNT-ICDT-RRTN', direction: 'credit' },
  '166': { code: 'PMNT-RCDT-ESCT', direction: 'credit' },
  '171': { code: 'PMNT-IDDT-ESDD', direction: 'credit' },
  '174': { code: 'PMNT-IDDT-BBDD', direction: 'credit' },
  '177': { code: 'PMNT-ICDT-ESCT', direction: 'debit' },
};

/** The kind of a transaction, where it is known and goes this way. */
export function kindOf(digits: string | null, isCredit: boolean): Kind | null {
  const kind = digits === null ? undefined : KINDS[digits];
  return kind && (kind.direction === 'credit') === isCredit ? kind : null;
}

/** Codes of payments that came back, whose subfield 34 says why. */
export function isReturn(kind: Kind | null): boolean {
  return kind !== null && /-(RRTN|UPDD)$/.test(kind.code);
}
