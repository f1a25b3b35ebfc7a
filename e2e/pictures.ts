/** `npm run pictures`: the README's pictures, taken from the running app with the demo rooms. Needs Chromium and CJK fonts. */
import { mkdirSync } from 'node:fs';
import { freshPage } from '../build/products.ts';
import { openBrowser, startHub, whyNoBrowser } from './hub.ts';
import { pictureDesk } from './pictures/desk.ts';
import { pictureRooms } from './pictures/rooms.ts';
import { makeScene, PICTURES } from './pictures/scene.ts';
import { pictureStudio } from './pictures/studio.ts';

const why = whyNoBrowser();
if (why !== null) {
  console.error(`no pictures: ${why}`);
  process.exit(1);
}
mkdirSync(PICTURES, { recursive: true });
await freshPage();
const hub = await startHub({ args: ['--demo'] });
const browser = await openBrowser();
const scene = await makeScene(browser, hub);
const page = await pictureRooms(scene);
await pictureDesk(scene, page);
await pictureStudio(scene, page);
await browser.close();
await hub.close();
