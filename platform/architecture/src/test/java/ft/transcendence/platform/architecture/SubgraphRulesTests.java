package ft.transcendence.platform.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SubgraphRulesTests {

    private static final String MARKED = Marked.class.getName();

    @Test
    void findDataFetchersThatAccessTheDatabase() {
        ArchRule rule = SubgraphRules.classesAnnotatedWithDoNotAccessTheDatabase(MARKED);

        assertThat(violations(rule, ReadingFetcher.class)).isNotEmpty();
        assertThat(violations(rule, DelegatingFetcher.class, Reader.class)).isEmpty();
    }

    @Test
    void findListenersWithAnotherName() {
        ArchRule rule = SubgraphRules.methodsAnnotatedWithAreNamedOn(MARKED);

        assertThat(violations(rule, Listener.class)).singleElement().asString().contains("handle");
    }

    @Test
    void findQueriesThatStream() {
        ArchRule rule = SubgraphRules.nobodyCallsStreamOf(Query.class.getName());

        assertThat(violations(rule, StreamingStore.class, ListingStore.class))
                .singleElement()
                .asString()
                .contains("StreamingStore");
    }

    private static List<String> violations(ArchRule rule, Class<?>... types) {
        return rule.evaluate(new ClassFileImporter().importClasses(types))
                .getFailureReport()
                .getDetails();
    }

    @interface Marked {}

    @Marked
    static final class ReadingFetcher {

        boolean read(Connection database) throws SQLException {
            return database.isClosed();
        }
    }

    @Marked
    static final class DelegatingFetcher {

        boolean read(Reader reader) {
            return reader.equals(this);
        }
    }

    static final class Reader {

        boolean read(Connection database) throws SQLException {
            return database.isClosed();
        }
    }

    static final class Listener {

        @Marked
        void on(String event) {}

        @Marked
        void handle(String event) {}
    }

    interface Query {

        Stream<String> stream();

        List<String> list();
    }

    static final class StreamingStore {

        long count(Query query) {
            return query.stream().count();
        }
    }

    static final class ListingStore {

        long count(Query query) {
            return query.list().stream().count();
        }
    }
}
