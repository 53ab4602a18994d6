// The words of the accounts that differences go to, as the settings show and name them.
export const accountUse = {
  accountUse: {
    title: 'Comptes d’imputation',
    note: 'où vont frais, escomptes et écarts',
    of: {
      bank_fee: 'Frais bancaires',
      discount: 'Escomptes accordés',
      discount_vat: 'TVA des escomptes',
      small: 'Écarts de règlement, perte',
      small_gain: 'Écarts de règlement, gain',
      exchange: 'Pertes de change',
      exchange_gain: 'Gains de change',
      withholding: 'Retenues par le client',
      transfer: 'Virements internes',
      advance: 'Acomptes de clients',
      retention: 'Retenues de garantie',
    },
    says: {
      missing: 'aucun compte connu : ce choix est refusé',
      retired: 'ne sert plus dans le plan comptable : ce choix est refusé',
      chosen: 'choisi ici',
      chart: 'du plan comptable',
    },
    number: (use: string) => `Compte, ${use}`,
    save: 'Nommer',
    forget: 'Revenir au plan',
    saved: (use: string, account: string) => `${use} : ${account}, dès la prochaine décision`,
    forgotten: (use: string) => `${use} : de nouveau le compte du plan comptable`,
  },
};
