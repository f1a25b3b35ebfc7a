import { usePreferences } from './services.tsx';

/** Picks the page's language of a text the core wrote in both. */
export function useWord(): (text: { readonly zh: string; readonly en: string } | undefined) => string {
  const [{ language }] = usePreferences();
  return (text) => text?.[language] ?? '';
}
