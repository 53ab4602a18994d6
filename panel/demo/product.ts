// What the demo company sells, in cents before VAT: supplies and equipment for hotels, kitchens and public bodies.
import type { Rate } from './document.ts';

export type Product = { name: string; priceMinor: number; rate: Rate; most: number };

export const PRODUCTS: readonly Product[] = [
  { name: 'Café en grains, carton de 6 kg', priceMinor: 8_940, rate: 550, most: 12 },
  { name: 'Thé vert, boîte de 100 sachets', priceMinor: 1_385, rate: 550, most: 20 },
  { name: 'Sucre bûchette, carton de 5 kg', priceMinor: 1_860, rate: 550, most: 15 },
  { name: 'Confiture individuelle, colis de 144', priceMinor: 3_275, rate: 550, most: 10 },
  { name: 'Jus de pomme, 12 bouteilles', priceMinor: 2_640, rate: 550, most: 24 },
  { name: "Miel de montagne, pot d'un kilo", priceMinor: 1_190, rate: 550, most: 12 },
  { name: 'Plante verte en bac, 120 cm', priceMinor: 6_450, rate: 1000, most: 8 },
  { name: 'Bois de chauffage, stère livré', priceMinor: 9_200, rate: 1000, most: 10 },
  { name: 'Composition florale de table', priceMinor: 2_350, rate: 1000, most: 15 },
  { name: 'Serviettes ouate, carton de 2 400', priceMinor: 4_285, rate: 2000, most: 12 },
  { name: 'Assiette porcelaine 27 cm, lot de 24', priceMinor: 11_760, rate: 2000, most: 8 },
  { name: 'Verre à pied 35 cl, lot de 36', priceMinor: 7_425, rate: 2000, most: 10 },
  { name: 'Couverts inox, ménagère de 72', priceMinor: 13_990, rate: 2000, most: 5 },
  { name: 'Détergent vaisselle, bidon de 20 l', priceMinor: 5_670, rate: 2000, most: 9 },
  { name: 'Gants nitrile, carton de 1 000', priceMinor: 3_915, rate: 2000, most: 15 },
  { name: 'Drap plat 240 x 310', priceMinor: 1_945, rate: 2000, most: 60 },
  { name: 'Linge de bain 500 g, lot de 12', priceMinor: 6_830, rate: 2000, most: 20 },
  { name: 'Chariot de service trois niveaux', priceMinor: 21_500, rate: 2000, most: 3 },
  { name: 'Machine à café deux groupes', priceMinor: 318_000, rate: 2000, most: 1 },
  { name: 'Lave-verres professionnel', priceMinor: 164_500, rate: 2000, most: 1 },
  { name: 'Vitrine réfrigérée 1,20 m', priceMinor: 229_000, rate: 2000, most: 1 },
  { name: 'Table de travail inox 180 cm', priceMinor: 48_700, rate: 2000, most: 3 },
  { name: 'Emballage kraft, colis de 500', priceMinor: 5_240, rate: 2000, most: 12 },
  { name: 'Boîte à pizza 33 cm, lot de 200', priceMinor: 3_180, rate: 2000, most: 20 },
  { name: 'Sac poubelle 110 l, carton de 200', priceMinor: 2_795, rate: 2000, most: 15 },
  { name: 'Papier essuie-mains, colis de 20', priceMinor: 3_620, rate: 2000, most: 16 },
];
