#!/usr/bin/env node
// The subgraph sets that the engine's own tests were composed from, as inputs. See README.md.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { writeJsonLines } from "./jsonlines.mjs";

const GATEWAY = fileURLToPath(new URL("../../", import.meta.url));

const subgraph = (name, sdl) => ({ name, url: `http://${name}.test/graphql`, sdl });
const directories = (directory) =>
  existsSync(directory)
    ? readdirSync(directory, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : [];

/** DIRECTORY/CASE/subgraphs/NAME.graphql */
function fromFolders(prefix, directory) {
  return directories(directory)
    .filter((name) => existsSync(join(directory, name, "subgraphs")))
    .map((name) => {
      const folder = join(directory, name, "subgraphs");
      const files = readdirSync(folder)
        .filter((file) => /\.graphqls?$/.test(file))
        .sort();
      return {
        id: `${prefix}/${name}`,
        subgraphs: files.map((file) => subgraph(file.replace(/\.graphqls?$/, ""), readFileSync(join(folder, file), "utf8"))),
      };
    });
}

/** DIRECTORY/CASE.txt with sections `### subgraph NAME` */
function fromSections(prefix, directory) {
  return readdirSync(directory)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((file) => {
      const sections = readFileSync(join(directory, file), "utf8").split(/^### /m);
      const subgraphs = sections
        .filter((section) => section.startsWith("subgraph "))
        .map((section) => {
          const [head, ...lines] = section.split("\n");
          return subgraph(head.slice("subgraph ".length).trim(), lines.join("\n"));
        });
      return { id: `${prefix}/${basename(file, ".txt")}`, subgraphs };
    })
    .filter(({ subgraphs }) => subgraphs.length > 0);
}

export const suites = (moreFolders = []) => [
  ...fromFolders("conformance", join(GATEWAY, "conformance/suites")),
  ...fromSections("plans", join(GATEWAY, "federation/src/test/resources/plans")),
  ...fromSections("composed", join(GATEWAY, "federation/src/test/resources/differential/composed")),
  ...moreFolders.flatMap((folder) => fromFolders(basename(folder), folder)),
];

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [out, ...moreFolders] = process.argv.slice(2);
  const inputs = suites(moreFolders);
  writeJsonLines(out, inputs);
  console.log(`${inputs.length} inputs`);
}
