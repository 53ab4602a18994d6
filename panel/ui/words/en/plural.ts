// The English plural: everything but one.

export const s = (n: number): string => (Math.abs(n) === 1 ? '' : 's');
