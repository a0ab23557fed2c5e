import { NAMES } from "./parts.mjs";

/** Links to federation and other specifications, with aliases, versions and directives that are composed. */
export function links(dice) {
  const names = NAMES.slice(0, dice.between(1, 3));
  const ownSpec = { url: "https://example.test/own", major: dice.of(["v1", "v0"]) };
  const definition = (name, minor) =>
    `directive @${name}(x: Int${minor > 0 ? ", y: String" : ""}) ${repeatable ? "repeatable " : ""}on ${locations}`;
  const repeatable = dice.chance(0.5);
  const locations = dice.of(["FIELD_DEFINITION | OBJECT", "FIELD_DEFINITION | OBJECT | ENUM | INPUT_FIELD_DEFINITION", "FIELD_DEFINITION"]);
  const tagAlias = dice.of([undefined, undefined, "@label"]);
  return names.map((name, index) => {
    const version = dice.of(["2.1", "2.3", "2.3", "2.5", "2.9", "2.12"]);
    const as = dice.chance(0.15) ? `, as: "${dice.of(["fed", "federation", "f__d", "own"])}"` : "";
    const tag = dice.chance(0.9) ? tagAlias : "@other";
    const imports = [
      '"@key"',
      '"@shareable"',
      '"@composeDirective"',
      ...(tag === undefined ? ['"@tag"'] : [`{name: "@tag", as: "${tag}"}`]),
      ...(dice.chance(0.04)
        ? [dice.of(['"@nope"', '"tag"', "3", '{as: "@x"}', '"FieldSet"', '{name: "@inaccessible", as: "hidden"}', '"@key"'])]
        : []),
    ];
    const minor = dice.between(0, 2);
    const ownName = dice.chance(0.85) ? "own" : "mine";
    const imported = dice.chance(0.85);
    const used = imported ? ownName : dice.of(["own", "own__own"]);
    const ownImport = imported ? `, import: [${ownName === "own" ? '"@own"' : '{name: "@own", as: "@mine"}'}]` : "";
    const hasOwn = dice.chance(0.8);
    const major = dice.chance(0.93) ? ownSpec.major : "v2";
    const lines = [
      `extend schema @link(url: "https://specs.apollo.dev/federation/v${version}"${as}, import: [${imports.join(", ")}])`,
      hasOwn
        ? `extend schema @link(url: "${dice.chance(0.96) ? ownSpec.url : "https://other.test/own"}/${major}.${minor}"${ownImport})`
        : "",
      hasOwn && dice.chance(0.75)
        ? `@composeDirective(name: "@${dice.chance(0.95) ? used : dice.of(["nope", "tag", "key", "link"])}")`
        : "",
    ];
    const apply = () => (hasOwn && dice.chance(0.6) ? `@${used}(x: ${dice.between(1, 2)})` : "");
    const label = () => (dice.chance(0.4) ? `${tag ?? "@tag"}(name: "t")` : "");
    const other = dice.chance(0.2)
      ? `extend schema @link(url: "https://specs.apollo.dev/${dice.of(["tag/v0.3", "inaccessible/v0.2", "authenticated/v0.1", "cost/v0.1", "policy/v0.1", "connect/v0.1", "tag/v9.9", "link/v1.0"])}"${dice.chance(0.3) ? ", for: SECURITY" : ""})`
      : "";
    const body = [
      lines.join("\n"),
      other,
      hasOwn && dice.chance(0.95) ? definition(used, minor) : "",
      `type Query { ping${index}: Int ${apply()} shared: Int @shareable ${apply()} ${label()} }`,
      `type T @key(fields: "id") ${apply()} ${label()} { id: ID! ${index === 0 ? "x: Int" : `x${index}: Int`} ${apply()} }`,
    ];
    return { name, url: `http://${name}.test/graphql`, sdl: `${body.filter((part) => part !== "").join("\n")}\n` };
  });
}
