import { round3 } from './stats.ts';
import type { BenchReport, CaseReport, Measure } from './types.ts';
import { budgetText, verdictOf } from './verdict.ts';

const HEAD = ['what', 'measured', 'budget', 'verdict', 'in the same run', 'ratio'] as const;

/** One case as lines for a terminal. */
export function caseText(report: CaseReport): string {
  return [
    headline(report),
    ...grid([HEAD, ...rowsOf(report)]).map((line) => `  ${line}`),
    ...tailOf(report),
  ].join('\n');
}

/** The machine in one line. */
export function machineText(report: BenchReport): string {
  const { cpu, cores, memoryGiB, system, versions } = report.machine;
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `${cpu}, ${cores} cores, ${memoryGiB} GiB, ${system}; ${named.join(', ')}`;
}

/** The section of `docs/performance.md`. */
export function markdown(report: BenchReport): string {
  const head = [
    `Measured ${report.at.slice(0, 16).replace('T', ' ')} UTC${report.quick ? ' with `--quick` (too short for verdicts on rates)' : ''} on ${machineText(report)}.`,
    '',
    missed(report),
  ];
  return [...head, ...report.cases.flatMap(caseMarkdown)].join('\n');
}

function caseMarkdown(report: CaseReport): readonly string[] {
  const rows = rowsOf(report);
  const table =
    rows.length === 0 ? [] : [line(HEAD), line(HEAD.map(() => '---')), ...rows.map((row) => line(row)), ''];
  return [
    '',
    `### ${report.title}`,
    '',
    `\`npm run bench -- ${report.name}\` · ${stateOf(report)}`,
    '',
    ...table,
  ].concat(tailOf(report).map((text) => `- ${text.trim()}`));
}

/** The budgets that are not met, by name. */
function missed(report: BenchReport): string {
  const names = report.cases.flatMap((each) =>
    each.measures
      .filter((measure) => verdictOf(measure, each) === 'NOT MET')
      .map(
        (measure) =>
          `${each.name}: ${measure.what} (${valueText(measure)}, wanted ${measure.budget === undefined ? '' : budgetText(measure.budget)})`,
      ),
  );
  const noisy = report.cases.filter((each) => each.noisy).map((each) => each.name);
  const first =
    names.length === 0 ? 'No budget with a verdict is missed.' : `**Not met:** ${names.join('; ')}.`;
  return noisy.length === 0
    ? first
    : `${first} Without a verdict, because others kept the machine busy: ${noisy.join(', ')}.`;
}

function rowsOf(report: CaseReport): readonly (readonly string[])[] {
  return report.measures.map((measure) => [
    measure.what,
    valueText(measure),
    measure.budget === undefined ? '' : budgetText(measure.budget),
    verdictOf(measure, report),
    measure.peer === undefined ? '' : `${measure.peer.what}: ${round3(measure.peer.value)}`,
    measure.peer === undefined ? '' : String(round3(measure.peer.ratio)),
  ]);
}

function tailOf(report: CaseReport): readonly string[] {
  return [
    ...(report.skipped === undefined ? [] : [`  skipped: ${report.skipped}`]),
    ...(report.failed === undefined ? [] : [`  FAILED: ${report.failed}`]),
    ...(report.controls ?? []).map(
      (control) =>
        `  control ${control.failed ? 'fails as it must' : 'DID NOT FAIL'}: ${control.what}: ${control.seen}`,
    ),
    ...(report.notes ?? []).map((note) => `  ${note}`),
  ];
}

function headline(report: CaseReport): string {
  return `\n${report.name}: ${report.title} (${stateOf(report)})`;
}

function stateOf(report: CaseReport): string {
  const noisy = report.noisy ? ', NOISY' : '';
  return `${round3(report.seconds)} s, CPU ${round3(report.cpuSeconds)} s, load ${report.loadBefore.toFixed(2)} → ${report.loadAfter.toFixed(2)}, others ${report.othersBefore.toFixed(2)} cores before, ${report.othersDuring.toFixed(2)} during${noisy}`;
}

function valueText(measure: Measure): string {
  return `${round3(measure.value)} ${measure.unit}`.trim();
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Columns as wide as their widest cell; an ideograph is two columns wide. */
function grid(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  );
}

function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[\u2e80-\u9fff\uff00-\uff60]/u.test(char) ? 2 : 1), 0);
}
