package ft.transcendence.gateway.extensions;

import ft.transcendence.extension.ClientRequest;
import ft.transcendence.federation.Caller;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.gateway.client.Header;
import ft.transcendence.gateway.header.ReservedHeaders;
import ft.transcendence.gateway.identity.CallerIdentity;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A request that extensions take part in. It is an attribute of its context. */
public final class ExtendedRequest implements ClientRequest {
    private static final String ATTRIBUTE = "extended-request";

    private final HttpHeaders headers;
    private final CallerIdentity caller;
    private final Map<String, Object> attributes = new ConcurrentHashMap<>();
    private final Set<String> labels = ConcurrentHashMap.newKeySet();
    private final List<Header> responseHeaders = new CopyOnWriteArrayList<>();

    ExtendedRequest(HttpHeaders headers, CallerIdentity caller) {
        this.headers = headers;
        this.caller = caller;
    }

    /** Null without extensions. */
    public static @Nullable ExtendedRequest of(RequestContext context) {
        return (ExtendedRequest) context.attributes().get(ATTRIBUTE);
    }

    void attachTo(RequestContext.Builder context) {
        context.attribute(ATTRIBUTE, this).overrideLabels(labels::contains);
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    @Override
    public Caller caller() {
        return caller.engineCaller();
    }

    @Override
    public Optional<String> subject() {
        return Optional.ofNullable(caller.subject());
    }

    @Override
    public Map<String, Object> attributes() {
        return attributes;
    }

    @Override
    public void activateOverrideLabel(String label) {
        labels.add(label);
    }

    @Override
    public void addResponseHeader(String name, String value) {
        responseHeaders.add(checked(name, value));
    }

    /** Adds the headers of extensions to the client's response. */
    public void writeTo(HttpHeaders response) {
        responseHeaders.forEach(header -> response.add(header.name(), header.value()));
    }

    static Header checked(String name, String value) {
        if (ReservedHeaders.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("The header " + name + " belongs to the connection");
        }
        return new Header(name, value);
    }
}
