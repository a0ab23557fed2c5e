import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { lexicographicSortSchema, parse, printSchema } from "graphql";
import { compose } from "../src/composition.js";
import { readSupergraph } from "../src/supergraph.js";
import { ConfigError, readSupergraphConfig } from "../src/supergraph-config.js";
import { Platform } from "./platform.js";

test("the order of the subgraphs does not affect the supergraph", async (t) => {
  const platform = await Platform.released(t);
  const { subgraphs } = readSupergraphConfig(platform.config);
  assert.equal(compose(subgraphs).supergraph.sdl, compose([...subgraphs].reverse()).supergraph.sdl);
});

test("the supergraph contains the subgraphs' URLs, and the consumer schema nothing of federation", async (t) => {
  const platform = await Platform.released(t);
  const { sdl, consumerSchema } = compose(readSupergraphConfig(platform.config).subgraphs).supergraph;
  assert.match(sdl, /USERS @join__graph\(name: "users", url: "http:\/\/localhost:8082\/graphql"\)/);
  assert.match(sdl, /type User @join__type\(graph: MATCHES, key: "id"\) @join__type\(graph: USERS, key: "id"\) @join__type\(graph: USERS, key: "username"\)/);
  assert.doesNotMatch(printSchema(consumerSchema), /join__|link__|_entities|@authenticated/);
  assert.equal(consumerSchema.getType("User").getFields().wins.type.toString(), "Int");
});

test("the platform's subgraphs share one interface of errors, whose codes are those of both", () => {
  const { subgraphs } = readSupergraphConfig(fileURLToPath(new URL("../../supergraph.yaml", import.meta.url)));
  const { consumerSchema } = compose(subgraphs).supergraph;
  const codes = subgraphs.flatMap(({ typeDefs }) =>
    typeDefs.definitions.find(({ name }) => name?.value === "UserErrorCode").values.map(({ name }) => name.value),
  );
  const composed = consumerSchema.getType("UserErrorCode").getValues().map(({ name }) => name);
  assert.deepEqual(composed.sort(), [...new Set(codes)].sort());
  const implementations = consumerSchema.getPossibleTypes(consumerSchema.getType("UserError"));
  assert.deepEqual(implementations.map(({ name }) => name).sort(), ["MatchMutationError", "UserMutationError"]);
});

test("subgraphs describe what they share in the same words", () => {
  const { subgraphs } = readSupergraphConfig(fileURLToPath(new URL("../../supergraph.yaml", import.meta.url)));
  const described = subgraphs.map(({ typeDefs }) => new Map(typeDefs.definitions.flatMap(errorDescriptions)));
  for (const [where, description] of described[0]) {
    assert.equal(described[1].get(where) ?? description, description, where);
  }
  assert.ok(described[0].has("UserError.code"));
});

/** The descriptions of the shared errors, by coordinate: composition keeps only one of each. */
function errorDescriptions({ name, description, fields = [], values = [] }) {
  if (!["UserError", "UserErrorCode"].includes(name?.value)) return [];
  const members = [...fields, ...values].map((member) => [`${name.value}.${member.name.value}`, member.description?.value]);
  return [[name.value, description?.value], ...members];
}

test("a type without its key is unsatisfiable from another subgraph", async (t) => {
  const platform = await Platform.released(t);
  platform.change("users/schema/users.graphqls", 'type User @key(fields: "id") @key(fields: "username") {', "type User {");
  platform.change("users/schema/users.graphqls", "  id: ID!\n  \"The unique name.\"", "  id: ID! @shareable\n  \"The unique name.\"");
  const { bad } = await platform.findings();
  assert.ok(bad.length > 0);
  for (const line of bad) assert.match(line, /^ERROR SATISFIABILITY_ERROR/);
});

const CONFIG_MISTAKES = [
  ["a missing schema file", "users.graphqls", "nobody.graphqls", /nobody\.graphqls: cannot be read \(ENOENT\)/],
  ["a subgraph without an address", "    routing_url: http://localhost:8082/graphql\n", "", /subgraph "users" has no routing_url/],
  ...["localhost:8082/graphql", "/graphql", "ftp://localhost/graphql", "http://", "http:///graphql", "http:localhost/graphql", "http://local host/graphql", "http://localhost:99999/graphql", "8082", "[http://localhost]", "true"].map(
    (address) => [`the address ${address}`, "http://localhost:8082/graphql", address, /supergraph\.yaml: subgraph "users" has the routing_url .*, which is not an absolute http or https URL/],
  ),
  ["an address with a password", "http://localhost:8082", "http://me:secret@localhost:8082", /subgraph "users" .* has a user name or password in it/],
  ["an address with a fragment", "http://localhost:8082/graphql", "http://localhost:8082/#graphql", /subgraph "users" .* has a fragment/],
  ["an unknown key", "federation_version: =2.9.0", "federation_version: =2.9.0\nsubgraph: {}", /unknown key "subgraph" \(known: federation_version, subgraphs\)/],
  ["a federation version that is none", "=2.9.0", "latest", /federation_version must be 2, or an exact version/],
  ["a federation version older than a subgraph asks for", "=2.9.0", "=2.3.0", /users\.graphqls: links federation v2\.9, newer than federation_version 2\.3/],
];
for (const [name, from, to, message] of CONFIG_MISTAKES) {
  test(`${name} in supergraph.yaml is reported`, async (t) => {
    const platform = await Platform.released(t);
    platform.change("supergraph.yaml", from, to);
    assert.throws(() => readSupergraphConfig(platform.config), (error) => error instanceof ConfigError && message.test(error.message));
  });
}

test("a schema that does not parse is reported with its line", async (t) => {
  const platform = await Platform.released(t);
  platform.change("users/schema/users.graphqls", "  bio: String\n", "  bio String\n");
  assert.throws(() => readSupergraphConfig(platform.config), /users\/schema\/users\.graphqls:60:7: Syntax Error/);
});

const SUITES = fileURLToPath(new URL("../../gateway/conformance/suites", import.meta.url));
for (const suite of readdirSync(SUITES)) {
  test(`clients see the same schema as with Apollo's composer: ${suite}`, () => {
    const folder = join(SUITES, suite, "subgraphs");
    const subgraphs = readdirSync(folder).map((file) => {
      const name = file.replace(".graphql", "");
      return { name, url: `http://localhost/${name}`, typeDefs: parse(readFileSync(join(folder, file), "utf8")) };
    });
    const byApollo = readSupergraph(readFileSync(join(SUITES, suite, "supergraph.graphql"), "utf8"));
    assert.equal(sorted(compose(subgraphs).supergraph), sorted(byApollo));
  });
}

const sorted = ({ consumerSchema }) => printSchema(lexicographicSortSchema(consumerSchema));
