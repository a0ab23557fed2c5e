package ft.transcendence.gateway.client;

import io.netty.handler.codec.http.HttpHeaderValidationUtil;

/** One request header. Its characters are sent as ISO 8859-1, as they were received. */
public record Header(String name, String value) {
    /** @throws IllegalArgumentException when the name or value could end the header and start another */
    public Header {
        if (name.isEmpty() || HttpHeaderValidationUtil.validateToken(name) != -1) {
            throw new IllegalArgumentException("Not a valid header name: " + name);
        }
        if (HttpHeaderValidationUtil.validateValidHeaderValue(value) != -1) {
            throw new IllegalArgumentException("Not a valid value for the header " + name);
        }
    }

    /** Omits the value, which may be a token. */
    @Override
    public String toString() {
        return name;
    }
}
