package ft.transcendence.platform.load.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A layer of the software that a request passes through. A class belongs to the first layer that has its package; the order matters
 * where packages are nested, such as GraphQL's parser within graphql-java.
 */
public enum Layer {
    OWN("own code", "ft.transcendence."),
    PARSING(
            "GraphQL parsing and validation",
            "graphql.parser.",
            "graphql.validation.",
            "graphql.language.",
            "org.antlr."),
    MICROMETER("Micrometer", "io.micrometer.", "org.springframework.boot.micrometer.", "io.prometheus."),
    SECURITY("security", "org.springframework.security.", "org.springframework.boot.security.", "com.nimbusds."),
    GRAPHQL("graphql-java, DGS", "graphql.", "org.dataloader.", "com.netflix.graphql.", "org.springframework.graphql."),
    HIBERNATE(
            "Hibernate",
            "org.hibernate.",
            "jakarta.persistence.",
            "org.springframework.data.",
            "org.springframework.orm."),
    JDBC("PostgreSQL driver, pool", "org.postgresql.", "com.zaxxer.", "org.springframework.jdbc."),
    JSON("JSON", "tools.jackson.", "com.fasterxml."),
    KAFKA("Kafka", "org.apache.kafka.", "kafka.", "org.springframework.kafka."),
    TOMCAT("Tomcat", "org.apache.catalina.", "org.apache.coyote.", "org.apache.tomcat."),
    NETTY("Netty, Reactor", "io.netty.", "reactor."),
    LOGGING("logging", "ch.qos.logback.", "org.slf4j.", "org.jboss.logging.", "org.apache.logging."),
    SPRING("Spring", "org.springframework.", "org.aopalliance."),
    QUARKUS("Keycloak", "org.keycloak.", "io.quarkus.", "io.vertx.", "org.jboss.", "org.infinispan."),
    JDK("JDK"),
    /** The CPU time of the process that no sampled Java thread used. */
    JVM("garbage collector, compilers");

    private static final String OBSERVATION = "Observation";

    private final String title;
    private final List<String> packages;

    Layer(String title, String... packages) {
        this.title = title;
        this.packages = List.of(packages);
    }

    public String title() {
        return title;
    }

    /**
     * The layer that a sample belongs to: that of the innermost frame with a layer. The JDK's frames count for the layer that called them,
     * such as RSA for security.
     *
     * @param classes the names of the classes in a stack trace, innermost first
     */
    public static Layer of(List<String> classes) {
        return classes.stream()
                .map(Layer::ofClass)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(JDK);
    }

    private static Optional<Layer> ofClass(String name) {
        // Spring's own instrumentation for Micrometer, such as ObservationFilterChainDecorator
        if (name.startsWith("org.springframework.") && name.contains(OBSERVATION)) {
            return Optional.of(MICROMETER);
        }
        return Arrays.stream(values())
                .filter(layer -> layer.packages.stream().anyMatch(name::startsWith))
                .findFirst();
    }
}
