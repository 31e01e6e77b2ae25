/** The seed's data files, which the project itself writes: read without doubt. */
import { readFileSync } from 'node:fs';

/** A file of the data folder, as text. */
export function dataFile(name: string): string {
  return readFileSync(new URL(`data/${name}`, import.meta.url), 'utf8');
}

/** A JSON file of the data folder. */
export function jsonFile<T>(name: string): T {
  return JSON.parse(dataFile(name)) as T;
}
