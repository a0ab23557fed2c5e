package ft.transcendence.federation.executor.incremental;

import ft.transcendence.federation.executor.projection.ObjectShape;
import java.util.List;

/**
 * What one part delivers of one object.
 *
 * @param path the client's path to the object
 * @param object in the merged tree
 * @param shape the fields of the part
 */
record DeferredSite(int part, List<Object> path, int object, ObjectShape shape) {}
