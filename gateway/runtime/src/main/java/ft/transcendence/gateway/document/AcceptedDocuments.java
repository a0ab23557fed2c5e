package ft.transcendence.gateway.document;

/** Which documents clients may execute. */
enum AcceptedDocuments {
    /** Any document, registered or not. */
    ANY,
    /** Those of the manifests, named by their id or sent in full. */
    REGISTERED,
    /** Those of the manifests, and only by their id. */
    BY_ID
}
