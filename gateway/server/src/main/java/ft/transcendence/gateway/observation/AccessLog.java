package ft.transcendence.gateway.observation;

import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.gateway.http.CompletedOperation;
import ft.transcendence.gateway.http.OperationListener;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Logs one line per request to the logger {@code access}: the operation's name and hash, never its document, variables, headers
 * or tokens. The hash is the first half of the document's SHA-256.
 */
@Component
@Profile("!standalone")
final class AccessLog implements OperationListener {
    private static final Logger LOG = LoggerFactory.getLogger("access");
    private static final Pattern NAME = Pattern.compile("[_A-Za-z][_0-9A-Za-z]{0,99}");
    private static final int HASH_LENGTH = 32;

    @Override
    public void completed(CompletedOperation operation) {
        if (LOG.isInfoEnabled()) {
            LOG.info(lineOf(operation));
        }
    }

    static String lineOf(CompletedOperation operation) {
        GraphQLRequest request = operation.request();
        String subject = operation.caller().subject();
        return "status=" + operation.status()
                + " ms=" + operation.duration().toMillis()
                + " bytes=" + operation.responseBytes()
                + " operation=" + nameOf(request)
                + " hash=" + (request == null ? "-" : hashOf(request.query()))
                + " caller=" + (subject == null ? "anonymous" : subject)
                + (operation.error() == null ? "" : " refused=" + operation.error());
    }

    /** The operation name, when it is a valid one; anything else could forge log lines. */
    private static String nameOf(@Nullable GraphQLRequest request) {
        String name = request == null ? null : request.operationName();
        return name != null && NAME.matcher(name).matches() ? name : "-";
    }

    private static String hashOf(String document) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
