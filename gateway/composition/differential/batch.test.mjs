import assert from "node:assert/strict";
import { test } from "node:test";
import { Batch } from "./batch.mjs";

const composer = (body) => [
  "node",
  "-e",
  `require("readline").createInterface({ input: process.stdin }).on("line", (line) => { const { id, subgraphs } = JSON.parse(line); ${body} })`,
];
const answer = "console.log(JSON.stringify({ id, ok: true, supergraphSdl: subgraphs[0].sdl }));";

test("each input gets its own answer", async () => {
  const batch = new Batch(composer(answer));
  const answers = await Promise.all(["one", "two"].map((sdl) => batch.compose([{ name: "a", url: "", sdl }])));
  assert.deepEqual(
    answers.map(({ supergraphSdl }) => supergraphSdl),
    ["one", "two"],
  );
  batch.close();
});

test("a composer that dies of an input is started again for the next", async () => {
  const batch = new Batch(composer(`if (subgraphs[0].sdl === "deadly") process.exit(3); ${answer}`));
  assert.equal((await batch.compose([{ name: "a", url: "", sdl: "deadly" }])).errors[0].code, "CRASH");
  assert.equal((await batch.compose([{ name: "a", url: "", sdl: "fine" }])).ok, true);
  batch.close();
});
