// The words of a receipt that goes from one customer's account to another's.
export const move = {
  move: {
    group: (name: string) => `→ ${name}`,
    to: (name: string, amount: string) => `Move to ${name}, ${amount}`,
    moved: (from: string, to: string, amount: string) => `${amount} of ${from} moved to ${to}`,
    mixed: 'Another customer’s line is matched with its receipt only',
  },
};
