import { resolve } from 'node:path';
import { app } from 'electron';
import { linkAmong } from './deep-link.ts';
import { readOptions } from './options.ts';
import { declarePageScheme } from './page-protocol.ts';
import { pathsOf } from './paths.ts';
import { runShell } from './shell.ts';

// What has to happen before Electron is ready; the rest is composed in shell.ts.
const options = readOptions(process.argv.slice(1));
const log = (text: string): void => {
  process.stderr.write(`[shell] ${text}\n`);
};

if (options.dataDir !== undefined) app.setPath('userData', resolve(options.dataDir));
if (process.env.CHANGKONG_TEST === '1') app.disableHardwareAcceleration();
// Root in a container cannot have Chromium's sandbox; whoever says so gets told, and nobody else goes without.
if (app.commandLine.hasSwitch('no-sandbox')) log('running without Chromium’s sandbox, as asked');
else app.enableSandbox();
declarePageScheme();

if (app.requestSingleInstanceLock()) {
  // macOS hands links over by an event, possibly before the app is ready.
  let early = linkAmong(process.argv);
  let open = (link: string): void => {
    early = link;
  };
  app.on('open-url', (event, link) => {
    event.preventDefault();
    open(link);
  });
  void app.whenReady().then(() => {
    open = runShell({
      options,
      paths: pathsOf(import.meta.url, app.isPackaged, process.env),
      link: early,
      log,
    });
  });
} else {
  log('Changkong already runs with this data folder; it has been brought forward');
  app.quit();
}
