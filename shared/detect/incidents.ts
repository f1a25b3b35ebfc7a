import { type Cluster, RECENT } from './clusters.ts';

const KEEP = 32;
const QUIET = 300_000;

interface Incident {
  readonly id: string;
  lastAt: number;
  /** Slots of people seen in it, newest last; at most 256. */
  senders: Set<number>;
  /** Its clusters and the generation each had; at most 16, newest last. */
  clusters: readonly (readonly [Cluster, number])[];
}

/** Names raids: clusters that the same people made are one incident. */
export interface Incidents {
  readonly of: (cluster: Cluster, companions: readonly Cluster[], at: number) => string;
  /** The living clusters of an incident; undefined if it is forgotten. */
  readonly clustersOf: (id: string) => readonly Cluster[] | undefined;
}

/** Makes the naming of a room's raids; names are `room:raid:n`, counted from the start of the detector. */
export function createIncidents(roomId: string): Incidents {
  let incidents: Incident[] = [];
  let count = 0;
  return {
    clustersOf: (id) =>
      incidents
        .find((incident) => incident.id === id)
        ?.clusters.filter(([cluster, generation]) => cluster.generation === generation)
        .map(([cluster]) => cluster),
    of: (cluster, companions, at) => {
      const held = incidents.find((incident) => incident.id === cluster.incident);
      // Of a single pair beside it little is known; of several, that they are one script.
      const script = companions.length >= 2 ? companions : [];
      const named = script.find((other) => other.incident !== '')?.incident;
      const joined =
        held ??
        incidents.find((incident) => incident.id === named && at - incident.lastAt < QUIET) ??
        incidents.find((incident) => at - incident.lastAt < QUIET && isSameCrowd(incident, cluster));
      let incident = joined;
      if (incident === undefined) {
        count += 1;
        incident = {
          id: `${roomId}:raid:${cluster.firstAt}-${count}`,
          lastAt: at,
          senders: new Set(),
          clusters: [],
        };
        incidents = [...incidents.slice(-(KEEP - 1)), incident];
      }
      incident.lastAt = at;
      addSenders(incident, cluster);
      addCluster(incident, cluster);
      for (const other of script) {
        if (other.incident !== '') continue;
        other.incident = incident.id;
        other.raisedAt = at;
        addSenders(incident, other);
        addCluster(incident, other);
      }
      if (cluster.incident === '') cluster.raisedAt = at;
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

function addCluster(incident: Incident, cluster: Cluster): void {
  const isHeld = incident.clusters.some(
    ([held, generation]) => held === cluster && generation === cluster.generation,
  );
  if (!isHeld) incident.clusters = [...incident.clusters.slice(-15), [cluster, cluster.generation]];
}
