package ft.transcendence.gateway.identity;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The headers that carry claims, in lower case. Whatever clients send under these names reaches no subgraph. */
@Component
public final class ClaimHeaderNames {
    private final Set<String> names;

    @Autowired
    ClaimHeaderNames(IssuersProperties properties) {
        this(properties.issuers().stream()
                .flatMap(issuer -> issuer.headers().stream())
                .map(IssuersProperties.ClaimHeaderRule::header)
                .collect(Collectors.toUnmodifiableSet()));
    }

    private ClaimHeaderNames(Set<String> names) {
        this.names = names;
    }

    public static ClaimHeaderNames of(String... names) {
        return new ClaimHeaderNames(Set.of(names));
    }

    public Set<String> names() {
        return names;
    }

    public boolean contains(String lowerCaseName) {
        return names.contains(lowerCaseName);
    }
}
