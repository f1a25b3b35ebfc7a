import { useTranslation } from 'react-i18next';
import type { Variants } from '../../../shared/rules/words.ts';
import { Toggles } from './Toggles.tsx';

/** Disguises in the order of how often they are wanted. */
export const VARIANT_NAMES = [
  'width',
  'case',
  'traditional',
  'lookalike',
  'gaps',
  'pinyin',
  'initials',
  'wholeWords',
] as const satisfies readonly (keyof Variants)[];

/** Which disguises of a word count as the word. */
export function VariantsFields(props: {
  readonly value: Variants;
  readonly change: (value: Variants) => void;
  readonly disabled: boolean;
}) {
  const { t } = useTranslation('rules');
  return (
    <Toggles
      label={t('variants.label')}
      choices={VARIANT_NAMES.map((value) => ({
        value,
        name: t(`variants.${value}.name`),
        means: t(`variants.${value}.means`),
      }))}
      on={VARIANT_NAMES.filter((name) => props.value[name])}
      change={(on) =>
        props.change({
          width: on.includes('width'),
          case: on.includes('case'),
          traditional: on.includes('traditional'),
          lookalike: on.includes('lookalike'),
          gaps: on.includes('gaps'),
          pinyin: on.includes('pinyin'),
          initials: on.includes('initials'),
          wholeWords: on.includes('wholeWords'),
        })
      }
      disabled={props.disabled}
    />
  );
}
