package ft.transcendence.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    @TempDir
    private Path folder;

    @Test
    void createsOneSecretPerPurposeAndKeepsIt() {
        Path file = folder.resolve("home/secrets.properties");

        List<String> made = all(Secrets.readOrCreate(file));

        assertThat(made).doesNotHaveDuplicates().allMatch(secret -> secret.length() >= 32);
        assertThat(all(Secrets.readOrCreate(file))).isEqualTo(made);
    }

    @Test
    void areReadableOnlyByTheOwner() throws IOException {
        Path file = folder.resolve("secrets.properties");
        Secrets.readOrCreate(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void addsSecretsMissingInAnOlderPlatform() throws IOException {
        Path file = folder.resolve("secrets.properties");
        Files.writeString(file, "KEYCLOAK_ADMIN=kept\n");

        Secrets secrets = Secrets.readOrCreate(file);

        assertThat(secrets.of(Secrets.Purpose.KEYCLOAK_ADMIN)).isEqualTo("kept");
        assertThat(secrets.of(Secrets.Purpose.USERS_GATEWAY_CREDENTIAL)).hasSizeGreaterThanOrEqualTo(32);
    }

    private static List<String> all(Secrets secrets) {
        return Arrays.stream(Secrets.Purpose.values()).map(secrets::of).toList();
    }
}
