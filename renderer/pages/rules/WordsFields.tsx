import { MultiSelect, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DEFAULT_VARIANTS } from '../../../shared/rules/words.ts';
import { formatRoute } from '../../app/routes.ts';
import common from './common.module.css';
import type { FieldsProps } from './fields.ts';
import { useFieldError, useRuleForm } from './form.tsx';
import { wordsOf } from './logic/words-text.ts';
import { Num } from './Num.tsx';
import classes from './tree.module.css';
import { useTyped } from './use-typed.ts';
import { VariantsMenu } from './VariantsMenu.tsx';

/** Words of lists and of the rule's own, and how they may be disguised. */
export function WordsFields(props: FieldsProps<'words'>) {
  const { t } = useTranslation('rules');
  const { locked: disabled, lists } = useRuleForm();
  const error = useFieldError();
  const { matcher, at, change } = props;
  const own = matcher.words ?? [];
  const [typed, type] = useTyped(own, wordsOf);
  const known = new Map(lists.map((list) => [list.id, list.name]));
  return (
    <div className={classes.words}>
      <div className={classes.wordsRow}>
        <Textarea
          aria-label={t('words.own')}
          placeholder={t('words.hint')}
          value={typed}
          onChange={(event) => {
            const text = event.currentTarget.value;
            change({ ...matcher, words: [...type(text)] });
          }}
          error={error(`${at}.words`, true)}
          autosize
          minRows={1}
          maxRows={8}
          spellCheck={false}
          disabled={disabled}
          data-testid="words-own"
        />
        <MultiSelect
          size="xs"
          aria-label={t('words.lists')}
          placeholder={matcher.lists.length === 0 ? t('words.listsHint') : ''}
          data={[
            ...lists.map((list) => ({ value: list.id, label: `${list.name} · ${list.wordCount}` })),
            ...matcher.lists
              .filter((one) => !known.has(one.id))
              .map((one) => ({ value: one.id, label: t('words.lostList', { id: one.id }) })),
          ]}
          value={matcher.lists.map((one) => one.id)}
          onChange={(ids) =>
            change({
              ...matcher,
              lists: ids.map((id) => matcher.lists.find((one) => one.id === id) ?? { id }),
            })
          }
          error={error(`${at}.lists`, true)}
          nothingFoundMessage={t('words.noLists')}
          disabled={disabled}
          data-testid="words-lists"
        />
      </div>
      <div className={common.line}>
        {own.length === 0 ? (
          <a className={common.link} href={formatRoute({ kind: 'rules', place: 'lists' })}>
            {t('words.openLists')}
          </a>
        ) : (
          <VariantsMenu
            value={matcher.variants ?? DEFAULT_VARIANTS}
            change={(variants) => change({ ...matcher, variants })}
            disabled={disabled}
          />
        )}
        <span className={common.inline}>
          {t('words.atLeast')}
          <Num
            label={t('words.atLeast')}
            value={matcher.atLeast ?? 1}
            change={(atLeast) => change({ ...matcher, atLeast: atLeast === 1 ? undefined : atLeast })}
            min={1}
            max={20}
            unit={t('unit.words')}
            error={error(`${at}.atLeast`)}
            disabled={disabled}
            width={84}
          />
        </span>
      </div>
    </div>
  );
}
