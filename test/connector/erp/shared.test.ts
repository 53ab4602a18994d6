// Which customer accounts are nobody's own, and which only sound like it.
import { describe, expect, it } from 'vitest';
import { isSharedAccount } from '../../../connector/erp/shared.ts';

describe('an account that occasional customers share', () => {
  it.each([
    ['411DIVERS', 'Clients divers'],
    ['CDIVERS', 'Sophie'],
    ['DIVERS', ''],
    ['9999', 'CLIENTS DIVERS PARIS'],
    ['9998', 'Divers clients'],
    ['9997', 'Client de passage'],
    ['9996', 'Clients particuliers'],
    ['9995', 'Vente au comptoir'],
    ['9994', 'RECETTE CB'],
    ['9993', 'Recettes du jour'],
    ['CAISSE', ''],
    ['CAISSE', 'CAISSE'],
    ['411CAISSE', '411CAISSE'],
    ['9992', 'Caisse espèces'],
    ['9991', 'Caisse 2'],
    ['9990', 'Occasionnels'],
    ['COMPTANT', 'Comptant'],
    ['9989', 'Ventes comptant magasin'],
    ['', 'Clients divers'],
    ['', 'Walk-in Customer'],
    ['', 'Cash customers'],
    ['', 'Diverse klanten'],
    ['', 'Laufkundschaft'],
    ['', 'Consumidor Final Anónimo'],
  ])('%s %s', (code, name) => {
    expect(isSharedAccount(code, name)).toBe(true);
  });

  it.each([
    ['CAISSE', "Caisse d'Épargne Rhône"],
    ['CEPARGNE', "CAISSE D'EPARGNE"],
    ['OUTILS', 'La Caisse à Outils'],
    ['CPAM', "Caisse primaire d'assurance maladie"],
    ['CDC', 'Caisse des Dépôts'],
    ['COMPBOIS', 'Comptoir du Bois'],
    ['COMPTOIR', 'Le Comptoir'],
    ['PASSAGE', 'Le Passage'],
    ['DUPONT', 'Société anonyme Dupont'],
    ['RECETTES', 'Les Recettes de Jeanne'],
    ['AIDE', 'Aide aux Particuliers SARL'],
    ['CASSEL', 'CASSEL'],
    ['DUPONT', ''],
    ['', ''],
    ['', 'Walk Industries'],
    ['', 'Customer Care SARL'],
    ['', 'Diverse Systems BV'],
    ['', 'Cash & Carry Lyon'],
  ])('is not %s %s', (code, name) => {
    expect(isSharedAccount(code, name)).toBe(false);
  });
});
