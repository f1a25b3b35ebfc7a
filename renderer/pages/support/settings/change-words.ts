import type { TFunction } from 'i18next';
import { valueText } from './difference.ts';
import { SETTING_KEYS } from './setting-keys.ts';

/** A setting by the name it has on its form. */
export function settingName(t: TFunction<'support'>, path: string): string {
  const key = SETTING_KEYS[path];
  return key === undefined ? path : t(key);
}

/** A value as it is said on its form. */
export function settingValue(t: TFunction<'support'>, path: string, value: unknown): string {
  if (path === 'routing.strategy' && typeof value === 'string') return t(`setup.strategies.${value}`);
  if (path === 'preset' && typeof value === 'string') return t(`setup.presets.${value}`);
  if (path === 'panels' && Array.isArray(value))
    return value.map((one) => t(`setup.panel.${one}`)).join('、');
  if (path.endsWith('Minutes') && typeof value === 'number') return `${value} ${t('setup.privacy.minutes')}`;
  if (typeof value === 'number')
    return `${value} ${t(path === 'retentionDays' ? 'setup.privacy.days' : 'setup.sec')}`;
  return valueText(value);
}
