import { counter, createDecoder } from '../../shared/formats/index.ts';

const IRC = [
  '@badge-info=;badges=vip/1;display-name=NightBird;emotes=;id=7f1c0c9e-0000-4000-8000-000000000001;mod=0;room-id=100;tmi-sent-ts=1700000000000;user-id=501 :nightbird!nightbird@nightbird.tmi.twitch.tv PRIVMSG #harbour :good evening everyone',
  '@badges=bits/100;bits=100;display-name=Pier;emotes=;id=7f1c0c9e-0000-4000-8000-000000000002;room-id=100;tmi-sent-ts=1700000001200;user-id=502 :pier!pier@pier.tmi.twitch.tv PRIVMSG #harbour :Cheer100 for the encore',
  '@badges=;display-name=Lantern;emotes=;id=7f1c0c9e-0000-4000-8000-000000000003;login=lantern;msg-id=sub;msg-param-cumulative-months=1;msg-param-sub-plan=1000;msg-param-sub-plan-name=Tier\\sOne;room-id=100;system-msg=Lantern\\ssubscribed;tmi-sent-ts=1700000002500;user-id=503 :tmi.twitch.tv USERNOTICE #harbour',
  '@ban-duration=600;room-id=100;target-user-id=504;tmi-sent-ts=1700000004000 :tmi.twitch.tv CLEARCHAT #harbour :gull',
].join('\n');

const decoder = createDecoder('twitch-irc', {
  roomId: 'sample',
  source: 'replay',
  session: 'sample',
  historical: false,
  now: () => 1_700_000_005_000,
  nextSeq: counter(),
});

/** A few events as a Twitch recording gives them. */
export const REPLAY_SAMPLES = [...decoder.push(IRC), ...decoder.end()].flatMap((item) =>
  'event' in item ? [item.event] : [],
);
