/** Keeps a few texts over a reload. Where the browser keeps nothing for frames, they last as long as the page. */
export function keeper(prefix: string, storage: () => Storage = () => window.localStorage) {
  const memory = new Map<string, string>();
  return {
    read: (name: string): string | null => {
      try {
        return storage().getItem(`${prefix}.${name}`);
      } catch {
        return memory.get(name) ?? null;
      }
    },
    write: (name: string, text: string): void => {
      memory.set(name, text);
      try {
        storage().setItem(`${prefix}.${name}`, text);
      } catch {
        // Private windows and blocked frames: memory has it.
      }
    },
  };
}
