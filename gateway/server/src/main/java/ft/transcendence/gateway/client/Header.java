package ft.transcendence.gateway.client;

import io.netty.handler.codec.http.HttpHeaderValidationUtil;

/** One header of a request. Its characters go out as ISO 8859-1, as they come in. */
public record Header(String name, String value) {
    /** @throws IllegalArgumentException when the value or the name could end the header and begin another one */
    public Header {
        if (name.isEmpty() || HttpHeaderValidationUtil.validateToken(name) != -1) {
            throw new IllegalArgumentException("Not the name of a header: " + name);
        }
        if (HttpHeaderValidationUtil.validateValidHeaderValue(value) != -1) {
            throw new IllegalArgumentException("Not a value for the header " + name);
        }
    }

    /** Never shows the value: it may be a token. */
    @Override
    public String toString() {
        return name;
    }
}
