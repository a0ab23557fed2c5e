package ft.transcendence.matches.ticket;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the public keys of tickets as a JSON Web Key Set, which the gateway passes on to everybody. */
@RestController
class TicketKeysEndpoint {

    private static final MediaType JWK_SET = MediaType.parseMediaType("application/jwk-set+json");

    private final TicketKeys keys;

    TicketKeysEndpoint(TicketKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/.well-known/jwks.json")
    ResponseEntity<String> publicKeys() {
        return ResponseEntity.ok()
                .contentType(JWK_SET)
                .body(keys.published().toPublicJWKSet().toString());
    }
}
