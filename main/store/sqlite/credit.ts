/** Bounds what is on its way: whoever asks for more than is free waits for its turn. */
export interface Credit {
  /** Runs `start` as soon as `amount` is free, in the order of asking. More than all of it runs alone. */
  readonly take: (amount: number, start: () => void) => void;
  readonly give: (amount: number) => void;
  readonly free: () => number;
  /** What is on its way and what waits. */
  readonly backlog: () => number;
}

/** Makes a credit of so much. */
export function createCredit(total: number): Credit {
  let used = 0;
  let waiting = 0;
  const queue: { readonly amount: number; readonly start: () => void }[] = [];
  const fits = (amount: number): boolean => used === 0 || used + amount <= total;
  return {
    take: (amount, start) => {
      if (queue.length === 0 && fits(amount)) {
        used += amount;
        start();
        return;
      }
      waiting += amount;
      queue.push({ amount, start });
    },
    give: (amount) => {
      used -= amount;
      for (let next = queue[0]; next !== undefined && fits(next.amount); next = queue[0]) {
        queue.shift();
        waiting -= next.amount;
        used += next.amount;
        next.start();
      }
    },
    free: () => Math.max(0, total - used),
    backlog: () => used + waiting,
  };
}
