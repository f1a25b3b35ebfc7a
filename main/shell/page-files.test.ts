import { expect, it } from 'vitest';
import { PAGE_POLICY, pageFile, pageHeaders } from './page-files.ts';

const file = (path: string, type: string) => ({ path: `/app/dist/renderer${path}`, type });
const html = 'text/html; charset=utf-8';
const script = 'text/javascript; charset=utf-8';

it.each([
  ['app://changkong/', file('/index.html', html)],
  ['app://changkong/index.html', file('/index.html', html)],
  ['app://changkong/index.html?x=1#/room/demo', file('/index.html', html)],
  ['app://changkong/assets/a-1.js', file('/assets/a-1.js', script)],
  ['app://changkong/assets/../index.html', file('/index.html', html)],
  ['app://changkong/%2e%2e/%2e%2e/etc/x.html', file('/etc/x.html', html)],
  ['app://changkong/..%2f..%2fsecrets.json', null],
  ['app://changkong/..%5c..%5csecrets.json', null],
  ['app://changkong/../renderer-other/x.html', file('/renderer-other/x.html', html)],
  ['app://changkong/..%2frenderer-other/x.html', null],
  ['app://changkong/a%00.html', null],
  ['app://changkong/%ff.html', null],
  ['app://changkong/main.node', null],
  ['app://changkong/passwd', null],
  ['app://other/index.html', null],
  ['app://changkong:80/index.html', null],
  ['file:///etc/passwd.html', null],
  ['https://changkong/index.html', null],
  ['nonsense', null],
])('%s', (address, wanted) => {
  expect(pageFile('/app/dist/renderer', address)).toEqual(wanted);
});

it('lets no script in but the page’s own, and nothing remote', () => {
  expect(PAGE_POLICY).toContain("script-src 'self';");
  expect(PAGE_POLICY).not.toMatch(/unsafe-eval|script-src[^;]*unsafe|https?:|ws:|\*/);
  expect(pageHeaders(html)).toMatchObject({
    'content-security-policy': PAGE_POLICY,
    'x-content-type-options': 'nosniff',
  });
});
