// What the made-up server says, for an English reader: pictures of the English panel must not mix two languages.
import type { MiddlewareHandler } from 'hono';

const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [
    /Références et IBAN connus : vu 4 649 fois, aucune annulée/g,
    'References and IBAN known: seen 4,649 times, none undone',
  ],
  [
    /N° ([^" ]+) cité en entier, unique parmi 1 846 factures ouvertes/g,
    'No. $1 named whole, unique among 1,846 open invoices',
  ],
  [/IBAN déjà utilisé par ce client pour 31 règlements/g, 'IBAN used by this customer for 31 payments'],
  [/Le nom du payeur ne ressemble qu’à moitié à celui du client/g, 'The payer’s name is only half like the customer’s'],
  [/Montant proche/g, 'Near amount'],
  [/Laisse de côté un numéro pourtant cité/g, 'Leaves out a number that is named'],
  [/Profil vu 212 fois, annulé 9 fois/g, 'Profile seen 212 times, undone 9 times'],
  [/Même montant, seul de ce montant/g, 'Same amount, the only one of it'],
  [/Règlement saisi 28 jours après l’échéance/g, 'Payment entered 28 days after the due date'],
  [
    /(\S+) est déjà réglée dans le grand livre\. Rien n’a été modifié\./g,
    '$1 is already paid in the ledger. Nothing was changed.',
  ],
  [/Erreur interne \(([^)]*)\)\. Rien n’a été modifié\./g, 'Internal error ($1). Nothing was changed.'],
  [
    /Cette ligne a été traitée entre-temps \(M\. Roy\)\. Rien n’a été modifié\./g,
    'This line was dealt with meanwhile (M. Roy). Nothing was changed.',
  ],
  [/Cette ligne a été traitée entre-temps\./g, 'This line was dealt with meanwhile.'],
  [
    /La session n’est pas ouverte\. Rouvrez Lettrage avec l’adresse affichée au démarrage\./g,
    'The session is not open. Open Lettrage again with the address shown at start.',
  ],
  [
    /Le solde final ne correspond pas : rien n’a été importé\. Ouverture 12 004,52 \+ lignes 1 866,45 = 13 870,97, or le fichier annonce 13 912,97\./g,
    'The closing balance does not match: nothing was imported. Opening 12,004.52 + lines 1,866.45 = 13,870.97, but the file states 13,912.97.',
  ],
  [
    /Les à-nouveaux du compte 411000 sont sans détail \(1 250,00\)\./g,
    'The opening entries of account 411000 have no detail (1,250.00).',
  ],
];

/** Puts the server's own sentences into English where the reader asks for it; names, labels and notes stay as they are. */
export const inEnglish: MiddlewareHandler = async (c, next) => {
  await next();
  const isJson = c.res.headers.get('content-type')?.includes('json') ?? false;
  if (!isJson || c.req.header('accept-language') !== 'en') return;
  const text = await c.res.text();
  const { status, headers } = c.res;
  c.res = undefined;
  c.res = new Response(
    SENTENCES.reduce((all, [french, english]) => all.replace(french, english), text),
    { status, headers },
  );
};
