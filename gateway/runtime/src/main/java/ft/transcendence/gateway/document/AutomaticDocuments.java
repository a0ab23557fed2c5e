package ft.transcendence.gateway.document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import ft.transcendence.gateway.digest.Sha256;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Documents that clients register by their SHA-256, by <a
 * href="https://www.apollographql.com/docs/apollo-server/performance/apq">Apollo's protocol</a>: the first request of a client has
 * the hash alone, and one that is refused as not found is sent again with the document. The hash is checked, so nobody can store
 * another document under it.
 */
final class AutomaticDocuments {
    /** The entry, the key and the two objects that hold them. */
    private static final int BYTES_BESIDE_THE_DOCUMENT = 256;

    private final Cache<String, String> documents;

    AutomaticDocuments(DocumentProperties.Automatic properties, Ticker ticker) {
        this.documents = Caffeine.newBuilder()
                .maximumWeight(properties.memory().toBytes())
                .weigher(AutomaticDocuments::weight)
                .expireAfterAccess(properties.maxIdleTime())
                .executor(Runnable::run)
                .ticker(ticker)
                .build();
    }

    private static int weight(String hash, String document) {
        return BYTES_BESIDE_THE_DOCUMENT + 2 * document.length();
    }

    /**
     * @param hash in hexadecimal
     * @param document null when the client has sent the hash alone
     */
    String resolve(String hash, @Nullable String document) {
        String key = hash.toLowerCase(Locale.ROOT);
        if (document == null) {
            String known = documents.getIfPresent(key);
            if (known == null) {
                throw new GatewayErrorException(GatewayError.PERSISTED_QUERY_NOT_FOUND);
            }
            return known;
        }
        if (!key.equals(Sha256.hex(document))) {
            throw new GatewayErrorException(GatewayError.PERSISTED_QUERY_HASH_MISMATCH);
        }
        documents.put(key, document);
        return document;
    }
}
