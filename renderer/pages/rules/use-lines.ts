import { describeRule } from '../../../shared/rules/describe.ts';
import type { RuleDefinition } from '../../../shared/rules/rule.ts';
import type { Line, WordListView } from '../../../shared/rules/views.ts';
import { useDesk } from '../../app/services.tsx';

/** Lists by id, as descriptions ask for them: named, without their words. */
export function listLookup(lists: readonly WordListView[]): Parameters<typeof describeRule>[1] {
  const named = new Map(lists.map((list) => [list.id, { ...list, words: [], except: [] }]));
  return (id) => named.get(id);
}

/** A definition in plain words, rooms and lists by name; numbers that are still missing show as `…`. */
export function useLines(lists: readonly WordListView[]): (definition: RuleDefinition) => readonly Line[] {
  const rooms = useDesk((desk) => desk.rooms);
  const listOf = listLookup(lists);
  return (definition) => {
    const roomIds = definition.roomIds?.map((id) => rooms.get(id)?.room.name ?? id);
    const whole = roomIds === undefined ? definition : { ...definition, roomIds };
    return describeRule(whole, listOf).map((line) => ({
      zh: line.zh.replaceAll('NaN', '…'),
      en: line.en.replaceAll('NaN', '…'),
    }));
  };
}
