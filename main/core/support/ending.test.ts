import { describe, expect, it } from 'vitest';
import { DEFAULT_SUPPORT } from '../../../shared/support/config.ts';
import type { Conversation } from '../../../shared/support/conversation.ts';
import { newConversation } from '../../../shared/support/opening.ts';
import { endingOf } from './ending.ts';

const viewer = { id: 'demo:u', name: '小雨', signed: true, language: 'zh', vip: 0 } as const;
const fresh = newConversation(
  { id: 'c', number: 7, roomId: 'room', viewer, topic: 'gift' },
  DEFAULT_SUPPORT,
  0,
);
const answered: Conversation = { ...fresh, firstReplyAt: 1 };
const byBot: Conversation = { ...fresh, bot: { ...fresh.bot, answers: 1 } };
const auto = { ...DEFAULT_SUPPORT.auto, closing: { zh: '{viewer}再见', en: '' } };

describe('the end of a conversation', () => {
  it.each<[string, Conversation, 'desk' | 'viewer', boolean, readonly string[], number | undefined]>([
    ['answered', answered, 'desk', true, ['小雨再见', 'closed', 'rating_asked'], 9],
    ['by its viewer', answered, 'viewer', true, ['closed', 'rating_asked'], 9],
    ['answered by the bot', byBot, 'viewer', true, ['closed', 'rating_asked'], 9],
    ['not answered', fresh, 'desk', true, ['小雨再见', 'closed'], undefined],
    ['rated already', { ...answered, ratedAt: 1 }, 'desk', true, ['小雨再见', 'closed'], undefined],
    ['nobody asks', answered, 'desk', false, ['小雨再见', 'closed'], undefined],
    [
      'nothing to say in her language',
      { ...answered, viewer: { ...viewer, language: 'en' } },
      'desk',
      true,
      ['closed', 'rating_asked'],
      9,
    ],
  ])('%s', (_, row, by, ask, said, askedAt) => {
    let made = 0;
    const next = () => {
      made += 1;
      return String(made);
    };
    const { add, alter } = endingOf(row, { auto, ratings: { ask, reminders: 1 } }, by, {
      ids: { next },
      at: 9,
    });
    expect([
      add.map(({ body }) => (body.kind === 'text' ? body.text : body.kind === 'notice' ? body.code : '')),
      alter.ratingAskedAt,
    ]).toEqual([said, askedAt]);
  });
});
