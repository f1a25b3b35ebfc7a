import type { LiveEvent } from '../../shared/domain/event.ts';
import { counter } from '../../shared/formats/decoder.ts';
import { createTwitchState, readTwitchLine } from '../../shared/formats/twitch-irc.ts';
import { gapEvent } from './reading/gap.ts';

/** One of each kind that Twitch gives, decoded from lines written for this project. */
export function twitchSamples(): readonly LiveEvent[] {
  const context = {
    roomId: 'sample',
    source: 'twitch',
    session: 'sample',
    historical: false,
    now: () => AT + 120,
    nextSeq: counter(),
  };
  const state = createTwitchState();
  const read = LINES.map((line) => readTwitchLine(line, context, state)).flatMap((line) =>
    line.kind === 'event' ? [line.event] : [],
  );
  return [
    ...read,
    gapEvent(context, { fromAt: AT, toAt: AT + 4_000, reason: 'connection cut', estimate: 12 }),
  ];
}

const AT = 1_760_000_000_000;
const WHO = ':linwan!linwan@linwan.tmi.twitch.tv';
const TAGS = `display-name=LinWan;room-id=100;user-id=2001;tmi-sent-ts=${AT}`;

const LINES: readonly string[] = [
  `@badges=subscriber/6;badge-info=subscriber/8;emotes=;id=s-1;mod=0;subscriber=1;${TAGS} ${WHO} PRIVMSG #sample :这一局打得真漂亮`,
  `@badges=bits/100;bits=100;emotes=;id=s-2;mod=0;subscriber=0;${TAGS} ${WHO} PRIVMSG #sample :Cheer100 加油`,
  `@badges=;emotes=;id=s-3;login=linwan;msg-id=resub;msg-param-cumulative-months=8;msg-param-sub-plan=1000;msg-param-sub-plan-name=Sample;${TAGS} :tmi.twitch.tv USERNOTICE #sample :八个月了`,
  `@badges=;emotes=;id=s-4;login=linwan;msg-id=raid;msg-param-login=linwan;msg-param-viewerCount=321;${TAGS} :tmi.twitch.tv USERNOTICE #sample`,
  `@badges=moderator/1;emotes=;id=s-5;login=linwan;msg-id=announcement;msg-param-color=BLUE;${TAGS} :tmi.twitch.tv USERNOTICE #sample :今晚八点抽奖`,
  `@ban-duration=600;room-id=100;target-user-id=2002;tmi-sent-ts=${AT} :tmi.twitch.tv CLEARCHAT #sample :loudone`,
  `@room-id=100;target-user-id=2003;tmi-sent-ts=${AT} :tmi.twitch.tv CLEARCHAT #sample :adbot`,
  `@login=loudone;room-id=;target-msg-id=s-1;tmi-sent-ts=${AT} :tmi.twitch.tv CLEARMSG #sample :words`,
  '@room-id=100;slow=30 :tmi.twitch.tv ROOMSTATE #sample',
  ':tmi.twitch.tv WIDGETS #sample :something new',
];
