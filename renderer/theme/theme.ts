import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const accent: MantineColorsTuple = [
  '#f1effe',
  '#e0dcfc',
  '#c8c1f9',
  '#a99dff',
  '#8d82e6',
  '#7468dc',
  '#5f52d1',
  '#5143c4',
  '#4336a6',
  '#352a86',
];

const dark: MantineColorsTuple = [
  '#e8ecf2',
  '#c3cbd6',
  '#aab4c2',
  '#8793a3',
  '#3a4554',
  '#222a35',
  '#1a2029',
  '#12161c',
  '#0c0f13',
  '#080a0d',
];

/** Mantine in the console's own tokens (tokens.css): small type, tight rows, one accent. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 6 },
  colors: { accent, dark },
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-mono)',
  fontSizes: { xs: '11px', sm: '12px', md: '13px', lg: '15px', xl: '18px' },
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  defaultRadius: 5,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Tooltip: { defaultProps: { openDelay: 400, fz: 12, color: 'var(--raise-2)', c: 'var(--ink)' } },
    Modal: {
      defaultProps: {
        centered: true,
        transitionProps: { duration: 90 },
        overlayProps: { backgroundOpacity: 0.55 },
      },
    },
    Menu: { defaultProps: { transitionProps: { duration: 60 }, shadow: 'md' } },
    Button: { defaultProps: { size: 'xs', fz: 13 } },
    Input: { styles: { input: { fontSize: 'var(--fs)' } } },
    InputWrapper: {
      styles: {
        label: { fontSize: 'var(--fs-s)' },
        description: { fontSize: 'var(--fs-s)' },
        error: { fontSize: 'var(--fs-s)' },
      },
    },
    TextInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    Checkbox: { styles: { label: { fontSize: 'var(--fs-s)' } } },
    Switch: { defaultProps: { size: 'sm' } },
  },
});

/** Mantine's own variables, set to the console's tokens so that both schemes follow one source. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--panel)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--dim)',
    '--mantine-color-placeholder': 'var(--faint)',
    '--mantine-color-default': 'var(--panel)',
    '--mantine-color-default-hover': 'var(--raise)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-error': 'var(--high)',
    '--mantine-color-anchor': 'var(--accent)',
  };
  return { variables: {}, light: shared, dark: shared };
};
