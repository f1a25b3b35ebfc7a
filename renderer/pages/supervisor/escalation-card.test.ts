import { expect, it } from 'vitest';
import type { Escalation } from '../../../shared/domain/escalation.ts';
import { isAsk } from './EscalationCard.tsx';

const escalation: Escalation = {
  id: 'e',
  roomId: 'r',
  severity: 'mid',
  summary: '',
  urgent: false,
  state: 'open',
  by: { kind: 'person', id: 'p', name: 'p' },
  createdAt: 0,
  dueAt: 0,
  updatedAt: 0,
  version: 1,
};

it.each([
  [{}, true],
  [{ flagId: 'f' }, false],
  [{ ticketId: 't' }, false],
  [{ conversationId: 'c' }, false],
])('only what comes from nothing else is a streamer’s question: %j', (from, expected) => {
  expect(isAsk({ ...escalation, ...from })).toBe(expected);
});
