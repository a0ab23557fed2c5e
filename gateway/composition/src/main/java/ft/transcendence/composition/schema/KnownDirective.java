package ft.transcendence.composition.schema;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The directives that composition itself understands, whatever name a subgraph imports them under. */
public enum KnownDirective {
    KEY("key"),
    EXTERNAL("external"),
    REQUIRES("requires"),
    PROVIDES("provides"),
    EXTENDS("extends"),
    SHAREABLE("shareable"),
    OVERRIDE("override"),
    INTERFACE_OBJECT("interfaceObject"),
    COMPOSE_DIRECTIVE("composeDirective"),
    LINK("link"),
    TAG("tag"),
    INACCESSIBLE("inaccessible"),
    AUTHENTICATED("authenticated"),
    REQUIRES_SCOPES("requiresScopes"),
    POLICY("policy"),
    CONTEXT("context"),
    FROM_CONTEXT("fromContext"),
    COST("cost"),
    LIST_SIZE("listSize"),
    CACHE_TAG("cacheTag"),
    CONNECT("connect"),
    SOURCE("source"),
    DEPRECATED("deprecated"),
    SPECIFIED_BY("specifiedBy"),
    ONE_OF("oneOf");

    private static final Map<String, KnownDirective> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(KnownDirective::specificationName, Function.identity()));

    private final String name;

    KnownDirective(String name) {
        this.name = name;
    }

    /** The name in the directive's specification, without {@code @}. */
    public String specificationName() {
        return name;
    }

    public static Optional<KnownDirective> named(String specificationName) {
        return Optional.ofNullable(BY_NAME.get(specificationName));
    }

    @Override
    public String toString() {
        return "@" + name;
    }
}
