package ft.transcendence.gateway.document;

/**
 * How a request names its document.
 *
 * @param id of a registered document, or the hexadecimal SHA-256 of the document
 * @param kind the member of the request that has it
 */
public record DocumentName(String id, Kind kind) {
    /** The two ways to name a document. */
    public enum Kind {
        /** {@code documentId}, by the GraphQL over HTTP specification's appendix on persisted documents. */
        DOCUMENT_ID,
        /** {@code extensions.persistedQuery.sha256Hash}, by Apollo's protocol. */
        PERSISTED_QUERY
    }

    private static final String SHA_256 = "sha256:";

    /** The id without the prefix that says how it was made. */
    String plainId() {
        return id.startsWith(SHA_256) ? id.substring(SHA_256.length()) : id;
    }
}
