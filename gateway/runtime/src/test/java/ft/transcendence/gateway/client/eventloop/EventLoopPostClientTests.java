package ft.transcendence.gateway.client.eventloop;

import ft.transcendence.gateway.client.ClientSettings;
import ft.transcendence.gateway.client.ConnectionContract;
import ft.transcendence.gateway.client.Header;
import ft.transcendence.gateway.client.MessageContract;
import ft.transcendence.gateway.client.PostClient;
import ft.transcendence.gateway.client.TlsContract;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;

/** The contract of clients, tested with the gateway's own client. */
class EventLoopPostClientTests {
    @Nested
    class Messages extends MessageContract {
        Messages() throws IOException {}

        @Override
        protected PostClient client(ClientSettings settings, List<Header> headers) {
            return new EventLoopPostClient(settings, headers, null);
        }
    }

    @Nested
    class Connections extends ConnectionContract {
        Connections() throws IOException {}

        @Override
        protected PostClient client(ClientSettings settings, List<Header> headers) {
            return new EventLoopPostClient(settings, headers, null);
        }
    }

    @Nested
    class Tls extends TlsContract {
        @Override
        protected PostClient client(ClientSettings settings, @Nullable SslContext tls) {
            return new EventLoopPostClient(settings, List.of(), tls);
        }
    }
}
