import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';

/** The floor: a page that draws the newest rows as plain text on a canvas. */
export interface CanvasPage {
  readonly url: string;
  readonly push: (
    rows: readonly { readonly id: string; readonly name: string; readonly text: string }[],
  ) => void;
  readonly close: () => Promise<void>;
}

const HTML = `<!doctype html><meta charset="utf-8"><canvas id="c" width="900" height="800"></canvas><script>
const draw = document.getElementById('c').getContext('2d'); let rows = [], due = false;
draw.font = '14px sans-serif';
new WebSocket('ws://' + location.host).onmessage = (event) => {
  rows = rows.concat(JSON.parse(event.data)).slice(-40);
  if (due) return; due = true;
  requestAnimationFrame(() => { due = false; draw.clearRect(0, 0, 900, 800);
    rows.forEach((row, at) => draw.fillText(row.name + ': ' + row.text, 4, 18 + at * 20)); });
};
</script>`;

/** Serves it on a free loopback port. */
export async function startCanvasPage(): Promise<CanvasPage> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(HTML);
  });
  const sockets = new WebSocketServer({ server, perMessageDeflate: false });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    push(rows) {
      const frame = JSON.stringify(rows);
      for (const client of sockets.clients) client.send(frame);
    },
    close: () =>
      new Promise((done) => {
        for (const client of sockets.clients) client.terminate();
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
