package ft.transcendence.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FortyTwoTests {

    private static final Map<String, String> REGISTERED =
            Map.of("FORTYTWO_CLIENT_ID", "u-s4t2ud-1234", "FORTYTWO_CLIENT_SECRET", "s-s4t2ud-5678");

    @TempDir
    private Path folder;

    private Secrets secrets;

    @BeforeEach
    void makeSecrets() {
        secrets = Secrets.readOrCreate(folder.resolve("secrets.properties"));
    }

    @Test
    void isTheFakeOneByDefault() {
        FortyTwo chosen = FortyTwo.chosenBy(Map.of(), secrets);

        assertThat(chosen.isReal()).isFalse();
        assertThat(chosen.realmVariables(new Ports(9000)))
                .containsEntry("FORTYTWO_CLIENT_ID", FortyTwo.LOCAL_CLIENT_ID)
                .containsEntry("FORTYTWO_AUTHORIZATION_URL", "http://localhost:9004/oauth/authorize")
                .containsKeys("FORTYTWO_CLIENT_SECRET", "FORTYTWO_TOKEN_URL", "FORTYTWO_PROFILE_URL");
    }

    @Test
    void isTheRealOneForARegisteredApplication() {
        FortyTwo chosen = FortyTwo.chosenBy(REGISTERED, secrets);

        assertThat(chosen.isReal()).isTrue();
        assertThat(chosen.realmVariables(new Ports(9000))).isEqualTo(REGISTERED);
        assertThat(chosen.toString()).doesNotContain("s-s4t2ud-5678");
    }

    @Test
    void needsIdAndSecret() {
        assertThatExceptionOfType(PlatformException.class)
                .isThrownBy(() -> FortyTwo.chosenBy(Map.of("FORTYTWO_CLIENT_ID", "u-s4t2ud-1234"), secrets))
                .withMessageContaining("FORTYTWO_CLIENT_SECRET");
    }

    @Test
    void staysTheSameForOnePlatform() {
        Path note = folder.resolve("data/42");
        FortyTwo.chosenBy(Map.of(), secrets).requireUnchanged(note);
        FortyTwo.chosenBy(Map.of(), secrets).requireUnchanged(note);

        assertThatExceptionOfType(PlatformException.class)
                .isThrownBy(() -> FortyTwo.chosenBy(REGISTERED, secrets).requireUnchanged(note))
                .withMessageContaining("reset");
    }
}
