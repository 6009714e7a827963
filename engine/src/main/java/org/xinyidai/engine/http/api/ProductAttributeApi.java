package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.models.product.Attribute;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.Coding;
import org.xinyidai.models.product.Criterion.WhenMissing;

/**
 * What an entry condition may speak of (准入属性目录), so that people choose it by its title instead of
 * writing its name. Requirement B2.
 */
final class ProductAttributeApi {
  private final AttributeCatalogue catalogue;

  /**
   * An attribute.
   *
   * @param kind what its values are, and so which conditions fit: number, code, flag or date
   * @param unit of its values, as in {@code Unit}
   * @param origin who says it: {@code feature}, {@code score}, {@code profile}, {@code derived} or
   *     {@code declared}
   * @param codes in their order, the better class later where they are ordered; null where its
   *     values are no short list
   * @param digits of a full code whose beginnings are classes; null where it has none
   * @param whenMissing what holds of an enterprise without a value where a criterion does not say
   */
  record AttributeView(
      String name,
      TextView title,
      String kind,
      String unit,
      String origin,
      @Nullable List<String> codes,
      @Nullable Integer digits,
      String whenMissing) {
    static AttributeView of(Attribute attribute) {
      Coding coding = attribute.coding();
      return new AttributeView(
          attribute.name(),
          TextView.of(attribute.title()),
          lower(attribute.kind()),
          attribute.unit().name(),
          lower(attribute.origin()),
          coding instanceof Coding.Listed listed ? List.copyOf(listed.values().keySet()) : null,
          coding instanceof Coding.Prefixes prefixes ? prefixes.digits() : null,
          WhenMissing.usual(attribute).code());
    }

    private static String lower(Enum<?> one) {
      return one.name().toLowerCase(Locale.ROOT);
    }
  }

  /** The answer with its one member. */
  record AttributeList(List<AttributeView> attributes) {}

  ProductAttributeApi(AttributeCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(Operation.LIST_PRODUCT_ATTRIBUTES, "/product-attributes", this::attributes));
  }

  private Future<Answer> attributes(Call call) {
    return Future.succeededFuture(
        Answer.json(
            new AttributeList(catalogue.attributes().stream().map(AttributeView::of).toList())));
  }
}
