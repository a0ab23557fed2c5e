// The supergraphs of the engine's tests are what the composer makes of their subgraphs. UPDATE_WORLDS=1 writes them again. A world that
// another composer made says so ("### composed by") and is left alone.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { composeServices } from "@theguild/federation-composition";
import { parse, print } from "graphql";

const RESOURCES = new URL("../../gateway/federation/src/test/resources/", import.meta.url);
const WORLDS = ["differential/composed/", "plans/"].map((folder) => new URL(folder, RESOURCES));
const SUPERGRAPH = "### supergraph\n";

for (const file of WORLDS.flatMap(filesOf)) {
  const [written, supergraph] = readFileSync(file, "utf8").split(SUPERGRAPH);
  if (written.includes("### composed by")) continue;
  test(`the supergraph of ${basename(file)} is up to date`, () => {
    const composed = compose(subgraphs(written));
    if (process.env.UPDATE_WORLDS) writeFileSync(file, `${written.trimEnd()}\n\n${SUPERGRAPH}${composed}\n`);
    else assert.equal(supergraph?.trim(), composed);
  });
}

function filesOf(folder) {
  return readdirSync(folder).map((name) => fileURLToPath(new URL(name, folder)));
}

function subgraphs(text) {
  return [...text.matchAll(/^### subgraph (\S+)\n(.*?)(?=^### |(?![^]))/gms)].map(([, name, sdl]) => ({
    name,
    url: `http://${name}.test/graphql`,
    typeDefs: parse(sdl),
  }));
}

function compose(services) {
  const { supergraphSdl, errors = [] } = composeServices(services);
  assert.deepEqual(errors.map(String), []);
  return print(parse(supergraphSdl)).trim();
}
