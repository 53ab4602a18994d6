// The words of a receipt that goes from one customer's account to another's.
export const move = {
  move: {
    group: (name: string) => `→ ${name}`,
    to: (name: string, amount: string) => `Transférer à ${name}, ${amount}`,
    moved: (from: string, to: string, amount: string) => `${amount} de ${from} transférés à ${to}`,
    mixed: 'Une ligne d’un autre client ne se lettre qu’avec son encaissement',
  },
};
