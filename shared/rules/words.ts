import { z } from 'zod';
import { ActorSchema } from '../domain/actor.ts';
import { RoomSchema } from '../domain/room.ts';
import { RULE_LIMITS } from './limits.ts';

/** Letters, digits, `_` and `-`; part of categories and audit entries. */
export const RuleIdSchema = z.string().regex(/^[\w-]{1,40}$/);
export const ListIdSchema = z.string().regex(/^[\w-]{1,40}$/);
export const VersionSchema = z.number().int().min(1).max(1_000_000);

export const VariantsSchema = z.object({
  /** Full-width letters and digits: `ＶＸ` is `VX`. */
  width: z.boolean(),
  /** `VX` is `vx`. */
  case: z.boolean(),
  /** `賭博` is `赌博`. */
  traditional: z.boolean(),
  /** Letters of other scripts that look alike, marks, invisible characters, characters split in two. */
  lookalike: z.boolean(),
  /** Signs, spaces and repeats between the characters: `赌 . . 博`. */
  gaps: z.boolean(),
  /** Written by sound: pinyin, or other characters of the same sound that are no everyday word there. */
  pinyin: z.boolean(),
  /** Some or all characters as the first letter of their sound: `d博`, `db`. */
  initials: z.boolean(),
  /** Latin words and numbers only whole: `vx` is not in `vxml`. */
  wholeWords: z.boolean(),
});
/** Which disguises of a list's words count as the word. */
export type Variants = Readonly<z.infer<typeof VariantsSchema>>;

/** What a new list begins with: everything that only changes how the same word is written. */
export const DEFAULT_VARIANTS: Variants = {
  width: true,
  case: true,
  traditional: true,
  lookalike: true,
  gaps: true,
  pinyin: false,
  initials: false,
  wholeWords: true,
};

const word = z.string().min(1).max(RULE_LIMITS.word);

export const WordListContentSchema = z.object({
  name: z.string().min(1).max(80),
  note: z.string().max(1_000).optional(),
  /** Absent: a list of the whole hub. */
  roomIds: z.array(RoomSchema.shape.id).max(200).readonly().optional(),
  variants: VariantsSchema,
  words: z.array(word).max(RULE_LIMITS.listWords).readonly(),
  /** Longer phrases in which a word is harmless: `博` in `博物馆`. */
  except: z.array(word).max(RULE_LIMITS.listWords).readonly(),
});
/** What a person edits of a word list. */
export type WordListContent = Readonly<z.infer<typeof WordListContentSchema>>;

export const WordListSchema = WordListContentSchema.extend({
  id: ListIdSchema,
  version: VersionSchema,
  at: z.number(),
  by: ActorSchema,
  /** What the change was for, in the words of who made it. */
  remark: z.string().max(500).optional(),
});
/** One version of a word list. */
export type WordList = Readonly<z.infer<typeof WordListSchema>>;

/** Finds a version of a list; the newest without a number. */
export type ListLookup = (id: string, version?: number) => WordList | undefined;
