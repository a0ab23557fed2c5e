import assert from "node:assert/strict";
import { test } from "node:test";
import { compareCases } from "./ratchet.mjs";

test("a case that passed and fails, or needs more requests, is a regression", () => {
  assert.deepEqual(compareCases({ node: [1, 2, null] }, { node: [null, 3, null] }, { node: ["by id", "by type", "twice"] }), {
    regressions: ["node 0 (by id): passed before, fails now", "node 1 (by type): 3 subgraph requests, 2 before"],
    gains: [],
  });
});

test("a case that passes for the first time, or with fewer requests, is a gain", () => {
  assert.deepEqual(compareCases({ node: [null, 3] }, { node: [1, 2], typename: [1] }), {
    regressions: [],
    gains: ["node 0: passes now", "node 1: 2 subgraph requests, 3 before", "typename 0: passes now"],
  });
});

test("a suite that was not run is not judged", () => {
  assert.deepEqual(compareCases({ node: [1], typename: [1] }, { node: [1] }), { regressions: [], gains: [] });
});
