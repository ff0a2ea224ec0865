export { loadSettings } from './load-settings';
export { SettingEntity, SystemFlagEntity } from './setting.entity';
export { settingRoutes } from './settings.routes';
export { clearFlag, readFlag, writeFlag } from './system-flags';
