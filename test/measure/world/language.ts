// What payers write around numbers, in six languages: made-up labels take their words from here.

export type Words = {
  name: string;
  /** Before and after the numbers of a label; empty ones make bare numbers as common as they are. */
  openings: readonly string[];
  closings: readonly string[];
  /** Labels that name nothing. */
  plain: readonly string[];
  and: string;
  to: readonly string[];
  order: readonly string[];
  part: readonly string[];
  /** "instalment", as in "instalment 2/3". */
  rate: string;
  of: string;
  discount: string;
  credit: string;
  balance: readonly string[];
  except: readonly string[];
  monthly: readonly string[];
  /** February to May. */
  months: readonly [string, string, string, string];
  behalf: readonly string[];
  dispute: readonly string[];
  retention: string;
  refund: readonly string[];
  internal: string;
  client: string;
  quote: string;
};

const FRENCH: Words = {
  name: 'French',
  openings: [
    '',
    '',
    '',
    'FACTURE ',
    'FACT ',
    'REGLT ',
    'VIR ',
    'PAIEMENT FACTURE ',
    'Reglement de la facture ',
    'V/FACT ',
    'SEPA VIREMENT DE NOTRE PART ',
  ],
  closings: ['', '', '', '', ' MERCI', ' DU 12/05/2026', ' TEL 04 72 11 38 90', ' N/REF 8812', ' CORDIALEMENT'],
  plain: ['VIREMENT', 'PAIEMENT', 'REGLEMENT', 'VIR SEPA', '', 'MERCI', 'REGLEMENT FACTURE', 'NOTRE REGLEMENT'],
  and: 'ET',
  to: ['A', 'AU', 'à'],
  order: ['CDE ', 'COMMANDE ', 'BC '],
  part: ['ACOMPTE SUR ', 'REGLT PARTIEL ', '1ER VERSEMENT ', '2EME PAIEMENT ', 'PREMIERE ECHEANCE ', 'ACPTE '],
  rate: 'ECHEANCE',
  of: '/',
  discount: 'ESCOMPTE 2%',
  credit: 'AVOIR',
  balance: ['SOLDE COMPTE', 'SOLDE DE NOTRE COMPTE', 'RELEVE'],
  except: ['SAUF', 'HORS'],
  monthly: ['ABONNEMENT', 'LOYER', 'MAINTENANCE', 'FORFAIT'],
  months: ['FEVRIER', 'MARS', 'AVRIL', 'MAI'],
  behalf: ['P/C ', 'POUR LE COMPTE DE ', 'POUR ', ''],
  dispute: [' LITIGE', ' DEDUCTION CASSE', ''],
  retention: ' RETENUE DE GARANTIE',
  refund: ['REMBOURSEMENT AVOIR FOURNISSEUR', 'REMB CONSIGNES', 'COMPENSATION'],
  internal: 'VIR COMPTE A COMPTE',
  client: 'CLIENT ',
  quote: 'ACOMPTE 30% DEVIS ',
};

const ENGLISH: Words = {
  name: 'English',
  openings: [
    '',
    '',
    '',
    'INVOICE ',
    'INV ',
    'PAYMENT INVOICE ',
    'Payment of invoice no ',
    'YOUR INVOICE ',
    '/INV/',
    'RE ',
  ],
  closings: ['', '', '', '', ' THANK YOU', ' DATED 12/05/2026', ' TEL +44 20 7946 0018', ' OUR REF 8812'],
  plain: ['PAYMENT', 'TRANSFER', '', 'INVOICE PAYMENT', 'THANK YOU', 'BACS'],
  and: 'AND',
  to: ['TO'],
  order: ['PO ', 'ORDER ', 'P.O. '],
  part: ['PARTIAL PAYMENT ', 'PART PAYMENT ', '1ST INSTALMENT ', 'DEPOSIT PARTIAL '],
  rate: 'INSTALMENT',
  of: ' OF ',
  discount: 'DISCOUNT 2%',
  credit: 'CREDIT NOTE',
  balance: ['STATEMENT BALANCE', 'BALANCE OF ACCOUNT', 'STATEMENT'],
  except: ['EXCEPT', 'WITHOUT'],
  monthly: ['SUBSCRIPTION', 'RENT', 'MAINTENANCE'],
  months: ['FEBRUARY', 'MARCH', 'APRIL', 'MAY'],
  behalf: ['ON BEHALF OF ', 'FOR ', 'O/B/O '],
  dispute: [' DISPUTE', ' SHORT DELIVERY', ''],
  retention: ' RETENTION',
  refund: ['REFUND', 'REFUND DEPOSIT', 'SET OFF'],
  internal: 'CASH POOLING',
  client: 'CUSTOMER ',
  quote: 'DEPOSIT 30% QUOTE ',
};

const GERMAN: Words = {
  name: 'German',
  openings: ['', '', '', 'RECHNUNG ', 'RE ', 'RG-NR ', 'Rechnung Nr. ', 'SVWZ+RECHNUNG ', 'ZAHLUNG RECHNUNG '],
  closings: ['', '', '', '', ' DANKE', ' VOM 12.05.2026', ' TEL 030 2093 7066', ' UNSER ZEICHEN 8812'],
  plain: ['UEBERWEISUNG', 'ZAHLUNG', '', 'RECHNUNG', 'DANKE', 'GUTSCHRIFT SEPA'],
  and: 'UND',
  to: ['BIS'],
  order: ['BESTELLUNG ', 'AUFTRAG ', 'BESTELL-NR '],
  part: ['TEILZAHLUNG ', 'ANZAHLUNG ', 'ABSCHLAG ', '1. RATE '],
  rate: 'RATE',
  of: ' VON ',
  discount: 'SKONTO 2%',
  credit: 'GUTSCHRIFT',
  balance: ['KONTOAUSGLEICH', 'KONTOAUSZUG', 'SALDO'],
  except: ['OHNE', 'AUSSER'],
  monthly: ['MIETE', 'ABO', 'WARTUNG'],
  months: ['FEBRUAR', 'MAERZ', 'APRIL', 'MAI'],
  behalf: ['IM AUFTRAG VON ', 'IM NAMEN VON ', 'FUER '],
  dispute: [' ABZUG BRUCH', ' REKLAMATION', ''],
  retention: ' SICHERHEITSEINBEHALT',
  refund: ['ERSTATTUNG', 'RUECKZAHLUNG', 'VERRECHNUNG'],
  internal: 'UMBUCHUNG',
  client: 'KUNDE ',
  quote: 'ANZAHLUNG 30% ANGEBOT ',
};

