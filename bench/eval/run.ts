import { measureAbuse } from './abuse.ts';
import { measureBlind, measureCostly, measureLater } from './blind.ts';
import { measureBudget } from './budget.ts';
import { hasData } from './data.ts';
import { measureDrips } from './drips.ts';
import { measureFair } from './fair.ts';
import { measureRaids, measureWaves } from './raids.ts';
import { measureComments, measureHonest, measureLists } from './texts.ts';

const isQuick = process.argv.includes('--quick');
const only = process.argv[2]?.startsWith('--') ? undefined : process.argv[2];
const parts: Readonly<Record<string, () => void>> = {
  abuse: () => measureAbuse(isQuick ? 6000 : 23_000),
  comments: measureComments,
  fair: measureFair,
  lists: measureLists,
  costly: measureCostly,
  later: () => measureLater(process.argv.includes('--opened')),
  blind: () => measureBlind(process.argv.includes('--opened')),
  honest: measureHonest,
  budget: measureBudget,
  raids: () => measureRaids(isQuick ? 1 : 4, isQuick ? 4 : 12),
  drips: measureDrips,
  waves: measureWaves,
};

if (!hasData()) {
  console.log('The measuring data are not in ../shared/data: nothing to measure.');
} else if (only !== undefined && parts[only] === undefined) {
  console.error(`There is no part called ${only}; there are: ${Object.keys(parts).join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const [name, measure] of Object.entries(parts)) if (only === undefined || only === name) measure();
}
