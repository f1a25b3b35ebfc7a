import { useNow } from '../app/services.tsx';
import { ageText, clockText } from '../logic/time.ts';
import classes from './ui.module.css';

/** How long ago something began, counting; red with a mark once past `dueAt`. */
export function Age(props: { readonly since: number; readonly dueAt?: number | undefined }) {
  const now = useNow();
  const late = props.dueAt !== undefined && now > props.dueAt;
  return (
    <time
      className={late ? classes.late : undefined}
      dateTime={new Date(props.since).toISOString()}
      title={clockText(props.since)}
      data-late={late}
    >
      {late ? '! ' : ''}
      {ageText(now - props.since)}
    </time>
  );
}
