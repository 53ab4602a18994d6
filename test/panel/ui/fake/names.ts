// Names and texts for the made-up company: ordinary ones, and those that break layouts.

export const NAMES = [
  'Clinique Saint-Roch',
  'Transports Delmas & Fils',
  'Bâti-Sud SARL',
  'Horlogerie Vuillemin SA',
  'Imprimerie du Port',
  'Menuiserie Arnoux SAS',
  'Groupe Hestia',
  'Domaine de la Tour',
  'Librairie Pages Neuves',
  'Ateliers Ferrand',
  'Garage Lemoine',
  'Boulangerie des Halles',
];

/** Very long, without a blank, in other scripts and directions, with markup and control-like signs. */
export const HOSTILE = [
  'SOCIETE COOPERATIVE AGRICOLE DES PRODUCTEURS DE LA VALLEE DE LA MOYENNE DURANCE ET DES ALPILLES REUNIES POUR LE COMPTE DE SCI LES TILLEULS',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  '株式会社山田製作所',
  'شركة النور للتجارة والمقاولات',
  'ООО «Северное сияние»',
  '<script>alert(1)</script> & "quoted" \' O’Brien',
  'Ａｃｍｅ　全角 Ltd',
  'Zürich 🏔️ Émoji GmbH',
];

export const BANKS = ['FR7630006000011234567890189', 'FR7610096000303548912222209'];
