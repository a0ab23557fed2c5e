// Command line: node src/main.js compose|check [options]; `./transcend compose` and `./transcend check` call it.
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { check, layout } from "./check.js";
import { compose } from "./composition.js";
import { ConfigError, readSupergraphConfig } from "./supergraph-config.js";
import { verdict } from "./verdict.js";

const USAGE = readFileSync(new URL("../usage.txt", import.meta.url), "utf8").trimEnd();

const PASSED = 0;
const FAILED = 1;
const CANNOT_RUN = 2;

function runCompose(config) {
  const { supergraph, errors } = compose(readSupergraphConfig(config).subgraphs);
  if (!supergraph) {
    for (const { code, message, hint } of errors) console.error(`${code}: ${message}${hint ? `\n  → ${hint}` : ""}`);
    return FAILED;
  }
  const file = layout(config).supergraph;
  writeFileSync(file, supergraph.sdl);
  console.log(`composed ${file}`);
  return PASSED;
}

async function runCheck(config, { json, release }) {
  const report = await check(config, { release });
  const color = Boolean(process.stdout.isTTY) && !process.env.NO_COLOR;
  console.log(json ? JSON.stringify(report, null, 2) : verdict(report, { color, release }));
  return report.passed ? PASSED : FAILED;
}

async function main(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      config: { type: "string", default: "supergraph.yaml" },
      json: { type: "boolean", default: false },
      release: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const [command, ...rest] = positionals;
  if (values.help) {
    console.log(USAGE);
    return PASSED;
  }
  if (rest.length === 0 && command === "compose") return runCompose(values.config);
  if (rest.length === 0 && command === "check") return runCheck(values.config, values);
  throw new ConfigError(USAGE);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof ConfigError) && error.code !== "ERR_PARSE_ARGS_UNKNOWN_OPTION") throw error;
  console.error(error.message);
  process.exitCode = CANNOT_RUN;
}
