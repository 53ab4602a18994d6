// What :86: says, in its three ways of saying it.
import { describe, expect, it } from 'vitest';
import { narrativeOf } from '../../../../connector/bank/mt940/narrative.ts';

/** The facts of a :86: that are there. */
function facts(...lines: string[]): unknown {
  const entries = Object.entries(narrativeOf(lines));
  return Object.fromEntries(entries.filter(([, it]) => it !== null && !(Array.isArray(it) && it.length === 0)));
}

describe('subfields', () => {
  it('are remittance, party and account', () => {
    expect(facts('020?00VIREMENT?20FACTURE 12?3010020030?31234567?32MUELLER')).toEqual({
      digits: '020',
      note: ['VIREMENT'],
      remittance: ['FACTURE 12'],
      counterpartyAccount: '234567',
      counterparty: 'MUELLER',
    });
  });

  it('may begin without the three digits, and with another mark', () => {
    expect(facts('?20RENT ?30BANK ?31ACC123')).toEqual({ remittance: ['RENT'], counterpartyAccount: 'ACC123' });
    expect(facts('000>100987654321', '>20HUUR>21KANTOOR - FEB 2010>310390123456')).toEqual({
      digits: '000',
      remittance: ['HUUR KANTOOR - FEB 2010'],
      counterpartyAccount: '0390123456',
    });
  });

  it('go on without a blank where one is full, and end a reference where one is not', () => {
    expect(facts('159?00RETOURE?20EREF+TFNR 40005 00005?21MTLG:Grund nicht spezifizie?22rt?34914')).toEqual({
      digits: '159',
      note: ['RETOURE'],
      endToEndId: 'TFNR 40005 00005',
      remittance: ['MTLG:Grund nicht spezifiziert'],
      germanReason: 'MS03',
    });
  });

  it('hold words that begin where a line or a subfield breaks', () => {
    expect(
      facts(
        '109?20EREF+A1.200080779.400143254?21.4961336 KREF+SEPA-DA202006?2201221740-34972000-P1 MR',
        'EF+2?230852HW2723821 SVWZ+GRUND',
      ),
    ).toMatchObject({
      endToEndId: 'A1.200080779.400143254.4961336',
      mandateId: '20852HW2723821',
      remittance: ['GRUND'],
      note: ['KREF SEPA-DA20200601221740-34972000-P1'],
    });
  });

  it('keep a mark that begins no subfield', () => {
    expect(facts('166?20WARUM? DARUM?2144 STUECK')).toMatchObject({ remittance: ['WARUM? DARUM 44 STUECK'] });
  });
});

describe('words between slashes', () => {
  it('are references, party, account and text', () => {
    expect(
      facts('/TRTP/SEPA OVERBOEKING/IBAN/NL91ABNA0417164300/BIC/RABONL2U/NAME/V. Oornaam/REMI/Order 123/4/EREF/tr_1'),
    ).toEqual({
      note: ['TRTP SEPA OVERBOEKING'],
      counterpartyAccount: 'NL91ABNA0417164300',
      counterparty: 'V. Oornaam',
      remittance: ['Order 123/4'],
      endToEndId: 'tr_1',
    });
  });

  it('NOTPROVIDED is no reference', () => {
    expect(facts('/EREF/NOTPROVIDED/REMI/x')).toEqual({ remittance: ['x'] });
  });

  it('a party may be named by its word and NAME', () => {
    expect(facts('/ORDP//NAME/R. SMITH/ADDR/Green market 74/REMI/Test: /ULTD//NAME/S. SMITH/ISDT/2014-01-02')).toEqual({
      counterparty: 'R. SMITH',
      remittance: ['Test:'],
      ultimateDebtor: 'S. SMITH',
    });
  });

  it('structured remittance is a reference', () => {
    expect(facts('/REMI/STRD/CUR/9001123412341234/')).toEqual({ references: ['9001123412341234'] });
  });
});

describe('free text', () => {
  it('is remittance as it stands', () => {
    expect(facts('HIER EEN OMSCHRIJVING', 'OVER TWEE REGELS')).toEqual({
      remittance: ['HIER EEN OMSCHRIJVING OVER TWEE REGELS'],
    });
  });

  it('goes on without a blank where a line is full', () => {
    expect(facts(`${'x'.repeat(60)} F-20`, '26-7')).toEqual({ remittance: [`${'x'.repeat(60)} F-2026-7`] });
  });

  it('names the account that it begins with', () => {
    expect(facts('NL91ABNA0417164300 bakkerij', 'factuur 9')).toEqual({
      remittance: ['NL91ABNA0417164300 bakkerij factuur 9'],
      counterpartyAccount: 'NL91ABNA0417164300',
    });
  });

  it('an absent :86: says nothing', () => {
    expect(facts()).toEqual({});
  });
});
