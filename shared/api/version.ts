/** The contract's version. A page of another version is told `version_mismatch` and reloads. */
export const API_VERSION = 1;
