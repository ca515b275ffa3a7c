package io.venta.server.topic;

class InMemoryLastKnownValuesTests implements LastKnownValuesContract {

    private final LastKnownValues store = new InMemoryLastKnownValues();

    @Override
    public LastKnownValues store() {
        return store;
    }
}
