package ft.transcendence.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.body.ContentCoding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bodies of requests and responses in the codings of HTTP. */
class CompressedBodyTests extends GatewayTests {
    private static final String ADA = "{\"data\":{\"player\":{\"name\":\"Ada\"}}}";
    private static final String QUERY = "{ player(id: \"1\") { name } }";

    @BeforeEach
    void prepareSubgraph() {
        SUBGRAPH.respondWith(call -> ADA);
    }

    @Test
    void compressesALongResponseOnRequest() {
        String name = "Ada".repeat(5_000);
        SUBGRAPH.respondWith(call -> ADA.replace("Ada", name));
        assertThat(query(QUERY).body()).contains(name);
        HttpResponse<String> response = query(QUERY, "accept-encoding", "gzip");
        assertThat(response.headers().firstValue("content-encoding")).hasValue("gzip");
        assertThat(response.headers().firstValueAsLong("content-length").orElseThrow())
                .isLessThan(1_000);
        assertThat(query(QUERY).body()).contains(name);
    }

    @ParameterizedTest
    @EnumSource
    void acceptsACompressedBody(ContentCoding coding) throws IOException {
        byte[] body = encode(coding, "{\"query\":\"{ player(id: 1) { name } }\"}");
        HttpResponse<String> response = send(compressed(coding.token(), body));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(ADA);
    }

    @Test
    void refusesABodyThatIsTooLargeWhenDecoded() throws IOException {
        byte[] bomb = encode(ContentCoding.GZIP, "{\"query\":\"" + " ".repeat(1 << 20) + "\"}");
        assertThat(bomb).hasSizeLessThan(10_000);
        assertRefused(send(compressed("gzip", bomb)), 413, "REQUEST_TOO_LARGE");
    }

    @Test
    void refusesABodyThatIsNotCompressedAsAnnounced() {
        assertRefused(send(compressed("br", "{\"query\":\"{a}\"}".getBytes(UTF_8))), 400, "MALFORMED_REQUEST");
        assertRefused(send(compressed("lzma", new byte[10])), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    private HttpRequest.Builder compressed(String coding, byte[] body) {
        return request("/graphql")
                .header("content-type", "application/json")
                .header("content-encoding", coding)
                .POST(BodyPublishers.ofByteArray(body));
    }

    private static byte[] encode(ContentCoding coding, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream coded = coding.encode(bytes)) {
            coded.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.body()).contains("\"code\":\"" + code + "\"").doesNotContain("\"data\"");
        assertThat(response.statusCode()).isEqualTo(status);
    }
}
