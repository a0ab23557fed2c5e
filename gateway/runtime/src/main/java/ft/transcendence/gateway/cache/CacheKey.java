package ft.transcendence.gateway.cache;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * The SHA-256 of everything that a kept value depends on. Whoever could find two inputs with the same key could read what was kept for
 * another, so nothing shorter will do.
 */
record CacheKey(long first, long second, long third, long fourth) {
    static CacheKey of(byte[] digest) {
        ByteBuffer words = ByteBuffer.wrap(digest);
        return new CacheKey(words.getLong(), words.getLong(), words.getLong(), words.getLong());
    }

    String hex() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(first) + hex.toHexDigits(second) + hex.toHexDigits(third) + hex.toHexDigits(fourth);
    }
}
