import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { parse, print } from "graphql";
import { compose } from "./composers.mjs";
import { renamed } from "./federation.mjs";
import { Dice } from "./random/dice.mjs";
import { broken, MUTATION_NAMES } from "./random/mutations.mjs";
import { sizes } from "./random/sizes.mjs";
import { worlds } from "./random/world.mjs";
import { renamedRules, rules } from "./rules.mjs";

const WORLDS = worlds("test", 60);

test("the same seed makes the same inputs, another one others", () => {
  assert.deepEqual(worlds("test", 60), WORLDS);
  assert.notDeepEqual(worlds("other", 60), WORLDS);
  assert.deepEqual(broken(WORLDS, "test", 20), broken(WORLDS, "test", 20));
});

test("an input does not depend on how many are made", () => {
  assert.deepEqual(worlds("test", 3), WORLDS.slice(0, 3));
});

test("a die shows every number of its range", () => {
  const dice = new Dice("range");
  assert.deepEqual([...new Set(Array.from({ length: 200 }, () => dice.between(2, 5)))].sort(), [2, 3, 4, 5]);
});

test("random worlds parse, and at least three quarters of them compose", () => {
  for (const { subgraphs } of WORLDS) for (const { sdl } of subgraphs) parse(sdl);
  const composed = WORLDS.filter(({ subgraphs }) => compose("apollo", subgraphs).ok);
  assert.ok(composed.length >= 45, `${composed.length} of 60`);
});

test("every kind of change is made, and changes something", () => {
  const made = new Set();
  const valid = worlds("test", 200).map(({ id, subgraphs }) => ({
    id,
    subgraphs: subgraphs.map((subgraph) => ({ ...subgraph, sdl: `${print(parse(subgraph.sdl))}\n` })),
  }));
  for (const { id, from, subgraphs } of broken(valid, "test", 1500)) {
    made.add(id.split(":")[1]);
    assert.notDeepEqual(subgraphs, valid.find((world) => world.id === from).subgraphs);
  }
  assert.deepEqual(
    MUTATION_NAMES.filter((name) => !made.has(name)),
    [],
  );
});

test("large worlds compose", () => {
  for (const { subgraphs } of sizes([1, 2, 3, 12])) assert.deepEqual(compose("apollo", subgraphs).errors, undefined);
});

test("directives get the name that the spelling gives them, and only imported ones", () => {
  const sdl =
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])\ntype T @key(fields: "id") @other { id: ID }';
  assert.match(renamed(sdl, "qualified"), /type T @federation__key\(fields: "id"\) @other/);
  assert.match(renamed(sdl, "prefixed"), /as: "fed"\)\ntype T @fed__key/);
  assert.match(renamed(sdl, "aliased"), /\{name: "@key", as: "@myKey"\}\]\)\ntype T @myKey/);
});

function rulesOf(text) {
  const directory = mkdtempSync(join(tmpdir(), "rules-"));
  try {
    writeFileSync(join(directory, "file.txt"), text);
    return rules(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

test("a rule gives one input per version and change", () => {
  const inputs = rulesOf("== one {2.0 2.3}\n-- a $v @key\ntype Query { x: Int }\n-- b\ntype T { y: Int }\n~ wrong :: x: Int => x: Nope\n");
  assert.deepEqual(
    inputs.map(({ id }) => id),
    ["file/one@2.0", "file/one/wrong@2.0", "file/one@2.3", "file/one/wrong@2.3"],
  );
  assert.deepEqual(
    inputs[3].subgraphs.map(({ sdl }) => sdl),
    [
      'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])\ntype Query { x: Nope }\n',
      "type T { y: Int }\n",
    ],
  );
});

test("a change that finds nothing to replace is an error", () => {
  assert.throws(() => rulesOf("== one\n-- a\ntype Query { x: Int }\n~ wrong :: absent => z\n"), /nothing to replace with absent => z/);
});

test("two inputs of one name are an error", () => {
  assert.throws(
    () => rulesOf("== one\n-- a\ntype Query { x: Int }\n== one\n-- a\ntype Query { y: Int }\n"),
    /two inputs are called file\/one/,
  );
});

test("the rules can be read, and have other spellings", () => {
  const inputs = rules();
  assert.ok(inputs.length > 2000, `${inputs.length}`);
  assert.ok(renamedRules(inputs).length > inputs.length);
});
