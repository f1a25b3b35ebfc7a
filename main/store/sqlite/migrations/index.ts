import type { Migration } from '../migrate.ts';
import { events } from './day/0010-events.ts';
import { hits } from './day/0020-hits.ts';
import { records } from './decisions/0010-records.ts';
import { days } from './decisions/0020-days.ts';
import { support } from './decisions/0030-support.ts';
import { tickets } from './decisions/0040-tickets.ts';
import { learning } from './decisions/0050-learning.ts';
import { blocks } from './decisions/0060-blocks.ts';
import { rules } from './decisions/0070-rules.ts';

/** All steps of `decisions.sqlite`, oldest first. */
export const DECISIONS_MIGRATIONS: readonly Migration[] = [
  records,
  days,
  support,
  tickets,
  learning,
  blocks,
  rules,
];

/** All steps of a day's file, oldest first. */
export const DAY_MIGRATIONS: readonly Migration[] = [events, hits];
