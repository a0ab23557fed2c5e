package ft.transcendence.users.twofactor;

import ft.transcendence.users.identity.NewCredential;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Single-use codes that replace a code of the authenticator app. Keycloak asks for them in order and stores only their
 * hashes, in its own credential format (SHA-512, base64).
 */
record RecoveryCodes(List<String> codes) {

    private static final int NUMBER = 12;
    private static final int LENGTH = 12;

    /** Omits letters and digits that look alike. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    RecoveryCodes {
        codes = List.copyOf(codes);
    }

    static RecoveryCodes generate(SecureRandom random) {
        return new RecoveryCodes(IntStream.range(0, NUMBER)
                .mapToObj(ignored -> random.ints(LENGTH, 0, ALPHABET.length())
                        .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                        .collect(Collectors.joining()))
                .toList());
    }

    NewCredential credential(JsonMapper json) {
        List<Map<String, Object>> hashes = IntStream.range(0, codes.size())
                .mapToObj(index ->
                        Map.<String, Object>of("number", index + 1, "encodedHashedValue", hash(codes.get(index))))
                .toList();
        return new NewCredential(
                NewCredential.RECOVERY_CODES,
                "Recovery codes",
                json.writeValueAsString(Map.of("codes", hashes)),
                json.writeValueAsString(Map.of(
                        "hashIterations",
                        1,
                        "algorithm",
                        "SHA-512",
                        "remaining",
                        codes.size(),
                        "total",
                        codes.size())));
    }

    private static String hash(String code) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-512").digest(code.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "RecoveryCodes[***]";
    }
}
