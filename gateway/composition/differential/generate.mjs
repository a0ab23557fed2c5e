#!/usr/bin/env node
// Writes generated inputs. See README.md.
import { parseArgs } from "node:util";
import { pathToFileURL } from "node:url";
import { readJsonLines, writeJsonLines } from "./jsonlines.mjs";
import { broken } from "./random/mutations.mjs";
import { mazes } from "./random/mazes.mjs";
import { sizes } from "./random/sizes.mjs";
import { worlds } from "./random/world.mjs";

const USAGE = `usage: node generate.mjs random [--seed 1] [--count 100] OUT.jsonl
       node generate.mjs mazes [--seed 1] [--count 100] OUT.jsonl
       node generate.mjs broken [--seed 1] [--count 100] RECORDED.jsonl OUT.jsonl   what the reference accepts of RECORDED, changed
       node generate.mjs sizes OUT.jsonl`;

const KINDS = {
  random: (seed, count) => worlds(seed, count),
  mazes: (seed, count) => mazes(seed, count),
  broken: (seed, count, recorded) =>
    broken(
      readJsonLines(recorded).filter(({ apollo }) => apollo.ok),
      seed,
      count,
    ),
  sizes: () => sizes(),
};

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: "string", default: "1" }, count: { type: "string", default: "100" } },
  });
  const [kind, ...files] = positionals;
  if (KINDS[kind] === undefined || files.length !== (kind === "broken" ? 2 : 1)) {
    console.error(USAGE);
    process.exit(2);
  }
  const inputs = KINDS[kind](values.seed, Number(values.count), files[0]);
  writeJsonLines(files.at(-1), inputs);
  console.log(`${inputs.length} inputs`);
}
