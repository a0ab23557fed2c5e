package ft.transcendence.platform.architecture.sample.layer.low;

import ft.transcendence.platform.architecture.sample.layer.high.High;

public interface Climbing {
    High high();
}
