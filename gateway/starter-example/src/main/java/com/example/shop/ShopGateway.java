package com.example.shop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The gateway of a shop. */
@SpringBootApplication
class ShopGateway {
    public static void main(String[] arguments) {
        SpringApplication.run(ShopGateway.class, arguments);
    }
}
