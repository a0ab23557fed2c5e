#!/usr/bin/env node
// Reads the hand-written inputs in rules/: a valid one per rule and its broken neighbours. The format is in README.md.
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { linkHeader, renamed, SPELLINGS } from "./federation.mjs";
import { writeJsonLines } from "./jsonlines.mjs";

const RULES = fileURLToPath(new URL("rules", import.meta.url));

/** `-- name [version [imports…]]` and its lines. */
function subgraph(section) {
  const [head, ...lines] = section.split("\n");
  const [name, version, ...imports] = head.trim().split(/\s+/);
  const header = version === undefined ? "" : linkHeader(version, imports);
  return { name, url: `http://${name}.test/graphql`, sdl: `${header}${lines.join("\n").trim()}\n` };
}

function apply(body, change, id) {
  return change.split(" ;; ").reduce((text, replacement) => {
    const [, old, arrow, fresh] = replacement.replaceAll("\\n", "\n").match(/^(.*?) ?(=>>?) ?(.*)$/s) ?? [];
    if (old === undefined || old === "" || !text.includes(old)) throw new Error(`${id}: nothing to replace with ${replacement}`);
    return arrow === "=>>" ? text.replaceAll(old, fresh) : text.replace(old, () => fresh);
  }, body);
}

const subgraphsOf = (body) => body.split(/^-- /m).slice(1).map(subgraph);

/** `== id {versions}`, the subgraphs and lines `~ name :: old => new`, each one more input. */
function inputsOf(section) {
  const [head, ...lines] = section.split("\n");
  const [, name, versions] = head.match(/^(\S+)(?: \{(.*)\})?\s*$/) ?? [];
  if (name === undefined) throw new Error(`bad head: ${head}`);
  const body = lines.filter((line) => !line.startsWith("~ ")).join("\n");
  const changes = lines.filter((line) => line.startsWith("~ ")).map((line) => line.match(/^~ (\S+) :: (.*)$/).slice(1));
  return (versions?.split(" ") ?? [undefined]).flatMap((version) => {
    const at = version === undefined ? "" : `@${version}`;
    const fill = (text) => text.replaceAll("$v", version ?? "");
    return [
      { id: `${name}${at}`, subgraphs: subgraphsOf(fill(body)) },
      ...changes.map(([change, replacements]) => ({
        id: `${name}/${change}${at}`,
        subgraphs: subgraphsOf(fill(apply(body, replacements, `${name}/${change}`))),
      })),
    ];
  });
}

export function rules(directory = RULES) {
  const inputs = readdirSync(directory)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .flatMap((file) => {
      const sections = readFileSync(join(directory, file), "utf8").split(/^== /m).slice(1);
      return sections
        .flatMap((section) => inputsOf(section.replace(/^#.*\n/gm, "")))
        .map((input) => ({ ...input, id: `${basename(file, ".txt")}/${input.id}` }));
    });
  const ids = new Set();
  for (const { id } of inputs) {
    if (ids.has(id)) throw new Error(`two inputs are called ${id}`);
    ids.add(id);
  }
  return inputs;
}

/** The same inputs with the federation directives under other names. */
export const renamedRules = (inputs) =>
  inputs.flatMap((input) =>
    SPELLINGS.map((spelling) => ({
      id: `${input.id}#${spelling}`,
      subgraphs: input.subgraphs.map((subgraph) => ({ ...subgraph, sdl: renamed(subgraph.sdl, spelling) })),
    })).filter(({ subgraphs }) => subgraphs.some(({ sdl }, index) => sdl !== input.subgraphs[index].sdl)),
  );

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { renamed: { type: "boolean" } } });
  const inputs = values.renamed ? renamedRules(rules()) : rules();
  writeJsonLines(positionals[0], inputs);
  console.log(`${inputs.length} inputs`);
}
