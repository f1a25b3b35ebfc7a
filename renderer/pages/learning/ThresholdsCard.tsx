import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BuiltinCategory } from '../../../shared/domain/verdict.ts';
import { LEAST_BUDGET, MOST_BUDGET } from '../../../shared/learning/model.ts';
import type { CategoryTuning } from '../../../shared/learning/views.ts';
import { categoryName } from '../../ui/category.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { Card } from './Card.tsx';
import { rateText } from './figures.ts';
import classes from './learning.module.css';
import type { PartProps } from './part.ts';
import { Scores } from './Scores.tsx';
import { useChange } from './use-change.ts';

/** From which score each category flags, what that means, and setting one apart. */
export function ThresholdsCard(part: PartProps) {
  const { t } = useTranslation('learning');
  const { view } = part;
  const change = useChange(part);
  const { roomId } = view;
  const set = (category: BuiltinCategory, perThousand: number | null) =>
    void change.ask((client) =>
      client.learning.setBudget({ roomId, categories: { [category]: perThousand } }),
    );
  return (
    <Card id="thresholds" title={t('thresholds.title')} lead={t('thresholds.lead')}>
      {change.fault === undefined ? null : <FaultNotice fault={change.fault} dismiss={change.clear} />}
      {view.categories.length === 0 ? (
        <p className={classes.nothing}>{t('thresholds.empty')}</p>
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th>{t('thresholds.category')}</th>
                <th>{t('thresholds.wanted')}</th>
                <th>{t('thresholds.real')}</th>
                <th>{t('thresholds.score')}</th>
                <th className={classes.wide}>{t('thresholds.means')}</th>
              </tr>
            </thead>
            <tbody>
              {view.categories.map((tuning) => (
                <Row
                  key={tuning.category}
                  tuning={tuning}
                  locked={!part.canChange || change.busy}
                  set={set}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}

function Row(props: {
  readonly tuning: CategoryTuning;
  readonly locked: boolean;
  readonly set: (category: BuiltinCategory, perThousand: number | null) => void;
}) {
  const { t } = useTranslation('learning');
  const { tuning, locked } = props;
  const { category } = tuning;
  const [typed, setTyped] = useState<number | null>(null);
  const name = categoryName(t, category);
  const keep = () => {
    if (typed !== null && typed !== tuning.perThousand && typed >= LEAST_BUDGET && typed <= MOST_BUDGET)
      props.set(category, typed);
    setTyped(null);
  };
  return (
    <tr data-testid={`threshold-${category}`}>
      <th scope="row">{name}</th>
      <td>
        <span className={classes.set}>
          <NumberInput
            aria-label={t('thresholds.wantedOf', { name })}
            value={typed ?? Number(tuning.perThousand.toPrecision(2))}
            onChange={(value) => setTyped(typeof value === 'number' ? value : null)}
            onBlur={keep}
            onKeyDown={(event) => {
              if (event.key === 'Enter') keep();
            }}
            min={LEAST_BUDGET}
            max={MOST_BUDGET}
            step={0.5}
            allowNegative={false}
            disabled={locked}
            w={84}
          />
          {tuning.isOwn ? (
            <Button
              variant="subtle"
              size="compact-xs"
              disabled={locked}
              onClick={() => props.set(category, null)}
            >
              {t('thresholds.share')}
            </Button>
          ) : (
            <span className={classes.dim}>{t('thresholds.isShare')}</span>
          )}
        </span>
      </td>
      <td>{rateText(tuning.recentPerThousand)}</td>
      <td>
        <Scores scores={tuning.scores ?? []} threshold={tuning.threshold} name={name} />
        {tuning.threshold.toFixed(2)}
      </td>
      <td className={classes.wide}>{t(`means.${category}`, { score: tuning.threshold.toFixed(2) })}</td>
    </tr>
  );
}
