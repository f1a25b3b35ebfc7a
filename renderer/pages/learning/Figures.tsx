import { useTranslation } from 'react-i18next';
import type { LearningView } from '../../../shared/learning/views.ts';
import classes from './learning.module.css';
import { Bar } from './RoomList.tsx';

/** What the room has to learn from, in numbers. */
export function Figures(props: { readonly view: LearningView }) {
  const { t } = useTranslation('learning');
  const { view } = props;
  const count = (n: number) => n.toLocaleString('en-US');
  const tiles = [
    {
      id: 'knowledge',
      value: `${Math.round(view.knowledge * 100)}%`,
      more: <Bar share={view.knowledge} label={t('knowledge')} />,
    },
    {
      id: 'samples',
      value: count(view.samples),
      more: t('figure.samples.more', { limit: count(view.samplesLimit), fresh: count(view.newSamples) }),
    },
    { id: 'dismissals', value: count(view.dismissals), more: t('figure.dismissals.more') },
    { id: 'confirmations', value: count(view.confirmations), more: t('figure.confirmations.more') },
    {
      id: 'allowed',
      value: count(view.allowedPersons + view.allowedTexts),
      more: t('figure.allowed.more', { people: view.allowedPersons, texts: view.allowedTexts }),
    },
  ] as const;
  return (
    <dl className={classes.figures}>
      {tiles.map((tile) => (
        <div key={tile.id} className={classes.figure} data-testid={`learning-figure-${tile.id}`}>
          <dt>{t(`figure.${tile.id}.name`)}</dt>
          <dd>
            <b>{tile.value}</b>
            <small>{tile.more}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}
