import { basename, resolve } from 'node:path';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { Room } from '../../../shared/domain/room.ts';

/** A room from the command line: `twitch:<channel>` or `replay:<file>`. Fault `invalid` for anything else. */
export function roomFromArgument(argument: string, now: number): Result<Room> {
  const colon = argument.indexOf(':');
  const kind = argument.slice(0, colon);
  const rest = argument.slice(colon + 1);
  if (colon < 0 || rest === '')
    return fail(fault('invalid', `--room ${argument}: twitch:<channel> / replay:<file>`));
  if (kind === 'twitch') {
    const channel = rest.replace(/^#/, '').toLowerCase();
    return ok({
      id: `twitch-${slug(channel)}`,
      name: channel,
      plugin: 'twitch',
      settings: { channel },
      enabled: true,
      createdAt: now,
    });
  }
  if (kind === 'replay') {
    const name = basename(rest);
    return ok({
      id: `replay-${slug(name)}`,
      name,
      plugin: 'replay',
      settings: { file: resolve(rest) },
      enabled: true,
      createdAt: now,
    });
  }
  return fail(fault('invalid', `--room ${argument}: twitch:<channel> / replay:<file>`));
}

function slug(text: string): string {
  return text.replace(/[^\w.-]+/g, '-').slice(0, 48) || 'room';
}
