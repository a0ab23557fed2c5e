#!/usr/bin/env node
// Makes inputs from a seed, lets all three composers answer and fails when ours differs more than thresholds.json allows. See README.md.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { Batch } from "./batch.mjs";
import { compareAll, printSummary } from "./compare.mjs";
import { writeJsonLines } from "./jsonlines.mjs";
import { Dice } from "./random/dice.mjs";
import { mazes } from "./random/mazes.mjs";
import { broken } from "./random/mutations.mjs";
import { worlds } from "./random/world.mjs";
import { record } from "./record.mjs";
import { renamedRules, rules } from "./rules.mjs";
import { shrinkDifference } from "./shrink.mjs";
import { suites } from "./suites.mjs";

const USAGE = `usage: ./run [--inputs 300] [--seed 1] [-- COMMAND...]

  --inputs N   generated inputs; the subgraphs of the engine's own tests come on top. "all" adds every rule in every spelling
  --seed S     what they are made from; the same seed makes the same inputs
  --keep DIR   write inputs, recordings and answers there
  COMMAND      our composer in its batch mode: ./transcend compose --batch --hints`;

const THRESHOLDS = JSON.parse(readFileSync(new URL("thresholds.json", import.meta.url), "utf8"));
const TRANSCEND = fileURLToPath(new URL("../../../transcend", import.meta.url));
const EVERYTHING = 6000;
const LIMIT_MILLIS = 20 * 60 * 1000;

/** A third of the inputs are about single rules, a third are small ones of one family, the rest are worlds and changes to what composes. */
async function recordings(seed, count, all) {
  const dice = new Dice(`rules-${seed}`);
  const ruleInputs = rules();
  const everyRule = [...ruleInputs, ...renamedRules(ruleInputs)];
  const sixth = Math.ceil(count / 6);
  const chosen = all ? everyRule : dice.some(everyRule, 2 * sixth);
  const first = await record([...suites(), ...chosen, ...mazes(seed, 2 * sixth), ...worlds(seed, sixth)]);
  const valid = first.filter(({ apollo }) => apollo.ok);
  return [...first, ...(await record(broken(valid, seed, sixth)))];
}

function answersOf(command, inputs) {
  const { stdout, status, error } = spawnSync(command[0], command.slice(1), {
    input: inputs.map(({ id, subgraphs }) => `${JSON.stringify({ id, subgraphs })}\n`).join(""),
    stdio: ["pipe", "pipe", "inherit"],
    maxBuffer: 1024 * 1024 * 1024,
    timeout: LIMIT_MILLIS,
  });
  if (error !== undefined) throw error;
  if (status !== 0) console.error(`${command.join(" ")} ended with ${status}`);
  return stdout
    .toString()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

/** The kinds of agreement that fall below their threshold. */
export const failures = (figures, thresholds) => Object.keys(thresholds).filter((kind) => figures[kind].percent < thresholds[kind]);

async function explain({ found }, kinds, inputs, command) {
  const batch = new Batch(command);
  for (const kind of kinds)
    for (const difference of found[kind].slice(0, 2)) {
      const input = inputs.find(({ id }) => id === difference.id);
      const asked = kind === "agreed" ? { ...difference, kind: "verdict" } : difference;
      console.log(`\n--- ${kind}: ${difference.id}: ${difference.group}`);
      for (const { name, sdl } of await shrinkDifference(input.subgraphs, asked, batch)) console.log(`### subgraph ${name}\n${sdl}`);
    }
  batch.close();
}

async function main() {
  const split = process.argv.indexOf("--");
  const { values } = parseArgs({
    args: process.argv.slice(2, split < 0 ? undefined : split),
    options: {
      inputs: { type: "string", default: "300" },
      seed: { type: "string", default: "1" },
      keep: { type: "string" },
      help: { type: "boolean" },
    },
  });
  const all = values.inputs === "all";
  const count = all ? EVERYTHING : Number(values.inputs);
  if (values.help || !Number.isInteger(count) || count < 4) {
    console.error(USAGE);
    process.exit(values.help ? 0 : 2);
  }
  const command = split < 0 ? [TRANSCEND, "compose", "--batch", "--hints"] : process.argv.slice(split + 1);
  const recorded = await recordings(values.seed, count, all);
  const answers = answersOf(command, recorded);
  if (values.keep !== undefined) {
    mkdirSync(values.keep, { recursive: true });
    writeJsonLines(join(values.keep, "recorded.jsonl"), recorded);
    writeJsonLines(join(values.keep, "ours.jsonl"), answers);
  }
  const comparison = compareAll(recorded, answers);
  printSummary(comparison, 6);
  const failed = failures(comparison.figures, THRESHOLDS);
  if (failed.length === 0) return;
  await explain(comparison, failed, recorded, command);
  for (const kind of failed)
    console.error(`${kind}: ${comparison.figures[kind].percent.toFixed(2)} %, at least ${THRESHOLDS[kind]} % is needed`);
  console.error(`The same inputs again: ./run --inputs ${values.inputs} --seed ${values.seed}`);
  process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main();
