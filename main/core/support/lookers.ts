/** Who has which conversation open, so that two who look at one see each other. */
export interface Lookers {
  readonly of: (id: string) => readonly { readonly id: string; readonly name: string }[];
  /** Somebody opened it; the answer closes it. */
  readonly open: (id: string, who: { readonly id: string; readonly name: string }) => () => void;
}

/** In memory alone; `onChange` is told of each conversation that is looked at by more or fewer. */
export function createLookers(onChange: (id: string) => void): Lookers {
  const open = new Map<string, Map<symbol, { readonly id: string; readonly name: string }>>();
  return {
    of(id) {
      const people = new Map([...(open.get(id)?.values() ?? [])].map((who) => [who.id, who]));
      return [...people.values()].sort((left, right) => (left.id < right.id ? -1 : 1));
    },
    open(id, who) {
      const key = Symbol(who.id);
      const here = open.get(id) ?? new Map();
      here.set(key, who);
      open.set(id, here);
      onChange(id);
      return () => {
        if (!here.delete(key)) return;
        if (here.size === 0 && open.get(id) === here) open.delete(id);
        onChange(id);
      };
    },
  };
}
