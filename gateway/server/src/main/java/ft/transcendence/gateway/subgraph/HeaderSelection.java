package ft.transcendence.gateway.subgraph;

import ft.transcendence.gateway.client.Header;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Selects the headers of a client that any subgraph may receive.
 *
 * @param authorization whether a subgraph gets the caller's token
 * @param names of other headers, in lower case
 */
record HeaderSelection(boolean authorization, List<String> names) {
    static final String AUTHORIZATION = HttpHeaderNames.AUTHORIZATION.toString();

    static HeaderSelection of(SubgraphProperties properties) {
        Set<String> credentials = properties
                .all()
                .map(SubgraphSettings::credentialHeader)
                .map(HeaderSelection::lowerCase)
                .collect(Collectors.toSet());
        return new HeaderSelection(
                properties.all().anyMatch(SubgraphSettings::forwardAuthorization),
                properties
                        .all()
                        .flatMap(settings -> settings.forwardHeaders().stream())
                        .map(HeaderSelection::lowerCase)
                        .filter(name -> !name.equals(AUTHORIZATION) && !credentials.contains(name))
                        .distinct()
                        .toList());
    }

    KeptHeaders of(HttpHeaders client, @Nullable String token) {
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
        return headers;
    }

    static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
