package org.xinyidai.connectors.product;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.LoanProduct;

/**
 * The products that come with the program (内置产品目录): what banks really publish, one file per lender.
 * Terms vary by page and date, so each product says what was read and how.
 */
public final class Products {
  /** Names of the files beside this class, in the order in which they are read. */
  static final List<String> FILES =
      List.of(
          "abc.json",
          "boc.json",
          "bocom.json",
          "ccb.json",
          "cities.json",
          "icbc.json",
          "psbc.json",
          "qdb.json",
          "sgcc.json");

  private Products() {}

  /**
   * All of them, in the fixed order of products.
   *
   * @throws IllegalStateException when a file speaks of an attribute that the catalogue lacks
   */
  public static List<LoanProduct> published(AttributeCatalogue catalogue) {
    ProductJson json = new ProductJson(catalogue);
    List<LoanProduct> products = new ArrayList<>();
    for (String file : FILES) {
      ProductReading reading = json.read(text(file));
      if (!reading.sound()) {
        throw new IllegalStateException(file + ": " + reading.problems());
      }
      products.addAll(reading.products());
    }
    products.sort(LoanProduct.ORDER);
    return products;
  }

  static String text(String file) {
    try (InputStream in = Products.class.getResourceAsStream(file)) {
      byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
