import { configureGlobal } from 'fast-check';

/** Setup of a test run: `CHANGKONG_SEED` gives every property the same cases in every run. */
configureGlobal({ seed: Number(process.env.CHANGKONG_SEED) });
