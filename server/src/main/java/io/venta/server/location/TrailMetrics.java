package io.venta.server.location;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** What becomes of the points of trails, on this node. */
@Component
class TrailMetrics implements MeterBinder {

    private final TrailRecorder recorder;

    TrailMetrics(TrailRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        FunctionCounter.builder("venta.trail.stored", recorder, TrailRecorder::stored)
                .description("Points that this node added to trails")
                .register(meters);
        FunctionCounter.builder("venta.trail.dropped", recorder, TrailRecorder::dropped)
                .description("Points that gave way while their store was away")
                .register(meters);
        Gauge.builder("venta.trail.pending", recorder, TrailRecorder::pending)
                .description("Points that wait to be written")
                .register(meters);
    }
}