const SPANISH: Words = {
  name: 'Spanish',
  openings: ['', '', '', 'FACTURA ', 'FRA ', 'PAGO FACTURA ', 'Pago de la factura ', 'TRANSFERENCIA FACTURA '],
  closings: ['', '', '', '', ' GRACIAS', ' DEL 12/05/2026', ' N/REF 8812'],
  plain: ['TRANSFERENCIA', 'PAGO', '', 'PAGO FACTURA', 'GRACIAS'],
  and: 'Y',
  to: ['A', 'HASTA'],
  order: ['PEDIDO ', 'N PEDIDO '],
  part: ['PAGO PARCIAL ', 'A CUENTA ', 'ANTICIPO '],
  rate: 'CUOTA',
  of: ' DE ',
  discount: 'DESCUENTO PRONTO PAGO',
  credit: 'ABONO',
  balance: ['SALDO CUENTA', 'EXTRACTO', 'SALDO'],
  except: ['EXCEPTO', 'SALVO'],
  monthly: ['ALQUILER', 'SUSCRIPCION', 'MANTENIMIENTO'],
  months: ['FEBRERO', 'MARZO', 'ABRIL', 'MAYO'],
  behalf: ['POR CUENTA DE ', 'PARA '],
  dispute: [' DEDUCCION ROTURA', ' RECLAMACION', ''],
  retention: ' RETENCION GARANTIA',
  refund: ['REEMBOLSO', 'DEVOLUCION', 'COMPENSACION'],
  internal: 'TRASPASO',
  client: 'CLIENTE ',
  quote: 'ANTICIPO 30% PRESUPUESTO ',
};

const ITALIAN: Words = {
  name: 'Italian',
  openings: ['', '', '', 'FATTURA ', 'FATT ', 'PAGAMENTO FATTURA ', 'Saldo fattura n. ', 'BONIFICO FATTURA '],
  closings: ['', '', '', '', ' GRAZIE', ' DEL 12/05/2026', ' NS RIF 8812'],
  plain: ['BONIFICO', 'PAGAMENTO', '', 'SALDO FATTURA', 'GRAZIE'],
  and: 'E',
  to: ['A', 'FINO'],
  order: ['ORDINE ', 'RIF ORDINE '],
  part: ['ACCONTO ', 'PAGAMENTO PARZIALE ', '1A RATA '],
  rate: 'RATA',
  of: ' DI ',
  discount: 'SCONTO 2%',
  credit: 'NOTA CREDITO',
  balance: ['SALDO CONTO', 'ESTRATTO CONTO'],
  except: ['ECCETTO', 'TRANNE'],
  monthly: ['AFFITTO', 'ABBONAMENTO', 'CANONE'],
  months: ['FEBBRAIO', 'MARZO', 'APRILE', 'MAGGIO'],
  behalf: ['PER CONTO DI ', 'PER '],
  dispute: [' TRATTENUTA', ' RECLAMO', ''],
  retention: ' RITENUTA GARANZIA',
  refund: ['RIMBORSO', 'STORNO', 'COMPENSAZIONE'],
  internal: 'GIROCONTO',
  client: 'CLIENTE ',
  quote: 'ACCONTO 30% PREVENTIVO ',
};

const DUTCH: Words = {
  name: 'Dutch',
  openings: ['', '', '', 'FACTUUR ', 'FACTUURNR ', 'BETALING FACTUUR ', 'Betreft factuur ', 'KENMERK '],
  closings: ['', '', '', '', ' BEDANKT', ' VAN 12-05-2026', ' ONS KENMERK 8812'],
  plain: ['BETALING', 'OVERSCHRIJVING', '', 'FACTUUR', 'BEDANKT'],
  and: 'EN',
  to: ['TOT'],
  order: ['BESTELLING ', 'ORDER '],
  part: ['DEELBETALING ', 'AANBETALING ', '1E TERMIJN '],
  rate: 'TERMIJN',
  of: ' VAN ',
  discount: 'KORTING 2%',
  credit: 'CREDITNOTA',
  balance: ['SALDO REKENING', 'REKENINGOVERZICHT'],
  except: ['BEHALVE', 'ZONDER'],
  monthly: ['HUUR', 'ABONNEMENT', 'ONDERHOUD'],
  months: ['FEBRUARI', 'MAART', 'APRIL', 'MEI'],
  behalf: ['NAMENS ', 'VOOR '],
  dispute: [' INHOUDING BREUK', ' GESCHIL', ''],
  retention: ' INHOUDING GARANTIE',
  refund: ['TERUGBETALING', 'VERREKENING'],
  internal: 'EIGEN REKENING',
  client: 'KLANT ',
  quote: 'AANBETALING 30% OFFERTE ',
};

export const LANGUAGES: readonly Words[] = [FRENCH, ENGLISH, GERMAN, SPANISH, ITALIAN, DUTCH];
