import { useTranslation } from 'react-i18next';
import type { Reason } from '../../shared/domain/verdict.ts';
import { HostileText } from './HostileText.tsx';

/** A reason in the language of the page. */
export function ReasonText(props: { readonly reason: Reason }) {
  const { i18n } = useTranslation();
  return <HostileText text={i18n.language === 'en' ? props.reason.textEn : props.reason.text} />;
}
