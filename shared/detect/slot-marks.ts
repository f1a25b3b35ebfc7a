import { MAX_PERSONS } from './persons.ts';

/** Tells which slots of a person book come for the first time in one go, without making anything for it. */
export interface SlotMarks {
  /** A new go: nobody has come yet. */
  readonly begin: () => void;
  readonly isFirst: (slot: number) => boolean;
}

/** Marks for slots below `MAX_PERSONS`; 128 KB, so it is shared by all rooms. */
export function createSlotMarks(): SlotMarks {
  const marks = new Uint32Array(MAX_PERSONS);
  let go = 1;
  return {
    begin() {
      go += 1;
      if (go <= 0xffffffff) return;
      marks.fill(0);
      go = 1;
    },
    isFirst(slot) {
      if (marks[slot] === go) return false;
      marks[slot] = go;
      return true;
    },
  };
}
