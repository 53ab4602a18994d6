// Words from which names of firms are made. The proper names are invented; towns only stand in addresses.

export type Trade = { name: string; with: 'place' | 'surname'; public?: true };

export const TRADES: readonly Trade[] = [
  { name: 'Hôtel', with: 'place' },
  { name: 'Hôtel-restaurant', with: 'place' },
  { name: 'Auberge', with: 'place' },
  { name: 'Camping', with: 'place' },
  { name: 'Domaine', with: 'place' },
  { name: 'Brasserie', with: 'place' },
  { name: 'Résidence', with: 'place' },
  { name: 'Clinique', with: 'place' },
  { name: 'Pharmacie', with: 'place' },
  { name: 'EHPAD', with: 'place', public: true },
  { name: 'Crèche', with: 'place', public: true },
  { name: 'Boulangerie', with: 'surname' },
  { name: 'Pâtisserie', with: 'surname' },
  { name: 'Traiteur', with: 'surname' },
  { name: 'Primeurs', with: 'surname' },
  { name: 'Fromagerie', with: 'surname' },
  { name: 'Salaisons', with: 'surname' },
  { name: 'Torréfaction', with: 'surname' },
  { name: 'Conserverie', with: 'surname' },
  { name: 'Blanchisserie', with: 'surname' },
  { name: 'Imprimerie', with: 'surname' },
  { name: 'Menuiserie', with: 'surname' },
  { name: 'Transports', with: 'surname' },
  { name: 'Garage', with: 'surname' },
  { name: 'Ateliers', with: 'surname' },
  { name: 'Établissements', with: 'surname' },
  { name: 'Cabinet', with: 'surname' },
  { name: 'Librairie', with: 'surname' },
];

export const FORMS = ['SARL', 'SAS', 'SARL', 'SAS', 'EURL', 'SA', ''] as const;

export const SURNAMES: readonly string[] =
  `Vaudremont Lescarnec Brivazac Tournequin Aubrespin Castelnoux Mérigault Queyrolle Sarrazeau Thibaudel Valdromey Ferrandoux
Guérivault Jaubertin Kervazec Lanthéric Marcoussel Noirvaux Orlhandre Pellistère Quintaroux Roquevielle Sainturel Tardivon
Ussandre Verchamp Bellefontan Charmottel Doucerain Estrabaut Fontanrose Grimaudel Hérivault Izambaud Joncherac Kerlidou
Laubressin Montaguel Nouvelain Ombrevel Pradivert Quesnelier Rambourdin Souvestrel Trévinal Urbaneix Vignemont Abrivard
Bostaniel Clavairoux Dorvilliers Esparvier Fauquembrun Gaspérac Huvelain Isnardel Jarsaillon Kermorzec Lavergnoux Maubrécy
Navarlin Oustrac Péruzelle Rascoulet Sévéragne Taillandel Varambois Ysambrel`.split(/\s+/);

export const PLACES: readonly string[] = [
  'des Aubrelles',
  'du Val Lorane',
  'de Roche-Maubert',
  "du Pont d'Olvène",
  'des Trois Sorbiers',
  "de l'Étang Roux",
  'de Saint-Orvain',
  'de Montagoude',
  'du Clos Varenil',
  'des Hauts de Brize',
  'de Pierrelande',
  'du Moulin Cendré',
  'du Vallon Bleu',
  'de la Combe aux Loups',
  'du Grand Tilleul',
  'de Fontarelle',
  "des Rives d'Orlise",
  'de Bois-Renou',
  'du Vieux Chai',
  'de la Lanterne',
  'du Cap Ferlan',
  'des Dunes Grises',
  'de Port-Amelin',
  'de la Tour Basse',
  'du Pré Chantant',
  'de Saint-Aubrac',
  'de Malvaise',
  'du Cœur de Brizance',
];

export const TOWNS: readonly string[] =
  'Angers Vesoul Rodez Niort Auch Mende Tulle Laval Saintes Dole Gap Albi Agen Évreux Blois Nevers Épinal Aurillac Châteauroux Quimper Vannes Cholet Roanne'.split(
    ' ',
  );
