import { describe, expect, it } from 'vitest';
import { learningView } from './learning.fixture.ts';
import { applyLearning, inOrder, type LearningRooms } from './rooms.ts';

const a = learningView({ roomId: 'a', roomName: '小满的歌房' });
const b = learningView({ roomId: 'b', roomName: '阿澈电台' });

describe('what the learning feed told', () => {
  const both: LearningRooms = new Map([
    ['a', a],
    ['b', b],
  ]);
  it.each([
    ['a snapshot replaces all', both, { kind: 'snapshot', rooms: [b] }, [b]],
    ['a room replaces itself', both, { kind: 'room', room: { ...a, samples: 9 } }, [b, { ...a, samples: 9 }]],
    ['a room before any snapshot', undefined, { kind: 'room', room: a }, [a]],
    ['a removed room is gone', both, { kind: 'room_removed', roomId: 'a' }, [b]],
  ] as const)('%s', (_, before, frame, expected) => {
    expect(inOrder(applyLearning(before, frame))).toEqual(expected);
  });
});
