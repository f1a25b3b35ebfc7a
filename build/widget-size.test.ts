import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WIDGET_MAX, weightOf } from './bundle-widget.ts';
import { WIDGET_OUT } from './places.ts';

const isBuilt = existsSync(join(WIDGET_OUT, 'index.html'));
if (!isBuilt) console.log('skipped the weight of the widget: nothing is built; npm run build makes it');

describe.skipIf(!isBuilt)('the built widget', () => {
  it('is light', () => {
    expect(weightOf(WIDGET_OUT)).toBeLessThanOrEqual(WIDGET_MAX);
  });

  it('has its page and its one script tag', () => {
    expect(['index.html', 'widget.js'].map((name) => existsSync(join(WIDGET_OUT, name)))).toEqual([
      true,
      true,
    ]);
  });
});
