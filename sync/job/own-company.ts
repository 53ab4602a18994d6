// A company of one's own, opened by its first ledger while only the demonstration was there.

import { isFault } from '../fault/index.ts';
import type { Company } from '../model/company.ts';
import type { DeskFile } from '../port/files.ts';
import type { Desk } from './desk.ts';
import { collectPull } from './pull.ts';

/**
 * The company that a ledger among these files belongs to, opened if it is not there yet; null when none of them is a ledger of
 * another company than the demonstration. The new company starts from the given one's account map and terms, proposes and
 * does not act alone.
 */
export async function ownCompanyFor(desk: Desk, files: readonly DeskFile[], like: Company): Promise<Company | null> {
  const siren = await foreignSiren(desk, files, like);
  if (siren === null) return null;
  const known = (await desk.store.companies()).find((company) => company.siren === siren);
  if (known) return known;
  const company: Company = { ...like, id: `siren-${siren}`, name: `SIREN ${siren}`, siren, mode: 'suggest' };
  await desk.store.createCompany(company);
  desk.log.info('company opened', { company: company.id });
  return company;
}

async function foreignSiren(desk: Desk, files: readonly DeskFile[], like: Company): Promise<string | null> {
  for (const file of files) {
    const members = await desk.files.unpack(file);
    for (const member of isFault(members) ? [] : members) {
      if (!desk.files.isLedger(member.bytes)) continue;
      const pulled = await collectPull(desk.files.openLedger([member], { ...like, siren: null }).pull(null));
      if (!('faults' in pulled) && pulled.siren !== null && pulled.siren !== like.siren) return pulled.siren;
    }
  }
  return null;
}
