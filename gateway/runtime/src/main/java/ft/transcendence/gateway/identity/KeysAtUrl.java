package ft.transcendence.gateway.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;

/** Keys at an address, fetched with limits on time and size. */
record KeysAtUrl(URI url) implements KeySet {
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int LONGEST_RESPONSE = 100 * 1024;

    static final ResourceRetriever HTTP =
            new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LONGEST_RESPONSE);

    @Override
    public JWKSet read() throws IOException, ParseException {
        return JWKSet.parse(HTTP.retrieveResource(url.toURL()).getContent());
    }
}
