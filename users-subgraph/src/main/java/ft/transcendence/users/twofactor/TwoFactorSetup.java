package ft.transcendence.users.twofactor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What the user needs to set up an authenticator app.
 *
 * @param secret the secret in base32
 * @param otpauthUri the secret as a URI that apps can open
 * @param qrCode the URI as a QR code, in a data URI
 * @param expiresAt when the secret expires
 */
record TwoFactorSetup(String secret, String otpauthUri, String qrCode, Instant expiresAt) {

    static TwoFactorSetup of(byte[] secret, String issuer, String username, Instant expiresAt) {
        String text = Base32.encode(secret);
        String uri = "otpauth://totp/" + encoded(issuer) + ":" + encoded(username) + "?secret=" + text + "&issuer="
                + encoded(issuer) + "&algorithm=SHA1&digits=" + Totp.DIGITS + "&period=" + Totp.PERIOD_SECONDS;
        return new TwoFactorSetup(text, uri, QrCode.dataUri(uri), expiresAt);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "TwoFactorSetup[expiresAt=" + expiresAt + "]";
    }
}
