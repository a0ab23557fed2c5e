package ft.transcendence.users.account;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.TestGraphQL;
import ft.transcendence.users.Players;
import ft.transcendence.users.UsersTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Two-factor authentication from end to end, with the real Keycloak. */
@UsersTest
class TwoFactorTests {

    private static final String ENABLE =
            "mutation { enable2fa { setup { secret otpauthUri qrCode expiresAt } errors { code } } }";

    @Autowired
    Players players;

    @Autowired
    JdbcClient jdbc;

    RegisteredPlayer ada;

    @BeforeEach
    void register() {
        ada = RegisteredPlayer.withPassword(players);
    }

    @Test
    void isRequiredForEveryLoginOnceItIsOn() {
        JsonNode setup = enable().get("setup");
        String secret = setup.get("secret").asString();
        assertThat(setup.get("otpauthUri").asString())
                .startsWith("otpauth://totp/Transcendence:" + ada.username() + "?secret=" + secret);
        String qrCode = setup.get("qrCode").asString();
        assertThat(Base64.getDecoder().decode(qrCode.substring("data:image/png;base64,".length())))
                .startsWith(0x89, 'P', 'N', 'G');
        assertThat(KeycloakLogin.succeeds(ada, RegisteredPlayer.PASSWORD, Optional.empty()))
                .as("before the first code nothing changes")
                .isTrue();

        JsonNode verified = verify(AuthenticatorCodes.current(secret));
        assertThat(verified.get("errors")).isEmpty();
        assertThat(verified.get("recoveryCodes")).hasSize(12);
        assertThat(KeycloakLogin.succeeds(ada, RegisteredPlayer.PASSWORD, Optional.empty()))
                .isFalse();
        assertThat(KeycloakLogin.succeeds(ada, RegisteredPlayer.PASSWORD, Optional.of(AuthenticatorCodes.next(secret))))
                .isTrue();
        assertThat(KeycloakLogin.succeeds(ada, RegisteredPlayer.PASSWORD, Optional.of(AuthenticatorCodes.next(secret))))
                .as("a code works once")
                .isFalse();
        assertThat(ada.atKeycloak().get("email").asString()).isEqualTo(ada.username() + "@example.org");
        assertThat(enable().at("/errors/0/code").asString()).isEqualTo("TWO_FACTOR_ON");
        assertThat(verify(AuthenticatorCodes.current(secret))
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("NO_PENDING_TWO_FACTOR");
    }

    @Test
    void acceptsEachRecoveryCodeOnce() {
        JsonNode codes = verify(
                        AuthenticatorCodes.current(enable().at("/setup/secret").asString()))
                .get("recoveryCodes");

        assertThat(KeycloakLogin.succeedsWithRecoveryCode(ada, codes.get(0).asString()))
                .isTrue();
        assertThat(KeycloakLogin.succeedsWithRecoveryCode(ada, codes.get(0).asString()))
                .isFalse();
        assertThat(KeycloakLogin.succeedsWithRecoveryCode(ada, codes.get(1).asString()))
                .isTrue();
    }

    @Test
    void isTurnedOffWithPasswordAndCodeOrAFreshLoginWithACode() {
        String disable = "mutation { disable2fa { account { twoFactorEnabled } errors { code } } }";
        assertThat(ada.graphql().data(disable).at("/disable2fa/errors/0/code").asString())
                .isEqualTo("TWO_FACTOR_OFF");
        String secret = turnOn();
        assertThat(ada.graphql().errorCode(disable)).isEqualTo("FRESH_LOGIN_REQUIRED");
        JsonNode off = disable(RegisteredPlayer.PASSWORD, AuthenticatorCodes.next(secret));
        assertThat(off.at("/account/twoFactorEnabled").asBoolean(true)).isFalse();
        assertThat(KeycloakLogin.succeeds(ada, RegisteredPlayer.PASSWORD, Optional.empty()))
                .isTrue();

        turnOn();
        TestGraphQL proven = ada.graphql(claims -> claims.claim("amr", List.of("pwd", "otp")));
        assertThat(proven.data(disable)
                        .at("/disable2fa/account/twoFactorEnabled")
                        .asBoolean(true))
                .isFalse();
        TestGraphQL old = ada.graphql(claims -> claims.claim("amr", List.of("pwd", "otp"))
                .claim("auth_time", Instant.now().minusSeconds(600).getEpochSecond()));
        turnOn();
        assertThat(old.errorCode(disable)).isEqualTo("FRESH_LOGIN_REQUIRED");
    }

    @Test
    void isNotTurnedOnByAStolenSession() {
        TestGraphQL stolen = ada.graphql(claims ->
                claims.claim("auth_time", Instant.now().minusSeconds(600).getEpochSecond()));
        assertThat(stolen.errorCode(ENABLE)).isEqualTo("FRESH_LOGIN_REQUIRED");
        TestGraphQL withoutLoginTime = ada.graphql(claims -> claims.claim("auth_time", null));
        assertThat(withoutLoginTime.errorCode(ENABLE)).isEqualTo("FRESH_LOGIN_REQUIRED");
    }

    @Test
    void isNotTurnedOnAfterALogout() {
        KeycloakLogin.Session session = KeycloakLogin.session(ada);
        TestGraphQL inSession = ada.graphql(claims -> claims.claim("sid", session.id()));
        assertThat(inSession.data(ENABLE).at("/enable2fa/setup/secret").asString())
                .isNotEmpty();
        session.end();
        assertThat(inSession.errorCode(ENABLE)).isEqualTo("FRESH_LOGIN_REQUIRED");
    }

    /** Uses a new player for each wrong attempt, because Keycloak locks an account after two in quick succession. */
    @Test
    void staysOnAfterAWrongPasswordOrCode() {
        turnOn();
        assertThat(disable(RegisteredPlayer.PASSWORD, "abcdef")
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("WRONG_CREDENTIALS");
        register();
        String secret = turnOn();
        assertThat(disable("Wrong-horse-1", AuthenticatorCodes.next(secret))
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("WRONG_CREDENTIALS");
        assertThat(KeycloakLogin.succeeds(ada, RegisteredPlayer.PASSWORD, Optional.empty()))
                .isFalse();
    }

    @Test
    void protectsDeletionAndPasswordOnceItIsOn() {
        turnOn();
        assertThat(ada.graphql()
                        .errorCode("mutation { deleteAccount(confirmation: \"" + ada.username()
                                + "\") { receipt { id } } }"))
                .isEqualTo("FRESH_LOGIN_REQUIRED");
        assertThat(ada.graphql()
                        .data("mutation { changePassword(currentPassword: \"" + RegisteredPlayer.PASSWORD
                                + "\", newPassword: \"Battery-staple-2\") { errors { code } } }")
                        .at("/changePassword/errors/0/code")
                        .asString())
                .isEqualTo("WRONG_CREDENTIALS");
    }

    @Test
    void locksASecretAfterTooManyWrongCodes() {
        String secret = enable().at("/setup/secret").asString();
        List<String> responses = new ArrayList<>();
        for (int guess = 0; guess < 6; guess++) {
            responses.add(verify("abc" + guess).at("/errors/0/code").asString());
        }
        assertThat(responses.subList(0, 5)).containsOnly("WRONG_CODE");
        assertThat(responses.getLast()).isEqualTo("TOO_MANY_TRIES");
        assertThat(verify(AuthenticatorCodes.current(secret))
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("TOO_MANY_TRIES");
        String fresh = enable().at("/setup/secret").asString();
        assertThat(verify(AuthenticatorCodes.current(secret))
                        .at("/errors/0/code")
                        .asString())
                .as("an older secret is void")
                .isEqualTo("WRONG_CODE");
        assertThat(verify(AuthenticatorCodes.current(fresh)).get("errors")).isEmpty();
    }

    @Test
    void encryptsAndExpiresPendingSecrets() {
        String secret = enable().at("/setup/secret").asString();
        byte[] stored = jdbc.sql("SELECT secret FROM pending_two_factor WHERE user_id = ?")
                .param(ada.id())
                .query(byte[].class)
                .single();
        assertThat(HexFormat.of().formatHex(stored))
                .doesNotContain(HexFormat.of().formatHex(new Base32().decode(secret)))
                .doesNotContain(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.US_ASCII)));
        jdbc.sql("UPDATE pending_two_factor SET expires_at = now() - interval '1 second' WHERE user_id = ?")
                .param(ada.id())
                .update();
        assertThat(verify(AuthenticatorCodes.current(secret))
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("NO_PENDING_TWO_FACTOR");
    }

    private String turnOn() {
        String secret = enable().at("/setup/secret").asString();
        assertThat(verify(AuthenticatorCodes.current(secret)).get("errors")).isEmpty();
        return secret;
    }

    private JsonNode enable() {
        return ada.graphql().data(ENABLE).get("enable2fa");
    }

    private JsonNode verify(String code) {
        return ada.graphql()
                .data(
                        "mutation($code: String!) { verify2fa(code: $code) { recoveryCodes errors { code } } }",
                        Map.of("code", code))
                .get("verify2fa");
    }

    private JsonNode disable(String password, String code) {
        return ada.graphql()
                .data(
                        "mutation($password: String, $code: String) { disable2fa(password: $password, code: $code)"
                                + " { account { twoFactorEnabled } errors { code } } }",
                        Map.of("password", password, "code", code))
                .get("disable2fa");
    }
}
