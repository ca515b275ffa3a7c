package io.venta.desktop.shell;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * How the connection is: a dot, words, and the last latencies as a line. The words have a shorter
 * form, and the line goes, where the status line has no room.
 */
final class ConnectionWords extends Region {

    private static final double SPACING = 8;

    private final Region dot = new Region();
    private final Label whole = new Label();
    private final Label brief = new Label();
    private final LatencyChart chart;

    ConnectionWords(LatencyChart chart) {
        this.chart = chart;
        whole.setId("connection");
        whole.getStyleClass().add("connection");
        brief.setId("connection-brief");
        brief.getStyleClass().add("connection-brief");
        brief.setVisible(false);
        getChildren().addAll(dot, whole, brief, chart);
    }

    void show(ConnectionStatus status) {
        dot.getStyleClass().setAll("connection-dot", status.level().styleClass());
        whole.setText(status.words());
        brief.setText(status.brief());
        requestLayout();
    }

    /** By how much the whole words are wider. */
    double moreForWords() {
        return Math.max(0, whole.prefWidth(-1) - brief.prefWidth(-1));
    }

    /** By how much it is wider with the line. */
    double moreForChart() {
        return SPACING + chart.prefWidth(-1);
    }

    void showWhole(boolean is) {
        if (whole.isVisible() != is) {
            whole.setVisible(is);
            brief.setVisible(!is);
            requestLayout();
        }
    }

    void showChart(boolean is) {
        if (chart.isVisible() != is) {
            chart.setVisible(is);
            requestLayout();
        }
    }

    /** Without words and line beyond the least: those have claims of their own. */
    double leastWidth() {
        return dot.prefWidth(-1) + SPACING + brief.prefWidth(-1);
    }

    @Override
    protected double computePrefWidth(double height) {
        return dot.prefWidth(-1)
                + SPACING
                + words().prefWidth(-1)
                + (chart.isVisible() ? moreForChart() : 0);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(whole.prefHeight(-1), chart.prefHeight(-1));
    }

    @Override
    protected void layoutChildren() {
        double x = put(dot, 0, dot.prefWidth(-1)) + SPACING;
        double left = getWidth() - x - (chart.isVisible() ? moreForChart() : 0);
        x = put(words(), x, Math.min(left, words().prefWidth(-1))) + SPACING;
        put(chart, x, chart.prefWidth(-1));
    }

    private Label words() {
        return whole.isVisible() ? whole : brief;
    }

    private double put(Node node, double x, double width) {
        double height = node.prefHeight(-1);
        node.resizeRelocate(x, snapPositionY((getHeight() - height) / 2), width, height);
        return x + width;
    }
}
