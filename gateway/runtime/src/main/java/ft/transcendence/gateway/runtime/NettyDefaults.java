package ft.transcendence.gateway.runtime;

import io.netty.util.ResourceLeakDetector;
import reactor.netty.ReactorNetty;

/** Netty's settings for a gateway, unless system properties say otherwise. They hold for the whole process. */
public final class NettyDefaults {
    private NettyDefaults() {}

    /** Sets them; before the first server or client is made. */
    public static void set() {
        if (System.getProperty("io.netty.leakDetection.level") == null) {
            // leak sampling records stack traces, which is a tenth of the cost of a request
            ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
        }
        if (System.getProperty(ReactorNetty.IO_WORKER_COUNT) == null) {
            // nothing blocks on an event loop, so more loops than processors only add thread switches
            int workers = Runtime.getRuntime().availableProcessors();
            System.setProperty(ReactorNetty.IO_WORKER_COUNT, Integer.toString(workers));
        }
    }
}
