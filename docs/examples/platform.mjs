// What a game server needs of the platform, without dependencies: its access token, mutations and subscriptions.

const TRANSIENT = /^(UNAVAILABLE|TIMED_OUT|OVERLOADED|PLANNING_OVERLOADED|RATE_LIMITED|IDENTITY_PROVIDER_UNAVAILABLE|(DOWNSTREAM|SUBREQUEST)_.*)$/;

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Connects the game server whose id and secret `./transcend game-server add NAME` printed. */
export function connect({ gatewayUrl, issuer, id, secret }) {
  let token = { renewAt: 0 };
  async function accessToken() {
    if (Date.now() < token.renewAt) return token.value;
    const body = new URLSearchParams({ grant_type: "client_credentials", client_id: id, client_secret: secret });
    const response = await fetch(`${issuer}/protocol/openid-connect/token`, { method: "POST", body });
    if (!response.ok) throw new Error(`no token: ${response.status} ${await response.text()}`);
    const { access_token, expires_in } = await response.json();
    token = { value: access_token, renewAt: Date.now() + (expires_in - 30) * 1000 };
    return access_token;
  }
  async function post(query, variables, accept) {
    const headers = { "content-type": "application/json", accept, authorization: `Bearer ${await accessToken()}` };
    return fetch(`${gatewayUrl}/graphql`, { method: "POST", headers, body: JSON.stringify({ query, variables }) });
  }

  /**
   * Sends a mutation until its outcome is known, and returns its payload. Whatever is sent twice is done once.
   * `declaration` declares the variables, `results` selects fields of the payload besides its errors.
   */
  async function mutate(field, declaration = "", variables = {}, results = "") {
    const query = `mutation ${declaration} { outcome: ${field} { ${results} errors { code message } } }`;
    for (let wait = 250; ; wait = Math.min(2 * wait, 5000)) {
      const response = post(query, variables, "application/json").then((answer) => answer.json());
      const { data, errors } = await response.catch((failure) => ({ errors: [failure] }));
      if (!errors) return data.outcome;
      const code = errors[0].extensions?.code ?? "UNAVAILABLE"; // no response at all
      if (!TRANSIENT.test(code)) throw new Error(`${field}: ${code} ${errors[0].message}`);
      console.error(`${field} is repeated: ${errors[0].message}`);
      await pause(wait * (0.5 + Math.random()));
    }
  }

  /** The events of a subscription, which ends with the token, or when a connection breaks. */
  async function* events(subscription) {
    const response = await post(subscription, {}, "text/event-stream");
    let text = "";
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      const complete = (text + chunk).split("\n\n"); // an empty line ends an event
      text = complete.pop();
      for (const event of complete) {
        const { data } = JSON.parse(event.match(/^data: ?(\{.*)$/m)?.[1] ?? "{}");
        if (data) yield data;
      }
    }
  }
  return { mutate, events };
}
