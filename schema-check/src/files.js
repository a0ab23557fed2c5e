import { existsSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

/**
 * Files below a folder with this ending, in the order of their paths; none when the folder is missing.
 *
 * @returns {{ path: string, shown: string }[]} `shown` is relative to `root`, with forward slashes
 */
export function filesUnder(root, folder, ending) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
    .map((path) => ({ path, shown: relative(root, path).split(sep).join("/") }));
}
