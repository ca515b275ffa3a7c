package io.venta.desktop.map.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.location.GeoPosition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoToViewModelTests {

    private final List<GeoPosition> flown = new ArrayList<>();
    private final GoToViewModel model = new GoToViewModel(flown::add);

    @Test
    void goesThereAndLeavesAPin() {
        model.toggle();
        model.wordsProperty().set("52.2297, 21.0122");
        model.submit();
        assertThat(flown).containsExactly(new GeoPosition(52.2297, 21.0122));
        assertThat(model.pinProperty().get()).isEqualTo(flown.getFirst());
        assertThat(model.openProperty().get()).isFalse();
        assertThat(model.back()).as("takes the pin away").isTrue();
        assertThat(model.pinProperty().get()).isNull();
        assertThat(model.back()).isFalse();
    }

    @Test
    void staysAndSaysWhatIsWrongUntilThatIsChanged() {
        model.toggle();
        model.wordsProperty().set("152, 21");
        model.submit();
        assertThat(flown).isEmpty();
        assertThat(model.openProperty().get()).isTrue();
        assertThat(model.errorProperty().get()).contains("latitude");
        model.wordsProperty().set("52, 21");
        assertThat(model.errorProperty().get()).isEmpty();
    }
}
