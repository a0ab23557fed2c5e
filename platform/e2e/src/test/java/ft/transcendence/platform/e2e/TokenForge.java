package ft.transcendence.platform.e2e;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Creates tokens with a key that the realm publishes, so that they can be wrong in exactly one way. An unmodified one is as valid as
 * Keycloak's own.
 */
final class TokenForge {

    static final String ADA = "00000000-0000-4000-8000-000000000001";

    private final String issuer;
    private final KeyPair published = newKey();
    private final String keyId;

    TokenForge(Realm realm) {
        this.issuer = realm.issuer();
        this.keyId = realm.publish(published.getPrivate());
    }

    /** A valid token of Ada with one change. */
    String token(Consumer<ObjectNode> change) {
        return rs256(published.getPrivate(), keyId, claims(change));
    }

    /** A valid token that expires soon. */
    String tokenFor(Duration lifetime) {
        return token(claims -> claims.put("exp", Instant.now().plus(lifetime).getEpochSecond()));
    }

    String unsigned() {
        return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + encoded(claims(claims -> {})) + ".";
    }

    /** Signed with a foreign key, under the id of a published one. */
    String ofAnotherKey() {
        return rs256(newKey().getPrivate(), keyId, claims(claims -> {}));
    }

    /** Signed with a key that the realm does not know. */
    String ofAnUnknownKey() {
        return rs256(newKey().getPrivate(), UUID.randomUUID().toString(), claims(claims -> {}));
    }

    /** Signed with the public key as if it were a shared secret. */
    String withThePublicKeyAsSecret() {
        try {
            String content = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"" + keyId + "\"}") + "."
                    + encoded(claims(claims -> {}));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(published.getPublic().getEncoded(), "HmacSHA256"));
            return content + "." + encoded(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String claims(Consumer<ObjectNode> change) {
        long now = Instant.now().getEpochSecond();
        ObjectNode claims = JsonMapper.shared()
                .valueToTree(Map.ofEntries(
                        Map.entry("iss", issuer),
                        Map.entry("aud", List.of("transcendence", "account")),
                        Map.entry("sub", ADA),
                        Map.entry("azp", "cli"),
                        Map.entry("typ", "Bearer"),
                        Map.entry("jti", UUID.randomUUID().toString()),
                        Map.entry("iat", now),
                        Map.entry("auth_time", now),
                        Map.entry("exp", now + 300),
                        Map.entry("preferred_username", "ada"),
                        Map.entry("name", "Ada Lovelace"),
                        Map.entry("given_name", "Ada"),
                        Map.entry("family_name", "Lovelace"),
                        Map.entry("email", "ada@example.org"),
                        Map.entry("realm_access", Map.of("roles", List.of("player")))));
        change.accept(claims);
        return claims.toString();
    }

    private static String rs256(PrivateKey key, String keyId, String claims) {
        try {
            String content =
                    encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + keyId + "\"}") + "." + encoded(claims);
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + encoded(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(String json) {
        return encoded(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
