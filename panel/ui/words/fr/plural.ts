// The French plural: from two on.

export const s = (n: number): string => (Math.abs(n) > 1 ? 's' : '');
