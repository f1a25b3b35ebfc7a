import type { Cluster } from './clusters.ts';

const KEEP = 24;
const WINDOW = 60_000;
/** A script's lines are new: an old text said again belongs to none. */
const NEW_WITHIN = 180_000;

/** Watches for several new messages repeated at once by new accounts: a script in rotation. */
export interface PairWatch {
  /** Takes in a message's cluster; gives how many such clusters are alive within a minute, it included. */
  readonly take: (
    cluster: Cluster,
    tally: { readonly people: number; readonly fresh: number },
    at: number,
  ) => number;
  /** The other clusters alive around it. */
  readonly around: (cluster: Cluster, at: number) => readonly Cluster[];
}

/** Remembers the last few such clusters. */
export function createPairWatch(): PairWatch {
  const clusters: (Cluster | undefined)[] = new Array(KEEP).fill(undefined);
  const generations = new Int32Array(KEEP);
  const times = new Float64Array(KEEP);
  let next = 0;
  const isAlive = (place: number, at: number): boolean => {
    const cluster = clusters[place];
    return (
      cluster !== undefined && cluster.generation === generations[place] && at - (times[place] ?? 0) <= WINDOW
    );
  };
  return {
    take: (cluster, tally, at) => {
      const isPair =
        tally.people >= 2 &&
        tally.fresh === tally.people &&
        !cluster.isKnown &&
        at - cluster.firstAt <= NEW_WITHIN;
      if (!isPair) return 0;
      let place = -1;
      let alive = 0;
      for (let each = 0; each < KEEP; each += 1) {
        if (!isAlive(each, at)) continue;
        if (clusters[each] === cluster) place = each;
        else alive += 1;
      }
      if (place < 0) {
        place = next;
        next = (next + 1) % KEEP;
      }
      clusters[place] = cluster;
      generations[place] = cluster.generation;
      times[place] = at;
      return alive + 1;
    },
    around: (cluster, at) => {
      const isIn = clusters.some((each, place) => each === cluster && isAlive(place, at));
      if (!isIn) return [];
      return clusters.filter(
        (each, place): each is Cluster => each !== undefined && each !== cluster && isAlive(place, at),
      );
    },
  };
}
