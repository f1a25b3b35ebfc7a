import {
  ads,
  appeal,
  carnival,
  dispute,
  flood,
  hardNegatives,
  type Incident,
  insultEmoji,
  insultHomophone,
  insultInitials,
  insultPlain,
  minor,
  otherBan,
  otherMute,
  raid,
} from './incidents.ts';
import type { Stage } from './stage.ts';

/** How long one round of the script takes after the first. */
const ROUND_MS = 360_000;

/** A story: incidents with their distance from its beginning. */
type Story = readonly (readonly [offsetMs: number, incident: Incident])[];

const STORIES: readonly Story[] = [
  [[0, flood]],
  [
    [0, insultPlain],
    [8_000, insultInitials],
    [17_000, insultEmoji],
    [23_000, insultHomophone],
  ],
  [
    [0, otherMute],
    [62_000, appeal],
  ],
  [
    [0, carnival],
    [58_000, dispute],
  ],
  [[0, raid]],
  [[0, ads]],
  [[10_000, minor]],
  [[0, hardNegatives]],
  [[4_000, otherBan]],
];

/** When each story of the first round begins: everything is seen within three minutes. */
const FIRST_ROUND_MS = [8_000, 22_000, 38_000, 16_000, 60_000, 92_000, 118_000, 140_000, 158_000];

/**
 * Plays every story once within the first three minutes, the first after eight seconds, and then
 * again about every six minutes in another order.
 */
export function runScript(stage: Stage): void {
  STORIES.forEach((story, index) => {
    play(stage, story, FIRST_ROUND_MS[index] ?? 0, 0);
  });
  const round = (startMs: number, number: number): void => {
    stage.dice.shuffle(STORIES).forEach((story, index) => {
      const slot = (ROUND_MS / STORIES.length) * index + stage.dice.between(5_000, 15_000);
      play(stage, story, startMs + slot, number);
    });
    stage.agenda.add(startMs + ROUND_MS, (atMs) => round(atMs, number + 1));
  };
  stage.agenda.add(200_000, (atMs) => round(atMs, 1));
}

function play(stage: Stage, story: Story, startMs: number, round: number): void {
  for (const [offsetMs, incident] of story) incident(stage, startMs + offsetMs, round);
}
