package ft.transcendence.platform.architecture.sample.visitor;

import ft.transcendence.platform.architecture.sample.library.api.Door;

public interface Guest {
    Door door();
}
