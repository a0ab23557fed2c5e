// The keys with which a gateway enters a subgraph. Clients do not see them, but gateways with the released supergraph use them.

/**
 * @param {import("graphql").DocumentNode} supergraph
 * @returns {Record<string, string>} `Type @key(fields: "id")` and the like, only resolvable ones → the subgraphs that have it; sorted
 */
export function entityKeys(supergraph) {
  const subgraphs = subgraphNames(supergraph);
  const keys = {};
  for (const definition of supergraph.definitions) {
    for (const joinType of (definition.directives ?? []).filter(({ name }) => name.value === "join__type")) {
      const { graph, key, resolvable } = argumentsOf(joinType);
      if (key === undefined || resolvable === false) continue;
      const name = `${definition.name.value} @key(fields: "${key}")`;
      keys[name] = [...(keys[name]?.split(", ") ?? []), subgraphs[graph]].sort().join(", ");
    }
  }
  return Object.fromEntries(Object.entries(keys).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** @returns {{ level: "DANGEROUS", where: string, message: string, hint: string }[]} */
export function keyChanges(released, next) {
  return Object.entries(released).flatMap(([where, before]) => {
    const gone = before.split(", ").filter((subgraph) => !next[where]?.split(", ").includes(subgraph));
    return gone.map((subgraph) => ({
      level: "DANGEROUS",
      where,
      message: `was removed from ${subgraph}`,
      hint: "gateways with the released supergraph still use it: deploy the new supergraph before the subgraph",
    }));
  });
}

function subgraphNames(supergraph) {
  const graphs = supergraph.definitions.find(({ name }) => name?.value === "join__Graph")?.values ?? [];
  return Object.fromEntries(graphs.map((graph) => [graph.name.value, argumentsOf(graph.directives[0]).name]));
}

const argumentsOf = (directive) => Object.fromEntries(directive.arguments.map(({ name, value }) => [name.value, value.value]));
