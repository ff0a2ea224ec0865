export { keyIdOf, openKeyring, type Keyring } from './keyring';
export { makeDiskFileStore, type DiskFileStore, type DiskFiles } from './file-store';
