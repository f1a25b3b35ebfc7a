/** Secrets by name, from the OS store where there is one. Setting null forgets. */
export interface Secrets {
  readonly get: (name: string) => Promise<string | null>;
  readonly set: (name: string, value: string | null) => Promise<void>;
}
