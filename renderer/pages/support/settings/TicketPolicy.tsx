import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { type DeskPart, restsOn } from './desk-part.ts';
import { TicketTargets } from './TicketTargets.tsx';

/** What the desk promises where a department promises nothing else. */
export const TicketPolicy = memo(Policy, restsOn('targets'));

function Policy({ desk, change, locked }: DeskPart) {
  const { t } = useTranslation('support');
  return (
    <TicketTargets
      title={t('setup.tickets.targets')}
      policy={desk.targets}
      change={(targets) => change({ targets })}
      locked={locked}
    />
  );
}
