// The hard blanks of French: a line never breaks inside « », nor before a sign that follows a blank.

/** The French text with a no-break space after « and before » : ; ? !; nothing else changes. */
export function hardBlanks(text: string): string {
  return text.replace(/« /g, '«\u00a0').replace(/ ([»:;?!])/g, '\u00a0$1');
}
