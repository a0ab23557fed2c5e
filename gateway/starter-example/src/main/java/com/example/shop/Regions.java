package com.example.shop;

import ft.transcendence.extension.ClientRequest;
import ft.transcendence.extension.GatewayExtension;
import ft.transcendence.extension.SubgraphFetch;
import ft.transcendence.federation.FetchObserver;
import org.springframework.stereotype.Component;

/** Tells subgraphs the region that a request is for: the one of the header {@code X-Region}, or Europe. */
@Component
class Regions implements GatewayExtension {
    private static final String HEADER = "x-region";

    @Override
    public void onRequest(ClientRequest request) {
        request.addResponseHeader(HEADER, regionOf(request));
    }

    @Override
    public FetchObserver onFetch(ClientRequest request, SubgraphFetch fetch) {
        fetch.addHeader(HEADER, regionOf(request));
        return FetchObserver.NONE;
    }

    private static String regionOf(ClientRequest request) {
        return request.header(HEADER).orElse("eu");
    }
}
