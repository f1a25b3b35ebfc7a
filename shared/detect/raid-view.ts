import { type LiveEvent, textOf, timeOf } from '../domain/event.ts';
import type { Evidence } from '../domain/flag.ts';
import { type PersonRef, personRef } from '../domain/person.ts';
import { type Cluster, RECENT } from './clusters.ts';
import type { PersonBook } from './persons.ts';
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
  const members = new Map<string, PersonRef>();
  const bystanders = new Map<string, PersonRef>();
  for (const cluster of clusters) {
    const held = Math.min(cluster.messages, RECENT);
    for (let back = held; back >= 1; back -= 1) {
      const record = people.bySlot(cluster.senders[(cluster.messages - back) % RECENT] ?? 0);
      if (record === undefined) continue;
      const ref = { ...personRef('', record.user), id: record.key };
      const standing = standingOf(record, record.messages, at, isShared);
      (isSpared(standing) ? bystanders : members).set(record.key, ref);
    }
  }
  const evidence = clusters.flatMap((cluster) => cluster.first).sort((left, right) => left.at - right.at);
  return {
    members: [...members.values()].slice(-MAX_PEOPLE),
    bystanders: [...bystanders.values()].slice(-MAX_PEOPLE),
    memberCount: members.size,
    evidence: evidence.slice(0, MAX_EVIDENCE),
  };
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
