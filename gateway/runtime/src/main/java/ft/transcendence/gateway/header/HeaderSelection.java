package ft.transcendence.gateway.header;

import ft.transcendence.federation.RequestContext;
import ft.transcendence.gateway.client.Header;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Selects the headers of a client that any subgraph may receive, and whether the client gets headers of subgraphs.
 *
 * @param authorization whether a subgraph gets the caller's token
 * @param names of other headers, in lower case; of a repeated one the first value is kept
 * @param rules that need more; of a repeated header they get all values
 * @param credentials headers of the gateway's own, which no client can send
 * @param claims headers with claims of the caller's token, which every subgraph gets and no client can send
 * @param collects whether clients get headers of subgraphs
 * @param restrictsCaching whether one of them is {@code Cache-Control}
 */
public record HeaderSelection(
        boolean authorization,
        List<String> names,
        List<RequestHeaderRule> rules,
        Set<String> credentials,
        Set<String> claims,
        boolean collects,
        boolean restrictsCaching) {
    static final String AUTHORIZATION = HttpHeaderNames.AUTHORIZATION.toString();
    static final HeaderSelection NOTHING =
            new HeaderSelection(false, List.of(), List.of(), Set.of(), Set.of(), false, false);

    private static final String ATTRIBUTE = "forwarded-headers";

    /**
     * What all these policies need.
     *
     * @param claims names of headers with claims, in lower case
     */
    public static HeaderSelection of(Collection<HeaderPolicy> policies, Set<String> claims) {
        Set<String> credentials =
                policies.stream().map(policy -> lowerCase(policy.credential())).collect(Collectors.toUnmodifiableSet());
        List<ResponseHeaderRule> responseRules = policies.stream()
                .flatMap(policy -> policy.rules().response().stream())
                .toList();
        return new HeaderSelection(
                policies.stream().anyMatch(HeaderPolicy::authorization),
                policies.stream()
                        .flatMap(policy -> policy.forwarded().stream())
                        .map(HeaderSelection::lowerCase)
                        .filter(name ->
                                !name.equals(AUTHORIZATION) && !credentials.contains(name) && !claims.contains(name))
                        .distinct()
                        .toList(),
                policies.stream()
                        .flatMap(policy -> policy.rules().request().stream())
                        .distinct()
                        .toList(),
                credentials,
                claims,
                !responseRules.isEmpty(),
                responseRules.stream().anyMatch(ResponseHeaderRule::isAboutCaching));
    }

    /**
     * Attaches the selected headers to the context of a request.
     *
     * @param token the verified caller's, which replaces the client's
     * @param claimed headers with claims of the token
     */
    public RequestContext.Builder attach(
            RequestContext.Builder context, HttpHeaders client, @Nullable String token, List<Header> claimed) {
        KeptHeaders headers = keep(client, token);
        headers.addAll(claimed);
        if (!headers.isEmpty()) {
            context.attribute(ATTRIBUTE, headers);
        }
        return collects ? context.attribute(ResponseHeaders.ATTRIBUTE, new ResponseHeaders(vary())) : context;
    }

    private KeptHeaders keep(HttpHeaders client, @Nullable String token) {
        KeptHeaders headers = new KeptHeaders(this);
        if (authorization && token != null) {
            headers.add(new Header(AUTHORIZATION, token));
        }
        for (String name : names) {
            String value = client.get(name);
            if (value != null) {
                headers.add(new Header(name, value));
            }
        }
        if (!rules.isEmpty()) {
            keepForRules(client, headers);
        }
        return headers;
    }

    private void keepForRules(HttpHeaders client, KeptHeaders headers) {
        Set<String> kept = new HashSet<>(names);
        for (Map.Entry<String, String> header : client) {
            String name = lowerCase(header.getKey());
            if (!kept.contains(name)
                    && !credentials.contains(name)
                    && !claims.contains(name)
                    && rules.stream().anyMatch(rule -> rule.needs(name))) {
                headers.add(new Header(name, header.getValue()));
            }
        }
    }

    /** The client's headers that a response can depend on; null when they cannot be listed. */
    private @Nullable String vary() {
        if (rules.stream().anyMatch(rule -> rule.propagateMatching() != null)) {
            return null;
        }
        return Stream.concat(
                        names.stream(),
                        rules.stream().map(RequestHeaderRule::propagate).flatMap(Stream::ofNullable))
                .map(HeaderSelection::lowerCase)
                .filter(name -> !RequestHeaders.OF_ONE_REQUEST.contains(name))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** The headers that {@link #attach} put into the context. */
    public static KeptHeaders keptIn(RequestContext context) {
        Object kept = context.attributes().get(ATTRIBUTE);
        return kept == null ? KeptHeaders.NONE : (KeptHeaders) kept;
    }

    static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
