/** An example of a gateway application. */
@NullMarked
package com.example.shop;

import org.jspecify.annotations.NullMarked;
