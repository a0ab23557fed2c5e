package ft.transcendence.gateway.document;

import com.github.benmanes.caffeine.cache.Ticker;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The document of a request, which it sends or names, if clients may execute it. */
@Component
public final class Documents implements DisposableBean {
    private final AcceptedDocuments accepted;
    private final RegisteredDocuments registered;
    private final @Nullable AutomaticDocuments automatic;
    private final boolean anyRegistered;

    Documents(DocumentProperties properties) {
        this.accepted = properties.accept();
        this.registered = new RegisteredDocuments(properties.manifests(), properties.pollInterval());
        this.anyRegistered = !properties.manifests().isEmpty();
        this.automatic = properties.automatic().enabled()
                ? new AutomaticDocuments(properties.automatic(), Ticker.systemTicker())
                : null;
    }

    /** The document that the request names. */
    public String named(DocumentName name) {
        String document = registered.get().document(name).orElse(null);
        if (document != null) {
            return document;
        }
        if (accepted != AcceptedDocuments.ANY) {
            throw new GatewayErrorException(GatewayError.PERSISTED_QUERY_NOT_IN_LIST);
        }
        if (automatic != null) {
            return automatic.resolve(name.plainId(), null);
        }
        throw new GatewayErrorException(
                anyRegistered ? GatewayError.PERSISTED_QUERY_NOT_FOUND : GatewayError.PERSISTED_QUERY_NOT_SUPPORTED);
    }

    /**
     * The document that the request sends.
     *
     * @param name null when the request does not name it as well
     */
    public String sent(String document, @Nullable DocumentName name) {
        return switch (accepted) {
            case ANY ->
                automatic != null && name != null && name.kind() == DocumentName.Kind.PERSISTED_QUERY
                        ? automatic.resolve(name.plainId(), document)
                        : document;
            case REGISTERED -> {
                if (!registered.get().contains(document)) {
                    throw new GatewayErrorException(GatewayError.QUERY_NOT_IN_SAFELIST);
                }
                yield document;
            }
            case BY_ID -> throw new GatewayErrorException(GatewayError.PERSISTED_QUERY_ID_REQUIRED);
        };
    }

    @Override
    public void destroy() {
        registered.close();
    }
}
