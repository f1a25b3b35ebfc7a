import type { Flag } from '../../../shared/domain/flag.ts';

/**
 * The flags that are being worked on, by id. Counts each person's disputes as they come and go, because
 * that is asked for every event and a long evening leaves thousands of flags.
 */
export class FlagShelf extends Map<string, Flag> {
  readonly #disputes = new Map<string, number>();

  /** Disputes of a person in a room that are still at hand, settled ones too. */
  disputesOf(roomId: string, personId: string): number {
    return this.#disputes.size === 0 ? 0 : (this.#disputes.get(`${roomId}|${personId}`) ?? 0);
  }

  override set(id: string, flag: Flag): this {
    this.#count(this.get(id), -1);
    this.#count(flag, 1);
    return super.set(id, flag);
  }

  override delete(id: string): boolean {
    this.#count(this.get(id), -1);
    return super.delete(id);
  }

  override clear(): void {
    this.#disputes.clear();
    super.clear();
  }

  #count(flag: Flag | undefined, by: number): void {
    if (flag?.category !== 'dispute' || flag.person === undefined) return;
    const key = `${flag.roomId}|${flag.person.id}`;
    const count = (this.#disputes.get(key) ?? 0) + by;
    if (count > 0) this.#disputes.set(key, count);
    else this.#disputes.delete(key);
  }
}
