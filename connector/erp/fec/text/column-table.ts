// The columns of a FEC: the legal words and places (LPF article A47 A-1), and the other words that programs write.

export type Column =
  | 'journal'
  | 'journalName'
  | 'number'
  | 'day'
  | 'account'
  | 'accountName'
  | 'aux'
  | 'auxName'
  | 'piece'
  | 'pieceDay'
  | 'label'
  | 'debit'
  | 'credit'
  | 'amount'
  | 'sense'
  | 'letter'
  | 'letterDay'
  | 'validDay'
  | 'foreignAmount'
  | 'currency'
  | 'dueDay';

export type ColumnWords = {
  column: Column;
  /** The word of the law, for the bookkeeper. */
  legal: string;
  /** Place in the legal order, counted from 0; null for a column that the law does not know. */
  place: number | null;
  /** Other words met, in small letters without accents or signs. */
  also: readonly string[];
  /** Any other word of this shape is meant too. */
  like?: RegExp;
};

export const COLUMNS: readonly ColumnWords[] = [
  { column: 'journal', legal: 'JournalCode', place: 0, also: ['codejournal', 'journal', 'codejnl'] },
  { column: 'journalName', legal: 'JournalLib', place: 1, also: ['journallibelle', 'libjournal'] },
  { column: 'number', legal: 'EcritureNum', place: 2, also: ['numecriture', 'ecriturenumero'] },
  { column: 'day', legal: 'EcritureDate', place: 3, also: ['dateecriture', 'datecomptable'] },
  { column: 'account', legal: 'CompteNum', place: 4, also: ['numcompte', 'comptenumero', 'compte', 'comptegeneral'] },
  { column: 'accountName', legal: 'CompteLib', place: 5, also: ['libcompte', 'comptelibelle'] },
  { column: 'aux', legal: 'CompAuxNum', place: 6, also: ['compteauxnum', 'comptauxnum', 'auxiliairenum', 'auxnum'] },
  {
    column: 'auxName',
    legal: 'CompAuxLib',
    place: 7,
    also: ['compteauxlib', 'comptauxlib', 'auxiliairelib', 'auxlib'],
  },
  { column: 'piece', legal: 'PieceRef', place: 8, also: ['refpiece', 'piecereference', 'numpiece'] },
  { column: 'pieceDay', legal: 'PieceDate', place: 9, also: ['datepiece'] },
  { column: 'label', legal: 'EcritureLib', place: 10, also: ['libecriture', 'ecriturelibelle', 'libelle'] },
  { column: 'debit', legal: 'Debit', place: 11, also: ['montantdebit'] },
  { column: 'credit', legal: 'Credit', place: 12, also: ['montantcredit'] },
  { column: 'amount', legal: 'Montant', place: 11, also: [] },
  { column: 'sense', legal: 'Sens', place: 12, also: [] },
  { column: 'letter', legal: 'EcritureLet', place: 13, also: ['ecriturelettrage', 'lettrage', 'codelettrage', 'let'] },
  { column: 'letterDay', legal: 'DateLet', place: 14, also: ['datelettrage', 'lettragedate'] },
  { column: 'validDay', legal: 'ValidDate', place: 15, also: ['datevalid', 'datevalidation', 'validationdate'] },
  { column: 'foreignAmount', legal: 'Montantdevise', place: 16, also: ['devisemontant'] },
  { column: 'currency', legal: 'Idevise', place: 17, also: ['iddevise', 'devise', 'codedevise'] },
  // Not a column of the law: programs that add it call it DateEcheance, EcheanceDate, Date d'échéance, Ech ...
  { column: 'dueDay', legal: 'DateEcheance', place: null, also: [], like: /echeance|^(date)?ech(date)?$|^due/ },
];
