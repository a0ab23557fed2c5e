package ft.transcendence.subgraph.document;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.GraphqlErrorBuilder;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.parser.Parser;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ParsedDocumentCacheTests {

    private final AtomicLong now = new AtomicLong();
    private final ParsedDocumentCache documents = new ParsedDocumentCache(now::get);
    private final AtomicInteger parsed = new AtomicInteger();

    private final Function<ExecutionInput, PreparsedDocumentEntry> parser = input -> {
        parsed.incrementAndGet();
        return new PreparsedDocumentEntry(Parser.parse(input.getQuery()));
    };

    @Test
    void parsesADocumentOnce() {
        PreparsedDocumentEntry first = prepare("{ a }");

        assertThat(prepare("{ a }").getDocument()).isSameAs(first.getDocument());
        prepare("{ b }");
        assertThat(parsed).hasValue(2);
    }

    @Test
    void expiresUnusedDocuments() {
        prepare("{ a }");
        now.addAndGet(ParsedDocumentCache.IDLE.toNanos());
        prepare("{ a }");

        assertThat(parsed).hasValue(2);
    }

    @Test
    void doesNotCacheInvalidDocuments() {
        for (int number = 0; number < 2; number++) {
            PreparsedDocumentEntry response = prepare("{ a }", _ -> {
                parsed.incrementAndGet();
                return new PreparsedDocumentEntry(
                        GraphqlErrorBuilder.newError().message("wrong").build());
            });
            assertThat(response.hasErrors()).isTrue();
        }
        assertThat(parsed).hasValue(2);
        assertThat(documents.weight()).isZero();
    }

    @Test
    void doesNotCacheVeryLongDocuments() {
        String document =
                "{ a " + " ".repeat((int) ParsedDocumentCache.LARGEST / ParsedDocumentCache.BYTES_PER_CHARACTER) + "}";
        prepare(document);
        prepare(document);

        assertThat(parsed).hasValue(2);
        assertThat(documents.weight()).isZero();
    }

    @Test
    void staysWithinItsBudgetForAnyNumberOfDocuments() {
        for (int number = 0; number < 5_000; number++) {
            prepare("{ a" + number + " b c d e f g h i j k l m n o p q r s t u v w x y z }");
        }
        assertThat(documents.weight()).isPositive().isLessThanOrEqualTo(ParsedDocumentCache.BUDGET);
        assertThat(5_000L * ParsedDocumentCache.BYTES_PER_CHARACTER * 50).isGreaterThan(ParsedDocumentCache.BUDGET);
    }

    private PreparsedDocumentEntry prepare(String text) {
        return prepare(text, parser);
    }

    private PreparsedDocumentEntry prepare(
            String text, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        return Objects.requireNonNull(documents
                .getDocumentAsync(ExecutionInput.newExecutionInput(text).build(), parseAndValidate)
                .join());
    }
}
