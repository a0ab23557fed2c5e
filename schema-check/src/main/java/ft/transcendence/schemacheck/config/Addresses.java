package ft.transcendence.schemacheck.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses in supergraph.yaml: absolute http or https URLs without credentials. */
final class Addresses {
    private static final Pattern HTTP = Pattern.compile("(?i)https?://[^/?#].*");
    private static final int HIGHEST_PORT = 65_535;

    private Addresses() {}

    /**
     * @param subject what has the address, for messages, such as {@code subgraph "users" has the routing_url}
     * @param example an address as it should be
     */
    static URI require(YamlNode value, String subject, String example) {
        String wrong = subject + " " + value.written() + ", which";
        URI url = value.string()
                .flatMap(Addresses::parse)
                .orElseThrow(() -> value.problem(wrong + " is not an absolute http or https URL, such as " + example));
        if (url.getRawUserInfo() != null) {
            throw value.problem(subject + " of " + url.getHost() + ", which has a user name or password in it");
        }
        if (url.getRawFragment() != null) {
            throw value.problem(wrong + " has a fragment (#" + url.getRawFragment() + "), which is never sent");
        }
        return url;
    }

    private static Optional<URI> parse(String text) {
        try {
            URI url = new URI(text);
            boolean isAddress = HTTP.matcher(text).matches() && url.getHost() != null && url.getPort() <= HIGHEST_PORT;
            return isAddress ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException invalid) {
            return Optional.empty();
        }
    }
}
