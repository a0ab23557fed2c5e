import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "graphql";
import { nullabilityProblems } from "../src/nullability.js";
import { Platform } from "./platform.js";

const problems = (subgraphs) =>
  nullabilityProblems(
    Object.entries(subgraphs).map(([name, sdl]) => ({ name, file: `${name}.graphqls`, typeDefs: parse(sdl) })),
  ).map(({ where, message }) => `${where} ${message}`);

const USERS = 'type User @key(fields: "id") @key(fields: "username") { id: ID! username: String! bio: String! }';

test("a non-null field of another subgraph's entity is reported with its line", () => {
  assert.deepEqual(problems({ users: USERS, matches: 'type User @key(fields: "id") {\n  id: ID!\n  wins: Int!\n  rating: Int\n}' }), [
    "matches.graphqls:3 User.wins is non-null, but User is an entity of users: when matches is down, the whole User is null",
  ]);
});

test("non-null lists are reported, and nullable lists of non-null items are not", () => {
  const found = problems({ users: USERS, matches: 'type User @key(fields: "id") { id: ID! a: [Int!]! b: [Int!] }' });
  assert.equal(found.length, 1);
  assert.match(found[0], /User\.a /);
});

test("keys, external fields and fields of the owner are not reported", () => {
  const matches =
    'type User @key(fields: "id team { id }") { id: ID! team: Team! username: String! @external bio: String! @shareable wins: Int @requires(fields: "username") } type Team { id: ID! }';
  assert.deepEqual(problems({ users: USERS, matches }), []);
});

test("a subgraph that extends an entity does not own it, whatever it adds", () => {
  for (const extending of ['extend type User @key(fields: "id")', 'type User @extends @key(fields: "id")', 'type User @federation__extends @federation__key(fields: "id")']) {
    const found = problems({ a: `${extending} { id: ID! x: Int! y: Int! z: Int! }`, b: 'type User @key(fields: "id") { id: ID! name: String! }' });
    assert.deepEqual(found.map((line) => line.split(" ")[1]), ["User.x", "User.y", "User.z"]);
  }
});

test("an interface object does not own the interface", () => {
  const found = problems({
    a: 'interface Media @key(fields: "id") { id: ID! }',
    b: 'type Media @key(fields: "id") @interfaceObject { id: ID! reviews: [Int]! }',
  });
  assert.equal(found.length, 1);
  assert.match(found[0], /^b\.graphqls:1 Media\.reviews .* entity of a:/);
});

test("without a single owner, non-null fields of every subgraph are reported", () => {
  const found = problems({ a: 'type T @key(fields: "id") { id: ID! x: Int! }', b: 'type T @key(fields: "id") { id: ID! y: Int! }' });
  assert.deepEqual(found.map((line) => line.split(" ")[1]), ["T.x", "T.y"]);
});

test("entities of one subgraph and types without keys may have non-null fields", () => {
  assert.deepEqual(problems({ a: `${USERS} type Avatar @shareable { url: String! size: Int! }`, b: "type Avatar @shareable { url: String! }" }), []);
});

test("a finding fails the check", async (t) => {
  const platform = await Platform.released(t);
  platform.change("matches/schema/matches.graphqls", "  wins: Int\n", '  wins: Int\n  "Matches lost."\n  losses: Int!\n');
  const { report, bad } = await platform.findings();
  assert.deepEqual(bad, [
    "ERROR matches/schema/matches.graphqls:17 User.losses: is non-null, but User is an entity of users: when matches is down, the whole User is null",
  ]);
  assert.equal(report.passed, false);
});
