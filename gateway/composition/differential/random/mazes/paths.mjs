import { NAMES, joined, subgraph } from "./parts.mjs";

/** Keys, @requires, @provides and shared values in every combination: what can be reached from where. */
export function paths(dice) {
  const names = NAMES.slice(0, dice.between(2, 4));
  const types = ["T", "U"].slice(0, dice.between(1, 2));
  const keyed = new Map(types.map((type) => [type, dice.some(["k1", "k2", "k3"], dice.between(1, 3))]));
  const leaves = ["x", "y", "z"];
  const targets = new Map(types.map((type) => [type, dice.of(types)]));
  // Every leaf is resolved by someone, so that the others may count on it.
  const owners = new Map(types.flatMap((type) => leaves.map((leaf) => [`${type}.${leaf}`, dice.between(0, names.length - 1)])));
  return names.map((name, index) => {
    const parts = [];
    for (const type of types) {
      if (index > 0 && !leaves.some((leaf) => owners.get(`${type}.${leaf}`) === index) && dice.chance(0.3)) continue;
      const keys = dice.some(keyed.get(type), dice.between(0, 2));
      const compound = keys.length === 2 && dice.chance(0.3);
      const sets = compound ? [keys.join(" ")] : dice.chance(0.15) ? [...keys, "v { p }"] : keys;
      const directives = sets.map((set) => `@key(fields: "${set}"${dice.chance(0.2) ? ", resolvable: false" : ""})`);
      const fields = new Map(
        keys.map((key) => [key, `${key}: ID${dice.chance(0.08) ? " @external" : dice.chance(0.5) ? " @shareable" : ""}`]),
      );
      for (const key of keyed.get(type)) if (!fields.has(key) && dice.chance(0.2)) fields.set(key, `${key}: ID @shareable`);
      for (const leaf of leaves)
        if (owners.get(`${type}.${leaf}`) === index || dice.chance(0.15)) fields.set(leaf, `${leaf}: Int @shareable`);
      if (sets.includes("v { p }") || dice.chance(0.3)) fields.set("v", `v: V @shareable`);
      if (dice.chance(0.4)) fields.set("t", `t: ${targets.get(type)} @shareable`);
      const lacking = leaves.filter((leaf) => !fields.has(leaf));
      if (lacking.length > 0 && dice.chance(0.25)) {
        const provided = dice.of(lacking);
        fields.set(provided, `${provided}: Int @external`);
        fields.set(`p${index}`, `p${index}: ${type} @provides(fields: "${provided}")`);
      }
      if (dice.chance(0.35)) {
        const candidates = leaves.filter((leaf) => !fields.has(leaf) || fields.get(leaf).endsWith("@external"));
        const needed = dice.of([...candidates, ...candidates, ...(dice.chance(0.2) ? ["v { p }"] : [])]);
        const field = needed?.split(" ")[0];
        if (field !== undefined) {
          if (!fields.has(field)) fields.set(field, `${field}: ${field === "v" ? "V" : "Int"} @external`);
          fields.set(`r${index}`, `r${index}: Int @requires(fields: "${needed}")`);
        }
      }
      if (fields.size === 0) fields.set("own", `own${index}: Int`);
      parts.push(joined(`type ${type}`, ...directives, `{ ${[...fields.values()].join(" ")} }`));
    }
    const body = parts.join("\n");
    const value = /\bV\b/.test(body) ? `type V @shareable { ${dice.of(["p: Int q: Int", "p: Int q: Int", "p: Int"])} }` : "";
    const roots = types
      .filter((type) => body.includes(`type ${type}`) && dice.chance(index === 0 ? 1 : 0.3))
      .map((type) => `q${type}${index}: ${type}`);
    return subgraph(name, "2.3", joined(body, value, `type Query { ping${index}: Int ${roots.join(" ")} }`));
  });
}
