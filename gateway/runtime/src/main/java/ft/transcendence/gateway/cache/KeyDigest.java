package ft.transcendence.gateway.cache;

import ft.transcendence.gateway.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Makes keys from parts, each of them preceded by its length: different parts never look alike. */
final class KeyDigest {
    private final MessageDigest digest;

    private KeyDigest(MessageDigest digest) {
        this.digest = digest;
    }

    static KeyDigest create() {
        return new KeyDigest(Sha256.begin());
    }

    KeyDigest add(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        return add(bytes, 0, bytes.length);
    }

    KeyDigest add(byte[] bytes, int from, int to) {
        add(to - from);
        digest.update(bytes, from, to - from);
        return this;
    }

    KeyDigest add(int number) {
        digest.update((byte) (number >>> 24));
        digest.update((byte) (number >>> 16));
        digest.update((byte) (number >>> 8));
        digest.update((byte) number);
        return this;
    }

    /** A digest with the same beginning. */
    KeyDigest fork() {
        try {
            return new KeyDigest((MessageDigest) digest.clone());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The runtime's SHA-256 can be copied", e);
        }
    }

    /** The key of all parts; the digest must not be used any more. */
    CacheKey key() {
        return CacheKey.of(digest.digest());
    }
}
