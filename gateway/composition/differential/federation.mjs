// The federation specification as far as inputs need it: which directives a version has, and the ways to name them.
const SINCE = {
  "2.0": ["key", "requires", "provides", "external", "tag", "extends", "shareable", "inaccessible", "override"],
  2.1: ["composeDirective"],
  2.3: ["interfaceObject"],
  2.5: ["authenticated", "requiresScopes"],
  2.6: ["policy"],
  2.8: ["context", "fromContext"],
  2.9: ["cost", "listSize"],
  2.12: ["cacheTag"],
};

const minor = (version) => Number(version.split(".")[1]);

export const directivesOf = (version) => Object.entries(SINCE).flatMap(([since, names]) => (minor(since) <= minor(version) ? names : []));

const specification = (version) => `https://specs.apollo.dev/federation/v${version}`;

/** `*` imports every directive of the version, `-` none. */
export function linkHeader(version, imports) {
  const names = imports.flatMap((name) =>
    name === "*" ? directivesOf(version).map((directive) => `@${directive}`) : name === "-" ? [] : [name],
  );
  const list = names.length === 0 ? "" : `, import: [${names.map((name) => `"${name}"`).join(", ")}]`;
  return `extend schema @link(url: "${specification(version)}"${list})\n`;
}

export const SPELLINGS = ["qualified", "prefixed", "aliased"];

const HEADER = /^extend schema @link\(url: "(https:\/\/specs\.apollo\.dev\/federation\/v[\d.]+)", import: \[([^\]{}]*)\]\)\n/;

/** The subgraph with the imported directives under other names; without a plain header it stays as it is. */
export function renamed(sdl, spelling) {
  const [header, url, list] = sdl.match(HEADER) ?? [];
  if (header === undefined) return sdl;
  const names = list.match(/@\w+/g) ?? [];
  const nameOf = {
    qualified: (name) => `@federation__${name.slice(1)}`,
    prefixed: (name) => `@fed__${name.slice(1)}`,
    aliased: (name) => `@my${name[1].toUpperCase()}${name.slice(2)}`,
  }[spelling];
  const head = {
    qualified: () => `extend schema @link(url: "${url}")\n`,
    prefixed: () => `extend schema @link(url: "${url}", as: "fed")\n`,
    aliased: () =>
      `extend schema @link(url: "${url}", import: [${names.map((name) => `{name: "${name}", as: "${nameOf(name)}"}`).join(", ")}])\n`,
  }[spelling]();
  return head + sdl.slice(header.length).replace(/@\w+/g, (name) => (names.includes(name) ? nameOf(name) : name));
}
