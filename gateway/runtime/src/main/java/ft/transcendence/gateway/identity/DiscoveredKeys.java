package ft.transcendence.gateway.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.Map;

/**
 * Keys whose address the issuer publishes (<a href="https://openid.net/specs/openid-connect-discovery-1_0.html">OpenID Connect
 * Discovery</a>). The address is looked up with each fetch, which is rare, so the gateway starts without the issuer and follows it
 * when it moves its keys.
 */
record DiscoveredKeys(URI issuer) implements KeySet {
    private static final String DOCUMENT = "/.well-known/openid-configuration";

    @Override
    public JWKSet read() throws IOException, ParseException {
        String base = issuer.toString();
        URI document = URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + DOCUMENT);
        Map<String, Object> found = JSONObjectUtils.parse(
                KeysAtUrl.HTTP.retrieveResource(document.toURL()).getContent());
        if (!base.equals(found.get("issuer"))) {
            throw new IOException(document + " is of another issuer: " + found.get("issuer"));
        }
        URI keys = JSONObjectUtils.getURI(found, "jwks_uri");
        if (keys == null || (issuer.getScheme().equals("https") && !"https".equals(keys.getScheme()))) {
            throw new IOException(document + " has no usable jwks_uri");
        }
        return new KeysAtUrl(keys).read();
    }
}
