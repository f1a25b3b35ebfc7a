import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Keeps a failing page from taking the console with it. `at` changing opens it afresh. */
export class PageBoundary extends Component<
  { readonly at: string; readonly children: ReactNode },
  { readonly failed: string | null }
> {
  override state = { failed: null };

  static getDerivedStateFromError(error: unknown) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }

  override componentDidUpdate(before: { readonly at: string }) {
    if (before.at !== this.props.at && this.state.failed !== null) this.setState({ failed: null });
  }

  override render() {
    if (this.state.failed === null) return this.props.children;
    return <Crashed detail={this.state.failed} again={() => this.again()} />;
  }

  /** A part that could not be fetched stays lost until the page is loaded anew: the hub was upgraded meanwhile. */
  again() {
    if (isLostPart(this.state.failed)) window.location.reload();
    else this.setState({ failed: null });
  }
}

function Crashed(props: { readonly detail: string; readonly again: () => void }) {
  const { t } = useTranslation();
  return (
    <div
      role="alert"
      style={{ display: 'grid', placeContent: 'center', gap: 12, height: '100%', padding: 24 }}
    >
      <b style={{ fontSize: 'var(--fs-l)' }}>{t('crash.title')}</b>
      <span style={{ color: 'var(--dim)' }}>{t('crash.text')}</span>
      <code style={{ color: 'var(--faint)' }}>{props.detail}</code>
      <div>
        <Button onClick={props.again}>{t('crash.again')}</Button>
      </div>
    </div>
  );
}

function isLostPart(message: string | null): boolean {
  return message !== null && /dynamically imported module|Importing a module script failed/i.test(message);
}
