package io.venta.desktop.map.marks;

import static io.venta.desktop.vendor.Updates.NOON;
import static io.venta.desktop.vendor.Updates.fix;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.map.marks.LabelPlacer.Label;
import io.venta.desktop.map.projection.Viewport;
import io.venta.desktop.vendor.TestClock;
import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.Vendors;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.geometry.BoundingBox;
import org.junit.jupiter.api.Test;

class LabelPlacerTests {

    private static final Viewport VIEW = Viewport.world(800, 600);

    private final Vendors vendors = new Vendors(new TestClock());
    private final LabelPlacer placer = new LabelPlacer(vendor -> 90);

    @Test
    void neverLetsTwoNamesOverlap() {
        Random random = new Random(7);
        List<Mark> marks = new ArrayList<>();
        for (Vendor vendor : vendors(150)) {
            marks.add(mark(vendor, random.nextDouble(800), random.nextDouble(600)));
        }
        List<Label> labels = place(marks, List.of());
        assertThat(labels).hasSizeGreaterThan(20);
        for (Label a : labels) {
            assertThat(a.x()).isBetween(0.0, 710.0);
            assertThat(labels).noneMatch(b -> !a.equals(b) && overlap(a, b));
        }
    }

    @Test
    void keepsNamesOutOfWhatLiesOverTheMap() {
        List<Mark> marks = List.of(mark(vendors(1).getFirst(), 300, 300));
        assertThat(place(marks, List.of()).getFirst().x()).isGreaterThan(300);
        placer.avoid(List.of(new BoundingBox(310, 0, 200, 600)));
        assertThat(place(marks, List.of()).getFirst().x()).isLessThan(300);
    }

    @Test
    void writesTheSelectedOverMarksRatherThanUnderAPanel() {
        List<Vendor> some = vendors(4);
        List<Mark> marks =
                List.of(
                        mark(some.get(0), 300, 300),
                        mark(some.get(1), 250, 300),
                        mark(some.get(2), 300, 320),
                        mark(some.get(3), 300, 280));
        placer.avoid(
                List.of(new BoundingBox(310, 0, 200, 290), new BoundingBox(310, 290, 200, 300)));
        Label label = place(marks, List.of(some.get(0))).getFirst();
        assertThat(label.mark().vendor()).isSameAs(some.get(0));
        assertThat(label.x() + label.width()).isLessThanOrEqualTo(310);
    }

    @Test
    void keepsNamesFromFrameToFrame() {
        List<Vendor> two = vendors(2);
        place(List.of(mark(two.get(1), 300, 300)), List.of());
        List<Mark> crowded = List.of(mark(two.get(0), 300, 300), mark(two.get(1), 300, 300));
        assertThat(place(crowded, List.of()).getFirst().mark().vendor()).isSameAs(two.get(1));
    }

    @Test
    void namesTheSelectedWhateverIsInTheWay() {
        List<Vendor> many = vendors(60);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < many.size(); i++) {
            marks.add(mark(many.get(i), 300 + i % 8 * 15, 300 + i / 8 * 15));
        }
        Vendor selected = many.get(59);
        assertThat(place(marks, List.of(selected)))
                .anyMatch(label -> label.mark().vendor() == selected);
    }

    @Test
    void movesTheSelectedOutOfACorner() {
        Vendor selected = vendors(1).getFirst();
        List<Mark> marks = List.of(mark(selected, 20, 580));
        placer.avoid(List.of(new BoundingBox(0, 570, 200, 30), new BoundingBox(0, 430, 40, 140)));
        assertThat(place(marks, List.of())).isEmpty();
        Label label = place(marks, List.of(selected)).getFirst();
        assertThat(label.y() + label.height()).isEqualTo(570);
        assertThat(label.x()).isGreaterThanOrEqualTo(40);
        assertThat(placer.isClear(label)).isTrue();
    }

    @Test
    void writesTheSelectedAndTheOneUnderThePointerApart() {
        List<Vendor> many = vendors(30);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < many.size(); i++) {
            marks.add(mark(many.get(i), 300 + i % 6 * 15, 300 + i / 6 * 15));
        }
        List<Label> labels = place(marks, List.of(many.get(9), many.get(8)));
        assertThat(labels.get(0).mark().vendor()).isSameAs(many.get(9));
        assertThat(labels.get(1).mark().vendor()).isSameAs(many.get(8));
        assertThat(overlap(labels.get(0), labels.get(1))).isFalse();
    }

    private List<Label> place(List<Mark> marks, List<Vendor> always) {
        var looksAt =
                new VendorLayer.Attention(
                        always.isEmpty() ? null : always.getFirst(),
                        always.size() < 2 ? null : always.get(1));
        return placer.place(new MapFrame(marks, List.of(), false), looksAt, true, VIEW);
    }

    private List<Vendor> vendors(int count) {
        List<Object> fixes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            fixes.add(fix("v" + i, 0, 0, NOON));
        }
        vendors.hear(fixes);
        return List.copyOf(vendors.all());
    }

    private static Mark mark(Vendor vendor, double x, double y) {
        Mark mark = new Mark(vendor);
        mark.place(x, y);
        return mark;
    }

    private static boolean overlap(Label a, Label b) {
        return a.x() < b.x() + b.width()
                && b.x() < a.x() + a.width()
                && a.y() < b.y() + b.height()
                && b.y() < a.y() + a.height();
    }
}
