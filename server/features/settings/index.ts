export { loadSettings } from './load-settings';
export { SettingEntity, SystemFlagEntity } from './setting.entity';
export { settingRoutes } from './settings.routes';
export { clearFlag, readFlag, readFlagForUpdate, writeFlag } from './system-flags';
