package ft.transcendence.platform.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;

/** Rules for the code of all subgraphs. */
public final class SubgraphRules {

    static final String DATA_FETCHERS = "com.netflix.graphql.dgs.DgsComponent";
    static final String MAPPED_QUERY = "org.springframework.jdbc.core.simple.JdbcClient$MappedQuerySpec";
    static final String KAFKA_LISTENER = "org.springframework.kafka.annotation.KafkaListener";

    private SubgraphRules() {}

    /** Data fetchers do not access the database themselves. */
    public static ArchRule dataFetchersDoNotAccessTheDatabase() {
        return classesAnnotatedWithDoNotAccessTheDatabase(DATA_FETCHERS);
    }

    static ArchRule classesAnnotatedWithDoNotAccessTheDatabase(String annotation) {
        return noClasses()
                .that()
                .areAnnotatedWith(annotation)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "jakarta.persistence..",
                        "org.springframework.jdbc..",
                        "org.springframework.data..")
                .because("services decide about transactions and data loaders about the number of statements")
                .allowEmptyShould(true);
    }

    /** Methods that consume events have the same name everywhere. */
    public static ArchRule kafkaListenersAreNamedOn() {
        return methodsAnnotatedWithAreNamedOn(KAFKA_LISTENER);
    }

    static ArchRule methodsAnnotatedWithAreNamedOn(String annotation) {
        return methods()
                .that()
                .areMetaAnnotatedWith(annotation)
                .should()
                .haveName("on")
                .because("on(event) reads like a sentence and is easy to find")
                .allowEmptyShould(true);
    }

    /** Rows are read as a list. */
    public static ArchRule queriesDoNotStream() {
        return nobodyCallsStreamOf(MAPPED_QUERY);
    }

    static ArchRule nobodyCallsStreamOf(String query) {
        return noClasses()
                .should()
                .callMethod(query, "stream")
                .because("a stream that nobody closes keeps its connection; list().stream() does not")
                .allowEmptyShould(true);
    }
}
