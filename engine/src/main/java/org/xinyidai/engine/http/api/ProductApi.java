package org.xinyidai.engine.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.xinyidai.connectors.product.ProductReading;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.market.Shelf;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.Command;
import org.xinyidai.engine.store.StoreException;
import org.xinyidai.engine.store.StoreException.Category;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.ProductId;

/**
 * The shelf of loan products (金融产品). Requirement B2. Whoever runs the platform may put a product on
 * it that was read from a public page; a lender brings its own by {@link ProductDraftApi}.
 */
final class ProductApi {
  private static final int USUAL_PAGE = 200;
  private static final int LARGEST_PAGE = 1_000;

  private final Backend backend;
  private final Platform platform;
  private final Shelf shelf;
  private final int maxBytes;
  private final Workers workers;

  /** The answer with its one member. */
  record ProductList(List<ObjectNode> products) {}

  ProductApi(Backend backend, int maxBytes, Workers workers) {
    this.backend = backend;
    this.platform = backend.platform();
    this.shelf = platform.shelf();
    this.maxBytes = maxBytes;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(Operation.LIST_PRODUCTS, "/products", this::products)
            .withQuery("after", "limit"),
        Endpoint.post(Operation.POST_PRODUCT, "/products", Intake.json(maxBytes), this::post),
        Endpoint.get(Operation.GET_PRODUCT, "/products/{id}", this::product));
  }

  private Future<Answer> products(Call call) {
    Access access = call.access();
    String after = call.query("after").orElse("");
    int limit = call.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
    return workers.run(
        () -> {
          List<LoanProduct> page =
              seenBy(access).stream()
                  .filter(product -> belongs(product, access))
                  .filter(product -> product.id().value().compareTo(after) > 0)
                  .limit(limit)
                  .toList();
          Answer answer =
              Answer.json(new ProductList(page.stream().map(shelf.json()::write).toList()));
          return page.size() < limit ? answer : answer.withHeader("Link", next(page, limit));
        });
  }

  private Future<Answer> product(Call call) {
    String id = call.path("id");
    Access access = call.access();
    return workers.run(
        () ->
            Optional.of(id)
                .filter(ProductId::isWellFormed)
                .flatMap(text -> shelf.find(new ProductId(text)))
                .filter(product -> belongs(product, access))
                .map(product -> Answer.json(shelf.json().write(product)))
                .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("id")));
  }

  private Future<Answer> post(Call call) {
    return workers.run(() -> publish(call));
  }

  /** One at a time, so that no other publishes under the id between the check and the write. */
  private Answer publish(Call call) {
    // Read twice: what is no JSON at all is another fault than a product that does not hold.
    LoanProduct product = read(call.json(JsonNode.class).toString());
    synchronized (shelf) {
      return publish(call, product);
    }
  }

  private Answer publish(Call call, LoanProduct product) {
    String owner = product.lender().organisation();
    ProductOwner.refuseForeign(shelf, product, owner);
    Command<Answer> change =
        changes -> {
          shelf.put(changes, product);
          return Answer.created("/products/" + product.id(), shelf.json().write(product));
        };
    Answer answer = execute(OncePerKey.of(call, Operation.POST_PRODUCT, change));
    shelf.reload();
    return answer;
  }

  private LoanProduct read(String text) {
    ProductReading reading = shelf.json().readOne(text);
    if (!reading.sound()) {
      throw BodyProblems.refusal(reading.problems());
    }
    return reading.products().get(0);
  }

  private Answer execute(Command<Answer> change) {
    try {
      return platform.store().execute(change);
    } catch (StoreException e) {
      if (e.category() == Category.USER) {
        throw Refusal.of(
                ProblemType.INVALID_VALUE,
                "该版本已发布且条款不同；变更条款请使用新的版本号",
                "This version is published with other terms; give changed terms a new version")
            .at("version");
      }
      throw e;
    }
  }

  /** Whoever looks for money sees what it could be offered today, others the newest versions. */
  private List<LoanProduct> seenBy(Access access) {
    return access.account().role() == Role.ENTERPRISE
        ? shelf.matcher(backend.usualDay()).products()
        : shelf.newest();
  }

  private static boolean belongs(LoanProduct product, Access access) {
    return access.covers(product.lender().organisation());
  }

  private static String next(List<LoanProduct> page, int limit) {
    return "<%s/products?after=%s&limit=%d>; rel=\"next\""
        .formatted(Endpoint.BASE, page.get(page.size() - 1).id(), limit);
  }
}
