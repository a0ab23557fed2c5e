// Large worlds that compose: for time and memory.

const link = '@link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@tag"])';

/** Subgraph `index` owns one entity, extends that of the one before it and refers to two more. */
function subgraph(index, count) {
  const name = `service-${index}`;
  const [before, far, farther] = [(index + count - 1) % count, (index * 7 + 3) % count, (index * 13 + 5) % count];
  const stubs = [...new Set([far, farther])].filter((other) => other !== index && other !== before);
  const own = Array.from(
    { length: 12 },
    (_, field) => `  field${field}: ${["String", "Int", "Float", "Boolean!"][field % 4]}${field === 3 ? ' @tag(name: "internal")' : ""}`,
  ).join("\n");
  const references = [...stubs, ...(before === index ? [] : [before])]
    .map((other) => `  to${other}: Entity${other}\n  listOf${other}(first: Int = 10, after: String): [Entity${other}!]!`)
    .join("\n");
  const extended =
    before === index
      ? ""
      : `type Entity${before} @key(fields: "id") {\n  id: ID!\n  extra${index}: String\n  state: State${before} @external\n  judged${index}: Int @requires(fields: "state")\n}\nenum State${before} { NEW USED GONE }\n`;
  return {
    name,
    url: `http://${name}.test/graphql`,
    sdl: `extend schema ${link}

type Query {
  entity${index}(id: ID!): Entity${index}
  entities${index}(filter: Filter${index}): [Entity${index}!]!
}

type Mutation {
  change${index}(input: Filter${index}!): Entity${index}
}

input Filter${index} { text: String limit: Int = 20 state: State${index} }
enum State${index} { NEW USED GONE }

"What service ${index} keeps."
type Entity${index} implements Node @key(fields: "id") {
  id: ID!
  state: State${index}
  money: Money
${own}
${references}
}

interface Node { id: ID! }
type Money @shareable { amount: Int! currency: String! }
type Page @shareable { hasNext: Boolean! cursor: String }
${stubs.map((other) => `type Entity${other} @key(fields: "id", resolvable: false) { id: ID! }\n`).join("")}${extended}`,
  };
}

export const sizes = (counts = [2, 10, 50, 100, 191]) =>
  counts.map((count) => ({ id: `size-${count}`, subgraphs: Array.from({ length: count }, (_, index) => subgraph(index, count)) }));
