"use strict";

// GraphiQL with three additions: the query plan of the last operation in a pane of its own, subscriptions over server-sent events, and how
// a login or logout went.
(async () => {
  const settings = await (await fetch("/graphiql/settings.json")).json();
  const plan = document.getElementById("plan");
  const planText = plan.querySelector("pre");

  const notices = {
    "login=failed": "The login was not completed. Please try again.",
    "logout=incomplete": "You are logged out here, but the login service could not be reached: a new login may not ask for the password.",
  };
  const notice = document.getElementById("notice");
  notice.textContent = notices[location.search.slice(1)] ?? "";
  notice.hidden = notice.textContent === "";

  document.getElementById("login").hidden = !settings.login;
  document.getElementById("show-plan").addEventListener("change", (event) => {
    plan.hidden = !event.target.checked;
  });

  const post = (params, headers, accept) =>
    fetch(settings.endpoint, {
      method: "POST",
      headers: { "content-type": "application/json", "x-requested-with": "explorer", ...headers, accept },
      body: JSON.stringify(params),
    });

  const isSubscription = (documentAST, operationName) =>
    (documentAST?.definitions ?? []).some(
      (definition) =>
        definition.kind === "OperationDefinition" &&
        definition.operation === "subscription" &&
        (!operationName || definition.name?.value === operationName),
    );

  async function* events(response) {
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let buffered = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      buffered += value;
      for (let end; (end = buffered.indexOf("\n\n")) >= 0; buffered = buffered.slice(end + 2)) {
        const lines = buffered.slice(0, end).split("\n");
        const data = lines.filter((line) => line.startsWith("data:")).map((line) => line.slice(5).trim());
        if (lines.includes("event: complete")) return;
        if (lines.includes("event: next")) yield JSON.parse(data.join("\n"));
      }
    }
  }

  const fetcher = async (params, options = {}) => {
    if (isSubscription(options.documentAST, params.operationName)) {
      const response = await post(params, options.headers, "text/event-stream");
      if (response.ok && response.headers.get("content-type")?.startsWith("text/event-stream")) return events(response);
      return response.json();
    }
    const introspection = params.operationName === "IntrospectionQuery";
    const headers = introspection ? options.headers : { ...options.headers, "x-query-plan": "1" };
    const response = await post(params, headers, "application/json");
    const result = await response.json();
    if (!introspection) {
      planText.textContent = result.extensions?.queryPlan ?? "This answer came without a query plan.";
      delete result.extensions?.queryPlan;
      if (result.extensions && Object.keys(result.extensions).length === 0) delete result.extensions;
    }
    return result;
  };

  const container = document.getElementById("graphiql");
  ReactDOM.createRoot(container).render(
    React.createElement(GraphiQL, {
      fetcher,
      defaultEditorToolsVisibility: true,
      defaultQuery: "# Ctrl-Enter runs the operation; the schema is behind the book on the left.\n{\n  __typename\n}\n",
    }),
  );
})();
