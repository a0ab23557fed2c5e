package ft.transcendence.gateway.identity;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/** Keys in a file, for issuers that the gateway cannot reach. It must be there when the gateway starts. */
record KeyFile(Path file) implements KeySet {
    KeyFile {
        try {
            parse(file);
        } catch (IOException | ParseException e) {
            throw new IllegalArgumentException("The keys in jwks-file " + file + " cannot be read: " + e, e);
        }
    }

    @Override
    public JWKSet read() throws IOException, ParseException {
        return parse(file);
    }

    private static JWKSet parse(Path file) throws IOException, ParseException {
        return JWKSet.parse(Files.readString(file));
    }
}
