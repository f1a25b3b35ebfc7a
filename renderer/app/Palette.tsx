import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../shared/domain/actor.ts';
import type { PersonRef } from '../../shared/domain/person.ts';
import { choose } from '../pages/workbench/model.ts';
import { navigate, useRoute } from './navigation.ts';
import classes from './palette.module.css';
import { type Services, useMember, useServices } from './services.tsx';
import { useWord } from './use-word.ts';

const MOST_PEOPLE = 200;

/** ⌘K: rooms, rules, people in view, tickets, pages and commands, by name; anything else is looked for in the record. */
export function Palette() {
  const { t } = useTranslation('workbench');
  const services = useServices();
  const route = useRoute();
  const word = useWord();
  const member = useMember();
  const [groups, setGroups] = useState<readonly SpotlightActionGroupData[]>([]);
  const [query, setQuery] = useState('');
  const roomId = route.kind === 'workbench' ? route.roomId : undefined;
  const roles = member?.roles ?? [];
  const onDesk = roles.includes('controller') || roles.includes('supervisor');
  const gather = () =>
    setGroups([
      { group: t('palette.rooms'), actions: onDesk ? rooms(services, word) : [] },
      { group: t('palette.commands'), actions: commands(services, t, roles, roomId) },
      { group: t('palette.rules'), actions: onDesk ? rules(services) : [] },
      { group: t('palette.people'), actions: people(services, roomId) },
      { group: t('palette.tickets'), actions: tickets(services) },
    ]);
  const words = query.trim();
  const record =
    onDesk && words !== ''
      ? [{ group: t('palette.record'), actions: [find(words, t('palette.find', { words }))] }]
      : [];
  return (
    <Spotlight
      actions={[...groups, ...record]}
      query={query}
      onQueryChange={setQuery}
      onSpotlightOpen={gather}
      shortcut="mod + K"
      limit={12}
      highlightQuery
      centered={false}
      yOffset="12vh"
      overlayProps={{ blur: 0, backgroundOpacity: 0.5 }}
      classNames={{ action: classes.action ?? '', search: classes.input ?? '' }}
      scrollable
      maxHeight={420}
      nothingFound={t('palette.nothing')}
      searchProps={{ placeholder: t('palette.placeholder') }}
      data-testid="palette"
    />
  );
}

/** Looks for the words in everything that was stored; always offered, so it names them as its keyword. */
function find(words: string, label: string): SpotlightActionData {
  return {
    id: 'find',
    label,
    keywords: [words],
    onClick: () => navigate({ kind: 'review', query: { text: words } }),
  };
}

function rooms(services: Services, why: (text: { zh: string; en: string } | undefined) => string) {
  return [...services.desk.store.getState().rooms.values()]
    .sort((a, b) => a.rank - b.rank)
    .map(
      ({ room, why: reason }): SpotlightActionData => ({
        id: `room:${room.id}`,
        label: room.name,
        description: why(reason),
        onClick: () => navigate({ kind: 'workbench', roomId: room.id }),
      }),
    );
}

/** Everybody on the screen or in a flag, newest first, each once. */
function people(services: Services, roomId: string | undefined): SpotlightActionData[] {
  const seen = new Map<string, { readonly person: PersonRef; readonly roomId: string }>();
  for (const flag of services.desk.store.getState().flags.values()) {
    if (flag.person !== undefined) seen.set(flag.person.id, { person: flag.person, roomId: flag.roomId });
  }
  const rows = roomId === undefined ? [] : services.chats.of(roomId).getState().rows;
  for (const row of rows.toReversed()) {
    if (seen.size >= MOST_PEOPLE) break;
    if (row.person !== undefined && !seen.has(row.person.id)) {
      seen.set(row.person.id, { person: row.person, roomId: row.roomId });
    }
  }
  const { rooms: known } = services.desk.store.getState();
  return [...seen.values()].map((each) => ({
    id: `person:${each.roomId}:${each.person.id}`,
    label: each.person.name,
    description: known.get(each.roomId)?.room.name ?? '',
    onClick: () => {
      navigate({ kind: 'workbench', roomId: each.roomId });
      choose(services.workbench, { kind: 'person', ...each });
    },
  }));
}

function rules(services: Services): SpotlightActionData[] {
  return [...services.ruleNames.getState()].map(([id, name]) => ({
    id: `rule:${id}`,
    label: name,
    onClick: () => navigate({ kind: 'rules', place: id }),
  }));
}

function tickets(services: Services): SpotlightActionData[] {
  return [...services.desk.store.getState().tickets.values()]
    .sort((a, b) => b.updatedAt - a.updatedAt)
    .map((ticket) => ({
      id: `ticket:${ticket.id}`,
      label: `#${ticket.number} ${ticket.title}`,
      description: ticket.person?.name ?? '',
      onClick: () => navigate({ kind: 'tickets', ticketId: ticket.id }),
    }));
}

function commands(
  services: Services,
  t: (key: string) => string,
  roles: readonly Role[],
  roomId: string | undefined,
): SpotlightActionData[] {
  const { preferences, workbench } = services;
  const { language, theme, sound } = preferences.getState();
  const supervisor = roles.includes('supervisor');
  const onDesk = supervisor || roles.includes('controller');
  const onSupport = supervisor || roles.includes('agent');
  // The history opens over a room; any will do, for it holds those of all.
  const room = roomId ?? [...services.desk.store.getState().rooms.keys()][0];
  const command = (id: string, onClick: () => void): SpotlightActionData => ({
    id: `command:${id}`,
    label: t(`palette.do.${id}`),
    onClick,
  });
  const desk = [
    command('overview', () => navigate({ kind: 'workbench' })),
    command('review', () => navigate({ kind: 'review', query: {} })),
    command('streamer', () => navigate({ kind: 'streamer', roomId: roomId ?? '' })),
    command('rules', () => navigate({ kind: 'rules' })),
    command('newRule', () => navigate({ kind: 'rules', place: 'new' })),
    command('lists', () => navigate({ kind: 'rules', place: 'lists' })),
    command('learning', () => navigate({ kind: 'learning' })),
    command('settings', () => navigate({ kind: 'settings' })),
    ...(room === undefined
      ? []
      : [
          command('history', () => {
            navigate({ kind: 'workbench', roomId: room });
            workbench.setState({ dialog: 'history' });
          }),
        ]),
    command('help', () => {
      navigate({ kind: 'workbench', roomId });
      workbench.setState({ dialog: 'help' });
    }),
  ];
  return [
    ...(supervisor ? [command('supervisor', () => navigate({ kind: 'supervisor' }))] : []),
    ...(onDesk ? desk : []),
    command('tickets', () => navigate({ kind: 'tickets' })),
    ...(onSupport
      ? [
          command('support', () => navigate({ kind: 'support' })),
          command('stats', () => navigate({ kind: 'stats' })),
        ]
      : []),
    command(sound ? 'soundOff' : 'soundOn', () => preferences.setState({ sound: !sound })),
    command('language', () => preferences.setState({ language: language === 'zh' ? 'en' : 'zh' })),
    command('theme', () => preferences.setState({ theme: theme === 'dark' ? 'light' : 'dark' })),
  ];
}
