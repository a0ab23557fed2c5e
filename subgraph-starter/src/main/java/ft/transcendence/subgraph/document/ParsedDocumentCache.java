package ft.transcendence.subgraph.document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Caches parsed and validated documents. The gateway sends the same few documents with different variables, so each is
 * parsed only once. Invalid and very long documents are not cached.
 */
final class ParsedDocumentCache implements PreparsedDocumentProvider {

    static final Duration IDLE = Duration.ofHours(1);

    /** The maximum size of all documents together, in bytes. */
    static final long BUDGET = 16 << 20;

    /** The maximum size of one document, in bytes. */
    static final long LARGEST = BUDGET / 16;

    /** The size of the syntax tree per character of the document, in bytes, if field names have one or two letters. */
    static final int BYTES_PER_CHARACTER = 80;

    private final Cache<String, PreparsedDocumentEntry> documents;

    /** @param ticker the clock for expiring documents that are no longer used */
    ParsedDocumentCache(Ticker ticker) {
        this.documents = Caffeine.newBuilder()
                .maximumWeight(BUDGET)
                .weigher((String text, PreparsedDocumentEntry _) -> Math.toIntExact(weight(text)))
                .expireAfterAccess(IDLE)
                .ticker(ticker)
                // evict on the calling thread: losing an entry costs one parse, an executor costs more
                .executor(Runnable::run)
                .build();
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        String text = input.getQuery();
        PreparsedDocumentEntry document = documents.getIfPresent(text);
        if (document == null) {
            document = parseAndValidate.apply(input);
            if (!document.hasErrors() && weight(text) <= LARGEST) {
                documents.put(text, document);
            }
        }
        return CompletableFuture.completedFuture(document);
    }

    /** The size of the cached documents, in bytes. */
    long weight() {
        documents.cleanUp();
        return documents.asMap().keySet().stream()
                .mapToLong(ParsedDocumentCache::weight)
                .sum();
    }

    private static long weight(String text) {
        return (long) BYTES_PER_CHARACTER * text.length();
    }
}
