// What a partner of Odoo is to matching.
import { expect, it } from 'vitest';
import { partyOf } from '../../../../../connector/erp/odoo/map/party.ts';

type Around = Parameters<typeof partyOf>[1];

const AROUND = { chart: { currency: 'EUR', terms: new Map() }, contacts: new Map() } as unknown as Around;

it.each([
  ['Clients divers', true],
  ['Walk-in Customer', true],
  ['Recettes CB', true],
  ['Comptoir du Bois SARL', false],
  ['Menuiserie Dupont', false],
])('%s is nobody in particular: %s', (name, isShared) => {
  expect(partyOf({ id: 7, name }, AROUND).shared).toBe(isShared);
});
