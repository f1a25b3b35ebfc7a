import { expect, it } from 'vitest';
import { happened } from './fixture.ts';
import { readableText } from './readable.ts';

it('blanks emotes and cheers and keeps places', () => {
  const emotes = happened(
    'chat',
    {
      messageId: 'm',
      text: 'hi Kappa you Kappa',
      fragments: [
        { type: 'text', text: 'hi ' },
        { type: 'emote', text: 'Kappa', emoteId: '25' },
        { type: 'text', text: ' you ' },
        { type: 'emote', text: 'Kappa', emoteId: '25' },
      ],
    },
    1,
  );
  const bits = { kind: 'virtual', unit: 'bits', amountMinor: '100', scale: 0 } as const;
  const cheer = happened(
    'chat',
    { messageId: 'm', text: 'Cheer100 gg 2024', paid: { money: bits, counted: true } },
    2,
  );
  const plain = happened('chat', { messageId: 'm', text: 'Cheer100 gg' }, 3);
  expect([emotes, cheer, plain].map(readableText)).toEqual([
    'hi       you      ',
    '         gg 2024',
    'Cheer100 gg',
  ]);
});
