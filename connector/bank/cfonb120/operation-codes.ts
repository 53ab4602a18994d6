// Interbank operation codes of CFONB 120 (columns 33 and 34) as ISO 20022 bank transaction codes: edit here.

/**
 * `label` is what bookkeepers call it. `credit` and `debit` are the ISO codes of the two directions; a code that is not
 * here, or not in this direction, stays as the bank has it. Source: CFONB, 'Opérations restituées à la clientèle', and its
 * additions for SEPA debits (A, B) and instant transfers (C).
 */
export type Operation = { label: string; credit?: string; debit?: string };

export const OPERATIONS: Readonly<Record<string, Operation>> = {
  '01': { label: 'Chèque payé', debit: 'PMNT-ICHQ-CCHQ' },
  '02': { label: 'Remise de chèques', credit: 'PMNT-RCHQ-CCHQ' },
  '03': { label: 'Chèque impayé', debit: 'PMNT-RCHQ-UPCQ' },
  '04': { label: 'Versement d’espèces', credit: 'PMNT-CNTR-CDPT' },
  '05': { label: 'Virement reçu', credit: 'PMNT-RCDT-ESCT' },
  '06': { label: 'Virement émis', debit: 'PMNT-ICDT-ESCT' },
  '07': { label: 'LCR ou BOR domiciliée', debit: 'PMNT-DRFT-STAM' },
  '08': { label: 'Prélèvement, TIP ou télérèglement domicilié', debit: 'PMNT-RDDT-OTHR' },
  '09': { label: 'Prélèvements, TIP ou télérèglements émis', credit: 'PMNT-IDDT-OTHR' },
  '10': { label: 'Prélèvement, TIP ou télérèglement impayé', credit: 'PMNT-RDDT-UPDD', debit: 'PMNT-IDDT-UPDD' },
  '11': { label: 'Cartes', credit: 'PMNT-MCRD-OTHR', debit: 'PMNT-CCRD-OTHR' },
  '12': { label: 'Rejet ou retour de virement', credit: 'PMNT-ICDT-RRTN' },
  '13': { label: 'Virement de trésorerie reçu', credit: 'PMNT-RCDT-OTHR' },
  '14': { label: 'Virement de trésorerie émis', debit: 'PMNT-ICDT-OTHR' },
  '15': { label: 'Remise de chèques sur caisse', credit: 'PMNT-RCHQ-CCHQ' },
  '18': { label: 'Autre virement reçu', credit: 'PMNT-RCDT-OTHR' },
  '21': { label: 'Autre virement émis', debit: 'PMNT-ICDT-OTHR' },
  '22': { label: 'TIP domicilié', debit: 'PMNT-RDDT-OTHR' },
  '24': { label: 'TIP émis', credit: 'PMNT-IDDT-OTHR' },
  '26': { label: 'TIP impayé', debit: 'PMNT-IDDT-UPDD' },
  '27': { label: 'Prélèvement impayé', credit: 'PMNT-RDDT-UPDD', debit: 'PMNT-IDDT-UPDD' },
  '28': { label: 'Paiement par carte', debit: 'PMNT-CCRD-POSD' },
  '29': { label: 'Retrait par carte', debit: 'PMNT-CCRD-CWDL' },
  '30': { label: 'Remise de factures cartes', credit: 'PMNT-MCRD-POSP' },
  '31': { label: 'Remise d’effets à l’encaissement', credit: 'PMNT-DRFT-STAM' },
  '32': { label: 'Remise à l’escompte', credit: 'PMNT-DRFT-DDFT' },
  '33': { label: 'Effet impayé', debit: 'PMNT-DRFT-UDFT' },
  '34': { label: 'Incident sur effet', credit: 'PMNT-DRFT-OTHR', debit: 'PMNT-DRFT-OTHR' },
  '35': { label: 'Remise de LCR ou BOR à l’encaissement', credit: 'PMNT-DRFT-STAM' },
  '36': { label: 'Remise de factures cartes au débit', debit: 'PMNT-MCRD-OTHR' },
  '37': { label: 'Remise de LCR ou BOR à l’escompte', credit: 'PMNT-DRFT-DDFT' },
  '38': { label: 'Facture carte impayée', debit: 'PMNT-MCRD-UPCT' },
  '39': { label: 'Virement d’origine extérieure reçu', credit: 'PMNT-RCDT-XBCT' },
  '41': { label: 'Transfert avec l’étranger', credit: 'PMNT-RCDT-XBCT', debit: 'PMNT-ICDT-XBCT' },
  '44': { label: 'Virement international émis', debit: 'PMNT-ICDT-XBCT' },
  '45': { label: 'Virement international reçu', credit: 'PMNT-RCDT-XBCT' },
  '61': { label: 'Agios', credit: 'ACMT-MCOP-INTR', debit: 'ACMT-MDOP-INTR' },
  '62': { label: 'Commissions et frais', debit: 'ACMT-MDOP-FEES' },
  '63': { label: 'Produits financiers', credit: 'ACMT-MCOP-INTR' },
  '64': { label: 'Commissions, taxes comprises', debit: 'ACMT-MDOP-COMM' },
  '65': { label: 'Commissions hors taxes', debit: 'ACMT-MDOP-COMM' },
  '66': { label: 'Commissions non taxables', debit: 'ACMT-MDOP-COMM' },
  '67': { label: 'Taxes', debit: 'ACMT-MDOP-TAXE' },
  '70': { label: 'Charges financières', debit: 'ACMT-MDOP-INTR' },
  A1: { label: 'Prélèvements SEPA émis', credit: 'PMNT-IDDT-ESDD' },
  A2: { label: 'Prélèvements SEPA interentreprises émis', credit: 'PMNT-IDDT-BBDD' },
  A3: { label: 'Prélèvement SEPA que nous avons rejeté', credit: 'PMNT-RDDT-UPDD' },
  A4: { label: 'Prélèvement SEPA interentreprises que nous avons rejeté', credit: 'PMNT-RDDT-UPDD' },
  A5: { label: 'Reversement de prélèvements SEPA émis', debit: 'PMNT-IDDT-PRDD' },
  A6: { label: 'Reversement de prélèvements SEPA interentreprises émis', debit: 'PMNT-IDDT-PRDD' },
  B1: { label: 'Prélèvement SEPA domicilié', debit: 'PMNT-RDDT-ESDD' },
  B2: { label: 'Prélèvement SEPA interentreprises domicilié', debit: 'PMNT-RDDT-BBDD' },
  B3: { label: 'Prélèvement SEPA impayé', debit: 'PMNT-IDDT-UPDD' },
  B4: { label: 'Prélèvement SEPA interentreprises impayé', debit: 'PMNT-IDDT-UPDD' },
  B5: { label: 'Reversement de prélèvement SEPA reçu', credit: 'PMNT-RDDT-PRDD' },
  B6: { label: 'Reversement de prélèvement SEPA interentreprises reçu', credit: 'PMNT-RDDT-PRDD' },
  C1: { label: 'Virement instantané émis', debit: 'PMNT-IRCT-ESCT' },
  C2: { label: 'Virement instantané reçu', credit: 'PMNT-RRCT-ESCT' },
  C3: { label: 'Retour de virement instantané émis', credit: 'PMNT-IRCT-RRTN' },
  C4: { label: 'Retour de virement instantané reçu', debit: 'PMNT-RRCT-RRTN' },
  C5: { label: 'Recrédit du donneur d’ordre', credit: 'PMNT-IRCT-RRTN' },
};

/** The ISO code of an operation in its direction; null when the list has none. */
export function isoCodeOf(operation: string, isCredit: boolean): string | null {
  const known = OPERATIONS[operation];
  return (isCredit ? known?.credit : known?.debit) ?? null;
}

/** Whether the ISO code says that something we collected came back unpaid. */
export function isUnpaidCollection(code: string | null): boolean {
  return code !== null && /^PMNT-(IDDT-UPDD|RCHQ-UPCQ|DRFT-UDFT|MCRD-UPCT)$/.test(code);
}
