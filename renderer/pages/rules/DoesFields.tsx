import { useTranslation } from 'react-i18next';
import { Chips } from '../parts/Chips.tsx';
import common from './common.module.css';
import classes from './form.module.css';
import { useRuleForm } from './form.tsx';
import { LadderFields } from './LadderFields.tsx';
import { blankLadder } from './logic/steps.ts';

/** What the rule does: show it to a person, or act by steps. */
export function DoesFields() {
  const { t } = useTranslation('rules');
  const { draft, set, locked } = useRuleForm();
  const { does } = draft;
  return (
    <div className={classes.does}>
      <Chips
        label={t('does.label')}
        value={does.kind}
        choices={(['flag', 'ladder'] as const).map((value) => ({ value, name: t(`does.${value}`) }))}
        change={(kind) => {
          if (kind === does.kind) return;
          set({ does: kind === 'flag' ? { kind } : blankLadder(t('warning')) });
        }}
        disabled={locked}
        testId="rule-does"
      />
      <p className={common.dim}>{t(`does.${does.kind}Means`)}</p>
      {does.kind === 'ladder' ? (
        <LadderFields ladder={does} change={(ladder) => set({ does: ladder })} />
      ) : null}
    </div>
  );
}
