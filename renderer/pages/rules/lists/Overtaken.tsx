import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WordList } from '../../../../shared/rules/words.ts';
import { useNow } from '../../../app/services.tsx';
import { momentText } from '../../../logic/time.ts';
import kept from '../kept.module.css';

/** Somebody saved the list while it was written in here: which of them goes on. */
export function Overtaken(props: {
  readonly newest: WordList;
  readonly take: () => void;
  readonly keep: () => void;
}) {
  const { t } = useTranslation('rules');
  const now = useNow(60_000);
  const { version: n, by, at } = props.newest;
  return (
    <div className={kept.kept} role="alert" data-testid="list-behind">
      <span className={kept.text}>▲ {t('kept.behind', { n, name: by.name, at: momentText(at, now) })}</span>
      <Button size="compact-sm" variant="default" onClick={props.take}>
        {t('kept.useTheirs', { n })}
      </Button>
      <Button size="compact-sm" variant="default" onClick={props.keep}>
        {t('kept.useMine', { n: n + 1 })}
      </Button>
    </div>
  );
}
