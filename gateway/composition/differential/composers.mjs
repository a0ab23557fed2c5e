// Child process of record.mjs: composes what it is sent with one of the two npm composers. It is a process of its own so that
// a composer that hangs or runs out of memory can be stopped.
import { pathToFileURL } from "node:url";
import { composeServices as composeWithApollo } from "@apollo/composition";
import { composeServices as composeWithHive } from "@theguild/federation-composition";
import { GraphQLError, parse } from "graphql";
import { apiSdlOf } from "./supergraph.mjs";

const codeOf = (error) => error.extensions?.code ?? (error instanceof GraphQLError ? "INVALID_GRAPHQL" : "CRASH");
const described = (error) => ({ code: codeOf(error), message: error.message ?? String(error) });

/** The composers take documents, so what does not parse never reaches them: it is refused here, as INVALID_GRAPHQL. */
function parseAll(subgraphs) {
  const services = [];
  const errors = [];
  for (const { name, url, sdl } of subgraphs) {
    try {
      services.push({ name, url: url ?? "", typeDefs: parse(sdl) });
    } catch (error) {
      errors.push({ code: "INVALID_GRAPHQL", message: `[${name}] ${error.message}` });
    }
  }
  return { services, errors };
}

function apollo(services) {
  const { errors, supergraphSdl, hints } = composeWithApollo(services);
  if (errors?.length) return { ok: false, errors: errors.map(described) };
  return { ok: true, supergraphSdl, apiSdl: apiSdlOf(supergraphSdl), hints: hints.map(({ definition }) => ({ code: definition.code })) };
}

function hive(services) {
  const { errors, supergraphSdl } = composeWithHive(services);
  if (errors?.length) return { ok: false, errors: errors.map(described) };
  return { ok: true, supergraphSdl };
}

/** A composer that throws gives the code it threw with, or CRASH. */
export function compose(composer, subgraphs) {
  const { services, errors } = parseAll(subgraphs);
  if (errors.length > 0) return { ok: false, errors };
  try {
    return composer === "apollo" ? apollo(services) : hive(services);
  } catch (error) {
    return { ok: false, errors: [...(error.causes ?? [error])].map(described) };
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.on("message", ({ composer, subgraphs }) => {
    const started = process.hrtime.bigint();
    const result = compose(composer, subgraphs);
    process.send({ ...result, millis: Math.round(Number(process.hrtime.bigint() - started) / 1e6) });
  });
  process.send("ready");
}
