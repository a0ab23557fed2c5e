package ft.transcendence.gateway.supergraph;

import ft.transcendence.gateway.digest.Sha256;
import java.nio.file.Path;

/**
 * Where a supergraph is from.
 *
 * @param hash of the text: the first half of its SHA-256
 */
public record SupergraphSource(Path file, String hash) {
    static SupergraphSource of(Path file, String sdl) {
        return new SupergraphSource(file.toAbsolutePath(), Sha256.shortHex(sdl));
    }

    @Override
    public String toString() {
        return file + ", hash " + hash;
    }
}
