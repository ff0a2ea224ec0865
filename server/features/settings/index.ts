export { SettingEntity, SystemFlagEntity } from './setting.entity';
export { clearFlag, readFlag, writeFlag } from './system-flags';
