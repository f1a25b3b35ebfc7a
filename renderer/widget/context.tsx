import { createContext, useContext } from 'react';
import type { WidgetModel } from './model.ts';
import type { Words } from './words.ts';

/** What every part of the widget works with. */
export interface WidgetServices {
  readonly model: WidgetModel;
  readonly words: Words;
  readonly language: 'zh' | 'en';
}

/** Hands the services down. */
export const WidgetContext = createContext<WidgetServices | null>(null);

/** The services; only below {@link WidgetContext}. */
export function useWidget(): WidgetServices {
  const services = useContext(WidgetContext);
  if (services === null) throw new Error('no widget above this component');
  return services;
}
