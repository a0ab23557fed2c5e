#!/usr/bin/env node
// Makes an input smaller as long as our composer and the reference still differ about it in the same way. See README.md.
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { parse, print } from "graphql";
import { Batch } from "./batch.mjs";
import { differencesOf } from "./compare.mjs";
import { compose } from "./composers.mjs";
import { readJsonLines } from "./jsonlines.mjs";

const USAGE = `usage: node shrink.mjs RECORDED.jsonl ID [--kind verdict] -- COMMAND [ARG...]

  --kind KIND   crash, verdict, codes, api, meaning or text; without it the first kind that differs
  COMMAND       our composer in its batch mode`;

/** The lists of a document from which single entries can be taken, larger pieces first. */
function lists(document) {
  const members = (node) => [node.fields, node.values, node.types].filter(Boolean);
  const parts = document.definitions.flatMap((definition) => [
    definition,
    ...members(definition).flat(),
    ...(definition.fields ?? []).flatMap((field) => field.arguments ?? []),
  ]);
  return [
    document.definitions,
    ...document.definitions.flatMap(members),
    ...document.definitions.map(({ interfaces }) => interfaces),
    ...parts.map(({ directives }) => directives),
    ...parts.map((part) => part.arguments),
    ...parts.flatMap(({ directives }) => directives ?? []).map((directive) => directive.arguments),
    ...parts.flatMap(({ directives }) => directives ?? []).flatMap((directive) => directive.arguments.map(({ value }) => value.values)),
  ].filter((list) => list?.length > 0);
}

const printed = (document) => `${print(document)}\n`;

/** Smaller neighbours of one subgraph's SDL, one removal each. */
function* smallerSdl(sdl) {
  let document;
  try {
    document = parse(sdl, { noLocation: true });
  } catch {
    return;
  }
  for (const list of lists(document))
    for (let index = list.length - 1; index >= 0; index--) {
      const [removed] = list.splice(index, 1);
      yield printed(document);
      list.splice(index, 0, removed);
    }
  for (const definition of document.definitions)
    for (const node of [definition, ...(definition.fields ?? [])])
      if (node.description) {
        const { description } = node;
        delete node.description;
        yield printed(document);
        node.description = description;
      }
}

function* smaller(subgraphs) {
  if (subgraphs.length > 1) for (const subgraph of subgraphs) yield subgraphs.filter((other) => other !== subgraph);
  for (const subgraph of subgraphs)
    for (const sdl of smallerSdl(subgraph.sdl))
      if (sdl !== subgraph.sdl) yield subgraphs.map((other) => (other === subgraph ? { ...other, sdl } : other));
}

/** The smallest subgraphs reached by single removals for which `stays` still holds. */
export async function shrink(subgraphs, stays, attempts = 4000) {
  let best = subgraphs;
  let left = attempts;
  for (let progress = true; progress; ) {
    progress = false;
    for (const candidate of smaller(best)) {
      if (--left < 0) return best;
      if (await stays(candidate)) {
        best = candidate;
        progress = true;
        break;
      }
    }
  }
  return best;
}

/** Differences between our composer and the reference about the subgraphs. */
export async function differencesAbout(subgraphs, batch) {
  const apollo = compose("apollo", subgraphs);
  return differencesOf({ apollo, hive: apollo }, await batch.compose(subgraphs));
}

export async function shrinkDifference(subgraphs, { kind, group }, batch) {
  // The group of a schema's difference says what it consists of, and part of it is a smaller difference of the same sort.
  const sameGroup = kind === "verdict" || kind === "codes";
  return shrink(subgraphs, async (candidate) =>
    (await differencesAbout(candidate, batch)).some((found) => found.kind === kind && (!sameGroup || found.group === group)),
  );
}

async function main() {
  const split = process.argv.indexOf("--");
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2, split < 0 ? undefined : split),
    allowPositionals: true,
    options: { kind: { type: "string" } },
  });
  if (split < 0 || positionals.length !== 2) {
    console.error(USAGE);
    process.exit(2);
  }
  const [file, id] = positionals;
  const { subgraphs } = readJsonLines(file).find((recording) => recording.id === id);
  const batch = new Batch(process.argv.slice(split + 1));
  const difference = (await differencesAbout(subgraphs, batch)).find(
    ({ kind }) => kind !== "bytes" && (values.kind === undefined || kind === values.kind),
  );
  if (difference === undefined) console.log("no difference");
  else {
    const result = await shrinkDifference(subgraphs, difference, batch);
    console.log(`${difference.kind}: ${difference.group}`);
    for (const { name, sdl } of result) console.log(`\n### subgraph ${name}\n${sdl}`);
    const details = (await differencesAbout(result, batch)).find(({ kind }) => kind === difference.kind).details;
    console.log(JSON.stringify(details, null, 2));
  }
  batch.close();
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main();
