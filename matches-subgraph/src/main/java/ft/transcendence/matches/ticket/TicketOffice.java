package ft.transcendence.matches.ticket;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import ft.transcendence.matches.match.Match;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Issues tickets: signed tokens for one person, one match and one game server, valid for a short time. A game server
 * verifies them without asking anyone, and never sees an access token.
 */
@Component
class TicketOffice {

    /** Distinguishes tickets from tokens that are signed for other purposes. */
    private static final JOSEObjectType TYPE = new JOSEObjectType("ticket+jwt");

    private final TicketKeys keys;
    private final TicketProperties properties;
    private final Clock clock;

    TicketOffice(TicketKeys keys, TicketProperties properties, Clock clock) {
        this.keys = keys;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Issues a ticket for a match that a game server hosts: for a player if the holder plays in it, otherwise for a
     * spectator.
     *
     * @param url the game server's address
     * @param holder who gets the ticket
     * @param name how the game shows the holder; null if unknown
     */
    MatchTicket issue(Match match, String url, UUID holder, @Nullable String name) {
        Instant now = clock.instant();
        // tokens have whole seconds
        Instant expiresAt = now.plus(properties.lifetime()).truncatedTo(ChronoUnit.SECONDS);
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(properties.issuer())
                .audience(match.serverId().orElseThrow())
                .subject(holder.toString())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expiresAt))
                .claim("mid", match.id().toString())
                .claim("name", name);
        match.player(holder)
                .ifPresentOrElse(
                        player -> claims.claim("role", "player")
                                .claim("team", player.team().name())
                                .claim("seat", player.slot()),
                        () -> claims.claim("role", "spectator"));
        return new MatchTicket(url, sign(claims.build()), expiresAt);
    }

    private String sign(JWTClaimsSet claims) {
        try {
            ECKey key = keys.signing();
            SignedJWT ticket = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(TYPE)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            ticket.sign(new ECDSASigner(key));
            return ticket.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException("A ticket could not be signed", failure);
        }
    }
}
