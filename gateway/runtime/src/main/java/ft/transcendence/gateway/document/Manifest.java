package ft.transcendence.gateway.document;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Registered documents by their ids. Two formats are known: a JSON object from id to document, which GraphQL Code Generator and
 * Relay write, and <a href="https://www.apollographql.com/docs/kotlin/advanced/persisted-queries">Apollo's manifest</a>, an object
 * with the entry {@code operations}.
 */
final class Manifest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String APOLLO_FORMAT = "apollo-persisted-query-manifest";

    private final Map<String, String> documents;
    private final Set<String> texts;

    private Manifest(Map<String, String> documents) {
        this.documents = Map.copyOf(documents);
        this.texts = Set.copyOf(documents.values());
    }

    static Manifest empty() {
        return new Manifest(Map.of());
    }

    /** @throws MalformedManifestException when the text has neither format */
    static Manifest read(String text) {
        JsonNode manifest;
        try {
            manifest = JSON.readTree(text);
        } catch (JacksonException e) {
            throw new MalformedManifestException("it is not well-formed JSON: " + e.getOriginalMessage());
        }
        if (!manifest.isObject()) {
            throw new MalformedManifestException("it must be a JSON object");
        }
        Map<String, String> documents = new HashMap<>();
        if (manifest.path("operations").isArray()) {
            readApollo(manifest, documents);
        } else {
            manifest.properties().forEach(entry -> add(documents, entry.getKey(), entry.getValue()));
        }
        return new Manifest(documents);
    }

    private static void readApollo(JsonNode manifest, Map<String, String> documents) {
        String format = manifest.path("format").asString(APOLLO_FORMAT);
        if (!format.equals(APOLLO_FORMAT) || manifest.path("version").asInt(1) != 1) {
            throw new MalformedManifestException(
                    "it must have the format " + APOLLO_FORMAT + " of version 1, not " + format);
        }
        for (JsonNode operation : manifest.path("operations")) {
            String id = operation.path("id").asString("");
            if (id.isEmpty()) {
                throw new MalformedManifestException("an operation has no id");
            }
            add(documents, id, operation.path("body"));
        }
    }

    private static void add(Map<String, String> documents, String id, JsonNode document) {
        if (!document.isString() || document.asString().isBlank()) {
            throw new MalformedManifestException("the id " + id + " has no document");
        }
        String plainId = new DocumentName(id, DocumentName.Kind.DOCUMENT_ID).plainId();
        String other = documents.put(plainId, document.asString());
        if (other != null && !other.equals(document.asString())) {
            throw new MalformedManifestException("the id " + id + " stands for two documents");
        }
    }

    /**
     * The documents of both.
     *
     * @throws MalformedManifestException when an id stands for two documents
     */
    Manifest and(Manifest other) {
        Map<String, String> both = new HashMap<>(documents);
        other.documents.forEach((id, document) -> {
            String existing = both.put(id, document);
            if (existing != null && !existing.equals(document)) {
                throw new MalformedManifestException("the id " + id + " stands for another document in another file");
            }
        });
        return new Manifest(both);
    }

    Optional<String> document(DocumentName name) {
        @Nullable String exact = documents.get(name.id());
        return Optional.ofNullable(exact == null ? documents.get(name.plainId()) : exact);
    }

    boolean contains(String document) {
        return texts.contains(document);
    }

    int size() {
        return documents.size();
    }
}
