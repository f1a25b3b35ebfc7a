import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { defaultDataDir, VERSION } from './places.ts';

/** Runs one command; 0 done, 1 failed, 2 wrong use. Commands are loaded when they are called. */
export async function runCli(argv: readonly string[]): Promise<number> {
  let code = 0;
  const program = new Command('changkong')
    .description('场控台: a console for live-room controllers')
    .version(VERSION)
    .exitOverride();
  program.configureOutput({
    writeOut: (text) => process.stdout.write(text),
    writeErr: (text) => process.stderr.write(text),
  });

  program
    .command('hub')
    .description('serve the console, the API and ingress at one address')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--port <number>', 'port; 0 lets the system choose', portOf, 0)
    .option('--data <dir>', 'folder of the database files', defaultDataDir())
    .option('--demo', 'run the demo rooms', false)
    .option('--room <source>', 'connect twitch:<channel> or replay:<file>; may be given again', also, [])
    .action(async (options) => {
      const { runHub } = await import('./hub.ts');
      code = await runHub(options);
    });
  program
    .command('scan')
    .description('normalise and detect a recording without storing it; JSON lines on stdout')
    .argument('<file>', 'file, or - for standard input')
    .option('--format <format>', 'jsonl | text | twitch-irc | bilibili-packets | bilibili-xml')
    .option('--room <id>', 'room to scan as')
    .option(
      '--history <file>',
      'unlabelled chat of the room, one message a line; may be given again',
      also,
      [],
    )
    .option('--budget <number>', 'false alerts per 1,000 messages to aim at', numberOf)
    .option('--all', 'every event, with the score of every category', false)
    .action(async (file, options) => {
      const { runScan } = await import('../core/scan/scan.ts');
      code = await runScan(
        { ...options, file },
        { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr },
      );
    });
  program
    .command('doctor')
    .description('say what works on this machine, and what to do about what does not')
    .option('--data <dir>', 'folder of the database files', defaultDataDir())
    .action(async (options) => {
      const { runDoctor } = await import('./doctor.ts');
      code = await runDoctor(options, process.stdout);
    });
  program
    .command('verify')
    .description('check an evidence pack or an audit export')
    .argument('<file>', 'the exported file')
    .action(async (file) => {
      const { runVerify } = await import('./verify.ts');
      code = runVerify(file, process.stdout, process.stderr);
    });

  try {
    await program.parseAsync([...argv]);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('a port is 0..65535');
  return port;
}

function numberOf(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError('a positive number');
  return value;
}

function also(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
