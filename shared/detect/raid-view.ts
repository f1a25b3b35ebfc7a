import { type LiveEvent, textOf, timeOf } from '../domain/event.ts';
import type { Evidence } from '../domain/flag.ts';
import { type PersonRef, personRef } from '../domain/person.ts';
import { type Cluster, RECENT } from './clusters.ts';
import type { PersonBook, PersonRecord } from './persons.ts';
import { createSlotMarks } from './slot-marks.ts';
import { isSpared, standingOf } from './standing.ts';
import type { ClusterView } from './types.ts';

const MAX_PEOPLE = 64;
const MAX_EVIDENCE = 20;

/** Who and what the clusters of one incident hold. */
export function viewOf(
  clusters: readonly Cluster[],
  people: PersonBook,
  at: number,
  isShared: (slot: number, generation: number) => boolean,
): ClusterView {
  met.begin();
  const members: PersonRecord[] = [];
  const bystanders: PersonRecord[] = [];
  for (const cluster of clusters) {
    const held = Math.min(cluster.messages, RECENT);
    for (let back = held; back >= 1; back -= 1) {
      const slot = cluster.senders[(cluster.messages - back) % RECENT] ?? 0;
      if (!met.isFirst(slot)) continue;
      const record = people.bySlot(slot);
      if (record === undefined) continue;
      const standing = standingOf(record, record.messages, at, isShared);
      const isLate = isAfterRaise(cluster, cluster.times[(cluster.messages - back) % RECENT] ?? 0);
      (isSpared(standing, isLate) ? bystanders : members).push(record);
    }
  }
  return {
    members: members.slice(-MAX_PEOPLE).map(refOf),
    bystanders: bystanders.slice(-MAX_PEOPLE).map(refOf),
    memberCount: members.length,
    // Only who opens a flag asks for it; the view itself is made with each message of a raid.
    get evidence() {
      const all = clusters.flatMap((cluster) => cluster.first);
      return all.sort((left, right) => left.at - right.at).slice(0, MAX_EVIDENCE);
    },
  };
}

/** Whether a message came after its cluster was raised as a raid. */
export function isAfterRaise(cluster: Cluster, at: number): boolean {
  return cluster.incident !== '' && at > cluster.raisedAt;
}

/** A raid of hundreds is looked at with each of its messages. */
const met = createSlotMarks();

function refOf(record: PersonRecord): PersonRef {
  record.ref ??= { ...personRef('', record.user), id: record.key };
  return record.ref;
}

/** A message as evidence of a raid: all of it is the span. */
export function evidenceOf(event: LiveEvent): Evidence {
  const text = textOf(event);
  return {
    eventId: event.eventId,
    ...(event.kind === 'chat' || event.kind === 'held' ? { messageId: event.body.messageId } : {}),
    at: timeOf(event),
    ...(event.actor === undefined ? {} : { person: personRef(event.platform, event.actor) }),
    text,
    spans: text.length > 0 ? [[0, text.length]] : [],
    score: 0,
  };
}
