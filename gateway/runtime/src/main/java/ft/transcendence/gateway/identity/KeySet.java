package ft.transcendence.gateway.identity;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.text.ParseException;

/** Where an issuer's keys are. */
interface KeySet {
    /** Reads them anew. */
    JWKSet read() throws IOException, ParseException;
}
