import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";

export const readJsonLines = (file) =>
  existsSync(file)
    ? readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map((line) => JSON.parse(line))
    : [];

/** Replaces the file at once, so that whoever reads it meanwhile sees the old or the new one. */
export function writeJsonLines(file, values) {
  writeFileSync(`${file}.new`, values.map((value) => `${JSON.stringify(value)}\n`).join(""));
  renameSync(`${file}.new`, file);
}
