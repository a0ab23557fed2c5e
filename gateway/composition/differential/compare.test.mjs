import assert from "node:assert/strict";
import { test } from "node:test";
import { failures } from "./check.mjs";
import { compareAll, differencesOf, grouped } from "./compare.mjs";
import { compose } from "./composers.mjs";
import { differences, normalForm } from "./supergraph.mjs";

const SUBGRAPHS = [
  {
    name: "a",
    url: "http://a.test",
    sdl: 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"]) type Query { t: T } type T @key(fields: "id") { id: ID! x: Int @shareable }',
  },
  {
    name: "b",
    url: "http://b.test",
    sdl: 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"]) type T @key(fields: "id") { id: ID! x: Int @shareable y: String }',
  },
];
const COMPOSED = compose("apollo", SUBGRAPHS);
const refused = (...codes) => ({ ok: false, errors: codes.map((code) => ({ code, message: code.toLowerCase() })) });
const recording = (id, apollo, hive = apollo) => ({ id, subgraphs: [], apollo, hive });
const kinds = (found) => found.map(({ kind }) => kind);

test("the same supergraph shows no difference", () => {
  assert.deepEqual(differencesOf({ apollo: COMPOSED, hive: COMPOSED }, COMPOSED), []);
});

test("the order of definitions, fields and applications does not matter", () => {
  const reordered = COMPOSED.supergraphSdl
    .replace(
      '  @join__type(graph: A, key: "id")\n  @join__type(graph: B, key: "id")',
      '  @join__type(key: "id", graph: B)\n  @join__type(graph: A, key: "id")',
    )
    .replace("  id: ID!\n  x: Int\n", "  x: Int\n  id: ID!\n");
  assert.notEqual(reordered, COMPOSED.supergraphSdl);
  assert.deepEqual(kinds(differencesOf({ apollo: COMPOSED, hive: COMPOSED }, { ok: true, supergraphSdl: reordered })), ["bytes"]);
});

test("a join__field that says what its absence says differs in the text only", () => {
  const spelled = COMPOSED.supergraphSdl.replace("  x: Int\n", "  x: Int @join__field(graph: A) @join__field(graph: B)\n");
  assert.deepEqual(kinds(differencesOf({ apollo: COMPOSED, hive: COMPOSED }, { ok: true, supergraphSdl: spelled })), ["bytes", "text"]);
});

test("a join__field that limits a field to one subgraph differs in meaning", () => {
  const limited = COMPOSED.supergraphSdl.replace("  x: Int\n", "  x: Int @join__field(graph: A)\n");
  assert.deepEqual(kinds(differencesOf({ apollo: COMPOSED, hive: COMPOSED }, { ok: true, supergraphSdl: limited })), [
    "bytes",
    "meaning",
    "text",
  ]);
});

test("a field that clients see otherwise differs in the API schema", () => {
  const other = COMPOSED.supergraphSdl.replace("  x: Int\n", "  x: Int!\n");
  assert.ok(kinds(differencesOf({ apollo: COMPOSED, hive: COMPOSED }, { ok: true, supergraphSdl: other })).includes("api"));
});

test("a supergraph that is not GraphQL differs in every way", () => {
  assert.deepEqual(kinds(differencesOf({ apollo: COMPOSED, hive: COMPOSED }, { ok: true, supergraphSdl: "type {" })), [
    "bytes",
    "api",
    "meaning",
    "text",
  ]);
});

test("differing definitions are shown with the lines that one has and the other lacks", () => {
  const [difference] = differences(normalForm("type T { a: Int b: Int }"), normalForm("type T { a: Int b: String }"));
  assert.deepEqual(difference, { name: "T", expected: ["  b: Int"], actual: ["  b: String"] });
});

test("spelled-out defaults, spaces in field sets and names of graphs say nothing", () => {
  const graph = (name) => `enum join__Graph { ${name} @join__graph(name: "a", url: "") }`;
  const one = normalForm(`${graph("A")} type T @join__type(graph: A, key: "id  o { x y }") { id: ID }`);
  const other = normalForm(
    `${graph("A_1")} type T @join__type(graph: A_1, key: "o {y x} id", resolvable: true, extension: false) { id: ID }`,
  );
  assert.deepEqual(differences(one, other), []);
});

test("figures count verdicts, codes and crashes, and leave out what the reference could not judge", () => {
  const recordings = [
    recording("same", refused("A", "B")),
    recording("other code", refused("A")),
    recording("accepted", COMPOSED),
    recording("hung", refused("TIMEOUT")),
    recording("disputed", refused("A"), COMPOSED),
  ];
  const answers = [
    { id: "same", ...refused("B", "A", "A") },
    { id: "other code", ...refused("C") },
    { id: "accepted", ...refused("D") },
    { id: "hung", ...COMPOSED },
    { id: "disputed", ...refused("CRASH") },
  ];
  const { figures, found } = compareAll(recordings, answers);
  assert.deepEqual([figures.verdict.same, figures.verdict.of], [3, 4]);
  assert.deepEqual([figures.agreed.same, figures.agreed.of], [2, 3]);
  assert.deepEqual([figures.codes.same, figures.codes.of], [1, 3]);
  assert.deepEqual([figures.crash.same, figures.crash.of], [4, 5]);
  assert.deepEqual(grouped(found.codes), [
    ["A → C", ["other code"]],
    ["A → CRASH", ["disputed"]],
  ]);
});

test("an input without an answer counts as a crash", () => {
  assert.equal(compareAll([recording("a", refused("A"))], []).found.crash.length, 1);
});

test("a figure below its threshold fails, one that reaches it does not", () => {
  assert.deepEqual(failures({ verdict: { percent: 98.9 }, codes: { percent: 90 } }, { verdict: 99, codes: 90 }), ["verdict"]);
});
