import type { User } from '../../shared/domain/person.ts';
import { NEWCOMER_NAMES, RAIDER_NAMES, REGULAR_NAMES } from './lines/names.ts';
import type { Dice } from './random.ts';

/** Everybody who can appear in a room. */
export interface Cast {
  readonly streamer: User;
  readonly mods: readonly [User, User];
  readonly regulars: readonly [User, ...User[]];
  /** Somebody who was never here; each call makes another account. */
  readonly newcomer: () => User;
  readonly raider: () => User;
  /** People of the script, by name. */
  readonly actor: (name: string) => User;
}

/** The account the platform protects: nobody can sanction it. */
export const PROTECTED_NAME = '夜猫';
/** Sanctions on this account are accepted, and then nothing is ever heard of them. */
export const SILENT_NAME = '旧时光';

/** The cast of a room: stable ids, badges and levels for its name and seed. */
export function createCast(streamerName: string, medalName: string, dice: Dice): Cast {
  const regulars = REGULAR_NAMES.map((name, index) => regular(name, index, medalName, dice));
  const [first = person('d1000', '听众'), ...others] = regulars;
  let guests = 0;
  const guest = (names: readonly [string, ...string[]]): User => {
    guests++;
    return {
      ...person(`d9${String(guests).padStart(5, '0')}`, `${dice.pick(names)}${dice.between(100, 99999)}`),
      level: dice.between(0, 4),
      firstMessage: true,
    };
  };
  const actors = new Map<string, User>();
  return {
    streamer: { ...person('d1', streamerName), roles: ['broadcaster'], level: 40, actionable: false },
    mods: [mod('d2', '房管阿北', medalName), mod('d3', '房管晚晚', medalName)],
    regulars: [first, ...others],
    newcomer: () => guest(NEWCOMER_NAMES),
    raider: () => guest(RAIDER_NAMES),
    actor: (name) => {
      const known = actors.get(name);
      if (known !== undefined) return known;
      const made = {
        ...person(`d8${String(actors.size + 1).padStart(3, '0')}`, name),
        level: dice.between(3, 20),
      };
      actors.set(name, made);
      return made;
    },
  };
}

/** The console's own account in the room. */
export const CONSOLE_USER: User = {
  ...person('d4', '场控小助手'),
  roles: ['mod'],
};

/** Somebody without badges. */
export function person(id: string, name: string): User {
  return { id, idKind: 'uid', name, roles: [], badges: [], anonymous: false, actionable: true };
}

function regular(name: string, index: number, medalName: string, dice: Dice): User {
  const medalLevel = Math.min(30, Math.floor(dice.wait(9)) + 1);
  const hasMedal = dice.chance(0.72);
  const tier = index === 3 ? 1 : index % 41 === 7 ? 2 : index % 11 === 5 ? 3 : undefined;
  const base = { ...person(`d${1000 + index}`, name), level: dice.between(3, 38) };
  return {
    ...base,
    roles: tier === undefined ? [] : ['member'],
    ...(hasMedal || tier !== undefined
      ? { medal: { name: medalName, level: tier === undefined ? medalLevel : Math.max(21, medalLevel) } }
      : {}),
    ...(tier === undefined ? {} : { guardTier: tier }),
  };
}

function mod(id: string, name: string, medalName: string): User {
  return { ...person(id, name), roles: ['mod'], level: 30, medal: { name: medalName, level: 25 } };
}
