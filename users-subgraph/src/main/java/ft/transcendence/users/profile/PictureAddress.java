package ft.transcendence.users.profile;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The address of a picture, from wherever it comes: one that browsers can fetch safely, and that shows nothing but itself. */
final class PictureAddress {

    private static final int MAX_LENGTH = 500;

    private PictureAddress() {}

    /** The address as it is stored, in ASCII; empty when it is none or not safe. */
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
