// A small platform in a folder of its own, released as it stands, for a test to make a mistake in.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { check, layout } from "../src/check.js";
import { compose } from "../src/composition.js";
import { readSupergraphConfig } from "../src/supergraph-config.js";

const TEMPLATE = fileURLToPath(new URL("platform", import.meta.url));

export class Platform {
  /** Composed and released; removed when the test ends. */
  static async released(test) {
    const platform = new Platform(mkdtempSync(join(tmpdir(), "schema-check-")));
    test.after(() => rmSync(platform.folder, { recursive: true }));
    cpSync(TEMPLATE, platform.folder, { recursive: true });
    platform.compose();
    const report = await platform.check({ release: true });
    if (!report.released) throw new Error(`the template does not pass: ${JSON.stringify(report, null, 2)}`);
    return platform;
  }

  constructor(folder) {
    this.folder = folder;
    this.config = join(folder, "supergraph.yaml");
  }

  /** Replaces text that must be there. */
  change(file, from, to) {
    const path = join(this.folder, file);
    const text = readFileSync(path, "utf8");
    if (!text.includes(from)) throw new Error(`${file} has no ${JSON.stringify(from)}`);
    writeFileSync(path, text.replaceAll(from, to));
  }

  write(file, text) {
    writeFileSync(join(this.folder, file), text);
  }

  remove(file) {
    rmSync(join(this.folder, file));
  }

  /** Writes supergraph.graphql unless composition fails, as a developer does before a commit. */
  compose() {
    const { supergraph } = compose(readSupergraphConfig(this.config).subgraphs);
    if (supergraph) writeFileSync(layout(this.config).supergraph, supergraph.sdl);
  }

  check(options) {
    return check(this.config, options);
  }

  /** Composes and checks: the findings that are not SAFE, each as "LEVEL where: message". */
  async findings() {
    this.compose();
    const report = await this.check();
    const findings = report.sections.flatMap((section) => section.findings);
    return { report, bad: findings.filter(({ level }) => level !== "SAFE").map(({ level, where, message }) => `${level} ${where}: ${message}`) };
  }
}
