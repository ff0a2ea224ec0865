import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** A screen that is fetched when it is first opened, by the name it is exported under. */
export function lazily<Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): LazyExoticComponent<ComponentType> {
  return lazy(() => load().then((module) => ({ default: module[name] })));
}
