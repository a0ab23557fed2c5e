// Reads supergraph.yaml: the subgraphs of the platform, in the format of `rover supergraph compose`.
import { readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { GraphQLError, Source, parse } from "graphql";
import { parse as parseYaml } from "yaml";

/** An invalid configuration or argument: printed without a stack trace, exit status 2. */
export class ConfigError extends Error {}

/**
 * @param {string} file path of supergraph.yaml; schema files are relative to its folder
 * @returns {{ federationVersion: string, subgraphs: { name: string, url: string, file: string, typeDefs: import("graphql").DocumentNode }[] }}
 *   subgraphs in the order of their names
 * @throws {ConfigError} a file is missing, a key is unknown or missing, a schema does not parse
 */
export function readSupergraphConfig(file) {
  const config = parseYaml(readText(file)) ?? {};
  const known = ["federation_version", "subgraphs"];
  for (const key of Object.keys(config)) {
    if (!known.includes(key)) throw new ConfigError(`${file}: unknown key "${key}" (known: ${known.join(", ")})`);
  }
  const version = /^=?(2(\.\d+){0,2})$/.exec(String(config.federation_version ?? ""))?.[1];
  if (!version) throw new ConfigError(`${file}: federation_version must be 2, or an exact version such as =2.9.0`);
  const subgraphs = Object.entries(config.subgraphs ?? {});
  if (subgraphs.length === 0) throw new ConfigError(`${file}: no subgraphs`);
  const read = subgraphs.map(([name, entry]) => readSubgraph(file, name, entry));
  for (const subgraph of read) requireVersion(subgraph, version);
  return { federationVersion: version, subgraphs: read.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

/** The composer supports every federation version; this rule limits subgraphs to one, as rover does. */
function requireVersion({ file, typeDefs }, federationVersion) {
  const linked = /specs\.apollo\.dev\/federation\/v(\d+)\.(\d+)/.exec(typeDefs.loc.source.body);
  const [major, minor] = federationVersion.split(".").map(Number);
  if (!linked || minor === undefined || Number(linked[1]) < major || Number(linked[2]) <= minor) return;
  throw new ConfigError(`${file}: links federation v${linked[1]}.${linked[2]}, newer than federation_version ${major}.${minor}`);
}

function readSubgraph(configFile, name, entry) {
  const schemaFile = entry?.schema?.file;
  if (!entry?.routing_url) throw new ConfigError(`${configFile}: subgraph "${name}" has no routing_url`);
  if (!schemaFile) throw new ConfigError(`${configFile}: subgraph "${name}" has no schema.file`);
  requireAddress(configFile, name, entry.routing_url);
  const path = resolve(dirname(configFile), schemaFile);
  const shown = relative(resolve(dirname(configFile)), path);
  try {
    return { name, url: entry.routing_url, file: shown, typeDefs: parse(new Source(readText(path), shown)) };
  } catch (error) {
    if (error instanceof GraphQLError) throw new ConfigError(`${locate(error, shown)}: ${error.message}`);
    throw error;
  }
}

/** The gateway's default URL of the subgraph: an absolute http or https URL without credentials. */
function requireAddress(configFile, name, address) {
  const wrong = `${configFile}: subgraph "${name}" has the routing_url ${JSON.stringify(address)}, which`;
  const url = typeof address === "string" && address === address.trim() && URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:\/\/[^/?#]/i.test(address)) throw new ConfigError(`${wrong} is not an absolute http or https URL, such as http://localhost:4001/graphql`);
  if (url.username || url.password) throw new ConfigError(`${wrong} has a user name or password in it`);
  if (url.hash) throw new ConfigError(`${wrong} has a fragment (${url.hash}), which is never sent`);
}

/** "file:line:column" of a GraphQL error, or the file alone. */
export function locate(error, file) {
  const [location] = error.locations ?? [];
  return location ? `${file}:${location.line}:${location.column}` : file;
}

function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new ConfigError(`${path}: cannot be read (${error.code})`);
  }
}
