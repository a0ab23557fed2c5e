package ft.transcendence.gateway.subgraph;

import ft.transcendence.federation.FederationEngine;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.SubgraphErrorListener;
import ft.transcendence.federation.SubgraphErrorPolicy;
import ft.transcendence.gateway.client.Header;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Keeps subgraphs' errors from clients, as far as they are not meant for them, and logs what clients are not told. */
@Component
public final class SubgraphErrors implements SubgraphErrorListener {
    private static final Logger LOG = LoggerFactory.getLogger(SubgraphErrors.class);
    private static final int LONGEST_MESSAGE = 500;
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    /** The <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C form</a>; anything else could forge lines of the log. */
    private static final Pattern TRACE_PARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private final SubgraphErrorPolicy policy;

    @Autowired
    SubgraphErrors(SubgraphErrorProperties properties) {
        this(properties.toPolicy());
    }

    public SubgraphErrors(SubgraphErrorPolicy policy) {
        this.policy = policy;
    }

    /** Gives an engine the policy of the settings. */
    public FederationEngine.Builder attach(FederationEngine.Builder engine) {
        return engine.subgraphErrors(policy).subgraphErrorListener(this);
    }

    /** One line for an answer, however many errors it has: what callers provoke must not fill the disk. */
    @Override
    public void redacted(String subgraph, List<? extends @Nullable Object> errors, RequestContext context) {
        LOG.warn(
                "Subgraph {} reported {} error(s) that clients are not told, trace={}; the first is: {}",
                subgraph,
                errors.size(),
                traceOf(context),
                describe(errors.getFirst()));
    }

    private static String describe(@Nullable Object error) {
        if (!(error instanceof Map<?, ?> members)) {
            return "no error object";
        }
        Object extensions = members.get("extensions");
        Object code = extensions instanceof Map<?, ?> more ? more.get("code") : null;
        return "message=" + clean(members.get("message")) + " code=" + clean(code) + " path="
                + clean(members.get("path"));
    }

    private static String clean(@Nullable Object value) {
        String text = LINE_BREAKS.matcher(String.valueOf(value)).replaceAll(" ");
        return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "…";
    }

    private static String traceOf(RequestContext context) {
        return ForwardedHeaders.of(context).stream()
                .filter(header -> header.name().equals("traceparent"))
                .map(Header::value)
                .map(TRACE_PARENT::matcher)
                .filter(Matcher::matches)
                .map(trace -> trace.group(1))
                .findFirst()
                .orElse("-");
    }
}
