import { describeRule } from '../../../shared/rules/describe.ts';
import type { RuleDefinition } from '../../../shared/rules/rule.ts';
import type { Line, WordListView } from '../../../shared/rules/views.ts';
import { useDesk } from '../../app/services.tsx';

/** A definition in plain words, rooms and lists by name; numbers that are still missing show as `…`. */
export function useLines(lists: readonly WordListView[]): (definition: RuleDefinition) => readonly Line[] {
  const rooms = useDesk((desk) => desk.rooms);
  const named = new Map(lists.map((list) => [list.id, { ...list, words: [], except: [] }]));
  return (definition) => {
    const roomIds = definition.roomIds?.map((id) => rooms.get(id)?.room.name ?? id);
    const whole = roomIds === undefined ? definition : { ...definition, roomIds };
    return describeRule(whole, (id) => named.get(id)).map((line) => ({
      zh: line.zh.replaceAll('NaN', '…'),
      en: line.en.replaceAll('NaN', '…'),
    }));
  };
}
