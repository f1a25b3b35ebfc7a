/** `npm run build`: whatever is stale of the page and of the programs, into `dist`. */
import { freshMain, freshPage } from './products.ts';

const [page, main] = [await freshPage(), await freshMain()];
console.log(`page ${page ? 'built' : 'fresh'}, programs ${main ? 'built' : 'fresh'}: dist/`);
