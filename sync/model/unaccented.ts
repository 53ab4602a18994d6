// Text in capitals without accents, as the words of books are compared.
export function unaccented(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/œ/gi, 'OE').toUpperCase();
}
