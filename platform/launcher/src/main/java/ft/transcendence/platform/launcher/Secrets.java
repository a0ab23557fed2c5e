package ft.transcendence.platform.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The passwords and client secrets of one platform: random, created on its first start, readable only by their owner. */
public final class Secrets {

    /** What the platform needs a secret for. */
    public enum Purpose {
        USERS_DATABASE,
        MATCHES_DATABASE,
        KEYCLOAK_DATABASE,
        DATABASE_SUPERUSER,
        KEYCLOAK_ADMIN,
        GATEWAY_CLIENT,
        GAME_SERVER_CLIENT,
        USERS_CLIENT,
        FORTYTWO_CLIENT,
        /** By which the users subgraph recognizes the gateway. */
        USERS_GATEWAY_CREDENTIAL,
        /** By which the matches subgraph recognizes the gateway. */
        MATCHES_GATEWAY_CREDENTIAL,
        TICKET_ENCRYPTION
    }

    private final Properties values;

    private Secrets(Properties values) {
        this.values = values;
    }

    /** Reads the secrets in {@code file}, and creates those that are missing. */
    public static Secrets readOrCreate(Path file) {
        Properties values = read(file);
        boolean complete = true;
        for (Purpose purpose : Purpose.values()) {
            complete &= values.putIfAbsent(purpose.name(), random()) != null;
        }
        if (!complete) {
            write(file, values);
        }
        return new Secrets(values);
    }

    public String of(Purpose purpose) {
        return values.getProperty(purpose.name());
    }

    private static Properties read(Path file) {
        Properties values = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException failure) {
                throw new UncheckedIOException("Could not read " + file, failure);
            }
        }
        return values;
    }

    private static void write(Path file, Properties values) {
        try {
            Files.createDirectories(file.getParent());
            if (Files.notExists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (Writer writer = Files.newBufferedWriter(file)) {
                values.store(writer, "created on the first start, deleted by ./transcend reset");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not write " + file, failure);
        }
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
