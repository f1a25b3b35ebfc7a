import { type Cluster, RECENT } from './clusters.ts';

const KEEP = 32;
const QUIET = 300_000;

interface Incident {
  readonly id: string;
  lastAt: number;
  /** Slots of people seen in it, newest last; at most 256. */
  senders: Set<number>;
}

/** Names raids: clusters that the same people made are one incident. */
export interface Incidents {
  readonly of: (cluster: Cluster, at: number) => string;
}

/** Makes the naming of a room's raids; names are `room:raid:n`, counted from the start of the detector. */
export function createIncidents(roomId: string): Incidents {
  let incidents: Incident[] = [];
  let count = 0;
  return {
    of: (cluster, at) => {
      const held = incidents.find((incident) => incident.id === cluster.incident);
      const joined =
        held ?? incidents.find((incident) => at - incident.lastAt < QUIET && isSameCrowd(incident, cluster));
      let incident = joined;
      if (incident === undefined) {
        count += 1;
        incident = { id: `${roomId}:raid:${cluster.firstAt}-${count}`, lastAt: at, senders: new Set() };
        incidents = [...incidents.slice(-(KEEP - 1)), incident];
      }
      incident.lastAt = at;
      addSenders(incident, cluster);
      cluster.incident = incident.id;
      return incident.id;
    },
  };
}

/** At least two people, and half of the cluster's, are in the incident. */
function isSameCrowd(incident: Incident, cluster: Cluster): boolean {
  const held = Math.min(cluster.messages, RECENT);
  const slots = new Set(cluster.senders.subarray(0, held));
  let shared = 0;
  for (const slot of slots) if (incident.senders.has(slot)) shared += 1;
  return shared >= 2 && shared * 2 >= slots.size;
}

function addSenders(incident: Incident, cluster: Cluster): void {
  const held = Math.min(cluster.messages, RECENT);
  for (let place = 0; place < held; place += 1) {
    incident.senders.add(cluster.senders[place] ?? 0);
    if (incident.senders.size > 256) incident.senders.delete(incident.senders.values().next().value ?? 0);
  }
}
