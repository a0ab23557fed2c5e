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
 * Parses and validates a document once, however many requests and streams execute it: the gateway sends the same few, with the
 * values that differ in variables. Invalid documents are not kept, nor very long ones.
 */
final class ParsedDocumentCache implements PreparsedDocumentProvider {

    static final Duration IDLE = Duration.ofHours(1);

    /** Of all documents together, in bytes. */
    static final long BUDGET = 16 << 20;

    /** Of one of them. */
    static final long LARGEST = BUDGET / 16;

    /** What a character of a document comes to as a syntax tree, in bytes, when fields have names of a letter or two. */
    static final int BYTES_PER_CHARACTER = 80;

    private final Cache<String, PreparsedDocumentEntry> documents;

    /** @param ticker the clock by which documents that nobody asks for are forgotten */
    ParsedDocumentCache(Ticker ticker) {
        this.documents = Caffeine.newBuilder()
                .maximumWeight(BUDGET)
                .weigher((String text, PreparsedDocumentEntry _) -> Math.toIntExact(weight(text)))
                .expireAfterAccess(IDLE)
                .ticker(ticker)
                // a document that is evicted on the way costs one more parse, and a thread of its own costs more
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

    /** What the kept documents weigh, in bytes. */
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
