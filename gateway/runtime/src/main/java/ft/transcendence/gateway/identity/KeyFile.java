package ft.transcendence.gateway.identity;

import com.nimbusds.jose.jwk.JWKSet;
import ft.transcendence.platform.process.settings.SettingProblem;
import ft.transcendence.platform.process.settings.WrongSettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;

/** Keys in a file, for issuers that the gateway cannot reach. It must be there when the gateway starts. */
record KeyFile(Path file) implements KeySet {
    KeyFile {
        try {
            parse(file);
        } catch (IOException | ParseException e) {
            throw new WrongSettingsException(List.of(SettingProblem.wrong(
                    "gateway.identity.issuers.jwks-file", file, "the settings", "cannot be read: " + e)));
        }
    }

    @Override
    public JWKSet read() throws IOException, ParseException {
        return parse(file);
    }

    private static JWKSet parse(Path file) throws IOException, ParseException {
        return JWKSet.parse(Files.readString(file));
    }
}
