import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CATEGORIES } from '../../../shared/domain/verdict.ts';
import { HostileText } from '../../ui/HostileText.tsx';
import { Chips } from '../parts/Chips.tsx';
import { isEmptyFilter, KIND_GROUP_NAMES, momentOf, NO_FILTER, type ReviewFilter } from './query.ts';
import classes from './review.module.css';

/** Words, kind, category, person and time. */
export function Filters(props: {
  readonly filter: ReviewFilter;
  readonly set: (filter: ReviewFilter) => void;
  readonly clocks: boolean;
}) {
  const { t } = useTranslation('review');
  const { filter, set } = props;
  return (
    <div className={classes.filters}>
      <div className={classes.searchLine}>
        <TextInput
          size="sm"
          placeholder={t('find.placeholder')}
          aria-label={t('find.title')}
          value={filter.text}
          maxLength={200}
          onChange={(event) => set({ ...filter, text: event.currentTarget.value })}
          data-testid="review-search"
        />
        {isEmptyFilter(filter) ? null : (
          <Button size="sm" variant="default" onClick={() => set(NO_FILTER)}>
            {t('find.clear')}
          </Button>
        )}
      </div>
      <Chips
        label={t('find.groupLabel')}
        value={filter.group}
        change={(group) => set({ ...filter, group })}
        choices={KIND_GROUP_NAMES.map((value) => ({ value, name: t(`find.group.${value}`) }))}
      />
      <div className={classes.filterLine}>
        <Select
          aria-label={t('find.category')}
          placeholder={t('find.anyCategory')}
          data={CATEGORIES.map((value) => ({ value, label: t(`common:category.${value}`) }))}
          value={filter.category === '' ? null : filter.category}
          onChange={(category) => set({ ...filter, category: category ?? '' })}
          clearable
          w={130}
        />
        <Checkbox
          size="xs"
          label={t('find.flagged')}
          checked={filter.flaggedOnly}
          onChange={(event) => set({ ...filter, flaggedOnly: event.currentTarget.checked })}
        />
        {props.clocks ? (
          <>
            <Clock
              label={t('find.from')}
              value={filter.fromClock}
              change={(fromClock) => set({ ...filter, fromClock })}
            />
            <Clock
              label={t('find.to')}
              value={filter.toClock}
              change={(toClock) => set({ ...filter, toClock })}
            />
          </>
        ) : null}
      </div>
      {filter.personId === '' ? null : (
        <button
          type="button"
          className={classes.person}
          title={t('find.clearPerson')}
          onClick={() => set({ ...filter, personId: '', personName: '' })}
        >
          <HostileText text={t('find.person', { name: filter.personName })} /> ×
        </button>
      )}
    </div>
  );
}

function Clock(props: {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
}) {
  const { t } = useTranslation('review');
  const bad = props.value !== '' && momentOf(props.value, 0, 0) === null;
  return (
    <TextInput
      aria-label={props.label}
      leftSection={<span className={classes.dim}>{props.label}</span>}
      leftSectionWidth={38}
      placeholder={t('find.clockHint')}
      value={props.value}
      error={bad}
      title={bad ? t('find.badClock') : undefined}
      onChange={(event) => props.change(event.currentTarget.value)}
      w={112}
    />
  );
}
