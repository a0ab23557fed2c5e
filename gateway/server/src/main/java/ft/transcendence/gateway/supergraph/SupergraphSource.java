package ft.transcendence.gateway.supergraph;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where a supergraph is from.
 *
 * @param hash of the text: the first half of its SHA-256
 */
public record SupergraphSource(Path file, String hash) {
    private static final int BYTES = 16;

    static SupergraphSource of(Path file, String sdl) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(sdl.getBytes(StandardCharsets.UTF_8));
            return new SupergraphSource(file.toAbsolutePath(), HexFormat.of().formatHex(digest, 0, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return file + ", hash " + hash;
    }
}
