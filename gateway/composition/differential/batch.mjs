// Our composer in its batch mode, as a process that answers one input after the other and is started again when it dies of one.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

export class Batch {
  constructor([command, ...args]) {
    this.command = command;
    this.args = args;
    this.waiting = new Map();
    this.serial = 0;
  }

  start() {
    const child = spawn(this.command, this.args, { stdio: ["pipe", "pipe", "inherit"] });
    child.stdin.on("error", () => {}); // the exit says it
    createInterface({ input: child.stdout }).on("line", (line) => {
      const answer = JSON.parse(line);
      this.settle(answer.id, answer);
    });
    child.on("close", () => {
      this.child = undefined;
      for (const id of [...this.waiting.keys()])
        this.settle(id, { id, ok: false, errors: [{ code: "CRASH", message: "the composer ended without an answer" }] });
    });
    return child;
  }

  settle(id, answer) {
    this.waiting.get(id)?.(answer);
    this.waiting.delete(id);
  }

  compose(subgraphs) {
    this.child ??= this.start();
    const id = `${++this.serial}`;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.child.stdin.write(`${JSON.stringify({ id, subgraphs })}\n`);
    });
  }

  close() {
    this.child?.stdin.end();
  }
}
