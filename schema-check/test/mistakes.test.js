// Mistakes that really happen, each made in a released platform, each with the verdict a developer must read.
import assert from "node:assert/strict";
import { test } from "node:test";
import { verdict } from "../src/verdict.js";
import { Platform } from "./platform.js";

const USERS = "users/schema/users.graphqls";
const MATCHES = "matches/schema/matches.graphqls";
const COMPLETED = "matches/events/match-completed.v1.schema.json";

const MISTAKES = [
  {
    name: "removed field that a client selects",
    change: [USERS, '  "A few words."\n  bio: String\n', ""],
    expect: [
      "BREAKING User.bio: Field 'bio' was removed from object type 'User'",
      'BREAKING client-operations/player-page.graphql:5:5: Cannot query field "bio" on type "User". Did you mean "id"?',
    ],
  },
  {
    name: "removed field that no recorded operation selects",
    change: [USERS, '  "Is the player there?"\n  presence: Presence!\n', ""],
    expect: ["BREAKING User.presence: Field 'presence' was removed from object type 'User'"],
  },
  {
    name: "field made nullable",
    change: [USERS, "username: String!", "username: String"],
    expect: ["BREAKING User.username: Field 'User.username' changed type from 'String!' to 'String'"],
  },
  {
    name: "field made non-null",
    change: [USERS, "bio: String\n", "bio: String!\n"],
    expect: [],
  },
  {
    name: "input field made non-null",
    change: [USERS, "displayName: String\n", "displayName: String!\n"],
    expect: ["BREAKING UpdateProfileInput.displayName: Input field 'UpdateProfileInput.displayName' changed type from 'String' to 'String!'"],
  },
  {
    name: "required argument added",
    change: [MATCHES, "    id: ID!\n  ): Match", '    id: ID!\n    "The season."\n    season: Int!\n  ): Match'],
    expect: [
      "BREAKING Query.match.season: Argument 'season: Int!' added to field 'Query.match'",
      'BREAKING client-operations/match.graphql:2:3: Field "match" argument "season" of type "Int!" is required, but it was not provided.',
    ],
  },
  {
    name: "optional argument added",
    change: [MATCHES, "    id: ID!\n  ): Match", '    id: ID!\n    "The season."\n    season: Int\n  ): Match'],
    expect: [
      "DANGEROUS Query.match.season: Argument 'season: Int' added to field 'Query.match'",
    ],
  },
  {
    name: "enum value removed",
    change: [USERS, '  "Plays a match."\n  IN_GAME\n', ""],
    expect: [
      "BREAKING Presence.IN_GAME: Enum value 'IN_GAME' was removed from enum 'Presence'",
    ],
  },
  {
    name: "enum value added",
    change: [USERS, "  OFFLINE\n", '  OFFLINE\n  "Wants no company."\n  BUSY\n'],
    expect: [
      "DANGEROUS Presence.BUSY: Enum value 'BUSY' was added to enum 'Presence'",
    ],
  },
  {
    name: "renamed type",
    change: [USERS, "UpdateProfilePayload", "ProfilePayload"],
    expect: [
      "BREAKING Mutation.updateProfile: Field 'Mutation.updateProfile' changed type from 'UpdateProfilePayload!' to 'ProfilePayload!'",
      "BREAKING UpdateProfilePayload: Type 'UpdateProfilePayload' was removed",
    ],
  },
  {
    name: "field moved to another subgraph without @override",
    change: [MATCHES, "  wins: Int\n", '  wins: Int\n  "A few words."\n  bio: String\n'],
    expect: [
      'ERROR INVALID_FIELD_SHARING: Non-shareable field "User.bio" is resolved from multiple subgraphs: it is resolved from subgraphs "matches" and "users" and defined as non-shareable in all of them',
    ],
  },
  {
    name: "field moved to another subgraph with @override",
    change: [MATCHES, "  wins: Int\n", '  wins: Int\n  "A few words."\n  bio: String @override(from: "users")\n'],
    expect: [],
  },
  {
    name: "@shareable missing",
    change: [MATCHES, "type Avatar @shareable {", "type Avatar {"],
    expect: [
      'ERROR INVALID_FIELD_SHARING: Non-shareable field "Avatar.url" is resolved from multiple subgraphs: it is resolved from subgraphs "matches" and "users" and defined as non-shareable in subgraph "matches"',
    ],
  },
  {
    name: "key removed",
    change: [USERS, 'type User @key(fields: "id") @key(fields: "username") {', "type User {"],
    expect: [
      'ERROR INVALID_FIELD_SHARING: Non-shareable field "User.id" is resolved from multiple subgraphs: it is resolved from subgraphs "matches" and "users" and defined as non-shareable in subgraph "users"',
    ],
  },
  {
    name: "one of two keys removed",
    change: [USERS, 'type User @key(fields: "id") @key(fields: "username") {', 'type User @key(fields: "id") {'],
    expect: [
      'DANGEROUS User @key(fields: "username"): was removed from users',
    ],
  },
  {
    name: "shared field of two types",
    change: [MATCHES, "  url: String!", "  url: Int!"],
    expect: [
      'ERROR FIELD_TYPE_MISMATCH: Type of field "Avatar.url" is incompatible across subgraphs: it has type "Int!" in subgraph "matches" but type "String!" in subgraph "users"',
    ],
  },
  {
    name: "field that needs a login now",
    change: [USERS, "  bio: String\n", "  bio: String @authenticated\n"],
    expect: [
      "BREAKING User.bio: requires @authenticated now; it was public",
    ],
  },
  {
    name: "new field that needs a login",
    change: [USERS, "  bio: String\n", '  bio: String\n  "The address."\n  email: String @authenticated\n'],
    expect: [],
  },
  {
    name: "field that everybody reads now",
    change: [USERS, "avatar: Avatar @authenticated", "avatar: Avatar"],
    expect: [
      "DANGEROUS User.avatar: is public now; it required @authenticated",
    ],
  },
  {
    name: "event field removed",
    change: [COMPLETED, '    "durationSeconds": { "type": "integer", "minimum": 0, "maximum": 3600 },\n', ""],
    expect: [
      'BREAKING matches/events/match-completed.v1.schema.json: durationSeconds: field was removed',
    ],
  },
  {
    name: "required event field added",
    change: [COMPLETED, '"required": ["userId", "score"],\n      "properties": {', '"required": ["userId", "score", "team"],\n      "properties": { "team": { "type": "integer" },'],
    expect: [
      'BREAKING matches/events/match-completed.v1.schema.json: players[].team: required field was added: events already in the topic lack it',
    ],
  },
  {
    name: "name against the conventions",
    change: [USERS, "  bio: String\n", "  bio: String\n  Real_Name: String\n"],
    expect: [
      'ERROR users/schema/users.graphqls:61 User.Real_Name: fields are named in camelCase',
      'ERROR users/schema/users.graphqls:61 User.Real_Name: has no description',
    ],
  },
  {
    name: "errors of a mutation that do not implement the shared interface",
    change: [USERS, '  "The changed profile."\n  user: User\n', '  "The changed profile."\n  user: User\n  "What was wrong."\n  errors: [String!]!\n'],
    expect: ["ERROR users/schema/users.graphqls:41 UpdateProfilePayload.errors: the errors of a payload have a type that implements UserError"],
  },
];

for (const { name, change, expect } of MISTAKES) {
  test(name, async (t) => {
    const platform = await Platform.released(t);
    platform.change(...change);
    const { report, bad } = await platform.findings();
    assert.deepEqual(bad, expect);
    assert.equal(report.passed, !expect.some((line) => /^(ERROR|BREAKING)/.test(line)));
    assert.match(verdict(report), report.passed ? /^PASSED/m : /^FAILED/m);
  });
}
