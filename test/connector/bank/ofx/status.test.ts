// Answers of a bank that are errors.
import { describe, expect, it } from 'vitest';
import { ofxReader } from '../../../../connector/bank/ofx/index.ts';
import { readText } from '../text-file.ts';

const status = (code: string, severity: string) =>
  `<STATUS><CODE>${code}${severity && `<SEVERITY>${severity}`}<MESSAGE>Texte</STATUS>`;
const signOn = (it: string) => `<SIGNONMSGSRSV1><SONRS>${it}</SONRS></SIGNONMSGSRSV1>`;
const response = (it: string) => `<BANKMSGSRSV1><STMTTRNRS>${it}</STMTTRNRS></BANKMSGSRSV1>`;
const STATEMENT = '<STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>1</BANKACCTFROM></STMTRS>';
const GOOD = status('0', 'INFO');

describe('an error is what the bank says, and no empty statement', () => {
  it.each([
    // sign-on, response, what comes of it
    ['signed on', GOOD, GOOD + STATEMENT, 'read'],
    ['not signed on', status('15500', 'ERROR'), '', 'bank-says'],
    ['not signed on, whatever follows', status('15500', 'ERROR'), GOOD + STATEMENT, 'bank-says'],
    ['an error without its severity', status('15500', ''), '', 'bank-says'],
    ['a warning', status('15000', 'WARN'), GOOD + STATEMENT, 'read'],
    ['information by another code', status('1', 'INFO'), GOOD + STATEMENT, 'read'],
    ['a closed account alone', GOOD, status('2004', 'ERROR'), 'bank-says'],
    ['nothing wrong and nothing there', GOOD, GOOD, 'nothing'],
  ])('%s', async (_name, signed, answer, outcome) => {
    const read = await readText(ofxReader, `<OFX>${signOn(signed)}${response(answer)}</OFX>`);
    const found = read.faults[0]?.code ?? (read.statements.length > 0 ? 'read' : 'nothing');
    expect(found).toBe(outcome);
  });

  it('a closed account beside a statement takes nothing from it', async () => {
    const read = await readText(
      ofxReader,
      `<OFX>${signOn(GOOD)}${response(status('2004', 'ERROR'))}${response(GOOD + STATEMENT)}</OFX>`,
    );
    expect(read).toMatchObject({ faults: [], statements: [{ account: '1' }] });
  });

  it('its words are the code and the message', async () => {
    const read = await readText(ofxReader, `<OFX>${signOn(status('15500', 'ERROR'))}</OFX>`);
    expect(read.faults[0]?.params).toEqual({ text: '15500 Texte' });
  });
});
