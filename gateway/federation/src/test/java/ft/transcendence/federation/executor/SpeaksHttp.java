package ft.transcendence.federation.executor;

import java.net.http.HttpClient;

/** Makes the library depend on an HTTP client, for a test. */
interface SpeaksHttp {
    HttpClient http();
}
