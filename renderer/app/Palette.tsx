import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRef } from '../../shared/domain/person.ts';
import { choose } from '../pages/workbench/model.ts';
import { navigate, useRoute } from './navigation.ts';
import classes from './palette.module.css';
import { type Services, useServices } from './services.tsx';
import { useWord } from './use-word.ts';

const MOST_PEOPLE = 200;

/** ⌘K: rooms, rules, people in view, tickets, pages and commands, by name. */
export function Palette() {
  const { t } = useTranslation('workbench');
  const services = useServices();
  const route = useRoute();
  const word = useWord();
  const [groups, setGroups] = useState<readonly SpotlightActionGroupData[]>([]);
  const roomId = route.kind === 'workbench' ? route.roomId : undefined;
  const gather = () =>
    setGroups([
      { group: t('palette.rooms'), actions: rooms(services, word) },
      { group: t('palette.commands'), actions: commands(services, t) },
      { group: t('palette.rules'), actions: rules(services) },
      { group: t('palette.people'), actions: people(services, roomId) },
      { group: t('palette.tickets'), actions: tickets(services) },
    ]);
  return (
    <Spotlight
      actions={[...groups]}
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

function commands(services: Services, t: (key: string) => string): SpotlightActionData[] {
  const { preferences, workbench } = services;
  const { language, theme } = preferences.getState();
  const command = (id: string, onClick: () => void): SpotlightActionData => ({
    id: `command:${id}`,
    label: t(`palette.do.${id}`),
    onClick,
  });
  return [
    command('overview', () => navigate({ kind: 'workbench' })),
    command('tickets', () => navigate({ kind: 'tickets' })),
    command('review', () => navigate({ kind: 'review', query: {} })),
    command('rules', () => navigate({ kind: 'rules' })),
    command('newRule', () => navigate({ kind: 'rules', place: 'new' })),
    command('lists', () => navigate({ kind: 'rules', place: 'lists' })),
    command('learning', () => navigate({ kind: 'learning' })),
    command('settings', () => navigate({ kind: 'settings' })),
    command('history', () => workbench.setState({ dialog: 'history' })),
    command('help', () => workbench.setState({ dialog: 'help' })),
    command('language', () => preferences.setState({ language: language === 'zh' ? 'en' : 'zh' })),
    command('theme', () => preferences.setState({ theme: theme === 'dark' ? 'light' : 'dark' })),
  ];
}
