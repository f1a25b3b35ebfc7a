import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const core = process.env.CHANGKONG_URL ?? 'http://127.0.0.1:8787';

/** The page, for the desktop app and for the hub alike: relative addresses, no inline script. */
export default defineConfig({
  root: fileURLToPath(new URL('../renderer', import.meta.url)),
  base: './',
  plugins: [react(), withoutPolicyWhileDeveloping()],
  build: {
    outDir: fileURLToPath(new URL('../dist/renderer', import.meta.url)),
    emptyOutDir: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { '/api': core, '/rpc': { target: core, ws: true } } },
});

/** React's refresh preamble is an inline script; only the development server needs it. */
function withoutPolicyWhileDeveloping(): Plugin {
  return {
    name: 'changkong-dev-policy',
    apply: 'serve',
    transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
  };
}
