import assert from "node:assert/strict";
import { test } from "node:test";
import { shrink } from "./shrink.mjs";

const subgraph = (name, sdl) => ({ name, url: "", sdl });

test("everything goes that the difference does not need", async () => {
  const subgraphs = [
    subgraph("a", 'type Query { "about x" x(a: Int, b: Int): Int @deprecated(reason: "r") y: Int } type T { z: Int }'),
    subgraph("b", "type U { v: Int }"),
  ];
  const small = await shrink(subgraphs, async (candidate) => candidate.some(({ sdl }) => /x\(.*b: Int/s.test(sdl)));
  assert.deepEqual(
    small.map(({ name }) => name),
    ["a"],
  );
  assert.equal(small[0].sdl.replace(/\s+/g, " ").trim(), "type Query { x(b: Int): Int }");
});

test("what does not parse is left as it is", async () => {
  const subgraphs = [subgraph("a", "type {")];
  assert.deepEqual(await shrink(subgraphs, async () => true), subgraphs);
});

test("it stops after the given number of attempts", async () => {
  let attempts = 0;
  await shrink([subgraph("a", "type Query { a: Int b: Int c: Int d: Int e: Int f: Int }")], async () => ++attempts < 0, 5);
  assert.equal(attempts, 5);
});
