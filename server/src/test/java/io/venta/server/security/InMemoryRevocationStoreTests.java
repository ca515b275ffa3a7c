package io.venta.server.security;

class InMemoryRevocationStoreTests implements RevocationStoreContract {

    private final RevocationStore store = new InMemoryRevocationStore();

    @Override
    public RevocationStore store() {
        return store;
    }
}
