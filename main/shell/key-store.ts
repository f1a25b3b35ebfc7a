import { safeStorage } from 'electron';
import type { Cipher } from './vault.ts';

/** The system's key store through Electron. Linux's `basic_text` is a fixed key and protects nothing. */
export function systemKeyStore(): Cipher {
  return {
    protects: async () => {
      if (process.platform === 'linux') {
        const backend = safeStorage.getSelectedStorageBackend();
        if (backend === 'basic_text' || backend === 'unknown') return false;
      }
      return safeStorage.isAsyncEncryptionAvailable();
    },
    encrypt: (text) => safeStorage.encryptStringAsync(text),
    decrypt: async (bytes) => (await safeStorage.decryptStringAsync(bytes)).result,
  };
}
