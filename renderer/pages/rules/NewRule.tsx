import { useTranslation } from 'react-i18next';
import { blankRule, type RuleDefinition } from '../../../shared/rules/rule.ts';
import { navigate } from '../../app/navigation.ts';
import { useServices } from '../../app/services.tsx';
import common from './common.module.css';
import { TEMPLATES, templateRule } from './logic/templates.ts';
import { keepDraft } from './model.ts';
import classes from './new-rule.module.css';

/** Where a rule begins: empty, or from a ready-made one. Nothing is stored until it is saved. */
export function NewRule(props: { readonly canChange: boolean }) {
  const { t } = useTranslation('rules');
  const { studio } = useServices();
  const begin = (definition: RuleDefinition) => {
    const id = `r${crypto.randomUUID().replaceAll('-', '').slice(0, 8)}`;
    keepDraft(studio, id, { base: 0, definition, at: Date.now() });
    navigate({ kind: 'rules', place: id });
  };
  return (
    <div className={classes.newRule} data-testid="new-rule">
      <h1>{t('new.title')}</h1>
      <p className={common.dim}>{t(props.canChange ? 'new.lead' : 'readOnly')}</p>
      <div className={classes.cards}>
        <button
          type="button"
          className={classes.card}
          disabled={!props.canChange}
          onClick={() => begin({ ...blankRule(t('new.blankName')), when: { kind: 'all', of: [] } })}
          data-testid="template-blank"
        >
          <b>＋ {t('new.blank')}</b>
          <span>{t('new.blankMeans')}</span>
        </button>
        {TEMPLATES.map((id) => (
          <button
            key={id}
            type="button"
            className={classes.card}
            disabled={!props.canChange}
            onClick={() => begin(templateRule(id, { name: t(`template.${id}.name`), warning: t('warning') }))}
            data-testid={`template-${id}`}
          >
            <b>{t(`template.${id}.name`)}</b>
            <span>{t(`template.${id}.means`)}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
