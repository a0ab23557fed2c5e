package ft.transcendence.gateway.explorer;

import ft.transcendence.gateway.digest.Sha256;
import ft.transcendence.gateway.http.AcceptEncoding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The explorer's files. Each is read, hashed and compressed at its first request. Browsers keep it and revalidate it, so a new
 * version of the gateway shows at once.
 */
final class ExplorerAssets {
    private static final String FOLDER = "classpath:gateway/explorer/";

    /** By path below the folder. Paths that clients name are not passed to class loaders, which remember every name. */
    private final Map<String, Resource> files;

    private final Map<String, Asset> read = new ConcurrentHashMap<>();

    private record Asset(MediaType type, byte[] plain, byte[] gzip, String tag) {}

    ExplorerAssets() {
        this.files = list();
    }

    private static Map<String, Resource> list() {
        PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
        try {
            String folder = resources.getResource(FOLDER).getURL().toString();
            Map<String, Resource> files = new HashMap<>();
            for (Resource file : resources.getResources(FOLDER + "**/*.*")) {
                files.put(file.getURL().toString().substring(folder.length()), file);
            }
            return Map.copyOf(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Serves a file; 404 when it does not exist. */
    Mono<ServerResponse> serve(ServerRequest request, String name) {
        Resource file = files.get(name);
        return file == null
                ? ServerResponse.notFound().build()
                : asset(name, file).flatMap(asset -> respond(request, asset));
    }

    private Mono<Asset> asset(String name, Resource file) {
        Asset known = read.get(name);
        return known != null
                ? Mono.just(known)
                : Mono.fromCallable(() -> read.computeIfAbsent(name, key -> readAsset(file)))
                        .subscribeOn(Schedulers.boundedElastic());
    }

    private static Mono<ServerResponse> respond(ServerRequest request, Asset asset) {
        boolean gzip = AcceptEncoding.allowsGzip(request.headers().firstHeader(HttpHeaders.ACCEPT_ENCODING));
        return request.checkNotModified(asset.tag()).switchIfEmpty(Mono.defer(() -> {
            ServerResponse.BodyBuilder response = ServerResponse.ok()
                    .contentType(asset.type())
                    .eTag(asset.tag())
                    .cacheControl(CacheControl.noCache().cachePublic())
                    .varyBy(HttpHeaders.ACCEPT_ENCODING);
            return gzip
                    ? response.header(HttpHeaders.CONTENT_ENCODING, "gzip").bodyValue(asset.gzip())
                    : response.bodyValue(asset.plain());
        }));
    }

    private static Asset readAsset(Resource file) {
        try {
            byte[] plain = file.getContentAsByteArray();
            ByteArrayOutputStream gzip = new ByteArrayOutputStream(plain.length / 3);
            try (GZIPOutputStream compressed = new GZIPOutputStream(gzip)) {
                compressed.write(plain);
            }
            MediaType type = MediaTypeFactory.getMediaType(file).orElse(MediaType.APPLICATION_OCTET_STREAM);
            // weak, since the plain and the compressed form share it
            String tag = "W/\"" + Sha256.shortHex(plain) + "\"";
            return new Asset(type, plain, gzip.toByteArray(), tag);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
