package ft.transcendence.gateway.header;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheControlTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-age=60 | max-age=30, public | public, max-age=30",
                "max-age=60 | Private, Max-Age=30 | private, max-age=30",
                "private, max-age=60 | max-age=90 | private, max-age=60",
                "max-age=60, s-maxage=10 | max-age=30 | public, max-age=10",
                "max-age=60 | no-store | no-store",
                "max-age=60 | no-cache, max-age=60 | no-store",
                "max-age=60 | private=\"x\", max-age=5 | private, max-age=5",
                "max-age=60 | public | no-store",
                "max-age=60 | max-age=0 | no-store",
                "max-age=60 | nonsense=max-age=5 | no-store",
                "max-age=60 | | no-store"
            })
    void keepsWhatIsTrueForBoth(String first, String second, String merged) {
        CacheControl one = CacheControl.of(first);
        CacheControl other = CacheControl.of(second);

        assertThat(one.and(other).header()).isEqualTo(merged);
        assertThat(other.and(one).header()).isEqualTo(merged);
    }
}
