package ft.transcendence.matches.server;

import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import ft.transcendence.subgraph.mutation.UserError;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a game server says about itself. */
record RegisterGameServerInput(String url, String region, int capacity, String version) {

    /** Also the largest number of matches in the responses to a game server. */
    static final int MAXIMUM_CAPACITY = 500;

    private static final int MAXIMUM_URL_LENGTH = 200;
    private static final Pattern REGION = Pattern.compile("(?=.{1,32}$)[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,49}");

    /** The machine of the player: browsers connect there without encryption, and nothing else is reached. */
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @throws ChangeRejectedException with everything that is wrong */
    void requireValid() {
        List<UserError> errors = new ArrayList<>();
        if (!isAddress()) {
            errors.add(new UserError(
                    ServerErrorCode.INVALID_SERVER_URL,
                    "The URL starts with wss:// (or ws:// for localhost), has at most %d characters and no user, query or fragment."
                            .formatted(MAXIMUM_URL_LENGTH),
                    "url"));
        }
        if (!REGION.matcher(region).matches()) {
            errors.add(new UserError(
                    ServerErrorCode.INVALID_REGION,
                    "A region has 1 to 32 lower-case letters, digits and single hyphens between them.",
                    "region"));
        }
        if (capacity < 1 || capacity > MAXIMUM_CAPACITY) {
            errors.add(new UserError(
                    ServerErrorCode.INVALID_CAPACITY,
                    "The capacity is 1 to %d matches.".formatted(MAXIMUM_CAPACITY),
                    "capacity"));
        }
        if (!VERSION.matcher(version).matches()) {
            errors.add(new UserError(
                    ServerErrorCode.INVALID_SERVER_VERSION,
                    "A version has 1 to 50 letters, digits, dots, hyphens, underscores and plus signs.",
                    "version"));
        }
        if (!errors.isEmpty()) {
            throw new ChangeRejectedException(errors);
        }
    }

    private boolean isAddress() {
        if (url.length() > MAXIMUM_URL_LENGTH) {
            return false;
        }
        try {
            URI address = new URI(url);
            return address.getHost() != null
                    && isEncryptedOrLocal(address)
                    && address.getUserInfo() == null
                    && address.getQuery() == null
                    && address.getFragment() == null;
        } catch (URISyntaxException invalid) {
            return false;
        }
    }

    private static boolean isEncryptedOrLocal(URI address) {
        return switch (address.getScheme()) {
            case "wss" -> true;
            case "ws" -> LOOPBACK.contains(address.getHost().toLowerCase(Locale.ROOT));
            case null, default -> false;
        };
    }
}
