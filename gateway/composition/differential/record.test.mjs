import assert from "node:assert/strict";
import { test } from "node:test";
import { record, recordNew } from "./record.mjs";
import { sizes } from "./random/sizes.mjs";

const input = (id, sdl) => ({ id, subgraphs: [{ name: "a", url: "http://a.test", sdl }] });

test("both composers are asked, in the order of the inputs", async () => {
  const [good, bad] = await record([input("good", "type Query { a: Int }"), input("bad", "type Query { a: Nope }")]);
  assert.deepEqual([good.id, good.apollo.ok, good.hive.ok], ["good", true, true]);
  assert.match(good.apollo.apiSdl, /type Query/);
  assert.deepEqual([bad.id, bad.apollo.errors[0].code, bad.hive.errors[0].code], ["bad", "INVALID_GRAPHQL", "INVALID_GRAPHQL"]);
});

test("what does not parse is refused as INVALID_GRAPHQL", async () => {
  const [recorded] = await record([input("broken", "type {")]);
  assert.deepEqual([recorded.apollo.errors[0].code, recorded.hive.errors[0].code], ["INVALID_GRAPHQL", "INVALID_GRAPHQL"]);
});

test("a composer that takes too long is stopped, and the next input is composed all the same", async () => {
  const [slow, next] = await record([...sizes([191]), input("next", "type Query { a: Int }")], { timeoutMillis: 1000, workers: 1 });
  assert.equal(slow.apollo.errors[0].code, "TIMEOUT");
  assert.equal(next.apollo.ok, true);
});

test("inputs that are recorded already are not composed again", async () => {
  const known = [{ ...input("old", "type Query { a: Int }"), apollo: { ok: true, marked: true }, hive: { ok: true } }];
  const [again, fresh] = await recordNew([input("renamed", "type Query { a: Int }"), input("fresh", "type Query { b: Int }")], known, {});
  assert.deepEqual([again.id, again.apollo.marked, fresh.apollo.marked], ["renamed", true, undefined]);
});
