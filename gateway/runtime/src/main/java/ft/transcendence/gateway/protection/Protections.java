package ft.transcendence.gateway.protection;

import java.util.List;

/** Says what protects one part of the gateway. Each part whose settings turn a protection off has one. */
public interface Protections {
    List<Protection> protections();
}
