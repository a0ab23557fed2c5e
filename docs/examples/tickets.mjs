// Lets players and spectators in by their tickets, without dependencies and without asking the platform.
import { createHash, createPublicKey, verify } from "node:crypto";
import { createServer } from "node:http";

const decode = (part) => JSON.parse(Buffer.from(part, "base64url").toString());

/** Returns a function that checks a ticket and returns its claims, or fails with the reason. Each ticket passes once. */
export function ticketChecker({ keysUrl, audience, issuer = "transcendence", now = Date.now }) {
  const used = new Map(); // the ids of used tickets, and when they expire
  let keys = new Map();
  let fetchedAt = -Infinity;
  async function keyOf(kid) {
    const age = now() - fetchedAt;
    // an unknown key may be new; forged ones must not make us ask every time
    if (age > 3_600_000 || (!keys.has(kid) && age > 10_000)) {
      const response = await fetch(keysUrl);
      if (!response.ok) throw new Error("the keys are unavailable");
      keys = new Map((await response.json()).keys.map((key) => [key.kid, createPublicKey({ key, format: "jwk" })]));
      fetchedAt = now();
    }
    return keys.get(kid);
  }
  return async function check(ticket) {
    const parts = String(ticket).split(".");
    if (parts.length !== 3) throw new Error("not a ticket");
    const { alg, typ, kid } = decode(parts[0]);
    if (alg !== "ES256" || typ !== "ticket+jwt") throw new Error("not a ticket");
    const key = await keyOf(kid);
    const signed = Buffer.from(`${parts[0]}.${parts[1]}`);
    if (!key || !verify("sha256", signed, { key, dsaEncoding: "ieee-p1363" }, Buffer.from(parts[2], "base64url"))) throw new Error("forged");
    const claims = decode(parts[1]);
    if (claims.iss !== issuer || claims.aud !== audience) throw new Error("for another game server");
    if (claims.exp * 1000 <= now()) throw new Error("expired");
    for (const [id, expiry] of used) if (expiry <= now()) used.delete(id);
    if (used.has(claims.jti)) throw new Error("already used");
    used.set(claims.jti, claims.exp * 1000);
    return claims;
  };
}

const frame = (opcode, content) =>
  Buffer.concat([Buffer.from(content.length < 126 ? [0x80 | opcode, content.length] : [0x80 | opcode, 126, content.length >> 8, content.length & 255]), content]);

/** The text of a client's message, which is masked; undefined while it is incomplete. */
function textOf(bytes) {
  if (bytes.length < 2) return undefined;
  const long = (bytes[1] & 127) === 126;
  const begin = long ? 8 : 6;
  if (bytes.length < begin) return undefined;
  const length = long ? bytes.readUInt16BE(2) : bytes[1] & 127;
  if (bytes.length < begin + length) return undefined;
  return Buffer.from(bytes.subarray(begin, begin + length).map((byte, index) => byte ^ bytes[begin - 4 + (index % 4)])).toString();
}

/** Accepts WebSockets whose first message, within 5 seconds, is a ticket. `enter(claims, send, socket)` gets those that pass. */
export function openDoor(port, check, enter) {
  const server = createServer((request, response) => response.writeHead(426).end());
  server.on("upgrade", (request, socket) => {
    const accepted = createHash("sha1").update(`${request.headers["sec-websocket-key"]}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest("base64");
    socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accepted}\r\n\r\n`);
    const close = (code, reason) => socket.end(frame(8, Buffer.concat([Buffer.from([code >> 8, code & 255]), Buffer.from(reason)])));
    let received = Buffer.alloc(0);
    const receive = async (chunk) => {
      received = Buffer.concat([received, chunk]);
      const message = received.length > 4096 ? "too long" : textOf(received);
      if (message === undefined) return;
      socket.off("data", receive).resume();
      socket.setTimeout(0);
      await check(message)
        .then((claims) => enter(claims, (value) => socket.write(frame(1, Buffer.from(JSON.stringify(value)))), socket))
        .catch((refusal) => close(4401, refusal.message));
    };
    socket.on("data", receive);
    socket.on("end", () => socket.end());
    socket.on("error", () => socket.destroy());
    socket.setTimeout(5000, () => close(4401, "no ticket"));
  });
  return server.listen(port);
}
