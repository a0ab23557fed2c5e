package ft.transcendence.users.profile;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Validates picture URLs: only {@code https} URLs with a host and without credentials are accepted. */
final class PictureAddress {

    private static final int MAX_LENGTH = 500;

    private PictureAddress() {}

    /** The URL as stored, in ASCII; empty if it is not accepted. */
    static Optional<String> of(String text) {
        try {
            URI address = new URI(text.strip());
            String ascii = address.toASCIIString();
            boolean safe = ascii.length() <= MAX_LENGTH
                    && "https".equalsIgnoreCase(address.getScheme())
                    && address.getHost() != null
                    && address.getRawUserInfo() == null;
            return safe ? Optional.of(ascii) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
